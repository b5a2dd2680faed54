import type { Catalogue } from '../form/definition/index.ts'
import type { Withdrawn } from '../store/sheet-withdrawn.ts'
import type { Parked } from './fault.ts'
import { type Generations, layoutOf } from './layout.ts'
import type { Brake, Calls, Quarantined } from './ports.ts'
import { sentenceOfBrake } from './remark.ts'

/** A tab in which nothing is done until a human says what was meant; `message` is French. */
type BrakedTab = {
  readonly tab: string
  readonly title: string
  readonly rows: number
  readonly message: string
}

/** How the mirror is doing, for a person to read. */
export type SyncState = {
  /** Records the sheet does not show yet. */
  readonly pending: number
  /** ISO 8601, UTC; null before the first. */
  readonly lastPassAt: string | null
  readonly lastError: string | null
  /** The mirror waits for a human: why, and (in French) what to do. */
  readonly parked: Parked | null
  /** Records that Google refuses, left aside until they are revised. */
  readonly quarantined: readonly Quarantined[]
  readonly braked: readonly BrakedTab[]
  /** Rows that the coordinator took out of the sheet: each can be put back. */
  readonly withdrawn: readonly Withdrawn[]
  readonly calls: Calls
}

/** Tabs that wait for an answer. */
export function brakedTabs(
  catalogue: Catalogue,
  generations: Generations,
  brakes: Readonly<Record<string, Brake>>,
): readonly BrakedTab[] {
  const titles = new Map(layoutOf(catalogue, generations).map(({ key, title }) => [key, title]))
  return Object.entries(brakes).flatMap(([tab, { rows, meant }]) =>
    meant
      ? []
      : [{ tab, title: titles.get(tab) ?? tab, rows: rows.length, message: sentenceOfBrake(rows.length) }],
  )
}
