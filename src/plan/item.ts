import type { Answers } from '../form/answers.ts'
import type { Form, Plan } from '../form/definition/index.ts'

/** What there is to know of a record of a plan. */
export type PlanItem = { readonly status: string; readonly answers: Answers }

/** The date of an item, a day (2018-09-24) or a month (2018-10); '' without one. */
export function dateOf({ calendar }: Form, { answers }: PlanItem): string {
  const date = calendar === null ? undefined : answers[calendar.date]
  return typeof date === 'string' ? date : ''
}

export const isHeld = ({ held }: Plan, { status }: PlanItem): boolean => held.includes(status)

/** Whether an item is put off or given up: its date is then no meeting. */
export function isDropped({ calendar }: Form, { status }: PlanItem): boolean {
  const { postponed = [], cancelled = [] } = calendar?.states ?? {}
  return postponed.includes(status) || cancelled.includes(status)
}

/** Whether an item belongs to a series whose meetings are counted. */
export const isMeeting = ({ series, rhythm }: Plan, { answers }: PlanItem): boolean =>
  rhythm?.series.includes(String(answers[series])) === true
