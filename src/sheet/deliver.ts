import { confirm } from './confirm.ts'
import { googleError, isGoogleError } from './fault.ts'
import type { Google } from './google.ts'
import type { RecordChange } from './plan.ts'
import type { Base, Quarantined, Records, Store } from './ports.ts'
import type { ReadState } from './read.ts'
import { chunks, writeOf } from './requests.ts'

export type Delivery = {
  readonly google: Google
  readonly records: Records
  readonly store: Store
  readonly state: ReadState
  /** False for a tab that is renamed over and over: what is written is then confirmed by the next read. */
  readonly readBack: boolean
}

/** How many records Google may refuse in a pass that writes none before we think the fault is not theirs. */
const refusalsBelieved = 5

/**
 * Writes these records, as few calls as their size allows, and takes off the list those that the read-back shows. A
 * refused call is halved until the record it is about stands alone, which is put aside. Returns how many records
 * were seen, and how many put aside.
 */
export async function deliver(
  delivery: Delivery,
  changes: readonly RecordChange[],
): Promise<{ readonly seen: number; readonly refused: number }> {
  const { google, records, store, state } = delivery
  const tails = new Map<string, number>()
  const refused: Quarantined[] = []
  let seen = 0

  async function send(part: readonly RecordChange[]): Promise<void> {
    try {
      const answer = await google.write(writeOf(part, state, tails, delivery.readBack))
      const confirmation = confirm(part, answer, state)
      seen += confirmation.seen.length
      for (const [tab, tail] of confirmation.tails) tails.set(tab, tail)
      await settle(records, store, confirmation.seen)
      await repair(records, store, state, confirmation.misplaced)
    } catch (error) {
      const [first] = part
      if (!isGoogleError(error) || !first) throw error
      const { kind, message } = error.fault
      if (kind !== 'invalid' && kind !== 'too-large') throw error
      if (part.length > 1) {
        const half = Math.ceil(part.length / 2)
        await send(part.slice(0, half))
        return send(part.slice(half))
      }
      const { id, revision, reference } = first.record
      refused.push({ id, revision, reference, reason: message })
      if (seen === 0 && refused.length > refusalsBelieved) {
        throw googleError({ ...error.fault, kind: 'unavailable' })
      }
    }
  }

  try {
    for (const part of chunks(changes)) await send(part)
  } finally {
    if (seen > 0 || refused.length <= refusalsBelieved) quarantine(store, refused)
  }
  return { seen, refused: refused.length }
}

/** Records that the sheet was seen to show: off the list, their base remembered. */
export async function settle(records: Records, store: Store, shown: readonly RecordChange[]): Promise<void> {
  for (const { rows, settled } of shown) {
    for (const { tab, reference, base } of [...rows, ...settled]) {
      if (!sameBase(store.base(tab.key, reference), base)) store.saveBase(tab.key, reference, base)
    }
  }
  const ids = new Set(shown.map(({ record }) => record.id))
  const memory = store.load()
  if (memory.quarantined.some(({ id }) => ids.has(id))) {
    store.save({ ...memory, quarantined: memory.quarantined.filter(({ id }) => !ids.has(id)) })
  }
  await records.clear(shown.map(({ record }) => ({ id: record.id, revision: record.revision })))
}

const sameBase = (one: Base | undefined, other: Base | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other)

/**
 * Cells of one record that landed in the row of another: we remember them as ours, so that the next pass puts the
 * other record's own back, and have the whole tab compared again.
 */
async function repair(
  records: Records,
  store: Store,
  state: ReadState,
  misplaced: ReturnType<typeof confirm>['misplaced'],
): Promise<void> {
  const forms = new Set<string>()
  for (const { tab, reference, cells } of misplaced) {
    const read = state.get(tab)
    if (!read) continue
    const ours = [...cells].filter(([key]) => read.columns.get(key)?.column.owner !== 'mirror')
    store.saveBase(tab, reference, { ...store.base(tab, reference), ...Object.fromEntries(ours) })
    forms.add(read.tab.form.id)
  }
  if (forms.size > 0) await records.markAll([...forms])
}

/** Puts records aside, each in place of what was said of it before. */
function quarantine(store: Store, refused: readonly Quarantined[]): void {
  if (refused.length === 0) return
  const memory = store.load()
  const ids = new Set(refused.map(({ id }) => id))
  store.save({ ...memory, quarantined: [...memory.quarantined.filter(({ id }) => !ids.has(id)), ...refused] })
}
