/** JSON as it travels on the wire; an absent field is an absent key, never null (see validate.ts). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export type ExtendedValue = {
  readonly stringValue?: string
  readonly numberValue?: number
  readonly boolValue?: boolean
  readonly formulaValue?: string
  readonly errorValue?: { readonly type: string; readonly message: string }
}

export type Condition = {
  readonly type: string
  readonly values?: readonly { readonly userEnteredValue?: string; readonly relativeDate?: string }[]
}

export type ValidationRule = {
  readonly condition?: Condition
  readonly inputMessage?: string
  readonly strict?: boolean
  readonly showCustomUi?: boolean
}

/** What is kept of a cell: only what was put in it. What is shown is derived (see render.ts). */
export type Cell = {
  readonly userEnteredValue?: ExtendedValue
  readonly userEnteredFormat?: JsonObject
  readonly note?: string
  readonly dataValidation?: ValidationRule
  readonly textFormatRuns?: Json
}

/** A row is never changed in place: a write replaces it, so that a draft may share rows with its original. */
export type Row = readonly (Cell | undefined)[]

/** What belongs to a row or a column itself, whatever its cells hold. */
export type Dimension = {
  readonly pixelSize?: number
  readonly hiddenByUser?: boolean
  readonly hiddenByFilter?: boolean
}

export type DimensionName = 'ROWS' | 'COLUMNS'

/** Half-open, from 0; a missing side is unbounded. A missing sheetId is 0, as in any protobuf message. */
export type GridRange = {
  readonly sheetId?: number
  readonly startRowIndex?: number
  readonly endRowIndex?: number
  readonly startColumnIndex?: number
  readonly endColumnIndex?: number
}

/** A GridRange cut to its grid: half-open, from 0. */
export type Area = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export type DimensionRange = {
  readonly sheetId?: number
  readonly dimension?: DimensionName
  readonly startIndex?: number
  readonly endIndex?: number
}

export type GridProperties = {
  readonly rowCount: number
  readonly columnCount: number
  readonly frozenRowCount?: number
  readonly frozenColumnCount?: number
  readonly hideGridlines?: boolean
}

export type SheetProperties = {
  readonly sheetId: number
  readonly title: string
  readonly sheetType: 'GRID'
  readonly gridProperties: GridProperties
  readonly hidden?: boolean
  readonly tabColor?: JsonObject
  readonly tabColorStyle?: JsonObject
  readonly rightToLeft?: boolean
}

export type ProtectedRange = {
  readonly protectedRangeId: number
  readonly range: GridRange
  readonly description?: string
  readonly warningOnly?: boolean
  readonly unprotectedRanges?: readonly GridRange[]
  readonly editors?: {
    readonly users?: readonly string[]
    readonly groups?: readonly string[]
    readonly domainUsersCanEdit?: boolean
  }
}

/** Anything else that is tied to ranges and follows them; the rest of its fields is kept as received. */
export type Anchored = JsonObject & { readonly range?: GridRange; readonly ranges?: readonly GridRange[] }

export type MetadataLocation = {
  readonly spreadsheet?: boolean
  readonly sheetId?: number
  readonly dimensionRange?: DimensionRange
}

export type Metadata = {
  readonly metadataId: number
  readonly metadataKey: string
  readonly metadataValue?: string
  readonly visibility: string
  readonly location: MetadataLocation
}

/** A tab. Its fields are replaced in a draft; the arrays of a committed book are never changed. */
export type Sheet = {
  properties: SheetProperties
  rows: Row[]
  rowDimensions: (Dimension | undefined)[]
  columnDimensions: (Dimension | undefined)[]
  merges: GridRange[]
  protectedRanges: ProtectedRange[]
  conditionalFormats: Anchored[]
  bandedRanges: Anchored[]
  filterViews: Anchored[]
  basicFilter: Anchored | null
}

export type BookProperties = {
  readonly title: string
  readonly locale: string
  readonly timeZone: string
  readonly autoRecalc: string
}

/** A whole spreadsheet. */
export type Book = {
  spreadsheetId: string
  properties: BookProperties
  sheets: Sheet[]
  metadata: Metadata[]
  namedRanges: (Anchored & { readonly namedRangeId: string; readonly name: string })[]
  /** Last id given by the server to a tab, a protection…; a counter keeps runs reproducible. */
  lastId: number
}

/** Where a cell is, and the spreadsheet's locale: what its formula needs to be calculated. */
export type CellPlace = {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
  readonly locale: string
}

/** Who asks: the owner may edit what is protected. */
export type Actor = { readonly email: string; readonly owner: boolean }
