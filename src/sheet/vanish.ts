import type { ReadTab } from './read.ts'

/** Rows that were in the sheet and are not any more. Pure; times are milliseconds. */

/** A row that is cut here to be pasted there is away for a moment: it is gone only when still missing so much later. */
const patience = 10_000
/** More than this share of a tab's rows, and at least so many, is no deletion of a row: the mirror stops and asks. */
const brakeShare = 0.2
const brakeLeast = 3

export type Vanished = {
  /** Reference → when it was first missed. */
  readonly missed: Readonly<Record<string, number>>
  /** Missed at two reads, long enough apart. */
  readonly gone: readonly string[]
  /** So many at once that a human must say what was meant. */
  readonly tooMany: boolean
}

/**
 * Finds the rows of a tab that were seen there and that this read does not show.
 * @param known references of the rows that were seen in the tab
 * @param excused rows that are taken out already, found again under another reference, or of an erased record
 */
export function findVanished(
  known: readonly string[],
  read: ReadTab,
  excused: ReadonlySet<string>,
  missedBefore: Readonly<Record<string, number>>,
  now: number,
): Vanished {
  const expected = known.filter((reference) => !excused.has(reference))
  const missing = expected.filter((reference) => !read.rows.has(reference))
  const missed = Object.fromEntries(missing.map((reference) => [reference, missedBefore[reference] ?? now]))
  const gone = missing.filter((reference) => now - (missedBefore[reference] ?? now) >= patience)
  const many = missing.length >= brakeLeast && missing.length > brakeShare * expected.length
  return { missed, gone, tooMany: many || (missing.length > 1 && missing.length === expected.length) }
}
