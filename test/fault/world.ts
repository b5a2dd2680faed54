import { findForm } from '../../src/form/index.ts'
import { isProblem } from '../../src/problem.ts'
import { coordinate, erase, revise, type StoredRecord, transition } from '../../src/record/index.ts'
import type { Rig } from '../dev/mirror/rig.ts'
import { catalogue } from './catalogue.ts'
import { createHand } from './hand.ts'
import type { Step } from './step.ts'

/** What was done, for the report. */
export type Tally = { passes: number; gestures: number; faults: number; evictions: number; races: number }

export const emptyTally = (): Tally => ({ passes: 0, gestures: 0, faults: 0, evictions: 0, races: 0 })

/** Members, console, coordinator, Google and platform, each doing its steps. */
export async function createWorld(rig: Rig, tally: Tally) {
  const hand = createHand(rig)
  let words = 0
  const word = () => `m${words++}`
  const live = () =>
    [...rig.records.all.values()].filter(({ form, erasedAt }) => form === 'essai' && erasedAt === null)
  const pick = (which: number): StoredRecord | undefined => live()[which % Math.max(1, live().length)]
  const formOf = (record: StoredRecord) => {
    const form = findForm(catalogue, record.form)
    if (!form) throw new Error(record.form)
    return form
  }
  const member = () => ({
    ...rig.context(),
    actor: { role: 'member', name: '', source: 'page' } as const,
  })
  const console = () => ({
    ...rig.context(),
    actor: { role: 'coordinator', name: 'coordination@recueil.example', source: 'page' } as const,
  })

  async function run(act: () => Promise<unknown>) {
    tally.passes += 1
    try {
      await act()
    } catch (error) {
      if (rig.isAlive()) throw error
    }
    if (!rig.isAlive()) {
      tally.evictions += 1
      rig.restart()
    }
  }

  async function perform(step: Step): Promise<void> {
    switch (step.do) {
      case 'accept':
        await rig.accept('essai', {
          nom: `=${word()}`,
          commentaire: word(),
          nombre: words,
          zones: Array.from({ length: step.zones }, () => ({ zone: word(), detail: word() })),
        })
        return
      case 'revise':
        return allowed(async () => {
          const record = pick(step.which)
          if (!record) return
          const zones = (record.answers.zones ?? []) as readonly object[]
          const changed = {
            nom: word(),
            commentaire: word(),
            nombre: words % 100,
            zones: words % 2 === 0 ? zones.slice(1) : [...zones, { zone: word(), detail: word() }],
          }
          const answers = { ...record.answers, [step.field]: changed[step.field] }
          await revise(member(), formOf(record), record, { answers, revision: record.revision })
        })
      case 'erase':
        return allowed(async () => {
          const record = pick(step.which)
          if (record) await erase(console(), formOf(record), record)
        })
      case 'console note':
        return allowed(async () => {
          const record = pick(step.which)
          if (record) await coordinate(console(), formOf(record), record, { note: word() })
        })
      case 'duel':
        return allowed(async () => {
          const record = pick(step.which)
          if (!record) return
          const answers = { ...record.answers, commentaire: word() }
          await revise(member(), formOf(record), record, { answers, revision: record.revision })
          rig.beforeNextWrite(() => {
            tally.races += 1
            hand.typeBeside(record.reference, 'commentaire')
          })
        })
      case 'transition':
        return allowed(async () => {
          const record = pick(step.which)
          if (record) await transition(console(), formOf(record), record, { to: step.to, note: '' })
        })
      case 'pass':
        return run(() => rig.run())
      case 'poll':
        return run(() => rig.poll())
      case 'restart':
        return rig.restart()
      case 'release':
        rig.sheet.faults.release()
        return
      case 'evict':
        return rig.evictAfter(step.after)
      case 'wait':
        return rig.wait(step.seconds * 1000)
      case 'weather':
        tally.faults += 1
        return rig.sheet.faults.next(step.weather, { on: step.on })
      case 'at': {
        const { gesture } = step
        const prepare = step.next === 'read' ? rig.beforeNextRead : rig.beforeNextWrite
        return prepare(() => {
          tally.races += 1
          hand.make(gesture)
        })
      }
      default:
        tally.gestures += 1
        return hand.make(step)
    }
  }

  return { perform, hand }
}

/** What the rules refuse did not happen. */
async function allowed(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!isProblem(error)) throw error
  }
}
