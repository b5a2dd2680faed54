import { invalid } from './error.ts'
import { type Mask, merge } from './fields-mask.ts'
import type { Cell, ExtendedValue, JsonObject, Row, Sheet } from './types.ts'

/** A cell holds at most 50,000 characters (support.google.com/drive/answer/37603). */
const characterLimit = 50_000

const emptyRow: Row = []

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column]
}

/** Replaces one row by what `change` makes of a copy of it. */
export function changeRow(sheet: Sheet, row: number, change: (cells: (Cell | undefined)[]) => void): void {
  while (sheet.rows.length <= row) sheet.rows.push(emptyRow)
  const cells = [...(sheet.rows[row] ?? emptyRow)]
  change(cells)
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop()
  sheet.rows[row] = cells
}

/**
 * Puts the masked fields of `source` into a cell; an empty result is no cell at all.
 * @throws ApiError 400 beyond 50,000 characters
 */
export function writtenCell(cell: Cell | undefined, source: Cell | undefined, mask: Mask): Cell | undefined {
  const merged = merge((cell ?? {}) as JsonObject, (source ?? {}) as JsonObject, mask)
  return settledCell(merged as Cell)
}

/** Drops what is empty: a cell given the text "" is a blank cell. */
export function settledCell(cell: Cell): Cell | undefined {
  const { userEnteredValue, note, ...rest } = cell
  const value = settledValue(userEnteredValue)
  const settled: Cell = {
    ...(value !== undefined && { userEnteredValue: value }),
    ...(note !== undefined && note !== '' && { note }),
    ...rest,
  }
  return Object.keys(settled).length === 0 ? undefined : settled
}

function settledValue(value: ExtendedValue | undefined): ExtendedValue | undefined {
  if (value === undefined || Object.keys(value).length === 0 || value.stringValue === '') return undefined
  const text = value.stringValue ?? value.formulaValue
  if (text !== undefined && text.length > characterLimit) {
    throw invalid('Your input contains more than the maximum of 50000 characters in a single cell.')
  }
  if (value.formulaValue === undefined || value.formulaValue.startsWith('=')) return value
  throw invalid(`Invalid formula: ${value.formulaValue}. A formula must start with '='.`)
}

/** The number of rows up to the last one that holds a value: formats, notes and dropdowns are not values. */
export function usedRows(sheet: Sheet): number {
  let count = sheet.rows.length
  while (count > 0 && !sheet.rows[count - 1]?.some((cell) => cell?.userEnteredValue !== undefined)) count -= 1
  return count
}

/** The number of columns up to the last one that holds a value. */
export function usedColumns(sheet: Sheet): number {
  let count = 0
  for (const row of sheet.rows) {
    for (let column = row.length - 1; column >= count; column -= 1) {
      if (row[column]?.userEnteredValue !== undefined) count = column + 1
    }
  }
  return count
}
