import { invalid } from '../error.ts'
import { merge, requestMask } from '../fields-mask.ts'
import { shiftFormulas } from '../formula/references.ts'
import { checkProtection } from '../protection.ts'
import { type Shift, shiftAnchors } from '../ranges.ts'
import { checkSize, dimensionCount, dimensions, setDimensionCount, sheetById } from '../sheets.ts'
import type {
  Actor,
  Area,
  Book,
  Cell,
  Dimension,
  DimensionName,
  DimensionRange,
  JsonObject,
  Sheet,
} from '../types.ts'

type Span = {
  readonly sheet: Sheet
  readonly name: DimensionName
  readonly start: number
  readonly end: number
}

function nameOf(dimension: string | undefined): DimensionName {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension
  throw invalid("'dimension' must be ROWS or COLUMNS.")
}

const noun = (name: DimensionName): string => (name === 'ROWS' ? 'row' : 'column')

function spanOf(book: Book, range: DimensionRange | undefined): Span {
  const sheet = sheetById(book, range?.sheetId ?? 0, 'grid')
  const name = nameOf(range?.dimension)
  const start = range?.startIndex ?? 0
  const end = range?.endIndex ?? dimensionCount(sheet, name)
  if (start < 0 || end <= start) throw invalid(`Invalid range: startIndex[${start}], endIndex[${end}]`)
  return { sheet, name, start, end }
}

function areaOfSpan({ sheet, name, start, end }: Span): Area {
  const { rowCount, columnCount } = sheet.properties.gridProperties
  return name === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: columnCount }
    : { top: 0, bottom: rowCount, left: start, right: end }
}

/** What is tied to rows or columns, and what formulas say of them, goes where they go. */
function follow(book: Book, sheet: Sheet, name: DimensionName, shift: Shift): void {
  shiftAnchors(book, sheet, name, shift)
  shiftFormulas(book, sheet, name, shift)
}

export function appendDimension(
  book: Book,
  body: { readonly sheetId?: number; readonly dimension?: string; readonly length?: number },
): JsonObject {
  const sheet = sheetById(book, body.sheetId ?? 0, 'grid')
  const name = nameOf(body.dimension)
  if ((body.length ?? 0) < 1) throw invalid('The length to append must be greater than 0.')
  setDimensionCount(sheet, name, dimensionCount(sheet, name) + (body.length ?? 0))
  checkSize(book)
  return {}
}

/** New rows and columns take the format and the dropdown of their neighbour, never its contents. */
export function insertDimension(
  book: Book,
  body: { readonly range?: DimensionRange; readonly inheritFromBefore?: boolean },
): JsonObject {
  const { sheet, name, start, end } = spanOf(book, body.range)
  const size = dimensionCount(sheet, name)
  const before = body.inheritFromBefore === true
  if (start > size || (start === size && !before)) {
    throw invalid(
      `range.startIndex[${start}] must be less than the grid size (${size}) if inheritFromBefore is false.`,
    )
  }
  if (before && start === 0) throw invalid('inheritFromBefore cannot be true if inserting at index 0.')
  const count = end - start
  setDimensionCount(sheet, name, size + count)
  checkSize(book)
  padTo(dimensions(sheet, name), start)
  dimensions(sheet, name).splice(start, 0, ...Array<undefined>(count).fill(undefined))
  const neighbour = before ? start - 1 : start
  if (name === 'ROWS') insertRows(sheet, start, count, neighbour)
  else insertColumns(sheet, start, count, neighbour)
  follow(book, sheet, name, { kind: 'insert', at: start, count })
  return {}
}

function padTo(list: unknown[], length: number): void {
  while (list.length < length) list.push(undefined)
}

function inherited(cell: Cell | undefined): Cell | undefined {
  if (cell?.userEnteredFormat === undefined && cell?.dataValidation === undefined) return undefined
  return {
    ...(cell.userEnteredFormat !== undefined && { userEnteredFormat: cell.userEnteredFormat }),
    ...(cell.dataValidation !== undefined && { dataValidation: cell.dataValidation }),
  }
}

function insertRows(sheet: Sheet, start: number, count: number, neighbour: number): void {
  const model = (sheet.rows[neighbour] ?? []).map(inherited)
  while (sheet.rows.length < start) sheet.rows.push([])
  sheet.rows.splice(start, 0, ...Array.from({ length: count }, () => model))
}

function insertColumns(sheet: Sheet, start: number, count: number, neighbour: number): void {
  sheet.rows = sheet.rows.map((row) => {
    if (row.length <= Math.min(start, neighbour)) return row
    const cells = [...row]
    padTo(cells, start)
    cells.splice(start, 0, ...Array.from({ length: count }, () => inherited(row[neighbour])))
    return cells
  })
}

export function deleteDimension(
  book: Book,
  body: { readonly range?: DimensionRange },
  actor: Actor,
): JsonObject {
  const span = spanOf(book, body.range)
  const { sheet, name, start, end } = span
  const size = dimensionCount(sheet, name)
  if (start >= size || end > size) {
    throw invalid(
      `Cannot delete a ${noun(name)} that doesn't exist. Tried to delete ${noun(name)} index ` +
        `${Math.max(start, size)} but there are only ${size} ${noun(name)}s.`,
    )
  }
  checkDeletable(sheet, name, start, end)
  checkProtection(sheet, areaOfSpan(span), actor)
  const grid = sheet.properties.gridProperties
  const frozen = (name === 'ROWS' ? grid.frozenRowCount : grid.frozenColumnCount) ?? 0
  const thawed = Math.max(0, Math.min(end, frozen) - start)
  const key = name === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount'
  if (thawed > 0) {
    sheet.properties = { ...sheet.properties, gridProperties: { ...grid, [key]: frozen - thawed } }
  }
  setDimensionCount(sheet, name, size - (end - start))
  dimensions(sheet, name).splice(start, end - start)
  if (name === 'ROWS') sheet.rows.splice(start, end - start)
  else sheet.rows = sheet.rows.map((row) => row.toSpliced(start, end - start))
  follow(book, sheet, name, { kind: 'delete', start, end })
  return {}
}

function checkDeletable(sheet: Sheet, name: DimensionName, start: number, end: number): void {
  const grid = sheet.properties.gridProperties
  const size = dimensionCount(sheet, name)
  const frozen = (name === 'ROWS' ? grid.frozenRowCount : grid.frozenColumnCount) ?? 0
  if (end - start >= size) throw invalid(`You can't delete all the ${noun(name)}s on the sheet.`)
  if (start <= frozen && end >= size) {
    throw invalid(`Sorry, it is not possible to delete all non-frozen ${noun(name)}s.`)
  }
}

/** Cells, dimension properties and everything tied to them move together. */
export function moveDimension(
  book: Book,
  body: { readonly source?: DimensionRange; readonly destinationIndex?: number },
  actor: Actor,
): JsonObject {
  const span = spanOf(book, body.source)
  const { sheet, name, start, end } = span
  const size = dimensionCount(sheet, name)
  const destination = body.destinationIndex ?? 0
  if (end > size || destination < 0 || destination > size) {
    throw invalid(`Cannot move ${noun(name)}s beyond the grid: it has ${size} ${noun(name)}s.`)
  }
  if (destination >= start && destination <= end) {
    if (destination === start || destination === end) return {}
    throw invalid('The destination of a move cannot be inside the moved range.')
  }
  checkProtection(sheet, areaOfSpan(span), actor)
  moveItems(dimensions(sheet, name), start, end, destination)
  if (name === 'ROWS') {
    while (sheet.rows.length < Math.max(end, destination)) sheet.rows.push([])
    moveItems(sheet.rows, start, end, destination)
  } else {
    sheet.rows = sheet.rows.map((row) => {
      const cells = [...row]
      moveItems(cells, start, end, destination)
      while (cells.length > 0 && cells.at(-1) === undefined) cells.pop()
      return cells
    })
  }
  follow(book, sheet, name, { kind: 'move', start, end, destination })
  return {}
}

function moveItems<T>(list: (T | undefined)[], start: number, end: number, destination: number): void {
  padTo(list, Math.max(end, destination))
  const moved = list.splice(start, end - start)
  list.splice(destination > start ? destination - moved.length : destination, 0, ...moved)
}

export function updateDimensionProperties(
  book: Book,
  body: { readonly range?: DimensionRange; readonly properties?: Dimension; readonly fields?: string },
): JsonObject {
  const mask = requestMask(body.fields, 'DimensionProperties')
  const { sheet, name, start, end } = spanOf(book, body.range)
  const size = dimensionCount(sheet, name)
  if (start >= size) throw invalid(`Cannot update ${noun(name)} ${start}: there are only ${size}.`)
  const list = dimensions(sheet, name)
  padTo(list, start)
  for (let index = start; index < Math.min(end, size); index += 1) {
    const merged = merge((list[index] ?? {}) as JsonObject, (body.properties ?? {}) as JsonObject, mask)
    list[index] = Object.keys(merged).length === 0 ? undefined : (merged as Dimension)
  }
  return {}
}

/** Widths are not measured here: the columns get back the default width. */
export function autoResizeDimensions(book: Book, body: { readonly dimensions?: DimensionRange }): JsonObject {
  return updateDimensionProperties(book, {
    ...(body.dimensions !== undefined && { range: body.dimensions }),
    properties: {},
    fields: 'pixelSize',
  })
}
