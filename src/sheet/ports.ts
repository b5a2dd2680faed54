import type { StoredRecord } from '../record/record.ts'
import type { CellValue } from './cells.ts'
import type { GoogleFault, Parked } from './fault.ts'

/** A revision of a record, by the record's id. */
export type Shown = { readonly id: string; readonly revision: number }

/** Where the mirror's records come from, and where it says which of them the sheet shows. */
export type Records = {
  /** Records the sheet does not show yet, longest waiting first, each as it is now. */
  readonly due: (limit: number) => Promise<readonly { readonly record: StoredRecord }[]>
  readonly count: () => Promise<number>
  /** Takes records off the list; one revised in the meantime stays on it. */
  readonly clear: (shown: readonly Shown[]) => Promise<void>
  /** Puts every live record of these forms back on the list. */
  readonly markAll: (forms: readonly string[]) => Promise<void>
  /** What the records of a form are called: reference → the value of one of its fields. */
  readonly names: (form: string, field: string) => Promise<ReadonlyMap<string, string>>
}

/**
 * Column key → the last value of ours that was seen in that cell of a row. Coordinator and shared columns
 * only.
 */
export type Base = Readonly<Record<string, CellValue>>

/** A base, and the row it is of. */
type SavedBase = { readonly tab: string; readonly reference: string; readonly base: Base }

/**
 * Cells of ours in a row without a reference, which stood where the row `reference` was when we read. `at`
 * counts from 0.
 */
export type Stray = {
  readonly tab: string
  readonly reference: string
  readonly at: number
  readonly cells: Readonly<Record<string, CellValue>>
}

/** A record that Google refuses, left aside until it is revised. */
export type Quarantined = Shown & { readonly reference: string; readonly reason: string }

/** How many calls went to Google since the mirror began. */
export type Calls = { readonly reads: number; readonly writes: number; readonly tokens: number }

/**
 * What the mirror remembers between passes; losing it loses no record, but a write that lands late may then
 * double a row. Times are milliseconds since 1970, UTC.
 */
export type Memory = {
  /** Tab key → how many times the tab was made anew after a coordinator deleted it. */
  readonly generations: Readonly<Record<string, number>>
  /** Tab key → the signature of the layout that the spreadsheet was given. */
  readonly layouts: Readonly<Record<string, string>>
  readonly quarantined: readonly Quarantined[]
  readonly strays: readonly Stray[]
  readonly parked: Parked | null
  /** Failures in a row, and when the next attempt may be made. */
  readonly failures: number
  readonly nextAttemptAt: number
  /** Until when Google may still apply a write whose answer was lost. */
  readonly lateUntil: number
  readonly lastPassAt: number | null
  /** What went wrong at the last attempt; null once one succeeds. */
  readonly fault: GoogleFault | null
  readonly calls: Calls
}

/** Where the mirror remembers; synchronous, as a Durable Object's own storage is. */
export type Store = {
  readonly load: () => Memory
  readonly save: (memory: Memory) => void
  readonly base: (tab: string, reference: string) => Base | undefined
  readonly bases: () => readonly SavedBase[]
  /** A null base is forgotten. */
  readonly saveBase: (tab: string, reference: string, base: Base | null) => void
}

export const emptyMemory: Memory = {
  generations: {},
  layouts: {},
  quarantined: [],
  strays: [],
  parked: null,
  failures: 0,
  nextAttemptAt: 0,
  lateUntil: 0,
  lastPassAt: null,
  fault: null,
  calls: { reads: 0, writes: 0, tokens: 0 },
}
