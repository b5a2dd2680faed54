import type { Control, Proof } from './control.ts'

/** A test that ran, or not: its file, below test/, its full or last name, and how it ended. */
export type Ran = { readonly file: string; readonly name: string; readonly state: string }

/**
 * The proofs that a run does not give: tests of files that it read, which are not there, did not run or failed.
 * @param files those that were read; of others nothing can be said
 */
export function unproved(
  controls: readonly Control[],
  files: ReadonlySet<string>,
  ran: readonly Ran[],
): readonly string[] {
  const byFile = Map.groupBy(ran, ({ file }) => file)
  return controls.flatMap(({ id, tests }) =>
    tests
      .filter(([file]) => files.has(file))
      .filter((proof) => !holds(proof, byFile.get(proof[0]) ?? []))
      .map(([file, name]) => `ASVS ${id}: “${name}” of test/${file} did not run and pass`),
  )
}

function holds([, name]: Proof, ran: readonly Ran[]): boolean {
  const named = nameOf(name)
  const there = ran.filter((test) => named.test(test.name))
  return there.length > 0 && there.every(({ state }) => state === 'passed')
}

/** What a test is called once a table's values stand in its name. */
function nameOf(written: string): RegExp {
  const parts = written.split(/%[sji]|\$\w+/)
  return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`, 's')
}
