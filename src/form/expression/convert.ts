import type { Scalar, Value } from './node.ts'

const day = 86_400_000

/** Month, date or date-time (UTC), as the answers and `now()` write them. */
export const moment = /^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z?)?)?$/
/** What XPath 1.0 (§4.4) takes for a number: no exponent, no plus sign. */
const numeral = /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/

/** The scalars of a value, in order and without nesting. */
export function scalars(value: Value): readonly Scalar[] {
  const found: Scalar[] = []
  // Not by recursion: a value may be nested deeper than the stack.
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object') found.push(next)
    else for (const item of [...next].reverse()) waiting.push(item)
  }
  return found
}

/** Nothing there: '', no row or code at all, or NaN (as ODK Collect's coalesce has it). */
export function isEmpty(value: Value): boolean {
  return value === '' || Number.isNaN(value) || (typeof value === 'object' && value.length === 0)
}

/** XPath 1.0 §4.3: empty text, an empty set, 0 and NaN are false. */
export function toBoolean(value: Value): boolean {
  return typeof value === 'object' ? value.length > 0 : Boolean(value)
}

/**
 * XPath 1.0 §4.2, but NaN is the empty text, and a set is written as ODK writes a select_multiple: by spaces.
 * Numbers from 1e21 or under 1e-6 keep JavaScript's exponent.
 */
export function toText(value: Value): string {
  if (typeof value === 'object') return scalars(value).map(toText).join(' ')
  return Number.isNaN(value) ? '' : String(value)
}

/**
 * XPath 1.0 §4.4, and ODK's number(): a date or date-time counts the days since 1970-01-01 UTC. Empty or other text
 * is NaN, never 0 (docs.getodk.org, "Empty values in math"); so is a month, which has no day to count to.
 */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = toText(value)
  return numeral.test(text) ? Number(text) : daysOf(text)
}

function daysOf(text: string): number {
  const date = text.slice(0, 10)
  if (!moment.test(text) || date.length < 10) return Number.NaN
  const time = Date.parse(text.length > 10 && !text.endsWith('Z') ? `${text}Z` : text)
  // 30 February is no date, though some engines read it as 2 March.
  return toIso(time).startsWith(date) ? time / day : Number.NaN
}

/** 2018-10-01T14:30:00.000Z for milliseconds since epoch; '' outside the years 0000 to 9999. */
export function toIso(milliseconds: number): string {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString() : ''
}

/** The same for anything that converts to days since 1970-01-01; '' for all else. */
export function momentOf(value: Value): string {
  return toIso(Math.round(toNumber(value) * day))
}
