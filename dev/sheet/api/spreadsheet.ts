import { apiError, invalid } from '../book/error.ts'
import { checkMask, parseMask } from '../book/fields-mask.ts'
import { areasOf, type DataFilter, describeMetadata, findMetadata } from '../book/metadata.ts'
import { type Place, placesOf, readSpreadsheet, spreadsheetMask } from '../book/read.ts'
import { applyRequests } from '../book/requests/index.ts'
import type { JsonObject } from '../book/types.ts'
import { parseJson, parseMessage } from '../book/validate.ts'
import { checkQuery, type Run } from './route.ts'

export function parseGet(query: URLSearchParams): Run {
  checkQuery(query, ['ranges', 'includeGridData', 'excludeTablesInBandedRanges', 'commentsViewMode'])
  const mask = spreadsheetMask(query.get('fields'))
  const gridData = query.get('includeGridData') === 'true'
  const ranges = query.getAll('ranges')
  return (book, actor, url) => ({
    book: null,
    answer: readSpreadsheet(book, { places: placesOf(book, ranges), gridData, mask }, actor, url),
  })
}

export function parseGetByDataFilter(query: URLSearchParams, body: string): Run {
  checkQuery(query, [])
  const asked = parseMessage('GetSpreadsheetByDataFilterRequest', parseJson(body)) as {
    readonly dataFilters?: readonly DataFilter[]
    readonly includeGridData?: boolean
  }
  const mask = spreadsheetMask(query.get('fields'))
  return (book, actor, url) => {
    const filters = asked.dataFilters ?? []
    const places: readonly Place[] | null =
      filters.length === 0 ? null : filters.flatMap((filter) => areasOf(book, filter))
    const gridData = asked.includeGridData === true
    return { book: null, answer: readSpreadsheet(book, { places, gridData, mask }, actor, url) }
  }
}

type BatchUpdate = {
  readonly requests?: readonly JsonObject[]
  readonly includeSpreadsheetInResponse?: boolean
  readonly responseRanges?: readonly string[]
  readonly responseIncludeGridData?: boolean
}

export function parseBatchUpdate(query: URLSearchParams, body: string): Run {
  checkQuery(query, [])
  const asked = parseMessage('BatchUpdateSpreadsheetRequest', parseJson(body)) as BatchUpdate
  const shown = responseMask(query.get('fields'))
  return (book, actor, url) => {
    const applied = applyRequests(book, asked.requests ?? [], actor)
    const wantsSpreadsheet = asked.includeSpreadsheetInResponse === true && shown.spreadsheet !== undefined
    const updatedSpreadsheet = wantsSpreadsheet
      ? readSpreadsheet(
          applied.book,
          {
            places: placesOf(applied.book, asked.responseRanges ?? []),
            gridData: asked.responseIncludeGridData === true,
            mask: shown.spreadsheet ?? null,
          },
          actor,
          url,
        )
      : undefined
    return {
      book: applied.book,
      answer: {
        ...(shown.id && { spreadsheetId: applied.book.spreadsheetId }),
        ...(shown.replies && { replies: applied.replies }),
        ...(updatedSpreadsheet !== undefined && { updatedSpreadsheet }),
      },
    }
  }
}

/** The `fields` of a batchUpdate is rooted at its response; `spreadsheet` is null for all of it, undefined for none. */
function responseMask(fields: string | null) {
  if (fields === null || fields === '') return { id: true, replies: true, spreadsheet: null }
  const mask = parseMask(fields)
  const known = ['spreadsheetId', 'replies', 'updatedSpreadsheet']
  const unknown = [...mask.children.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw apiError({
      code: 400,
      message: 'Request contains an invalid argument.',
      status: 'INVALID_ARGUMENT',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [
            {
              field: unknown,
              description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
            },
          ],
        },
      ],
    })
  }
  const child = mask.children.get('updatedSpreadsheet')
  if (child !== undefined) checkMask(child, 'Spreadsheet')
  return {
    id: mask.all || mask.children.has('spreadsheetId'),
    replies: mask.all || mask.children.has('replies'),
    spreadsheet: mask.all ? null : child,
  }
}

export function parseSearchMetadata(query: URLSearchParams, body: string): Run {
  checkQuery(query, [])
  const asked = parseMessage('SearchDeveloperMetadataRequest', parseJson(body)) as {
    readonly dataFilters?: readonly DataFilter[]
  }
  return (book) => {
    const filters = asked.dataFilters ?? []
    if (filters.length === 0) throw invalid('Must specify at least one data filter.')
    const matched = book.metadata.flatMap((item) => {
      const dataFilters = filters.filter((filter) => findMetadata(book, filter).includes(item))
      if (dataFilters.length === 0) return []
      return [{ developerMetadata: describeMetadata(item), dataFilters: dataFilters as JsonObject[] }]
    })
    return { book: null, answer: matched.length === 0 ? {} : { matchedDeveloperMetadata: matched } }
  }
}

export function parseGetMetadata(query: URLSearchParams, id: string): Run {
  checkQuery(query, [])
  return (book) => {
    const item = book.metadata.find((candidate) => String(candidate.metadataId) === id)
    if (item === undefined) {
      throw apiError({ code: 404, message: `No developer metadata with ID ${id}`, status: 'NOT_FOUND' })
    }
    return { book: null, answer: describeMetadata(item) }
  }
}
