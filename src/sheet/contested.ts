import type { Catalogue } from '../form/definition/index.ts'
import type { SheetHappening } from '../record/happening.ts'
import type { StoredRecord } from '../record/record.ts'
import type { StoredEvent } from '../store/events.ts'
import { sameLabel } from './cell-label.ts'
import type { Words } from './cells.ts'
import type { Column } from './columns.ts'
import { type CellEdit, cellsOf } from './edits.ts'
import { layoutOf, type Tab } from './layout.ts'
import { cellText } from './remark.ts'
import { type DesiredRow, desiredRows } from './rows.ts'

/** Where a value comes from. */
export type Side = 'sheet' | 'record'

/** What an event of an edit that was refused, or that overruled a record, says of it. */
export type Told = Omit<
  Extract<SheetHappening, { readonly type: 'sheet.refused' | 'sheet.conflict' }>,
  'type'
>

/** What such an event keeps; null when its record was erased, and nothing of it is left. Pure. */
export function toldBy({ detail }: StoredEvent): Told | null {
  const told = JSON.parse(detail) as Partial<Told>
  return told.row === undefined || told.column === undefined ? null : (told as Told)
}

/** Which of both values the record had once this was written down: its own of a refusal, else the sheet's. Pure. */
export const standing = ({ type }: Pick<StoredEvent, 'type'>): Side =>
  type === 'sheet.conflict' ? 'sheet' : 'record'

/** The cell that an edit was in, as the record is now. */
export type Contested = { readonly row: DesiredRow; readonly column: Column }

/**
 * The cell that an event is about; null when the record has no such row any more, or its form no such column, or when
 * an old event leaves open which of two it was. Pure.
 */
export function contestedCell(
  catalogue: Catalogue,
  words: Words,
  record: StoredRecord,
  told: Told,
): Contested | null {
  const forms = catalogue.forms.filter(({ id }) => id === record.form)
  const tabs = layoutOf({ ...catalogue, forms }, {})
  const found = desiredRows(tabs, record, words)
    .filter(({ reference, tab }) => reference === told.row && tab.key === (told.tab ?? tab.key))
    .flatMap((row) =>
      row.tab.columns.filter((column) => isNamed(column, told)).map((column) => ({ row, column })),
    )
  return found.length === 1 ? (found[0] ?? null) : null
}

const isNamed = ({ key, label }: Column, told: Told): boolean =>
  told.key === undefined ? sameLabel(label, told.column) : key === told.key

/** What the cell shows now, as the coordinator reads it. Pure. */
export const presentText = ({ row, column }: Contested): string =>
  cellText(column.kind, row.cells.get(column.key) ?? '')

/** Whether a coordinator may set what the cell tells of: an answer in its own place, the status, a note. Pure. */
export function isSettable({ row: { tab }, column: { source } }: Contested): boolean {
  switch (source.from) {
    case 'status':
    case 'note':
    case 'assignee':
    case 'row':
      return true
    case 'record':
      return isOwn(tab)
    case 'reference':
    case 'position':
    case 'created':
    case 'updated':
    case 'remark':
    case 'sort':
    case 'board':
      return false
  }
}

/** Beside the rows of a repeat stand answers of the record, which have their place in the form's own tab. */
const isOwn = ({ repeat }: Tab): boolean => repeat === null

/** The same as if a text were typed in the cell now. Pure. */
export function editTo({ row, column }: Contested, text: string): CellEdit {
  const cells = cellsOf(column, (key) => (key === column.key ? text : (row.cells.get(key) ?? '')))
  return { row, column, sheet: text, record: row.cells.get(column.key) ?? '', verdict: 'sheet', cells }
}
