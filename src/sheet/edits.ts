import type { FieldCells } from './cell-answer.ts'
import { type CellValue, sameCell } from './cells.ts'
import { type Column, tellsOfRecord } from './columns.ts'
import { mergeCell, type Verdict } from './merge.ts'
import type { Base } from './ports.ts'
import { type ReadState, type ReadTab, readCell } from './read.ts'
import type { DesiredRow } from './rows.ts'
import { isSent, mayBeSent, type SentCells } from './sent.ts'
import { isAsShown } from './shown.ts'

/** A cell that says something else than the record, and not because the record changed. Pure. */
export type CellEdit = {
  readonly row: DesiredRow
  readonly column: Column
  readonly sheet: CellValue
  readonly record: CellValue
  readonly verdict: Exclude<Verdict, 'same' | 'record'>
  /** What the cells of the column's field hold: both parts of a point. */
  readonly cells: FieldCells
}

/** What tells our own values from the coordinator's. */
export type Ownership = {
  readonly baseOf: (tab: string, reference: string) => Base | undefined
  readonly sent: SentCells
}

/** What the coordinator changed in a record's rows, in columns that they may change. */
export function findEdits(
  desired: readonly DesiredRow[],
  state: ReadState,
  ownership: Ownership,
): readonly CellEdit[] {
  return desired.flatMap((row) => {
    const read = state.get(row.tab.key)
    const at = read ? followedRow(read, row) : null
    return read && at !== null ? editsOf(row, read, at, ownership) : []
  })
}

function editsOf(row: DesiredRow, read: ReadTab, at: number, ownership: Ownership): readonly CellEdit[] {
  return row.tab.columns.flatMap((column): readonly CellEdit[] => {
    if (!tellsOfRecord(column.key)) return []
    const sheet = readCell(read, column.key, at)
    const record = row.cells.get(column.key) ?? ''
    const verdict =
      column.owner === 'mirror'
        ? ownVerdict(row, column.key, sheet, ownership)
        : verdictOf(row, column.key, sheet, ownership)
    if (verdict === 'same' || verdict === 'record') return []
    return [{ row, column, sheet, record, verdict, cells: cellsOf(column, (key) => readCell(read, key, at)) }]
  })
}

/**
 * What the coordinator wrote in rows that the record no longer has, in cells that are to be emptied: it can only be
 * written down.
 */
export function findOrphans(
  stale: readonly DesiredRow[],
  state: ReadState,
  ownership: Ownership,
): readonly CellEdit[] {
  return stale.flatMap((row) => {
    const read = state.get(row.tab.key)
    const [at] = read?.rows.get(row.reference) ?? []
    return read && at !== undefined ? orphansOf(row, read, at, ownership) : []
  })
}

function orphansOf(row: DesiredRow, read: ReadTab, at: number, ownership: Ownership): readonly CellEdit[] {
  const { tab, reference } = row
  const base = ownership.baseOf(tab.key, reference)
  return tab.columns.flatMap((column): readonly CellEdit[] => {
    const { key, owner } = column
    const sheet = readCell(read, key, at)
    if (!tellsOfRecord(key) || owner === 'coordinator' || sheet === '') return []
    const before = base?.[key]
    const isAsBefore =
      owner === 'mirror'
        ? isAsShown(tab, base, key, sheet) === true
        : before !== undefined && isSent(before, sheet)
    if (isAsBefore || mayBeSent(ownership.sent, tab.key, reference, key, sheet)) return []
    const cells = cellsOf(column, (one) => readCell(read, one, at))
    return [{ row, column, sheet, record: '', verdict: 'forbidden', cells }]
  })
}

/** How the sheet's value in a cell stands to the record's. */
export function verdictOf(row: DesiredRow, key: string, sheet: CellValue, ownership: Ownership): Verdict {
  const { tab, reference } = row
  return mergeCell({
    base: ownership.baseOf(tab.key, reference)?.[key],
    sent: ownership.sent.of(tab.key, reference, key),
    isAstray: ownership.sent.isAstray(tab.key, reference, key, sheet),
    sheet,
    record: row.cells.get(key) ?? '',
  })
}

/** A cell of ours that is not as we last saw it, and not because of a write of ours, was typed in. */
export function ownVerdict(
  { tab, reference, cells }: DesiredRow,
  key: string,
  sheet: CellValue,
  { baseOf, sent }: Ownership,
): 'same' | 'record' | 'forbidden' {
  if (sameCell(sheet, cells.get(key) ?? '')) return 'same'
  const before = isAsShown(tab, baseOf(tab.key, reference), key, sheet)
  if (before === true || (before === null && sent.of(tab.key, reference, key).length === 0)) return 'record'
  return mayBeSent(sent, tab.key, reference, key, sheet) ? 'record' : 'forbidden'
}

/** What the cells of a column's field hold, as `cell` tells by their keys: one, or both parts of a point. */
export function cellsOf(column: Column, cell: (key: string) => CellValue): FieldCells {
  if (!('part' in column.source) || column.source.part === 'whole') return { whole: cell(column.key) }
  const stem = column.key.replace(/\.(lat|lon)$/, '')
  return { lat: cell(`${stem}.lat`), lon: cell(`${stem}.lon`) }
}

/**
 * The row that is followed of those that bear a reference: the one most like the record, the first of equals. A
 * reference typed into another record's row must not make that row pass for this record's.
 */
export function followedRow(read: ReadTab, row: DesiredRow): number | null {
  const places = read.rows.get(row.reference) ?? []
  const [first = null] = places
  if (places.length < 2) return first
  const likeness = (at: number) =>
    [...row.cells].filter(([key, value]) => value !== '' && readCell(read, key, at) === value).length
  return places.reduce((best, at) => (likeness(at) > likeness(best) ? at : best), first ?? 0)
}
