import type { Form } from '../form/definition/index.ts'
import { dateOf, isDropped, isHeld, type PlanItem } from './item.ts'
import { dayAfter, lastDayOf, monthOf } from './months.ts'

/**
 * The meetings that come so soon that their place must be known, and that have none as of `today` (ISO 8601). A month
 * without a day counts from its first day, and is to come until its last.
 */
export function unplacedSoon<Item extends PlanItem>(
  form: Form,
  items: readonly Item[],
  today: string,
): readonly Item[] {
  const { plan, calendar } = form
  if (!plan?.rhythm || !calendar) return []
  const horizon = dayAfter(today, plan.rhythm.placeDays)
  const places = [calendar.place, ...(calendar.venue === null ? [] : [calendar.venue])]
  const isSoon = (date: string): boolean => date !== '' && firstDay(date) <= horizon && lastDay(date) >= today
  return items
    .filter((item) => !isDropped(form, item) && !isHeld(plan, item) && isSoon(dateOf(form, item)))
    .filter(({ answers }) => places.every((name) => answers[name] === undefined))
    .sort((one, other) => (dateOf(form, one) < dateOf(form, other) ? -1 : 1))
}

const firstDay = (date: string): string => (date.length > 7 ? date : `${date}-01`)
const lastDay = (date: string): string => (date.length > 7 ? date : lastDayOf(monthOf(date)))
