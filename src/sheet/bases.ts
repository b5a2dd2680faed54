import type { Store } from './ports.ts'
import { recordReference } from './rows.ts'

/**
 * Forgets what was seen in columns that are made again, by tab key: they are empty, and filled from the
 * records.
 */
export function forgetColumns(store: Store, lost: ReadonlyMap<string, ReadonlySet<string>>): void {
  if (lost.size === 0) return
  for (const { tab, reference, base } of store.bases()) {
    const columns = lost.get(tab)
    if (!columns) continue
    const kept = Object.entries(base).filter(([key]) => !columns.has(key))
    store.saveBase(tab, reference, Object.fromEntries(kept))
  }
}

/** Forgets every row of tabs that are made anew: none of them was seen there yet. */
export function forgetTabs(store: Store, tabs: readonly string[]): void {
  if (tabs.length === 0) return
  for (const tab of tabs) for (const reference of store.known(tab)) store.saveBase(tab, reference, null)
  const { missed, brakes, ...memory } = store.load()
  const others = <Value>(of: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(of).filter(([tab]) => !tabs.includes(tab)))
  store.save({ ...memory, missed: others(missed), brakes: others(brakes) })
}

/** Forgets what was seen of these records, whichever rows of theirs still stand. */
export function forgetRecords(store: Store, references: ReadonlySet<string>): void {
  if (references.size === 0) return
  for (const { tab, reference } of store.bases()) {
    if (references.has(recordReference(reference))) store.saveBase(tab, reference, null)
  }
}
