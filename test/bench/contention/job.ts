import type { sheets_v4 } from '@googleapis/sheets'

export type Api = sheets_v4.Resource$Spreadsheets

/** What a job waits for: a call of the Sheets API, or time. */
export type Step =
  | { readonly kind: 'call'; readonly call: (api: Api) => Promise<{ readonly data: unknown }> }
  | { readonly kind: 'pause'; readonly milliseconds: number }

/** A piece of work that stops at each call, so that many go on at once and always in the same order. */
export type Job<T = void> = Generator<Step, T, unknown>

/** Makes a call; it throws what Google's client throws. */
export function* ask<T>(call: (api: Api) => Promise<{ readonly data: T }>): Job<T> {
  return (yield { kind: 'call', call }) as T
}

export function* pause(milliseconds: number): Job {
  yield { kind: 'pause', milliseconds }
}
