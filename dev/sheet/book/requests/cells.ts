import { areaOf, boundArea } from '../a1.ts'
import { changeRow, usedRows, writtenCell } from '../cells.ts'
import { invalid } from '../error.ts'
import { type Mask, requestMask } from '../fields-mask.ts'
import { checkProtection } from '../protection.ts'
import { checkSize, setDimensionCount, sheetById } from '../sheets.ts'
import type { Actor, Area, Book, Cell, GridRange, JsonObject, Sheet, ValidationRule } from '../types.ts'

type RowData = { readonly values?: readonly Cell[] }

const allFields: Mask = { all: true, children: new Map() }

const isWholeCell = (fields: string | undefined): boolean => fields === '*'

function cellMask(fields: string | undefined): Mask {
  return isWholeCell(fields) ? allFields : requestMask(fields, 'CellData')
}

type UpdateCells = {
  readonly rows?: readonly RowData[]
  readonly fields?: string
  readonly start?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number }
  readonly range?: GridRange
}

/** With a range, the cells of it that `rows` does not cover are cleared of the masked fields. */
export function updateCells(book: Book, body: UpdateCells, actor: Actor): JsonObject {
  const mask = cellMask(body.fields)
  const rows = body.rows ?? []
  const { sheet, area } = target(book, body)
  checkFits(rows, area)
  const covered = body.range === undefined ? { ...area, bottom: area.top + rows.length } : area
  checkProtection(sheet, narrowed(covered, rows, body.range !== undefined), actor)
  for (let row = covered.top; row < covered.bottom; row += 1) {
    const values = rows[row - covered.top]?.values ?? []
    const right = body.range === undefined ? covered.left + values.length : covered.right
    changeRow(sheet, row, (cells) => {
      for (let column = covered.left; column < right; column += 1) {
        cells[column] = writtenCell(cells[column], values[column - covered.left], mask)
      }
    })
  }
  return {}
}

function target(book: Book, body: UpdateCells): { sheet: Sheet; area: Area } {
  if (body.range !== undefined) return areaOf(book, body.range)
  if (body.start === undefined) throw invalid("Must specify one of 'start' or 'range'.")
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = body.start
  const sheet = sheetById(book, sheetId, 'grid')
  const { rowCount, columnCount } = sheet.properties.gridProperties
  if (rowIndex >= rowCount) {
    throw invalid(`GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${rowCount}]`)
  }
  if (columnIndex >= columnCount) {
    throw invalid(`GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${columnCount}]`)
  }
  return { sheet, area: boundArea(sheet, { startRowIndex: rowIndex, startColumnIndex: columnIndex }) }
}

function checkFits(rows: readonly RowData[], area: Area): void {
  if (area.top + rows.length > area.bottom) {
    throw invalid(
      `Attempting to write row: ${area.bottom}, beyond the last requested row of: ${area.bottom - 1}`,
    )
  }
  if (rows.some((row) => area.left + (row.values?.length ?? 0) > area.right)) {
    throw invalid(
      `Attempting to write column: ${area.right}, beyond the last requested column of: ${area.right - 1}`,
    )
  }
}

function narrowed(area: Area, rows: readonly RowData[], isRange: boolean): Area {
  if (isRange) return area
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0)
  return { ...area, right: area.left + width }
}

/** Adds rows after the last one that holds a value; the grid grows downwards only. */
export function appendCells(
  book: Book,
  body: { readonly sheetId?: number; readonly rows?: readonly RowData[]; readonly fields?: string },
  actor: Actor,
): JsonObject {
  const mask = cellMask(body.fields)
  const sheet = sheetById(book, body.sheetId ?? 0, 'grid')
  const rows = body.rows ?? []
  const top = usedRows(sheet)
  const { rowCount, columnCount } = sheet.properties.gridProperties
  if (top + rows.length > rowCount) setDimensionCount(sheet, 'ROWS', top + rows.length)
  checkSize(book)
  const area: Area = { top, bottom: top + rows.length, left: 0, right: columnCount }
  checkFits(rows, area)
  checkProtection(sheet, narrowed(area, rows, false), actor)
  for (const [offset, row] of rows.entries()) {
    changeRow(sheet, top + offset, (cells) => {
      for (const [column, value] of (row.values ?? []).entries()) {
        cells[column] = writtenCell(cells[column], value, mask)
      }
    })
  }
  return {}
}

export function repeatCell(
  book: Book,
  body: { readonly range?: GridRange; readonly cell?: Cell; readonly fields?: string },
  actor: Actor,
): JsonObject {
  const mask = cellMask(body.fields)
  const { sheet, area } = areaOf(book, body.range ?? {})
  checkProtection(sheet, area, actor)
  changeArea(sheet, area, (cell) => writtenCell(cell, body.cell, mask))
  return {}
}

/** Rows hidden by a filter are left out unless asked for; no rule removes the rule. */
export function setDataValidation(
  book: Book,
  body: {
    readonly range?: GridRange
    readonly rule?: ValidationRule
    readonly filteredRowsIncluded?: boolean
  },
  actor: Actor,
): JsonObject {
  const { sheet, area } = areaOf(book, body.range ?? {})
  const { rule } = body
  if (rule !== undefined) checkRule(rule)
  checkProtection(sheet, area, actor)
  const mask = requestMask('dataValidation', 'CellData')
  const source: Cell = rule === undefined ? {} : { dataValidation: rule }
  const skips = (row: number) =>
    body.filteredRowsIncluded !== true && sheet.rowDimensions[row]?.hiddenByFilter === true
  changeArea(sheet, area, (cell) => writtenCell(cell, source, mask), skips)
  return {}
}

function checkRule(rule: ValidationRule): void {
  const values = rule.condition?.values ?? []
  if (rule.condition?.type === undefined) throw invalid('A data validation rule must have a condition type.')
  if (rule.condition.type === 'ONE_OF_LIST' && values.length === 0) {
    throw invalid('Invalid ConditionValue count for ONE_OF_LIST: at least one value is required.')
  }
  if (rule.condition.type === 'ONE_OF_LIST' && values.length > 500) {
    throw invalid('A list of data validation holds at most 500 values.')
  }
}

function changeArea(
  sheet: Sheet,
  area: Area,
  change: (cell: Cell | undefined) => Cell | undefined,
  skips: (row: number) => boolean = () => false,
): void {
  const clears = change(undefined) === undefined
  const bottom = clears ? Math.min(area.bottom, sheet.rows.length) : area.bottom
  for (let row = area.top; row < bottom; row += 1) {
    if (skips(row)) continue
    changeRow(sheet, row, (cells) => {
      for (let column = area.left; column < area.right; column += 1) cells[column] = change(cells[column])
    })
  }
}

export function mergeCells(
  book: Book,
  body: { readonly range?: GridRange; readonly mergeType?: string },
  actor: Actor,
): JsonObject {
  const { sheet, area } = areaOf(book, body.range ?? {})
  checkProtection(sheet, area, actor)
  const blocks = mergedBlocks(area, body.mergeType ?? 'MERGE_ALL')
  const sheetId = sheet.properties.sheetId
  for (const block of blocks) {
    changeArea(sheet, block, (cell) => cell)
    for (let row = block.top; row < block.bottom; row += 1) {
      changeRow(sheet, row, (cells) => {
        for (let column = block.left; column < block.right; column += 1) {
          const isCorner = row === block.top && column === block.left
          const { userEnteredValue: _, ...rest } = cells[column] ?? {}
          if (!isCorner) cells[column] = Object.keys(rest).length === 0 ? undefined : rest
        }
      })
    }
    sheet.merges.push({
      sheetId,
      startRowIndex: block.top,
      endRowIndex: block.bottom,
      startColumnIndex: block.left,
      endColumnIndex: block.right,
    })
  }
  return {}
}

function mergedBlocks(area: Area, type: string): Area[] {
  const list = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, index) => start + index)
  if (type === 'MERGE_ROWS') {
    return list(area.top, area.bottom).map((row) => ({ ...area, top: row, bottom: row + 1 }))
  }
  if (type === 'MERGE_COLUMNS') {
    return list(area.left, area.right).map((column) => ({ ...area, left: column, right: column + 1 }))
  }
  return [area]
}

export function unmergeCells(book: Book, body: { readonly range?: GridRange }): JsonObject {
  const { sheet, area } = areaOf(book, body.range ?? {})
  sheet.merges = sheet.merges.filter(
    (range) =>
      (range.startRowIndex ?? 0) >= area.bottom ||
      (range.endRowIndex ?? 0) <= area.top ||
      (range.startColumnIndex ?? 0) >= area.right ||
      (range.endColumnIndex ?? 0) <= area.left,
  )
  return {}
}
