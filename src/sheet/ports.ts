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

/** Column key → the last value of ours that was seen in that cell of a row. Coordinator and shared columns only. */
export type Base = Readonly<Record<string, CellValue>>

/** A record that Google refuses, left aside until it is revised. */
export type Quarantined = Shown & { readonly reference: string; readonly reason: string }

/** How many calls went to Google since the mirror began. */
export type Calls = { readonly reads: number; readonly writes: number; readonly tokens: number }

/** What the mirror remembers between passes. Losing it costs calls, never data. Times are milliseconds, UTC. */
export type Memory = {
  /** Tab key → how many times the tab was made anew after a coordinator deleted it. */
  readonly generations: Readonly<Record<string, number>>
  /** Tab key → the signature of the layout that the spreadsheet was given. */
  readonly layouts: Readonly<Record<string, string>>
  readonly quarantined: readonly Quarantined[]
  readonly parked: Parked | null
  /** Failures in a row, and when the next attempt may be made. */
  readonly failures: number
  readonly nextAttemptAt: number
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
  /** A null base is forgotten. */
  readonly saveBase: (tab: string, reference: string, base: Base | null) => void
}

export const emptyMemory: Memory = {
  generations: {},
  layouts: {},
  quarantined: [],
  parked: null,
  failures: 0,
  nextAttemptAt: 0,
  lastPassAt: null,
  fault: null,
  calls: { reads: 0, writes: 0, tokens: 0 },
}
