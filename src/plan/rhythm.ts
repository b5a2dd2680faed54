import type { Form } from '../form/definition/index.ts'
import { dateOf, isDropped, isMeeting, type PlanItem } from './item.ts'
import { monthOf, monthsAfter } from './months.ts'
import type { PlanYear } from './year.ts'

/** A month ("2018-10") and how many meetings it has. */
export type MonthCount = { readonly month: string; readonly meetings: number }

/** How a year keeps the plan's rhythm. */
export type RhythmCheck = {
  /** Months with too few meetings or too many. */
  readonly unusual: readonly MonthCount[]
  /** Months after the last meeting: nothing is planned for them. */
  readonly free: readonly string[]
}

/**
 * Counts the meetings of each month of the year; those put off or given up are none. Months after the last meeting are
 * told apart from those that break the rhythm: the group's own plan has ten months of meetings in its year of twelve,
 * and a plan that nobody could settle without a warning would teach to pass over warnings.
 */
export function checkRhythm(form: Form, items: readonly PlanItem[], year: PlanYear): RhythmCheck {
  const months = monthCounts(form, items, year)
  const lastOne = months.findLastIndex(({ meetings }) => meetings > 0)
  const { least = 0, most = Infinity } = form.plan?.rhythm ?? {}
  return {
    unusual: months.slice(0, lastOne + 1).filter(({ meetings }) => meetings < least || meetings > most),
    free: least === 0 ? [] : months.slice(lastOne + 1).map(({ month }) => month),
  }
}

/** Every month of the year with how many meetings it has. */
export function monthCounts(
  form: Form,
  items: readonly PlanItem[],
  { first, last }: PlanYear,
): readonly MonthCount[] {
  const { plan } = form
  if (!plan) return []
  const meetings = items.filter((item) => isMeeting(plan, item) && !isDropped(form, item))
  const found = meetings.map((item) => monthOf(dateOf(form, item)))
  const counts: MonthCount[] = []
  for (let month = first; month <= last; month = monthsAfter(month, 1)) {
    counts.push({ month, meetings: found.filter((one) => one === month).length })
  }
  return counts
}
