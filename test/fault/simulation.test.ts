import * as fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { kept } from './kept.ts'
import { simulate } from './simulate.ts'
import { step } from './step.ts'
import { emptyTally } from './world.ts'

/** SEED and RUNS explore further: `SEED=42 RUNS=2000 npx vitest run --project node test/fault`. */
const seed = Number(process.env.SEED ?? 20_180_724)
const numRuns = Number(process.env.RUNS ?? 60)

// An object that is evicted says so each time; what matters of it is in the invariants.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test.each(kept)('it stays mended: $name', async ({ steps }) => {
  await simulate(steps, emptyTally())
})

test('whatever members, coordinator, Google and platform do, nothing is lost, doubled or misplaced', async () => {
  const tally = emptyTally()
  const details = await fc.check(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 60, size: 'max' }), (steps) =>
      simulate(steps, tally),
    ),
    { numRuns, seed, endOnFailure: Boolean(process.env.QUICK) },
  )
  console.log(
    `simulation: seed ${seed}, ${details.numRuns} runs, ${tally.passes} passes, ${tally.gestures} gestures, ` +
      `${tally.races} of them between a read and a write, ${tally.faults} faults, ${tally.evictions} evictions`,
  )
  if (details.failed) {
    console.log(JSON.stringify(details.counterexample?.[0]))
    throw details.errorInstance
  }
  expect(details.numRuns).toBe(numRuns)
}, 600_000)
