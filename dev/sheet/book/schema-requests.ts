/** The bodies of calls and the sub-requests of `batchUpdate`; notation in schema.ts. */
export const requestMessages: Record<string, string> = {
  BatchUpdateSpreadsheetRequest:
    'requests:Request[] includeSpreadsheetInResponse:bool responseRanges:str[] responseIncludeGridData:bool',
  GetSpreadsheetByDataFilterRequest: 'dataFilters:DataFilter[] includeGridData:bool',
  BatchGetValuesByDataFilterRequest:
    'dataFilters:DataFilter[] majorDimension:Dimension valueRenderOption:RenderOption ' +
    'dateTimeRenderOption:DateTimeOption',
  BatchUpdateValuesRequest:
    'valueInputOption:InputOption data:ValueRange[] includeValuesInResponse:bool ' +
    'responseValueRenderOption:RenderOption responseDateTimeRenderOption:DateTimeOption',
  BatchUpdateValuesByDataFilterRequest:
    'valueInputOption:InputOption data:DataFilterValueRange[] includeValuesInResponse:bool ' +
    'responseValueRenderOption:RenderOption responseDateTimeRenderOption:DateTimeOption',
  BatchClearValuesRequest: 'ranges:str[]',
  SearchDeveloperMetadataRequest: 'dataFilters:DataFilter[]',
  Empty: '',
  Request:
    'oneof addSheet:AddSheetRequest deleteSheet:SheetIdRequest updateSheetProperties:UpdateSheetPropertiesRequest ' +
    'duplicateSheet:DuplicateSheetRequest updateSpreadsheetProperties:UpdateSpreadsheetPropertiesRequest ' +
    'updateCells:UpdateCellsRequest appendCells:AppendCellsRequest repeatCell:RepeatCellRequest ' +
    'setDataValidation:SetDataValidationRequest sortRange:SortRangeRequest ' +
    'appendDimension:AppendDimensionRequest insertDimension:InsertDimensionRequest ' +
    'deleteDimension:DeleteDimensionRequest moveDimension:MoveDimensionRequest ' +
    'updateDimensionProperties:UpdateDimensionPropertiesRequest ' +
    'autoResizeDimensions:AutoResizeDimensionsRequest ' +
    'addProtectedRange:AddProtectedRangeRequest updateProtectedRange:UpdateProtectedRangeRequest ' +
    'deleteProtectedRange:DeleteProtectedRangeRequest ' +
    'createDeveloperMetadata:CreateDeveloperMetadataRequest ' +
    'updateDeveloperMetadata:UpdateDeveloperMetadataRequest ' +
    'deleteDeveloperMetadata:DeleteDeveloperMetadataRequest ' +
    'addConditionalFormatRule:AddConditionalFormatRuleRequest ' +
    'deleteConditionalFormatRule:DeleteConditionalFormatRuleRequest ' +
    'setBasicFilter:SetBasicFilterRequest clearBasicFilter:SheetIdRequest addFilterView:AddFilterViewRequest ' +
    'addBanding:AddBandingRequest addNamedRange:AddNamedRangeRequest mergeCells:MergeCellsRequest ' +
    'unmergeCells:UnmergeCellsRequest copyPaste:CopyPasteRequest findReplace:FindReplaceRequest',
  SheetIdRequest: 'sheetId:int',
  AddSheetRequest: 'properties:SheetProperties',
  UpdateSheetPropertiesRequest: 'properties:SheetProperties fields:mask',
  DuplicateSheetRequest: 'sourceSheetId:int insertSheetIndex:int newSheetId:int newSheetName:str',
  UpdateSpreadsheetPropertiesRequest: 'properties:SpreadsheetProperties fields:mask',
  UpdateCellsRequest: 'rows:RowData[] fields:mask start:GridCoordinate range:GridRange',
  AppendCellsRequest: 'sheetId:int rows:RowData[] fields:mask',
  RepeatCellRequest: 'range:GridRange cell:CellData fields:mask',
  SetDataValidationRequest: 'range:GridRange rule:DataValidationRule filteredRowsIncluded:bool',
  SortRangeRequest: 'range:GridRange sortSpecs:SortSpec[]',
  AppendDimensionRequest: 'sheetId:int dimension:Dimension length:int',
  InsertDimensionRequest: 'range:DimensionRange inheritFromBefore:bool',
  DeleteDimensionRequest: 'range:DimensionRange',
  MoveDimensionRequest: 'source:DimensionRange destinationIndex:int',
  UpdateDimensionPropertiesRequest: 'range:DimensionRange properties:DimensionProperties fields:mask',
  AutoResizeDimensionsRequest: 'dimensions:DimensionRange',
  AddProtectedRangeRequest: 'protectedRange:ProtectedRange',
  UpdateProtectedRangeRequest: 'protectedRange:ProtectedRange fields:mask',
  DeleteProtectedRangeRequest: 'protectedRangeId:int',
  CreateDeveloperMetadataRequest: 'developerMetadata:DeveloperMetadata',
  UpdateDeveloperMetadataRequest: 'dataFilters:DataFilter[] developerMetadata:DeveloperMetadata fields:mask',
  DeleteDeveloperMetadataRequest: 'dataFilter:DataFilter',
  AddConditionalFormatRuleRequest: 'rule:ConditionalFormatRule index:int',
  DeleteConditionalFormatRuleRequest: 'sheetId:int index:int',
  SetBasicFilterRequest: 'filter:BasicFilter',
  AddFilterViewRequest: 'filter:FilterView',
  AddBandingRequest: 'bandedRange:BandedRange',
  AddNamedRangeRequest: 'namedRange:NamedRange',
  MergeCellsRequest: 'range:GridRange mergeType:MergeType',
  UnmergeCellsRequest: 'range:GridRange',
  CopyPasteRequest:
    'source:GridRange destination:GridRange pasteType:PasteType pasteOrientation:PasteOrientation',
  FindReplaceRequest:
    'find:str replacement:str matchCase:bool matchEntireCell:bool searchByRegex:bool includeFormulas:bool ' +
    'range:GridRange sheetId:int allSheets:bool',
}
