import { parseMask, select } from '../book/fields-mask.ts'
import type { JsonObject } from '../book/types.ts'
import { parseJson, parseMessage } from '../book/validate.ts'
import { parseAppend } from './append.ts'
import type { Route } from './route.ts'
import {
  parseBatchUpdate,
  parseGet,
  parseGetByDataFilter,
  parseGetMetadata,
  parseSearchMetadata,
} from './spreadsheet.ts'
import {
  parseBatchGet,
  parseBatchGetByDataFilter,
  parseBatchWrite,
  parseClear,
  parseGetValues,
  parseUpdate,
} from './values.ts'

export type { Route, Run } from './route.ts'

const pathPattern = /^\/v4\/spreadsheets\/([^/:]+)(?::(\w+)|\/(.+))?$/

/**
 * Finds the method of the Sheets API v4 a call is for.
 * @param path without its query, still percent-encoded
 * @returns null when there is no such method
 */
export function matchRoute(method: string, path: string): Route | null {
  const match = pathPattern.exec(path)
  if (match === null) return null
  const parse = method === 'GET' ? readMethod(match[2], match[3]) : null
  const [kind, found] = parse === null ? otherMethod(method, match[2], match[3]) : (['read', parse] as const)
  if (found === null) return null
  const isSpreadsheet = match[3] === undefined
  return {
    kind,
    spreadsheetId: decode(match[1] ?? ''),
    parse: isSpreadsheet ? found : masked(found),
  }
}

/** Applies the `fields` parameter; calls that answer a Spreadsheet do it themselves, before they read its cells. */
function masked(parse: Route['parse']): Route['parse'] {
  return (query, body) => {
    const fields = query.get('fields')
    const mask = fields === null || fields === '' ? null : parseMask(fields)
    const run = parse(query, body)
    if (mask === null) return run
    return (book, actor, url) => {
      const done = run(book, actor, url)
      return { ...done, answer: select(done.answer, mask) as JsonObject }
    }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function readMethod(verb: string | undefined, rest: string | undefined): Route['parse'] | null {
  if (verb !== undefined) return null
  if (rest === undefined) return (query) => parseGet(query)
  if (rest === 'values:batchGet') return (query) => parseBatchGet(query)
  const metadata = /^developerMetadata\/(\d+)$/.exec(rest)?.[1]
  if (metadata !== undefined) return (query) => parseGetMetadata(query, metadata)
  const range = /^values\/([^/]+)$/.exec(rest)?.[1]
  return range === undefined ? null : (query) => parseGetValues(query, decode(range))
}

type Found = readonly ['read' | 'write', Route['parse'] | null]

function otherMethod(method: string, verb: string | undefined, rest: string | undefined): Found {
  const range = /^values\/([^/]+?)(:append|:clear)?$/.exec(rest ?? '')
  if (method === 'PUT' && range?.[1] !== undefined && range[2] === undefined) {
    const text = decode(range[1])
    return ['write', (query, body) => parseUpdate(query, body, text)]
  }
  if (method !== 'POST') return ['read', null]
  if (range?.[1] !== undefined && range[2] === ':append') {
    const text = decode(range[1])
    return ['write', (query, body) => parseAppend(query, body, text)]
  }
  if (range?.[1] !== undefined && range[2] === ':clear') {
    const text = decode(range[1])
    return ['write', (query) => parseClear(query, [text], false)]
  }
  switch (verb === undefined ? rest : `:${verb}`) {
    case ':batchUpdate':
      return ['write', parseBatchUpdate]
    case ':getByDataFilter':
      return ['read', parseGetByDataFilter]
    case 'values:batchGetByDataFilter':
      return ['read', parseBatchGetByDataFilter]
    case 'values:batchUpdate':
      return ['write', (query, body) => parseBatchWrite(query, body, false)]
    case 'values:batchUpdateByDataFilter':
      return ['write', (query, body) => parseBatchWrite(query, body, true)]
    case 'values:batchClear':
      return ['write', (query, body) => parseClear(query, clearRanges(body), true)]
    case 'developerMetadata:search':
      return ['read', parseSearchMetadata]
    default:
      return ['read', null]
  }
}

function clearRanges(body: string): readonly string[] {
  const asked = parseMessage('BatchClearValuesRequest', parseJson(body)) as { ranges?: readonly string[] }
  return asked.ranges ?? []
}
