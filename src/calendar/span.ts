import { isPartialDate, isTime } from '../form/moments.ts'

/** What a calendar marks: whole days, `end` the day after the last; or hours of one day, `end` null when unknown. */
export type Span =
  | { readonly kind: 'days'; readonly start: string; readonly end: string }
  | { readonly kind: 'hours'; readonly start: string; readonly end: string | null }

/**
 * The span of a day (2018-09-24) with or without its hours, or of a whole month (2018-10); null without a date. An
 * hour of a month's unknown day marks nothing. An end that does not follow the start is left out (RFC 5545, 3.8.2.2).
 */
export function spanOf(date: unknown, start: unknown, end: unknown): Span | null {
  if (typeof date !== 'string' || !isPartialDate(date)) return null
  if (isMonth(date)) return { kind: 'days', start: `${date}-01`, end: firstOfNextMonth(date) }
  if (typeof start !== 'string' || !isTime(start)) return { kind: 'days', start: date, end: dayAfter(date) }
  const ends = typeof end === 'string' && isTime(end) && end > start
  return { kind: 'hours', start: `${date}T${start}`, end: ends ? `${date}T${end}` : null }
}

/** Whether a date names a month and no day. */
export const isMonth = (date: string): boolean => date.length === 7

function firstOfNextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  // Date.UTC counts months from 0: the number of this month is the place of the next.
  return isoDay(Date.UTC(year, number, 1))
}

const dayAfter = (day: string): string => isoDay(Date.parse(day) + 24 * 3600 * 1000)

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
