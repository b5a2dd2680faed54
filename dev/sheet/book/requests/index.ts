import { apiError, invalid, isApiError } from '../error.ts'
import { draftOf } from '../sheets.ts'
import type { Actor, Book, JsonObject } from '../types.ts'
import * as cells from './cells.ts'
import { copyPaste } from './copy-paste.ts'
import * as decoration from './decoration.ts'
import * as dimensions from './dimensions.ts'
import { findReplace } from './find-replace.ts'
import * as metadata from './metadata.ts'
import * as protection from './protection.ts'
import * as sheets from './sheets.ts'
import { sortRange } from './sort.ts'

/** The body's type is the handler's: validate.ts has checked it against the schema. */
type Handler = (book: Book, body: never, actor: Actor) => JsonObject

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries<Handler>({
    addSheet: sheets.addSheet,
    deleteSheet: sheets.deleteSheet,
    updateSheetProperties: sheets.updateSheetProperties,
    updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
    duplicateSheet: sheets.duplicateSheet,
    updateCells: cells.updateCells,
    appendCells: cells.appendCells,
    repeatCell: cells.repeatCell,
    setDataValidation: cells.setDataValidation,
    mergeCells: cells.mergeCells,
    unmergeCells: cells.unmergeCells,
    sortRange,
    copyPaste,
    findReplace,
    appendDimension: dimensions.appendDimension,
    insertDimension: dimensions.insertDimension,
    deleteDimension: dimensions.deleteDimension,
    moveDimension: dimensions.moveDimension,
    updateDimensionProperties: dimensions.updateDimensionProperties,
    autoResizeDimensions: dimensions.autoResizeDimensions,
    addProtectedRange: protection.addProtectedRange,
    updateProtectedRange: protection.updateProtectedRange,
    deleteProtectedRange: protection.deleteProtectedRange,
    createDeveloperMetadata: metadata.createDeveloperMetadata,
    updateDeveloperMetadata: metadata.updateDeveloperMetadata,
    deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
    addConditionalFormatRule: decoration.addConditionalFormatRule,
    deleteConditionalFormatRule: decoration.deleteConditionalFormatRule,
    setBasicFilter: decoration.setBasicFilter,
    clearBasicFilter: decoration.clearBasicFilter,
    addFilterView: decoration.addFilterView,
    addBanding: decoration.addBanding,
    addNamedRange: decoration.addNamedRange,
  }),
)

/** "Cannot exceed 100000 requests in a single batch." (airbytehq/airbyte#42904) */
const requestLimit = 100_000

export type Applied = { readonly book: Book; readonly replies: readonly JsonObject[] }

/**
 * Applies the sub-requests in order on a draft: all of them, or none.
 * @param requests as `parseMessage('BatchUpdateSpreadsheetRequest', …)` gives them, one key each
 * @throws ApiError 400 `Invalid requests[i].kind: …`; the book given is never changed
 */
export function applyRequests(book: Book, requests: readonly JsonObject[], actor: Actor): Applied {
  if (requests.length === 0) throw invalid('Must specify at least one request.')
  if (requests.length > requestLimit) throw invalid('Cannot exceed 100000 requests in a single batch.')
  const draft = draftOf(book)
  const replies = requests.map((request, index) => {
    const kind = Object.keys(request)[0] ?? ''
    const handler = handlers.get(kind)
    if (handler === undefined) throw invalid(`Invalid requests[${index}]: Must specify exactly one request.`)
    try {
      return handler(draft, request[kind] as never, actor)
    } catch (error) {
      if (!isApiError(error)) throw error
      throw apiError({ ...error.api, message: `Invalid requests[${index}].${kind}: ${error.api.message}` })
    }
  })
  return { book: draft, replies }
}
