import type { Text } from '../text.ts'

export type Plan = {
  /** A select_one field: one table a code, in the order of its list. */
  readonly series: string
  /** The heading of each series' table, by code; a series without one is headed by its label. */
  readonly titles: Readonly<Record<string, Text>>
  readonly order: string
  readonly columns: readonly { readonly question: Text; readonly columns: readonly PlanColumn[] }[]
  /** States of what has taken place. */
  readonly held: readonly string[]
  readonly criteria: Criteria | null
  readonly rhythm: Rhythm | null
}

/** Where a plan's criteria of success are: a repeat, and of its rows the text, a select_one and what shows it. */
export type Criteria = {
  readonly field: string
  readonly text: string
  readonly assessment: string
  readonly evidence: string
  /** Codes of the assessment; any other code says that it is too early to tell. */
  readonly met: readonly string[]
  readonly partly: readonly string[]
  readonly unmet: readonly string[]
}

/** How often a plan wants its meetings, whose dates and places are the calendar's. */
export type Rhythm = {
  /** Codes of the series that are meetings. */
  readonly series: readonly string[]
  /** How many months the plan lasts, from that of its first meeting on. */
  readonly months: number
  /** Meetings a month. */
  readonly least: number
  readonly most: number
  /** A meeting's place must be known this many days before it. */
  readonly placeDays: number
}

/** A column of the plan's table: its own label and the fields it shows, in order. */
export type PlanColumn = { readonly label: Text; readonly fields: readonly string[] }
