import type { BoardRow } from './board/index.ts'
import { digest } from './identifier.ts'
import type { ReadTab } from './read.ts'

/**
 * What the last reads showed, kept in the object's memory alone: a row that has not changed since it was right need
 * not be compared again. Losing it costs one comparison of everything, and nothing else.
 */
export type Seen = {
  /** The answer, word for word, after which nothing was left to do. */
  quiet: string | null
  /** Records, by id and revision, that only a braked tab held up then: until it is released nothing can be done. */
  held: ReadonlySet<string>
  /** What the boards show: as of which stamp of the log, on which day (ISO 8601), by board. */
  boards: {
    readonly stamp: string
    readonly day: string
    readonly rows: ReadonlyMap<string, readonly BoardRow[]>
  } | null
  /** Tab id → reference → the digest of a row that was right. */
  readonly rows: Map<number, Map<string, number>>
}

export const nothingSeen = (): Seen => ({ quiet: null, held: new Set(), boards: null, rows: new Map() })

/** A digest of all rows that bear a reference, whatever their places and the columns' order. */
function rowDigest(read: ReadTab, reference: string): number {
  const places = read.rows.get(reference) ?? []
  const cells = places.map((at) => [...read.columns].map(([key, { values }]) => [key, values[at] ?? '']))
  return digest(JSON.stringify(cells))
}

/** References of a tab's rows that are not as they were when they were right. */
export function changedRows(seen: Seen, read: ReadTab): readonly string[] {
  const before = seen.rows.get(read.tab.sheetId)
  return [...read.rows.keys()].filter((reference) => before?.get(reference) !== rowDigest(read, reference))
}

/** Remembers that a row is right as it was read. */
export function rememberRow(seen: Seen, read: ReadTab, reference: string): void {
  const rows = seen.rows.get(read.tab.sheetId) ?? new Map<string, number>()
  seen.rows.set(read.tab.sheetId, rows)
  rows.set(reference, rowDigest(read, reference))
}
