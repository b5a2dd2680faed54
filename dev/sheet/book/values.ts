import { boundArea, formatArea } from './a1.ts'
import { cellAt, changeRow, settledCell } from './cells.ts'
import { parseEntry } from './entry.ts'
import { invalid } from './error.ts'
import { checkProtection } from './protection.ts'
import { type DateTimeOption, type RenderOption, renderCell } from './render.ts'
import { setDimensionCount } from './sheets.ts'
import type { Actor, Area, Book, Cell, DimensionName, Json, JsonObject, Sheet } from './types.ts'

export type ReadOptions = {
  readonly majorDimension: DimensionName
  readonly render: RenderOption
  readonly dateTime: DateTimeOption
}

const isEmpty = (value: Json): boolean => value === ''

function trimmed<T>(items: readonly T[], empty: (item: T) => boolean): T[] {
  let length = items.length
  while (length > 0 && empty(items[length - 1] as T)) length -= 1
  return items.slice(0, length)
}

/** Reads an area as a ValueRange: trailing empty cells and rows are left out, `values` too when all is empty. */
export function readValues(book: Book, sheet: Sheet, area: Area, options: ReadOptions): JsonObject {
  const { locale } = book.properties
  const read = (row: number, column: number) =>
    renderCell(cellAt(sheet, row, column), options.render, options.dateTime, { sheet, row, column, locale })
  const rowsAreMajor = options.majorDimension !== 'COLUMNS'
  const lines: Json[][] = []
  if (rowsAreMajor) {
    const bottom = Math.min(area.bottom, sheet.rows.length)
    for (let row = area.top; row < bottom; row += 1) {
      const right = Math.min(area.right, sheet.rows[row]?.length ?? 0)
      lines.push(
        trimmed(
          span(area.left, right, (column) => read(row, column)),
          isEmpty,
        ),
      )
    }
  } else {
    const bottom = Math.min(area.bottom, sheet.rows.length)
    for (let column = area.left; column < area.right; column += 1) {
      lines.push(
        trimmed(
          span(area.top, bottom, (row) => read(row, column)),
          isEmpty,
        ),
      )
    }
  }
  const values = trimmed(lines, (line) => line.length === 0)
  return {
    range: formatArea(sheet, area),
    majorDimension: rowsAreMajor ? 'ROWS' : 'COLUMNS',
    ...(values.length > 0 && { values }),
  }
}

function span<T>(start: number, end: number, item: (index: number) => T): T[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => item(start + offset))
}

export type WriteSummary = {
  readonly updatedRange: string
  readonly updatedRows: number
  readonly updatedColumns: number
  readonly updatedCells: number
}

/**
 * Writes lines of values from the top left corner of an area. null skips a cell, "" clears it. The values may not
 * pass the range asked, unless it is one cell or unbounded; then the grid grows with them.
 * @param asked the range before it was cut to the grid
 */
export function writeValues(
  book: Book,
  sheet: Sheet,
  area: Area,
  input: { readonly values: readonly Json[]; readonly majorDimension: string; readonly option: string },
  actor: Actor,
): WriteSummary {
  if (input.option !== 'RAW' && input.option !== 'USER_ENTERED') {
    throw invalid("'valueInputOption' is required but not specified")
  }
  const lines = asRows(input.values, input.majorDimension)
  const height = lines.length
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0)
  const isAnchor = area.bottom - area.top === 1 && area.right - area.left === 1
  const { rowCount, columnCount } = sheet.properties.gridProperties
  const bottom = isAnchor || area.bottom === rowCount ? Number.POSITIVE_INFINITY : area.bottom
  const right = isAnchor || area.right === columnCount ? Number.POSITIVE_INFINITY : area.right
  const written: Area = {
    top: area.top,
    left: area.left,
    bottom: area.top + Math.max(height, 1),
    right: area.left + Math.max(width, 1),
  }
  if (written.bottom > bottom || written.right > right) {
    const [what, where] = written.bottom > bottom ? ['row', area.bottom + 1] : ['column', area.right + 1]
    throw invalid(
      `Requested writing within range [${formatArea(sheet, area)}], but tried writing to ${what} [${where}]`,
    )
  }
  if (written.bottom > rowCount) setDimensionCount(sheet, 'ROWS', written.bottom)
  if (written.right > columnCount) setDimensionCount(sheet, 'COLUMNS', written.right)
  checkProtection(sheet, boundArea(sheet, rangeOf(written)), actor)
  let count = 0
  for (const [offset, line] of lines.entries()) {
    changeRow(sheet, area.top + offset, (cells) => {
      for (const [index, value] of line.entries()) {
        if (value === null) continue
        const column = area.left + index
        cells[column] = enteredCell(cells[column], value, input.option, book.properties.locale)
        count += 1
      }
    })
  }
  return {
    updatedRange: formatArea(sheet, written),
    updatedRows: height,
    updatedColumns: width,
    updatedCells: count,
  }
}

function rangeOf(area: Area) {
  return {
    startRowIndex: area.top,
    endRowIndex: area.bottom,
    startColumnIndex: area.left,
    endColumnIndex: area.right,
  }
}

function asRows(values: readonly Json[], majorDimension: string): Json[][] {
  const lines = values.map((line) => {
    if (!Array.isArray(line)) throw invalid('Invalid values: each line must be a list.')
    return line as Json[]
  })
  for (const value of lines.flat()) {
    if (typeof value === 'object' && value !== null) {
      throw invalid(`Invalid values[0][0]: ${Array.isArray(value) ? 'list_value' : 'struct_value'}`)
    }
  }
  if (majorDimension !== 'COLUMNS') return lines
  const height = lines.reduce((longest, line) => Math.max(longest, line.length), 0)
  return span(0, height, (row) => lines.map((line) => line[row] ?? null))
}

/** One cell after a value was put in it: RAW as it is, USER_ENTERED as if typed. */
export function enteredCell(
  cell: Cell | undefined,
  value: Json,
  option: string,
  locale: string,
): Cell | undefined {
  const { userEnteredValue: _, ...rest } = cell ?? {}
  if (typeof value === 'number') return settledCell({ ...rest, userEnteredValue: { numberValue: value } })
  if (typeof value === 'boolean') return settledCell({ ...rest, userEnteredValue: { boolValue: value } })
  const text = typeof value === 'string' ? value : ''
  if (option === 'RAW') return settledCell({ ...rest, userEnteredValue: { stringValue: text } })
  const entry = parseEntry(text, locale, cell)
  const keepsFormat = entry.format === undefined || cell?.userEnteredFormat?.numberFormat !== undefined
  return settledCell({
    ...rest,
    ...(entry.value !== undefined && { userEnteredValue: entry.value }),
    ...(!keepsFormat && {
      userEnteredFormat: { ...cell?.userEnteredFormat, numberFormat: entry.format as JsonObject },
    }),
  })
}
