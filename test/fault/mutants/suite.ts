import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** What the tests said; `broken` when no test failed and yet they did not pass: the fault stops the code from running. */
export type Verdict =
  | { readonly kind: 'green' }
  | { readonly kind: 'caught'; readonly by: string }
  | { readonly kind: 'broken'; readonly why: string }

/** As far as it is read: https://vitest.dev/guide/reporters#json-reporter */
type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** What takes long comes after what does not: most faults need neither it nor the simulation. */
const slow = ['bootstrap', 'faults', 'late', 'passes'].map((name) => `test/dev/mirror/${name}.test.ts`)
const suites = [
  ['test/dev/mirror', ...slow.flatMap((file) => ['--exclude', file])],
  slow,
  ['test/fault'],
] as const
const runs = '60'
/** A fault that lets no test end is no fault of use. Milliseconds. */
const longest = 600_000

/** Runs the mirror's tests in a tree until one fails. */
export async function runSuite(folder: string): Promise<Verdict> {
  for (const suite of suites) {
    const verdict = await runTests(folder, suite)
    if (verdict.kind !== 'green') return verdict
  }
  return { kind: 'green' }
}

async function runTests(folder: string, suite: readonly string[]): Promise<Verdict> {
  const file = join(folder, 'report.json')
  await rm(file, { force: true })
  const { SEED: _, ...env } = process.env
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'test/fault/mutants/vitest.config.ts', '--outputFile', file],
      ...suite,
    ],
    { cwd: folder, env: { ...env, RUNS: runs, QUICK: '1' }, stdio: 'ignore', timeout: longest },
  )
  const [code]: readonly unknown[] = await once(child, 'exit')
  const report = await readReport(file)
  if (!report) return { kind: 'broken', why: `no report, exit ${code}` }
  for (const { name, message, assertionResults } of report.testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (failed) return { kind: 'caught', by: `${basename(name, '.test.ts')}: ${failed.fullName}` }
    if (message !== '') return { kind: 'broken', why: `${basename(name)}: ${message}` }
  }
  if (code === 0 && report.numPassedTests > 0) return { kind: 'green' }
  return { kind: 'broken', why: `exit ${code}, ${report.numPassedTests} tests passed` }
}

async function readReport(file: string): Promise<Report | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report
  } catch {
    return null
  }
}
