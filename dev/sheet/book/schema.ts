import { requestMessages } from './schema-requests.ts'

/**
 * The messages of the Sheets API v4, as in its discovery document: `field:type`, `[]` repeated, `{}` a map by
 * text key, `!` given by the server only. Types: int (int32), num (double), str, bool, any, mask (FieldMask),
 * an enum of `enums`, or another message.
 */
const sharedMessages: Record<string, string> = {
  GridRange: 'sheetId:int startRowIndex:int endRowIndex:int startColumnIndex:int endColumnIndex:int',
  GridCoordinate: 'sheetId:int rowIndex:int columnIndex:int',
  DimensionRange: 'sheetId:int dimension:Dimension startIndex:int endIndex:int',
  Color: 'red:num green:num blue:num alpha:num',
  ColorStyle: 'rgbColor:Color themeColor:str',
  NumberFormat: 'type:NumberFormatType pattern:str',
  Border: 'style:str width:int color:Color colorStyle:ColorStyle',
  Borders: 'top:Border bottom:Border left:Border right:Border',
  Padding: 'top:int right:int bottom:int left:int',
  Link: 'uri:str',
  TextFormat:
    'foregroundColor:Color foregroundColorStyle:ColorStyle fontFamily:str fontSize:int bold:bool italic:bool ' +
    'strikethrough:bool underline:bool link:Link',
  TextRotation: 'angle:int vertical:bool',
  CellFormat:
    'numberFormat:NumberFormat backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders ' +
    'padding:Padding horizontalAlignment:HorizontalAlign verticalAlignment:VerticalAlign ' +
    'wrapStrategy:WrapStrategy textDirection:str textFormat:TextFormat hyperlinkDisplayType:str ' +
    'textRotation:TextRotation',
  ErrorValue: 'type:str message:str',
  ExtendedValue:
    'oneof numberValue:num stringValue:str boolValue:bool formulaValue:str errorValue:ErrorValue!',
  ConditionValue: 'oneof userEnteredValue:str relativeDate:str',
  BooleanCondition: 'type:ConditionType values:ConditionValue[]',
  DataValidationRule: 'condition:BooleanCondition inputMessage:str strict:bool showCustomUi:bool',
  TextFormatRun: 'startIndex:int format:TextFormat',
  CellData:
    'userEnteredValue:ExtendedValue effectiveValue:ExtendedValue! formattedValue:str! ' +
    'userEnteredFormat:CellFormat effectiveFormat:CellFormat! hyperlink:str! note:str ' +
    'textFormatRuns:TextFormatRun[] dataValidation:DataValidationRule',
  RowData: 'values:CellData[]',
  GridProperties:
    'rowCount:int columnCount:int frozenRowCount:int frozenColumnCount:int hideGridlines:bool ' +
    'rowGroupControlAfter:bool columnGroupControlAfter:bool',
  SheetProperties:
    'sheetId:int title:str index:int sheetType:SheetType gridProperties:GridProperties hidden:bool ' +
    'tabColor:Color tabColorStyle:ColorStyle rightToLeft:bool',
  SpreadsheetProperties: 'title:str locale:str autoRecalc:str timeZone:str defaultFormat:CellFormat!',
  DimensionProperties:
    'hiddenByFilter:bool! hiddenByUser:bool pixelSize:int developerMetadata:DeveloperMetadata[]',
  DeveloperMetadataLocation:
    'locationType:MetadataLocationType! spreadsheet:bool sheetId:int dimensionRange:DimensionRange',
  DeveloperMetadata:
    'metadataId:int metadataKey:str metadataValue:str location:DeveloperMetadataLocation visibility:Visibility',
  DeveloperMetadataLookup:
    'locationType:MetadataLocationType metadataLocation:DeveloperMetadataLocation ' +
    'locationMatchingStrategy:MatchingStrategy metadataId:int metadataKey:str metadataValue:str ' +
    'visibility:Visibility',
  DataFilter: 'oneof developerMetadataLookup:DeveloperMetadataLookup a1Range:str gridRange:GridRange',
  Editors: 'users:str[] groups:str[] domainUsersCanEdit:bool',
  ProtectedRange:
    'protectedRangeId:int range:GridRange namedRangeId:str tableId:str description:str warningOnly:bool ' +
    'requestingUserCanEdit:bool! unprotectedRanges:GridRange[] editors:Editors',
  NamedRange: 'namedRangeId:str name:str range:GridRange',
  InterpolationPoint: 'color:Color colorStyle:ColorStyle type:str value:str',
  GradientRule: 'minpoint:InterpolationPoint midpoint:InterpolationPoint maxpoint:InterpolationPoint',
  BooleanRule: 'condition:BooleanCondition format:CellFormat',
  ConditionalFormatRule: 'ranges:GridRange[] booleanRule:BooleanRule gradientRule:GradientRule',
  SortSpec:
    'dimensionIndex:int sortOrder:SortOrder foregroundColor:Color foregroundColorStyle:ColorStyle ' +
    'backgroundColor:Color backgroundColorStyle:ColorStyle',
  FilterCriteria:
    'hiddenValues:str[] condition:BooleanCondition visibleBackgroundColor:Color ' +
    'visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle',
  FilterSpec: 'columnIndex:int filterCriteria:FilterCriteria',
  BasicFilter:
    'range:GridRange tableId:str sortSpecs:SortSpec[] criteria:FilterCriteria{} filterSpecs:FilterSpec[]',
  FilterView:
    'filterViewId:int title:str range:GridRange namedRangeId:str tableId:str sortSpecs:SortSpec[] ' +
    'criteria:FilterCriteria{} filterSpecs:FilterSpec[]',
  BandingProperties:
    'headerColor:Color headerColorStyle:ColorStyle firstBandColor:Color firstBandColorStyle:ColorStyle ' +
    'secondBandColor:Color secondBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle',
  BandedRange:
    'bandedRangeId:int bandedRangeReference:str! range:GridRange rowProperties:BandingProperties ' +
    'columnProperties:BandingProperties',
  ValueRange: 'range:str majorDimension:Dimension values:any[]',
  DataFilterValueRange: 'dataFilter:DataFilter majorDimension:Dimension values:any[]',
  GridData:
    'startRow:int startColumn:int rowData:RowData[] rowMetadata:DimensionProperties[] ' +
    'columnMetadata:DimensionProperties[]',
  Sheet:
    'properties:SheetProperties data:GridData[] merges:GridRange[] conditionalFormats:ConditionalFormatRule[] ' +
    'filterViews:FilterView[] protectedRanges:ProtectedRange[] basicFilter:BasicFilter charts:any[] ' +
    'bandedRanges:BandedRange[] developerMetadata:DeveloperMetadata[] rowGroups:any[] columnGroups:any[] ' +
    'slicers:any[] tables:any[]',
  Spreadsheet:
    'spreadsheetId:str properties:SpreadsheetProperties sheets:Sheet[] namedRanges:NamedRange[] ' +
    'spreadsheetUrl:str developerMetadata:DeveloperMetadata[] dataSources:any[] dataSourceSchedules:any[]',
}

const enums: Record<string, string> = {
  Dimension: 'DIMENSION_UNSPECIFIED ROWS COLUMNS',
  NumberFormatType:
    'NUMBER_FORMAT_TYPE_UNSPECIFIED TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC',
  HorizontalAlign: 'HORIZONTAL_ALIGN_UNSPECIFIED LEFT CENTER RIGHT',
  VerticalAlign: 'VERTICAL_ALIGN_UNSPECIFIED TOP MIDDLE BOTTOM',
  WrapStrategy: 'WRAP_STRATEGY_UNSPECIFIED OVERFLOW_CELL LEGACY_WRAP CLIP WRAP',
  ConditionType:
    'CONDITION_TYPE_UNSPECIFIED NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ ' +
    'NUMBER_EQ NUMBER_NOT_EQ NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS ' +
    'TEXT_STARTS_WITH TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER ' +
    'DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ' +
    'ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ FILTER_EXPRESSION',
  SheetType: 'SHEET_TYPE_UNSPECIFIED GRID OBJECT DATA_SOURCE',
  MetadataLocationType: 'DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED ROW COLUMN SHEET SPREADSHEET',
  MatchingStrategy:
    'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED EXACT_LOCATION INTERSECTING_LOCATION',
  Visibility: 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED DOCUMENT PROJECT',
  SortOrder: 'SORT_ORDER_UNSPECIFIED ASCENDING DESCENDING',
  PasteType:
    'PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION ' +
    'PASTE_CONDITIONAL_FORMATTING',
  PasteOrientation: 'NORMAL TRANSPOSE',
  MergeType: 'MERGE_ALL MERGE_COLUMNS MERGE_ROWS',
  InputOption: 'INPUT_VALUE_OPTION_UNSPECIFIED RAW USER_ENTERED',
  RenderOption: 'FORMATTED_VALUE UNFORMATTED_VALUE FORMULA',
  DateTimeOption: 'SERIAL_NUMBER FORMATTED_STRING',
}

/** The names Google's error messages give to enums that it calls otherwise than this table. */
export const enumNames: Record<string, string> = {
  MetadataLocationType: 'DeveloperMetadataLocationType',
  MatchingStrategy: 'DeveloperMetadataLocationMatchingStrategy',
  Visibility: 'DeveloperMetadataVisibility',
  InputOption: 'ValueInputOption',
  RenderOption: 'ValueRenderOption',
  DateTimeOption: 'DateTimeRenderOption',
}

export type FieldSpec = {
  readonly name: string
  readonly type: string
  readonly shape: 'one' | 'list' | 'map'
  readonly readOnly: boolean
}

export type MessageSpec = { readonly oneof: boolean; readonly fields: ReadonlyMap<string, FieldSpec> }

function parseField(text: string): FieldSpec {
  const colon = text.indexOf(':')
  const type = text.slice(colon + 1)
  return {
    name: text.slice(0, colon),
    type: type.replace(/[![\]{}]/g, ''),
    shape: type.includes('[]') ? 'list' : type.includes('{}') ? 'map' : 'one',
    readOnly: type.includes('!'),
  }
}

function parseMessage(text: string): MessageSpec {
  const words = text.split(' ').filter((word) => word !== '')
  const oneof = words[0] === 'oneof'
  const fields = words.slice(oneof ? 1 : 0).map(parseField)
  return { oneof, fields: new Map(fields.map((field) => [field.name, field])) }
}

export const messageSpecs: ReadonlyMap<string, MessageSpec> = new Map(
  Object.entries({ ...sharedMessages, ...requestMessages }).map(([name, text]) => [name, parseMessage(text)]),
)

export const enumSpecs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(enums).map(([name, text]) => [name, new Set(text.split(' '))]),
)
