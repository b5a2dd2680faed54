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
    store.saveBase(tab, reference, kept.length === 0 ? null : Object.fromEntries(kept))
  }
}

/** Forgets what was seen of these records, whichever rows of theirs still stand. */
export function forgetRecords(store: Store, references: ReadonlySet<string>): void {
  if (references.size === 0) return
  for (const { tab, reference } of store.bases()) {
    if (references.has(recordReference(reference))) store.saveBase(tab, reference, null)
  }
}
