import type { Answers } from '../form/answers.ts'
import type { Coordination, SheetHappening, StoredRecord } from '../record/index.ts'
import type { Withdrawn } from '../store/sheet-withdrawn.ts'
import type { Board, BoardRow } from './board/index.ts'
import type { CellValue } from './cells.ts'
import type { GoogleFault, Parked } from './fault.ts'
import type { Taken } from './swap.ts'

/** A revision of a record, by the record's id. */
export type Shown = { readonly id: string; readonly revision: number }

/** What an edit came to: the record as it is now, why it was refused (French), or that another change came first. */
export type Acted =
  | {
      readonly kind: 'done'
      readonly record: StoredRecord
      /** What its row is to say of it all the same (French); '' for nothing. */
      readonly remark: string
    }
  /** `pointers`: the answers at fault, as JSON pointers; none when it is about no answer. */
  | { readonly kind: 'refused'; readonly message: string; readonly pointers: readonly string[] }
  | { readonly kind: 'overtaken' }

/** The records behind the sheet: what it has yet to show, and what the coordinator's edits do to them. */
export type Records = {
  /**
   * Records the sheet does not show yet, longest waiting first, each as it is now; whether something personal was taken
   * out of it since.
   */
  readonly due: (
    limit: number,
  ) => Promise<readonly { readonly record: StoredRecord; readonly isTakenOut: boolean }[]>
  readonly count: () => Promise<number>
  /** Takes records off the list; one revised in the meantime stays on it. */
  readonly clear: (shown: readonly Shown[]) => Promise<void>
  /** Puts every live record of these forms on the list. */
  readonly markAll: (forms: readonly string[]) => Promise<void>
  /** The records that bear these references, erased ones too. */
  readonly find: (references: readonly string[]) => Promise<readonly StoredRecord[]>
  /** What the records of a form are called: reference → the value of one of its fields. */
  readonly names: (form: string, field: string) => Promise<ReadonlyMap<string, string>>
  readonly revise: (
    record: StoredRecord,
    answers: Answers,
    beside: readonly SheetHappening[],
  ) => Promise<Acted>
  readonly coordinate: (
    record: StoredRecord,
    change: Partial<Coordination>,
    beside: readonly SheetHappening[],
  ) => Promise<Acted>
  readonly transition: (record: StoredRecord, to: string, beside: readonly SheetHappening[]) => Promise<Acted>
  /** Makes a record of a row that the coordinator typed. The same id makes one record. */
  readonly accept: (form: string, id: string, answers: Answers) => Promise<Acted>
  /** The record of this id, if there is one. */
  readonly recall: (id: string) => Promise<StoredRecord | null>
  /** Tells the coordination of something about a whole tab. */
  readonly alert: (tab: string, message: string) => Promise<void>
  /** Another text as soon as the boards may say something else; and what they say as of now. */
  readonly stamp: () => Promise<string>
  readonly boards: (now: number) => Promise<readonly (readonly [Board, readonly BoardRow[]])[]>
  /** Writes down what changes nothing of the record; false when the record has changed in the meantime. */
  readonly note: (record: StoredRecord, happenings: readonly SheetHappening[]) => Promise<boolean>
  /** Rows that the coordinator took out of the sheet. */
  readonly withdrawn: () => Promise<readonly Withdrawn[]>
  readonly withdraw: (record: StoredRecord, tab: string, row: string) => Promise<void>
  readonly restore: (record: StoredRecord, tab: string, row: string) => Promise<void>
}

/**
 * Column key → the last value of ours that was seen in that cell of a row, in the coordinator's and shared columns;
 * and what the row's remark says. A row that has one was seen in the sheet.
 */
export type Base = Readonly<Record<string, CellValue>>

/** A base, and the row it is of. */
export type SavedBase = { readonly tab: string; readonly reference: string; readonly base: Base }

/**
 * Cells of ours in a row without a reference, which stood where the row `reference` was when we read. `at`
 * counts from 0.
 */
export type Stray = {
  readonly tab: string
  readonly reference: string
  readonly at: number
  readonly cells: Readonly<Record<string, CellValue>>
  /** Whether the answer showed them there; else they may be anywhere, or nowhere. */
  readonly isSeen: boolean
}

/** Cells that a write sent; `at` is the row they were meant for, null for a new row. */
export type SentRow = {
  readonly tab: string
  readonly reference: string
  readonly at: number | null
  readonly cells: Readonly<Record<string, CellValue>>
}

/** A write whose answer did not come: Google may have applied it, or may until `until`. */
export type Sent = {
  readonly id: string
  readonly until: number
  readonly rows: readonly SentRow[]
  /** Whether what it overwrote was looked up. */
  readonly isSwapKnown: boolean
}

/** An edit that a write of ours overwrote; `before` is what the cell held when we had read it. */
export type Rescued = Taken & { readonly before: CellValue }

/** A record that Google refuses, left aside until it is revised. */
export type Quarantined = Shown & { readonly reference: string; readonly reason: string }

/** Many rows of a tab vanished at once: nothing is done in it until a human says what was meant. */
export type Brake = {
  readonly since: number
  readonly rows: readonly string[]
  /** The coordinator said that they meant it: the rows are then taken out one by one. */
  readonly meant: boolean
}

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
  readonly rescued: readonly Rescued[]
  /** Tab key → reference → when the row was first missed. */
  readonly missed: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly brakes: Readonly<Record<string, Brake>>
  /** A row typed by the coordinator that is being made a record, under this id. */
  readonly typed: { readonly id: string; readonly tab: string; readonly cells: Base } | null
  readonly parked: Parked | null
  /** Failures in a row, and when the next attempt may be made. */
  readonly failures: number
  readonly nextAttemptAt: number
  /** Until when Google may still apply a write whose answer was lost. */
  readonly lateUntil: number
  readonly lastPassAt: number | null
  /** When a pass last changed the sheet. */
  readonly lastWriteAt: number | null
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
  /** References of a tab's rows that were seen in the sheet. */
  readonly known: (tab: string) => readonly string[]
  /** A null base is forgotten. */
  readonly saveBase: (tab: string, reference: string, base: Base | null) => void
  /** Writes that were never answered. */
  readonly sent: () => readonly Sent[]
  /** Adds a write, or puts what is known of it now in place of what was. */
  readonly addSent: (sent: Sent) => void
  readonly dropSent: (id: string) => void
}

export const emptyMemory: Memory = {
  generations: {},
  layouts: {},
  quarantined: [],
  strays: [],
  rescued: [],
  missed: {},
  brakes: {},
  typed: null,
  parked: null,
  failures: 0,
  nextAttemptAt: 0,
  lateUntil: 0,
  lastPassAt: null,
  lastWriteAt: null,
  fault: null,
  calls: { reads: 0, writes: 0, tokens: 0 },
}
