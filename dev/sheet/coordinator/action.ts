import { invalid } from '../book/error.ts'
import { sheetById } from '../book/sheets.ts'
import type { Book, JsonObject, Sheet } from '../book/types.ts'

/** What the coordinator does in the grid. Rows and columns count from 0; `tab` is a title. */
export type Action =
  | {
      readonly type: 'edit'
      readonly tab: string
      readonly row: number
      readonly column: number
      readonly value: string
    }
  | {
      readonly type: 'paste'
      readonly tab: string
      readonly row: number
      readonly column: number
      readonly text: string
    }
  | {
      readonly type: 'clearCells'
      readonly tab: string
      readonly row: number
      readonly column: number
      readonly height: number
      readonly width: number
    }
  | { readonly type: 'sort'; readonly tab: string; readonly column: number; readonly descending?: boolean }
  | {
      readonly type: 'insertRows' | 'insertColumns'
      readonly tab: string
      readonly at: number
      readonly count?: number
    }
  | {
      readonly type: 'deleteRows' | 'deleteColumns'
      readonly tab: string
      readonly at: number
      readonly count?: number
    }
  | {
      readonly type: 'moveRow' | 'moveColumn'
      readonly tab: string
      readonly from: number
      readonly to: number
    }
  | {
      readonly type: 'hideRow' | 'hideColumn'
      readonly tab: string
      readonly at: number
      readonly hidden: boolean
    }
  | {
      readonly type: 'filter'
      readonly tab: string
      readonly column: number
      readonly hiddenValues: readonly string[]
    }
  | { readonly type: 'clearFilter'; readonly tab: string }
  | { readonly type: 'renameTab'; readonly tab: string; readonly title: string }
  | { readonly type: 'addTab'; readonly title: string }
  | { readonly type: 'deleteTab'; readonly tab: string }
  | { readonly type: 'duplicateTab'; readonly tab: string; readonly title?: string }
  | { readonly type: 'hideTab'; readonly tab: string; readonly hidden: boolean }

const fields: Readonly<Record<Action['type'], Readonly<Record<string, string>>>> = {
  edit: { tab: 'string', row: 'number', column: 'number', value: 'string' },
  paste: { tab: 'string', row: 'number', column: 'number', text: 'string' },
  clearCells: { tab: 'string', row: 'number', column: 'number', height: 'number', width: 'number' },
  sort: { tab: 'string', column: 'number', descending: 'boolean?' },
  insertRows: { tab: 'string', at: 'number', count: 'number?' },
  insertColumns: { tab: 'string', at: 'number', count: 'number?' },
  deleteRows: { tab: 'string', at: 'number', count: 'number?' },
  deleteColumns: { tab: 'string', at: 'number', count: 'number?' },
  moveRow: { tab: 'string', from: 'number', to: 'number' },
  moveColumn: { tab: 'string', from: 'number', to: 'number' },
  hideRow: { tab: 'string', at: 'number', hidden: 'boolean' },
  hideColumn: { tab: 'string', at: 'number', hidden: 'boolean' },
  filter: { tab: 'string', column: 'number', hiddenValues: 'list' },
  clearFilter: { tab: 'string' },
  renameTab: { tab: 'string', title: 'string' },
  addTab: { title: 'string' },
  deleteTab: { tab: 'string' },
  duplicateTab: { tab: 'string', title: 'string?' },
  hideTab: { tab: 'string', hidden: 'boolean' },
}

/** @throws ApiError 400 unless the input is exactly one of the actions */
export function parseAction(input: unknown): Action {
  if (typeof input !== 'object' || input === null) throw invalid('Action illisible.')
  const { type, ...given } = input as Record<string, unknown>
  const spec =
    typeof type === 'string' && Object.hasOwn(fields, type) ? fields[type as Action['type']] : undefined
  if (spec === undefined) throw invalid(`Action inconnue : ${String(type)}`)
  for (const [name, wanted] of Object.entries(spec)) {
    const value = given[name]
    if (value === undefined && wanted.endsWith('?')) continue
    if (!isA(value, wanted.replace('?', '')))
      throw invalid(`Action ${String(type)} : « ${name} » manque ou est mal formé.`)
  }
  const extra = Object.keys(given).find((name) => !Object.hasOwn(spec, name))
  if (extra !== undefined) throw invalid(`Action ${String(type)} : « ${extra} » est de trop.`)
  return input as Action
}

function isA(value: unknown, type: string): boolean {
  if (type === 'list') return Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (type === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= 0
  return typeof value === type
}

/** @throws ApiError 400 when there is no such tab */
export function tabOf(book: Book, title: string): Sheet {
  const sheet = book.sheets.find((item) => item.properties.title === title)
  if (sheet === undefined) throw invalid(`Il n’y a pas d’onglet « ${title} ».`)
  return sheetById(book, sheet.properties.sheetId, 'sheet')
}

/** The API's sub-requests that do a structural action; edits and pastes are not requests. */
export function requestsFor(book: Book, action: Exclude<Action, { type: 'edit' | 'paste' }>): JsonObject[] {
  if (action.type === 'addTab') return [{ addSheet: { properties: { title: action.title } } }]
  const sheet = tabOf(book, action.tab)
  const { sheetId, gridProperties } = sheet.properties
  const span = (dimension: string, startIndex: number, count = 1) => ({
    sheetId,
    dimension,
    startIndex,
    endIndex: startIndex + count,
  })
  switch (action.type) {
    case 'clearCells': {
      const range = {
        sheetId,
        startRowIndex: action.row,
        endRowIndex: action.row + action.height,
        startColumnIndex: action.column,
        endColumnIndex: action.column + action.width,
      }
      return [{ repeatCell: { range, fields: 'userEnteredValue' } }]
    }
    case 'sort': {
      const startRowIndex = gridProperties.frozenRowCount ?? 0
      const sortOrder = action.descending === true ? 'DESCENDING' : 'ASCENDING'
      const sortSpecs = [{ dimensionIndex: action.column, sortOrder }]
      return [{ sortRange: { range: { sheetId, startRowIndex }, sortSpecs } }]
    }
    case 'insertRows':
    case 'insertColumns': {
      const dimension = action.type === 'insertRows' ? 'ROWS' : 'COLUMNS'
      const size = dimension === 'ROWS' ? gridProperties.rowCount : gridProperties.columnCount
      const inheritFromBefore = action.at >= size
      return [{ insertDimension: { range: span(dimension, action.at, action.count), inheritFromBefore } }]
    }
    case 'deleteRows':
      return [{ deleteDimension: { range: span('ROWS', action.at, action.count) } }]
    case 'deleteColumns':
      return [{ deleteDimension: { range: span('COLUMNS', action.at, action.count) } }]
    case 'moveRow':
    case 'moveColumn': {
      const dimension = action.type === 'moveRow' ? 'ROWS' : 'COLUMNS'
      const destinationIndex = action.to > action.from ? action.to + 1 : action.to
      return [{ moveDimension: { source: span(dimension, action.from), destinationIndex } }]
    }
    case 'hideRow':
    case 'hideColumn': {
      const range = span(action.type === 'hideRow' ? 'ROWS' : 'COLUMNS', action.at)
      const properties = { hiddenByUser: action.hidden }
      return [{ updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } }]
    }
    case 'filter': {
      const top = Math.max(0, (gridProperties.frozenRowCount ?? 0) - 1)
      const criteria = { [action.column]: { hiddenValues: action.hiddenValues } }
      return [{ setBasicFilter: { filter: { range: { sheetId, startRowIndex: top }, criteria } } }]
    }
    case 'clearFilter':
      return [{ clearBasicFilter: { sheetId } }]
    case 'renameTab':
      return [{ updateSheetProperties: { properties: { sheetId, title: action.title }, fields: 'title' } }]
    case 'deleteTab':
      return [{ deleteSheet: { sheetId } }]
    case 'hideTab':
      return [{ updateSheetProperties: { properties: { sheetId, hidden: action.hidden }, fields: 'hidden' } }]
    case 'duplicateTab': {
      const insertSheetIndex = book.sheets.indexOf(sheet) + 1
      const title = action.title === undefined ? {} : { newSheetName: action.title }
      return [{ duplicateSheet: { sourceSheetId: sheetId, insertSheetIndex, ...title } }]
    }
  }
}
