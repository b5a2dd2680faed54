import { invalid } from '../error.ts'
import { maskTakes, merge, requestMask } from '../fields-mask.ts'
import { sheetIdOf } from '../metadata.ts'
import { checkSize, emptySheet, findByTitle, nextId, sheetById } from '../sheets.ts'
import type {
  Book,
  BookProperties,
  GridProperties,
  GridRange,
  JsonObject,
  Sheet,
  SheetProperties,
} from '../types.ts'

type GivenProperties = Partial<Omit<SheetProperties, 'gridProperties'>> & {
  readonly index?: number
  readonly gridProperties?: Partial<GridProperties>
}

/** As the API answers them, with the place of the tab. */
export function describeProperties(book: Book, sheet: Sheet): JsonObject {
  return { ...sheet.properties, index: book.sheets.indexOf(sheet) } as unknown as JsonObject
}

export function addSheet(book: Book, body: { readonly properties?: GivenProperties }): JsonObject {
  const { index, gridProperties, ...given } = body.properties ?? {}
  const sheetId = given.sheetId ?? nextId(book)
  checkNewId(book, sheetId)
  const title = given.title ?? freeTitle(book, (number) => `Feuille ${number}`)
  checkTitle(book, title)
  const sheet = emptySheet({
    ...given,
    sheetId,
    title,
    sheetType: 'GRID',
    gridProperties: { rowCount: 1000, columnCount: 26, ...gridProperties },
  })
  checkGrid(sheet)
  insertAt(book, sheet, index ?? book.sheets.length)
  checkSize(book)
  return { addSheet: { properties: describeProperties(book, sheet) } }
}

function checkNewId(book: Book, sheetId: number): void {
  if (sheetId < 0) throw invalid(`Invalid sheetId: ${sheetId}. It must be non-negative.`)
  if (book.sheets.some((sheet) => sheet.properties.sheetId === sheetId)) {
    throw invalid(`Cannot add new sheet with ID: ${sheetId}, a sheet with that ID already exists.`)
  }
}

function checkTitle(book: Book, title: string, own?: Sheet): void {
  if (title === '' || title.length > 100) {
    throw invalid('The sheet name must have between 1 and 100 characters.')
  }
  const other = book.sheets.find((sheet) => sheet.properties.title.toLowerCase() === title.toLowerCase())
  if (other !== undefined && other !== own) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`)
  }
}

function freeTitle(book: Book, title: (number: number) => string): string {
  let number = 1
  while (findByTitle(book, title(number)) !== undefined) number += 1
  return title(number)
}

function checkGrid(sheet: Sheet): void {
  const grid = sheet.properties.gridProperties
  if (grid.rowCount < 1 || grid.columnCount < 1) {
    throw invalid('The grid must have at least one row and one column.')
  }
  if ((grid.frozenRowCount ?? 0) >= grid.rowCount) {
    throw invalid("You can't freeze all visible rows on the sheet.")
  }
  if ((grid.frozenColumnCount ?? 0) >= grid.columnCount) {
    throw invalid("You can't freeze all visible columns on the sheet.")
  }
}

function insertAt(book: Book, sheet: Sheet, index: number): void {
  if (index < 0 || index > book.sheets.length) {
    throw invalid(`Invalid index: ${index}. It must be between 0 and ${book.sheets.length}.`)
  }
  book.sheets.splice(index, 0, sheet)
}

export function deleteSheet(book: Book, body: { readonly sheetId?: number }): JsonObject {
  const sheet = sheetById(book, body.sheetId ?? 0, 'sheet')
  const { sheetId } = sheet.properties
  book.sheets.splice(book.sheets.indexOf(sheet), 1)
  if (book.sheets.length === 0) throw invalid("You can't remove all the sheets in a document.")
  checkOneVisible(book)
  book.metadata = book.metadata.filter((item) => sheetIdOf(item.location) !== sheetId)
  book.namedRanges = book.namedRanges.filter((item) => (item.range?.sheetId ?? 0) !== sheetId)
  return {}
}

function checkOneVisible(book: Book): void {
  if (book.sheets.every((sheet) => sheet.properties.hidden === true)) {
    throw invalid("You can't remove all the visible sheets in a document.")
  }
}

export function updateSheetProperties(
  book: Book,
  body: { readonly properties?: GivenProperties; readonly fields?: string },
): JsonObject {
  const mask = requestMask(body.fields, 'SheetProperties')
  const given = body.properties ?? {}
  const sheet = sheetById(book, given.sheetId ?? 0, 'sheet')
  const { index, ...rest } = given
  const { sheetId, sheetType } = sheet.properties
  const merged = merge(sheet.properties as JsonObject, rest as JsonObject, mask) as unknown as GivenProperties
  const { index: _, ...kept } = merged
  const old = sheet.properties.gridProperties
  const gridProperties: GridProperties = {
    ...merged.gridProperties,
    rowCount: merged.gridProperties?.rowCount ?? old.rowCount,
    columnCount: merged.gridProperties?.columnCount ?? old.columnCount,
  }
  sheet.properties = { ...kept, sheetId, sheetType, title: merged.title ?? '', gridProperties }
  checkTitle(book, sheet.properties.title, sheet)
  checkGrid(sheet)
  cutToGrid(sheet)
  checkSize(book)
  checkOneVisible(book)
  if (index !== undefined && maskTakes(mask, 'index')) {
    const from = book.sheets.indexOf(sheet)
    book.sheets.splice(from, 1)
    insertAt(book, sheet, index > from ? index - 1 : index)
  }
  return {}
}

/** A grid made smaller loses what was beyond it. */
function cutToGrid(sheet: Sheet): void {
  const { rowCount, columnCount } = sheet.properties.gridProperties
  sheet.rows = sheet.rows
    .slice(0, rowCount)
    .map((row) => (row.length > columnCount ? row.slice(0, columnCount) : row))
  sheet.rowDimensions = sheet.rowDimensions.slice(0, rowCount)
  sheet.columnDimensions = sheet.columnDimensions.slice(0, columnCount)
}

export function updateSpreadsheetProperties(
  book: Book,
  body: { readonly properties?: Partial<BookProperties>; readonly fields?: string },
): JsonObject {
  const mask = requestMask(body.fields, 'SpreadsheetProperties')
  const merged = merge(book.properties as JsonObject, (body.properties ?? {}) as JsonObject, mask)
  const properties = { ...book.properties, ...(merged as Partial<BookProperties>) }
  if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(properties.locale)) {
    throw invalid(`Unsupported locale: ${properties.locale}`)
  }
  if (!Intl.supportedValuesOf('timeZone').includes(properties.timeZone)) {
    throw invalid(`Invalid time zone: ${properties.timeZone}`)
  }
  book.properties = properties
  return {}
}

export function duplicateSheet(
  book: Book,
  body: {
    readonly sourceSheetId?: number
    readonly insertSheetIndex?: number
    readonly newSheetId?: number
    readonly newSheetName?: string
  },
): JsonObject {
  const source = sheetById(book, body.sourceSheetId ?? 0, 'sheet')
  const from = source.properties.sheetId
  const sheetId = body.newSheetId ?? nextId(book)
  checkNewId(book, sheetId)
  const { title } = source.properties
  const copyTitle = (number: number) => (number === 1 ? `Copie de ${title}` : `Copie ${number} de ${title}`)
  const newTitle = body.newSheetName ?? freeTitle(book, copyTitle)
  checkTitle(book, newTitle)
  const here = <T extends GridRange>(range: T): T => ({ ...range, sheetId })
  const ranged = <T extends { readonly range?: GridRange; readonly ranges?: readonly GridRange[] }>(
    item: T,
  ): T => ({
    ...item,
    ...(item.range !== undefined && { range: here(item.range) }),
    ...(item.ranges !== undefined && { ranges: item.ranges.map(here) }),
  })
  const copy: Sheet = {
    properties: { ...source.properties, sheetId, title: newTitle },
    rows: [...source.rows],
    rowDimensions: [...source.rowDimensions],
    columnDimensions: [...source.columnDimensions],
    merges: source.merges.map(here),
    protectedRanges: source.protectedRanges.map((item) => ({
      ...item,
      range: here(item.range),
      protectedRangeId: nextId(book),
    })),
    conditionalFormats: source.conditionalFormats.map(ranged),
    bandedRanges: source.bandedRanges.map((item) => ({ ...ranged(item), bandedRangeId: nextId(book) })),
    filterViews: source.filterViews.map((item) => ({ ...ranged(item), filterViewId: nextId(book) })),
    basicFilter: source.basicFilter === null ? null : ranged(source.basicFilter),
  }
  insertAt(book, copy, body.insertSheetIndex ?? 0)
  checkSize(book)
  copyMetadata(book, from, sheetId)
  return { duplicateSheet: { properties: describeProperties(book, copy) } }
}

/** The copies get ids of their own, so that a lookup by id never finds the duplicate. */
function copyMetadata(book: Book, from: number, to: number): void {
  const copies = book.metadata
    .filter((item) => sheetIdOf(item.location) === from)
    .map((item) => {
      const { dimensionRange } = item.location
      const location =
        dimensionRange === undefined
          ? { sheetId: to }
          : { dimensionRange: { ...dimensionRange, sheetId: to } }
      return { ...item, metadataId: nextId(book), location }
    })
  book.metadata.push(...copies)
}
