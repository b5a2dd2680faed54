import { boundArea, resolveA1, wholeArea } from './a1.ts'
import { cellAt } from './cells.ts'
import { checkMask, type Mask, maskTakes, parseMask, select } from './fields-mask.ts'
import { describeMetadata, locationType, sheetIdOf } from './metadata.ts'
import { effectiveValue, formattedValue, hyperlinkOf, numberFormat } from './render.ts'
import { describeProtection } from './requests/protection.ts'
import { describeProperties } from './requests/sheets.ts'
import type { Actor, Area, Book, Dimension, Json, JsonObject, Sheet } from './types.ts'

export type Place = { readonly sheet: Sheet; readonly area: Area }

export type ReadSpreadsheet = {
  /** Only these areas and their tabs; null is everything. */
  readonly places: readonly Place[] | null
  readonly gridData: boolean
  /** The `fields` parameter, rooted at Spreadsheet, already parsed; with it `gridData` is ignored. */
  readonly mask: Mask | null
}

/** @throws ApiError 400 for a path that a Spreadsheet does not have */
export function spreadsheetMask(fields: string | null): Mask | null {
  if (fields === null || fields === '') return null
  const mask = parseMask(fields)
  checkMask(mask, 'Spreadsheet')
  return mask
}

export function placesOf(book: Book, ranges: readonly string[]): readonly Place[] | null {
  return ranges.length === 0 ? null : ranges.map((range) => resolveA1(book, range))
}

/** A Spreadsheet resource, as `spreadsheets.get` answers it to this actor. */
export function readSpreadsheet(book: Book, asked: ReadSpreadsheet, actor: Actor, url: string): JsonObject {
  const { mask, places } = asked
  const wantsData = mask === null ? asked.gridData : maskTakes(mask, 'sheets', 'data')
  const dataMask = mask?.children.get('sheets')?.children.get('data') ?? null
  const sheets =
    places === null ? book.sheets : book.sheets.filter((item) => places.some((p) => p.sheet === item))
  const own = book.metadata.filter((item) => locationType(item.location) === 'SPREADSHEET')
  const whole = omitEmpty({
    spreadsheetId: book.spreadsheetId,
    properties: { ...book.properties, defaultFormat },
    sheets: sheets.map((sheet) => {
      const areas = places?.filter((place) => place.sheet === sheet).map((place) => place.area)
      const data = wantsData
        ? (areas ?? [wholeArea(sheet)]).map((area) => gridData(book, sheet, area, dataMask))
        : []
      return describeSheet(book, sheet, data, actor)
    }),
    namedRanges: book.namedRanges as unknown as Json[],
    spreadsheetUrl: `${url}/grid`,
    developerMetadata: own.map(describeMetadata),
  })
  return mask === null ? whole : (select(whole, mask) as JsonObject)
}

const defaultFormat: JsonObject = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: { fontFamily: 'arial,sans,sans-serif', fontSize: 10, bold: false, italic: false },
}

function omitEmpty(message: Record<string, Json>): JsonObject {
  return Object.fromEntries(
    Object.entries(message).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  )
}

function describeSheet(book: Book, sheet: Sheet, data: JsonObject[], actor: Actor): JsonObject {
  const { sheetId } = sheet.properties
  const metadata = book.metadata.filter(
    (item) => locationType(item.location) === 'SHEET' && sheetIdOf(item.location) === sheetId,
  )
  return omitEmpty({
    properties: describeProperties(book, sheet),
    data,
    merges: sheet.merges as unknown as Json[],
    conditionalFormats: sheet.conditionalFormats,
    filterViews: sheet.filterViews,
    protectedRanges: sheet.protectedRanges.map((item) => describeProtection(item, actor)),
    ...(sheet.basicFilter !== null && { basicFilter: sheet.basicFilter }),
    bandedRanges: sheet.bandedRanges,
    developerMetadata: metadata.map(describeMetadata),
  })
}

/** One block of cells with its row and column properties; trailing empty rows are left out. */
function gridData(book: Book, sheet: Sheet, area: Area, mask: Mask | null): JsonObject {
  const bounded = boundArea(sheet, {
    startRowIndex: area.top,
    endRowIndex: area.bottom,
    startColumnIndex: area.left,
    endColumnIndex: area.right,
  })
  const wants = (name: string) => mask === null || mask.all || mask.children.has(name)
  return {
    ...(bounded.top > 0 && { startRow: bounded.top }),
    ...(bounded.left > 0 && { startColumn: bounded.left }),
    ...(wants('rowData') && { rowData: rowData(book, sheet, bounded) }),
    ...(wants('rowMetadata') && { rowMetadata: describeDimensions(book, sheet, 'ROWS', bounded) }),
    ...(wants('columnMetadata') && { columnMetadata: describeDimensions(book, sheet, 'COLUMNS', bounded) }),
  }
}

function rowData(book: Book, sheet: Sheet, area: Area): Json[] {
  const rows: JsonObject[] = []
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    const right = Math.min(area.right, sheet.rows[row]?.length ?? 0)
    const values = Array.from({ length: Math.max(0, right - area.left) }, (_, offset) =>
      describeCell(sheet, row, area.left + offset, book.properties.locale),
    )
    rows.push(values.length === 0 ? {} : { values })
  }
  while (rows.length > 0 && Object.keys(rows.at(-1) ?? {}).length === 0) rows.pop()
  return rows
}

function describeCell(sheet: Sheet, row: number, column: number, locale: string): JsonObject {
  const cell = cellAt(sheet, row, column)
  if (cell === undefined) return {}
  const place = { sheet, row, column, locale }
  const effective = effectiveValue(cell, place)
  const formatted = formattedValue(cell, place)
  const hyperlink = hyperlinkOf(cell)
  const format = numberFormat(cell, place)
  return {
    ...(cell as JsonObject),
    ...(effective !== undefined && { effectiveValue: effective as JsonObject }),
    ...(formatted !== undefined && { formattedValue: formatted }),
    ...(hyperlink !== undefined && { hyperlink }),
    effectiveFormat: {
      ...defaultFormat,
      ...(format !== undefined && { numberFormat: format }),
      ...cell.userEnteredFormat,
    },
  }
}

function describeDimensions(book: Book, sheet: Sheet, name: 'ROWS' | 'COLUMNS', area: Area): Json[] {
  const list: readonly (Dimension | undefined)[] =
    name === 'ROWS' ? sheet.rowDimensions : sheet.columnDimensions
  const [start, end] = name === 'ROWS' ? [area.top, area.bottom] : [area.left, area.right]
  const tags = new Map<number, JsonObject[]>()
  for (const item of book.metadata) {
    const range = item.location.dimensionRange
    if (range?.dimension !== name || (range.sheetId ?? 0) !== sheet.properties.sheetId) continue
    const index = range.startIndex ?? 0
    tags.set(index, [...(tags.get(index) ?? []), describeMetadata(item)])
  }
  return Array.from({ length: end - start }, (_, offset) => {
    const index = start + offset
    const developerMetadata = tags.get(index)
    return {
      pixelSize: name === 'ROWS' ? 21 : 100,
      ...list[index],
      ...(developerMetadata !== undefined && { developerMetadata }),
    }
  })
}
