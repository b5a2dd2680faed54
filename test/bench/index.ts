import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRecueil } from '../../dev/run.ts'
import { compareContention } from './contention/index.ts'
import { largeFigures } from './large.ts'
import { mirrorFigures } from './mirror.ts'
import { pageFigures } from './pages.ts'
import { storeFigures } from './store.ts'
import { workerFigures } from './worker-size.ts'

export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly budget: number | null
}

/** `npm run bench`: what things cost here, as counts, bytes and ratios of two things measured in the same run. */
const stateFolder = await mkdtemp(join(tmpdir(), 'recueil-bench-'))
const recueil = await startRecueil(
  { port: 8951, stateFolder, signedIn: true, remote: null },
  join(import.meta.dirname, '../support/cost-worker.ts'),
)
const groups: readonly (readonly [string, () => Promise<readonly Figure[]>])[] = [
  ['Acceptance', () => storeFigures(recueil.url)],
  ['Pages', () => pageFigures(recueil.url)],
  ['Mirror', mirrorFigures],
  ['Mirror of a large tab', largeFigures],
  ['Worker', workerFigures],
]
let over = 0
for (const [title, measure] of groups) {
  console.log(`\n${title}`)
  for (const { what, value, unit, budget } of await measure()) {
    const isOver = budget !== null && value > budget
    if (isOver) over += 1
    const limit = budget === null ? '' : `  (budget ${budget}${isOver ? ', OVER' : ''})`
    console.log(`  ${what.padEnd(62)} ${String(value).padStart(8)} ${unit}${limit}`)
  }
}
console.log('\nContention')
const harms = await compareContention()
if (harms > 0) console.log(`  Recueil did ${harms} harms (budget 0, OVER)`)
await recueil.stop()
process.exit(over + harms === 0 ? 0 : 1)
