import { invalid } from '../book/error.ts'
import type { Actor, Book, JsonObject } from '../book/types.ts'
import type { QuotaKind } from '../quota.ts'

/** What a call does once its body and parameters are read: pure, `book` is null when nothing changed. */
export type Run = (
  book: Book,
  actor: Actor,
  url: string,
) => { readonly book: Book | null; readonly answer: JsonObject }

export type Route = {
  readonly kind: QuotaKind
  readonly spreadsheetId: string
  /** @throws ApiError 400 for an unknown or malformed parameter or body */
  readonly parse: (query: URLSearchParams, body: string) => Run
}

const standard = [
  'alt',
  'fields',
  'key',
  'prettyPrint',
  'quotaUser',
  '$.xgafv',
  'access_token',
  'oauth_token',
  'uploadType',
]

/** @throws ApiError 400 for a query parameter the method does not have */
export function checkQuery(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (known.includes(name) || standard.includes(name)) continue
    throw invalid(
      `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ` +
        `Field '${name}' could not be found in request message.`,
    )
  }
}

/** @throws ApiError 400 unless it is one of the values */
export function oneOf<T extends string>(
  value: unknown,
  values: readonly T[],
  fallback: T,
  name: string,
  type: string,
): T {
  if (value === null || value === undefined || value === '') return fallback
  const found = values.find((item) => item === value)
  if (found !== undefined) return found
  throw invalid(
    `Invalid value at '${name}' (type.googleapis.com/google.apps.sheets.v4.${type}), ${JSON.stringify(value)}`,
  )
}
