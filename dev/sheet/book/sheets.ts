import { invalid } from './error.ts'
import type { Book, Dimension, DimensionName, Sheet, SheetProperties } from './types.ts'

/** "10 million cells for spreadsheets", empty grid cells included. */
const cellLimit = 10_000_000
/** ZZZ, the last column a tab may have. */
const columnLimit = 18_278

/**
 * @param wording cell requests say "grid", requests about tabs say "sheet"
 * @throws ApiError 400 `No grid with id: N` or `No sheet with id: N`
 */
export function sheetById(book: Book, sheetId: number, wording: 'grid' | 'sheet'): Sheet {
  const sheet = book.sheets.find((item) => item.properties.sheetId === sheetId)
  if (sheet === undefined) throw invalid(`No ${wording} with id: ${sheetId}`)
  return sheet
}

export function findByTitle(book: Book, title: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.properties.title === title)
}

export function emptySheet(properties: SheetProperties): Sheet {
  return {
    properties,
    rows: [],
    rowDimensions: [],
    columnDimensions: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    filterViews: [],
    basicFilter: null,
  }
}

/** A draft that can be changed without touching the original: lists are copied, rows and cells are shared. */
export function draftOf(book: Book): Book {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: [...sheet.rows],
      rowDimensions: [...sheet.rowDimensions],
      columnDimensions: [...sheet.columnDimensions],
      merges: [...sheet.merges],
      protectedRanges: [...sheet.protectedRanges],
      conditionalFormats: [...sheet.conditionalFormats],
      bandedRanges: [...sheet.bandedRanges],
      filterViews: [...sheet.filterViews],
    })),
    metadata: [...book.metadata],
    namedRanges: [...book.namedRanges],
  }
}

/** Ids the server gives: unlike Google's they are not random, so that a run can be repeated. */
export function nextId(book: Book): number {
  book.lastId += 1
  return book.lastId
}

export function dimensions(sheet: Sheet, name: DimensionName): (Dimension | undefined)[] {
  return name === 'ROWS' ? sheet.rowDimensions : sheet.columnDimensions
}

export function dimensionCount(sheet: Sheet, name: DimensionName): number {
  const { rowCount, columnCount } = sheet.properties.gridProperties
  return name === 'ROWS' ? rowCount : columnCount
}

export function setDimensionCount(sheet: Sheet, name: DimensionName, count: number): void {
  const key = name === 'ROWS' ? 'rowCount' : 'columnCount'
  sheet.properties = {
    ...sheet.properties,
    gridProperties: { ...sheet.properties.gridProperties, [key]: count },
  }
}

export function isHidden(dimension: Dimension | undefined): boolean {
  return dimension?.hiddenByUser === true || dimension?.hiddenByFilter === true
}

/** @throws ApiError 400 when the grids together pass ten million cells, or a tab passes column ZZZ */
export function checkSize(book: Book): void {
  let cells = 0
  for (const { properties } of book.sheets) {
    const { rowCount, columnCount } = properties.gridProperties
    if (columnCount > columnLimit) {
      throw invalid(`This action would increase the number of columns above the limit of ${columnLimit}.`)
    }
    cells += rowCount * columnCount
  }
  if (cells > cellLimit) {
    throw invalid(
      'This action would increase the number of cells in the workbook above the limit of ' +
        `${cellLimit} cells.`,
    )
  }
}
