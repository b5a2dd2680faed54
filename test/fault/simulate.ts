import { startRig } from '../dev/mirror/rig.ts'
import { catalogue } from './catalogue.ts'
import { checkInvariants } from './invariants.ts'
import type { Step } from './step.ts'
import { createWorld, type Tally } from './world.ts'

/** Runs the steps, lets everything come to rest, answers what the mirror asks a human, and checks what must hold. */
export async function simulate(steps: readonly Step[], tally: Tally): Promise<void> {
  const rig = await startRig({ catalogue })
  try {
    await rig.settle('poll')
    const world = await createWorld(rig, tally)
    for (const step of steps) await world.perform(step)
    rig.quiet()
    rig.sheet.faults.release()
    await rest(rig)
    checkInvariants(rig, world.hand)
    const before = { version: rig.sheet.book.version(), writes: rig.storage.writes() }
    await rig.poll()
    if (rig.sheet.book.version() !== before.version || rig.storage.writes() !== before.writes) {
      throw new Error('a look at a quiet sheet wrote something')
    }
  } finally {
    await rig.close()
  }
}

async function rest(rig: Awaited<ReturnType<typeof startRig>>): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    for (let pass = 0; pass < 60; pass += 1) {
      const outcome = await rig.poll()
      if (outcome.kind === 'idle' && outcome.quiet) break
      rig.wait(outcome.kind === 'waiting' ? Math.max(1, outcome.until - rig.now()) : 10_000)
    }
    const { braked, withdrawn } = await rig.state()
    for (const { tab } of braked) await rig.mirror().release(tab, 'restore')
    for (const { tab, row } of withdrawn) await rig.mirror().restoreRow(tab, row)
    const outcome = await rig.poll()
    if (braked.length + withdrawn.length === 0 && outcome.kind === 'idle' && outcome.quiet) return
  }
  throw new Error(`no rest: ${JSON.stringify(rig.store.load())} ${JSON.stringify(await rig.state())}`)
}
