import type { Coordinator } from '../../../dev/sheet/index.ts'
import type { Desk } from './coordinator.ts'
import { type Answers, labels, type Moment, type Sent } from './log.ts'
import type { Watch } from './watch.ts'

/** What the sheet is like once all is quiet, and what it took. */
export type Score = {
  readonly lost: number
  readonly doubled: number
  readonly mixed: number
  readonly misplaced: number
  readonly outdated: number
  readonly notesWritten: number
  readonly notesGone: number
  readonly notesElsewhere: number
  readonly headingsGone: number
  readonly reads: number
  readonly writes: number
  readonly median: number
  readonly slowest: number
}

type Row = { readonly cells: readonly string[]; readonly references: ReadonlySet<string> }
type Token = { readonly reference: string; readonly label: string }

const fields = Object.keys(labels) as readonly (keyof Answers)[]

export type Run = {
  readonly book: Coordinator
  readonly log: readonly Moment[]
  readonly desk: Desk
  readonly watch: Watch
  readonly calls: { readonly reads: number; readonly writes: number }
}

/** Counts on the sheet alone. Every answer of every revision is a value of its own, so that its cell tells whose it is. */
export function scoreOf({ book, log, desk, watch, calls }: Run): Score {
  const sent = log.flatMap((moment) => (moment.kind === 'sent' ? [moment.sent] : []))
  const latest = new Map(sent.map((one) => [one.reference, one]))
  const tokens = tokensOf(sent)
  const [header = [], ...rest] = book.values(desk.title()).map((cells) => cells.map(String))
  const rows = rest.map((cells): Row => {
    const references = cells.flatMap((cell) => tokens.get(cell)?.reference ?? [])
    return { cells, references: new Set(references) }
  })
  const rowsOf = (reference: string) => rows.filter(({ cells }) => cells.includes(reference))
  const shown = [...latest.values()].filter(({ reference }) => rowsOf(reference).length > 0)
  const whole = (row: Row, { answers }: Sent) =>
    fields.every((field) => row.cells.includes(String(answers[field])))
  const misplaced = ({ cells }: Row) =>
    cells.some((cell, index) => tokens.has(cell) && tokens.get(cell)?.label !== header[index])
  const notes = desk.written().map(({ text, reference }) => {
    const row = rows.find(({ cells }) => cells.includes(text))
    if (row === undefined) return 'gone'
    const [beside, ...others] = row.references
    return (beside ?? null) === reference && others.length === 0 ? 'kept' : 'elsewhere'
  })
  const delays = watch.delays()
  return {
    lost: latest.size - shown.length,
    doubled: shown.reduce((sum, { reference }) => sum + rowsOf(reference).length - 1, 0),
    mixed: rows.filter(({ references }) => references.size > 1).length,
    misplaced: rows.filter(misplaced).length,
    outdated: shown.filter((one) => !rowsOf(one.reference).some((row) => whole(row, one))).length,
    notesWritten: notes.length,
    notesGone: notes.filter((note) => note === 'gone').length,
    notesElsewhere: notes.filter((note) => note === 'elsewhere').length,
    headingsGone: desk.headings().filter((heading) => !header.includes(heading)).length,
    reads: calls.reads,
    writes: calls.writes,
    median: seconds(delays[Math.floor(delays.length / 2)]),
    slowest: seconds(delays.at(-1)),
  }
}

const seconds = (milliseconds = 0): number => Math.round(milliseconds / 1000)

function tokensOf(sent: readonly Sent[]): ReadonlyMap<string, Token> {
  return new Map(
    sent.flatMap(({ reference, answers }) => [
      [reference, { reference, label: 'ID' }] as const,
      ...fields.map((field) => [String(answers[field]), { reference, label: labels[field] }] as const),
    ]),
  )
}
