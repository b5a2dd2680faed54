/** A day of the calendar (2018-09-24): a date in a workbook, its digits in a text. */
export type Day = { readonly day: string }

/** What a cell holds; null is nothing. */
export type Cell = string | number | boolean | Day | null

export type Column = {
  /** What it is called in JSON and in the dictionary: a field's name, or one with what is said of it. */
  readonly key: string
  /** The French header. */
  readonly header: string
  /** Its HXL tag, if it has one. */
  readonly tag: string | null
}

/** Rows under columns, each row as long as there are columns. */
export type Table = {
  /** Of the tab that shows it. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A column that knows its cell of each thing it is asked about. */
export type Filled<About> = Column & { readonly cell: (about: About) => Cell }

/** The table of these columns for these things, one row each. */
export const tableOf = <About>(
  name: string,
  columns: readonly Filled<About>[],
  things: readonly About[],
): Table => ({ name, columns, rows: things.map((thing) => columns.map(({ cell }) => cell(thing))) })
