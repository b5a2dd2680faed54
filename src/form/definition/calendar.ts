import type { Expression } from '../expression/index.ts'
import type { Text } from '../text.ts'

/** Where the date and the place of a meeting are, what more a calendar tells of it, and what its states mean. */
export type Calendar = {
  readonly date: string
  readonly start: string
  readonly end: string
  readonly place: string
  /** The exact place within `place`. */
  readonly venue: string | null
  /** Fields told in the description, in order. */
  readonly details: readonly string[]
  /** Any other state is still to be confirmed; null when no state says more than another. */
  readonly states: {
    /** In them people are invited, and told of every change. */
    readonly confirmed: readonly string[]
    /** Those of the confirmed ones in which the meeting is over: nobody is told of anything any more. */
    readonly held: readonly string[]
    readonly postponed: readonly string[]
    readonly cancelled: readonly string[]
  } | null
  /**
   * The form whose field refers to a meeting, in one of these states, of which it gives the minutes; they are late when
   * they are still in their first state this many days after it.
   */
  readonly minutes: {
    readonly form: string
    readonly field: string
    readonly states: readonly string[]
    readonly days: number
  } | null
}

/** A message that is due some days before or after a date, once. */
export type Reminder = {
  /** The type of its event: dotted words ("meeting.reminder"). */
  readonly event: string
  /** A date or partial date: of the record, or of a repeat's rows, each of which is then reminded of by itself. */
  readonly date: string
  /** Days from the date, negative before it. A month counts from its first day before, from its last one after. */
  readonly days: readonly number[]
  /** Only while the record is in one of these states. */
  readonly states: readonly string[]
  /** Only while this is true of the record, or of the row. */
  readonly when: Expression | null
  /** Only while the minutes of the meeting (`calendar.minutes`) have not left their first state. */
  readonly awaitsMinutes: boolean
  /** `${field}` stands for the answer as people read it; a line of `text` whose fields are all empty is left out. */
  readonly subject: Text
  readonly text: Text
}
