import type { Form } from '../form/definition/index.ts'
import { dateOf, isMeeting, type PlanItem } from './item.ts'
import { dayAfter, daysBetween, lastDayOf, monthOf, monthsAfter } from './months.ts'

/** The months a plan runs over, both included: "2018-09" to "2019-08". */
export type PlanYear = { readonly first: string; readonly last: string }

/**
 * The plan's year as of `today` (ISO 8601): from the month of its first meeting on, whatever became of that meeting. A
 * meeting after the end begins the next year; the latest that has begun is told, else the first. Null without a dated
 * meeting or without a rhythm.
 */
export function yearOf(form: Form, items: readonly PlanItem[], today: string): PlanYear | null {
  const { plan } = form
  if (!plan?.rhythm) return null
  const { months } = plan.rhythm
  const dates = items.filter((item) => isMeeting(plan, item)).map((item) => dateOf(form, item))
  const years: PlanYear[] = []
  for (const first of dates
    .filter((date) => date !== '')
    .map(monthOf)
    .sort()) {
    if (first > (years.at(-1)?.last ?? '')) years.push({ first, last: monthsAfter(first, months - 1) })
  }
  return years.findLast(({ first }) => first <= today) ?? years[0] ?? null
}

/** Whether a date falls in the year. */
export const isIn = ({ first, last }: PlanYear, date: string): boolean =>
  monthOf(date) >= first && monthOf(date) <= last

/** The first and the last day of a year, in ISO 8601. */
export const spanOf = ({ first, last }: PlanYear): { readonly from: string; readonly until: string } => ({
  from: `${first}-01`,
  until: lastDayOf(last),
})

/** How many days of a year are over, today's included, of how many in all. */
export function elapsedOf(year: PlanYear, today: string): { readonly value: number; readonly total: number } {
  const { from, until } = spanOf(year)
  const total = daysBetween(from, dayAfter(until, 1))
  return { value: Math.min(total, Math.max(0, daysBetween(from, dayAfter(today, 1)))), total }
}
