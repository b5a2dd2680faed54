import type { Form, Plan } from '../form/definition/index.ts'
import { dateOf, type PlanItem } from './item.ts'

/**
 * Compares two items of one series: by their order, then by date, where a month comes before its days, as ISO 8601
 * sorts as text and as the sheet's column of dates sorts. What has no order or no date comes last.
 */
export function compareItems(form: Form, { order }: Plan, one: PlanItem, other: PlanItem): number {
  const placeOf = ({ answers }: PlanItem) => Number(answers[order] ?? Number.MAX_SAFE_INTEGER)
  return placeOf(one) - placeOf(other) || compareDates(dateOf(form, one), dateOf(form, other))
}

function compareDates(one: string, other: string): number {
  if (one === other) return 0
  if (one === '' || other === '') return one === '' ? 1 : -1
  return one < other ? -1 : 1
}
