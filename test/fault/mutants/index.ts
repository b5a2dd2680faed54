import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'
import { runSuite, type Verdict } from './suite.ts'
import { copyTree, type Tree } from './tree.ts'

/**
 * `npm run mutants`: plants each fault in a copy of the project, and prints which test catches it. Words after it
 * choose the faults whose name or file has one of them: `npm run mutants -- brake`.
 */
const words = process.argv.slice(2)
const chosen = mutants.filter(
  ({ name, file }) => words.length === 0 || words.some((word) => `${name} ${file}`.includes(word)),
)
async function verdictOn(tree: Tree, mutant: Mutant): Promise<Verdict> {
  const takeOut = await tree.plant(mutant)
  try {
    return await runSuite(tree.folder)
  } finally {
    await takeOut()
  }
}

const line = ({ name }: Mutant, verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'caught':
      return `caught    by "${verdict.by}"  — ${name}`
    case 'green':
      return `SURVIVED  — ${name}`
    case 'broken':
      return `BROKEN    (${verdict.why})  — ${name}`
  }
}

/** Takes one mutant after the other. @returns how many the tests caught */
async function work(tree: Tree, queue: Mutant[]): Promise<number> {
  let caught = 0
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const verdict = await verdictOn(tree, mutant)
    if (verdict.kind === 'caught') caught += 1
    console.log(line(mutant, verdict))
  }
  return caught
}

/** Whether the tests pass when nothing is planted; if they do not, no mutant is worth a run. */
async function isUnharmed(tree: Tree, queue: Mutant[]): Promise<boolean> {
  const verdict = await runSuite(tree.folder)
  if (verdict.kind === 'green') return true
  console.log(`without any fault planted: ${JSON.stringify(verdict)}`)
  queue.length = 0
  return false
}

const first = await copyTree()
const second = await copyTree()
try {
  // Every text is looked for before the first run: one that moved is no reason to wait for the others.
  for (const mutant of chosen) await (await first.plant(mutant))()
  const queue = [...chosen]
  const [unharmed, caught] = await Promise.all([
    isUnharmed(first, queue).then(async (is) => (is ? await work(first, queue) : null)),
    work(second, queue),
  ])
  const all = (unharmed ?? 0) + caught
  console.log(`${chosen.length} planted, ${all} caught`)
  if (unharmed === null || all < chosen.length) process.exitCode = 1
} finally {
  await Promise.all([first.remove(), second.remove()])
}
