import { forgetRecords } from './bases.ts'
import type { Confirmation } from './confirm.ts'
import type { AnyTab } from './layout.ts'
import type { RecordChange } from './plan.ts'
import type { Base, Quarantined, Records, Store } from './ports.ts'
import type { ReadState } from './read.ts'
import { recordReference } from './rows.ts'
import { withShown } from './shown.ts'

/** What is remembered of records once a write of them was answered. */

/**
 * What the sheet was seen to show: its base is remembered, and its record comes off the list, unless there is more to
 * do about it.
 */
export async function settle(records: Records, store: Store, shown: readonly RecordChange[]): Promise<void> {
  for (const { rows, settled } of shown) {
    for (const { tab, reference, base } of [...rows, ...settled]) {
      if (reference !== '' && !sameBase(store.base(tab.key, reference), base)) {
        store.saveBase(tab.key, reference, base)
      }
    }
  }
  const done = shown.flatMap(({ record, open }) => (record && !open ? [record] : []))
  const erased = done.filter(({ erasedAt }) => erasedAt !== null)
  forgetRecords(store, new Set(erased.map(({ reference }) => reference)))
  const ids = new Set(done.map(({ id }) => id))
  const references = new Set(done.map(({ reference }) => reference))
  const memory = store.load()
  const quarantined = memory.quarantined.filter(({ id }) => !ids.has(id))
  const strays = memory.strays.filter(({ reference }) => !references.has(recordReference(reference)))
  if (quarantined.length < memory.quarantined.length || strays.length < memory.strays.length) {
    store.save({ ...memory, quarantined, strays })
  }
  await records.clear(done.map(({ id, revision }) => ({ id, revision })))
}

const sameBase = (one: Base | undefined, other: Base | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other)

/**
 * Cells that landed in another record's row, or in another column: we remember them as ours, so that the next pass
 * puts back what belongs there, and have the whole tab compared again. Those in a row of no record are taken out then.
 */
export async function repair(
  records: Records,
  store: Store,
  state: ReadState<AnyTab>,
  { misplaced, strays }: Confirmation,
): Promise<void> {
  const memory = store.load()
  if (strays.length > 0) store.save({ ...memory, strays: [...memory.strays, ...strays] })
  const forms = new Set<string>()
  for (const { tab, reference, cells } of misplaced) {
    const read = state.get(tab)
    if (!read) continue
    const before = store.base(tab, reference)
    const ours = [...cells].filter(([key]) => read.columns.get(key)?.column.owner !== 'mirror')
    const base = { ...before, ...Object.fromEntries(ours) }
    store.saveBase(tab, reference, withShown(read.tab, base, before, cells))
    if (read.tab.form) forms.add(read.tab.form.id)
  }
  if (forms.size > 0) await records.markAll([...forms])
}

/** Puts records aside, each in place of what was said of it before. */
export function quarantine(store: Store, refused: readonly Quarantined[]): void {
  if (refused.length === 0) return
  const memory = store.load()
  const ids = new Set(refused.map(({ id }) => id))
  store.save({
    ...memory,
    quarantined: [...memory.quarantined.filter(({ id }) => !ids.has(id)), ...refused],
  })
}
