import { columnLetters } from '../book/a1.ts'
import { cellAt, usedColumns, usedRows } from '../book/cells.ts'
import { formattedValue } from '../book/render.ts'
import type { Book, Sheet } from '../book/types.ts'
import { editText, offeredValues } from '../coordinator/apply.ts'
import { cellLook } from './colours.ts'

/** Rows sent at once; the page asks for the following ones. */
const pageSize = 300
const spareRows = 20
const spareColumns = 2

/**
 * What the page shows of one tab.
 * @param query `onglet` the tab's title, `depuis` the first row below the frozen ones, from 0
 */
export function gridData(book: Book, version: number, query: URLSearchParams): object {
  const tabs = book.sheets.map(({ properties }) => ({
    title: properties.title,
    hidden: properties.hidden === true,
  }))
  const asked = book.sheets.find((sheet) => sheet.properties.title === query.get('onglet'))
  const sheet = asked ?? book.sheets.find((item) => item.properties.hidden !== true) ?? book.sheets[0]
  const from = Math.max(0, Math.trunc(Number(query.get('depuis') ?? 0)) || 0)
  return {
    version,
    title: book.properties.title,
    tabs,
    tab: sheet === undefined ? null : tabData(book, sheet, from),
  }
}

function tabData(book: Book, sheet: Sheet, from: number) {
  const { title, gridProperties } = sheet.properties
  const frozenRows = gridProperties.frozenRowCount ?? 0
  const used = usedRows(sheet)
  const width = Math.min(gridProperties.columnCount, Math.max(8, usedColumns(sheet) + spareColumns))
  const last = Math.min(gridProperties.rowCount, used + spareRows)
  const start = Math.max(frozenRows, from)
  const indexes = [...range(0, frozenRows), ...range(start, Math.min(last, start + pageSize))]
  return {
    title,
    rowCount: gridProperties.rowCount,
    columnCount: gridProperties.columnCount,
    frozenRows,
    frozenColumns: gridProperties.frozenColumnCount ?? 0,
    dataRows: Math.max(0, used - frozenRows),
    from: start,
    next: start + pageSize < last ? start + pageSize : null,
    previous: start > frozenRows ? Math.max(frozenRows, start - pageSize) : null,
    columns: range(0, width).map((index) => ({
      index,
      letters: columnLetters(index),
      width: sheet.columnDimensions[index]?.pixelSize ?? 100,
      hidden: sheet.columnDimensions[index]?.hiddenByUser === true,
    })),
    rows: indexes.map((index) => ({
      index,
      hidden: sheet.rowDimensions[index]?.hiddenByUser === true,
      filtered: sheet.rowDimensions[index]?.hiddenByFilter === true,
      cells: range(0, width).map((column) => cellData(book, sheet, index, column)),
    })),
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset)
}

function cellData(book: Book, sheet: Sheet, row: number, column: number) {
  const cell = cellAt(sheet, row, column)
  const text = formattedValue(cell, { sheet, row, column, locale: book.properties.locale }) ?? ''
  const options = offeredValues(cell)
  const edited = cell === undefined ? '' : editText(book, sheet.properties.title, row, column)
  return {
    text,
    ...cellLook(book, sheet, row, column),
    ...(edited !== text && { edited }),
    ...(options !== null && { options }),
    ...(cell?.note !== undefined && { note: cell.note }),
    ...(cell?.userEnteredValue?.numberValue !== undefined && { isNumber: true }),
  }
}
