import { areaOf, resolveA1 } from './a1.ts'
import { invalid } from './error.ts'
import { sheetById } from './sheets.ts'
import type { Book, DimensionRange, GridRange, JsonObject, Metadata, MetadataLocation } from './types.ts'

/** "30,000 characters per tab + 30,000 per spreadsheet", key and value both counted (guides/metadata). */
const metadataLimit = 30_000

export type LocationType = 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN'

export type MetadataLookup = {
  readonly locationType?: LocationType
  readonly metadataLocation?: MetadataLocation
  readonly locationMatchingStrategy?: string
  readonly metadataId?: number
  readonly metadataKey?: string
  readonly metadataValue?: string
  readonly visibility?: string
}

export type DataFilter = {
  readonly developerMetadataLookup?: MetadataLookup
  readonly a1Range?: string
  readonly gridRange?: GridRange
}

export function locationType(location: MetadataLocation): LocationType {
  if (location.dimensionRange !== undefined) {
    return location.dimensionRange.dimension === 'ROWS' ? 'ROW' : 'COLUMN'
  }
  return location.sheetId === undefined ? 'SPREADSHEET' : 'SHEET'
}

/** The tab a location is on; undefined for the spreadsheet itself. */
export function sheetIdOf(location: MetadataLocation): number | undefined {
  if (location.dimensionRange !== undefined) return location.dimensionRange.sheetId ?? 0
  return location.sheetId
}

/** As the API answers it, with the type of its location. */
export function describeMetadata(item: Metadata): JsonObject {
  return { ...item, location: { locationType: locationType(item.location), ...item.location } } as JsonObject
}

/** @throws ApiError 400 unless the location is the spreadsheet, one tab, or one whole row or column */
export function checkedLocation(book: Book, location: MetadataLocation | undefined): MetadataLocation {
  if (location?.dimensionRange !== undefined) return checkedDimension(book, location.dimensionRange)
  if (location?.sheetId !== undefined) {
    sheetById(book, location.sheetId, 'grid')
    return { sheetId: location.sheetId }
  }
  if (location?.spreadsheet === true) return { spreadsheet: true }
  throw invalid('Developer metadata must specify a location.')
}

function checkedDimension(book: Book, range: DimensionRange): MetadataLocation {
  const { dimension, startIndex, endIndex, sheetId = 0 } = range
  const sheet = sheetById(book, sheetId, 'grid')
  const named = dimension === 'ROWS' || dimension === 'COLUMNS'
  if (!named || startIndex === undefined || endIndex === undefined || endIndex !== startIndex + 1) {
    throw invalid('DeveloperMetadata.location.dimensionRange must represent a single row or column.')
  }
  const { rowCount, columnCount } = sheet.properties.gridProperties
  if (startIndex < 0 || endIndex > (dimension === 'ROWS' ? rowCount : columnCount)) {
    throw invalid(
      `DimensionRange.endIndex[${endIndex}] is after last ${dimension === 'ROWS' ? 'row' : 'column'} in grid` +
        `[${dimension === 'ROWS' ? rowCount : columnCount}]`,
    )
  }
  return { dimensionRange: { sheetId, dimension, startIndex, endIndex } }
}

/** @throws ApiError 400 when a tab's, or the spreadsheet's own, metadata pass 30,000 characters */
export function checkMetadataSize(book: Book): void {
  const sizes = new Map<number | undefined, number>()
  for (const item of book.metadata) {
    const owner = sheetIdOf(item.location)
    const size = item.metadataKey.length + (item.metadataValue ?? '').length
    sizes.set(owner, (sizes.get(owner) ?? 0) + size)
  }
  for (const [owner, size] of sizes) {
    if (size > metadataLimit) {
      const where = owner === undefined ? 'the spreadsheet' : `sheet ${owner}`
      throw invalid(`Developer metadata of ${where} exceeds the limit of ${metadataLimit} characters.`)
    }
  }
}

export function findMetadata(book: Book, filter: DataFilter): Metadata[] {
  const lookup = filter.developerMetadataLookup
  if (lookup !== undefined) return book.metadata.filter((item) => matches(item, lookup))
  const { sheet, area } =
    filter.a1Range === undefined ? areaOf(book, filter.gridRange ?? {}) : resolveA1(book, filter.a1Range)
  return book.metadata.filter((item) => {
    const range = item.location.dimensionRange
    if (range === undefined || (range.sheetId ?? 0) !== sheet.properties.sheetId) return false
    const index = range.startIndex ?? 0
    return range.dimension === 'ROWS'
      ? index >= area.top && index < area.bottom
      : index >= area.left && index < area.right
  })
}

function matches(item: Metadata, lookup: MetadataLookup): boolean {
  return (
    (lookup.metadataId === undefined || lookup.metadataId === item.metadataId) &&
    (lookup.metadataKey === undefined || lookup.metadataKey === item.metadataKey) &&
    (lookup.metadataValue === undefined || lookup.metadataValue === (item.metadataValue ?? '')) &&
    (lookup.visibility === undefined || lookup.visibility === item.visibility) &&
    (lookup.locationType === undefined || lookup.locationType === locationType(item.location)) &&
    (lookup.metadataLocation === undefined ||
      isAt(item.location, lookup.metadataLocation, lookup.locationMatchingStrategy))
  )
}

/** Exactly there; or, when intersecting is asked, anywhere on that tab (or in the spreadsheet). */
function isAt(location: MetadataLocation, asked: MetadataLocation, strategy: string | undefined): boolean {
  const type = locationType(asked)
  if (strategy === 'INTERSECTING_LOCATION') {
    if (type === 'SPREADSHEET') return true
    if (type === 'SHEET') return sheetIdOf(location) === asked.sheetId
  }
  if (locationType(location) !== type || sheetIdOf(location) !== sheetIdOf(asked)) return false
  return (
    location.dimensionRange?.startIndex === asked.dimensionRange?.startIndex &&
    location.dimensionRange?.dimension === asked.dimensionRange?.dimension
  )
}

/**
 * The areas a filter designates: a range, or the rows, columns and tabs whose metadata match.
 * @throws ApiError 400 for an unknown tab or range; no match is no area
 */
export function areasOf(book: Book, filter: DataFilter) {
  if (filter.a1Range !== undefined) return [resolveA1(book, filter.a1Range)]
  if (filter.gridRange !== undefined) return [areaOf(book, filter.gridRange)]
  if (filter.developerMetadataLookup === undefined) throw invalid('Must specify a data filter.')
  return findMetadata(book, filter).flatMap(({ location }) => {
    const range = location.dimensionRange
    if (range === undefined) {
      return location.sheetId === undefined ? [] : [areaOf(book, { sheetId: location.sheetId })]
    }
    const sheetId = range.sheetId ?? 0
    const start = range.startIndex ?? 0
    const whole: GridRange =
      range.dimension === 'ROWS'
        ? { sheetId, startRowIndex: start, endRowIndex: start + 1 }
        : { sheetId, startColumnIndex: start, endColumnIndex: start + 1 }
    return [areaOf(book, whole)]
  })
}
