import type { Row } from '../form/answers.ts'
import type { Form, Reminder } from '../form/definition/index.ts'
import { isTrue } from '../form/expression/index.ts'
import { placeOf, rowsOf } from '../form/index.ts'
import { type RowPlace, scopeOf } from '../form/scope.ts'
import type { StoredRecord } from '../record/record.ts'
import { spanOf } from './span.ts'

const hour = 3_600_000
const day = 24 * hour
/** From when on a day's reminders are due, in Dakar, which keeps UTC all year. */
const opening = 8 * hour
/** How long a reminder of what is past stays due: so long the sweep may fail and nothing is lost. */
const patience = 7 * day

/** A reminder to be sent of a record, or of one row of it. */
export type Due = Dated & {
  /** Which of the reminder's days. */
  readonly days: number
}

/** A date that a reminder counts from. */
export type Dated = {
  readonly record: StoredRecord
  readonly reminder: Reminder
  /** As it was answered: a day or a month. */
  readonly date: string
  readonly row: RowPlace | null
}

/**
 * The reminders of these records that are due at `now` (milliseconds since 1970, UTC), sent or not: each from 8:00 of
 * its day, before a date until the date is over, after it for a week. Of the days of one reminder that are due at once
 * the last counts: whoever is reminded three days ahead needs no word any more about fourteen.
 * @param written the references of the meetings whose minutes are on their way
 */
export function dueReminders(
  form: Form,
  records: readonly StoredRecord[],
  now: number,
  written: ReadonlySet<string>,
): readonly Due[] {
  return datesOf(form, records, now).flatMap((dated) => {
    const { record, reminder, date } = dated
    if (reminder.awaitsMinutes && written.has(record.reference)) return []
    const due = reminder.days.filter((days) => isDue(date, days, now))
    return due.length === 0 ? [] : [{ ...dated, days: Math.max(...due) }]
  })
}

/** Every date that a reminder of the form counts from, where the reminder holds: by state and condition. */
function datesOf(form: Form, records: readonly StoredRecord[], now: number): readonly Dated[] {
  return form.reminders.flatMap((reminder) =>
    records
      .filter(({ status, erasedAt }) => erasedAt === null && reminder.states.includes(status))
      .flatMap((record) =>
        placesOf(form, reminder, record).flatMap(({ row, answers }) => {
          const date = answers[reminder.date]
          const scope = () => scopeOf({ form, answers: record.answers, row, now }, undefined)
          return typeof date === 'string' && (reminder.when === null || isTrue(reminder.when, scope()))
            ? [{ record, reminder, date, row }]
            : []
        }),
      ),
  )
}

/** Whether what a reminder counts from is a day by which something is to be done. */
export const isDeadline = ({ days, awaitsMinutes }: Reminder): boolean =>
  !awaitsMinutes && days.some((one) => one > 0)

/** The deadlines of these records that are past at `now` (milliseconds since 1970, UTC) and still to be met. */
export const missedDeadlines = (
  form: Form,
  records: readonly StoredRecord[],
  now: number,
): readonly Dated[] =>
  datesOf(form, records, now).filter(({ reminder, date }) => {
    const span = spanOf(date, undefined, undefined)
    return isDeadline(reminder) && span !== null && Date.parse(span.end ?? span.start) <= now
  })

type Spot = { readonly row: RowPlace | null; readonly answers: Row }

function placesOf(form: Form, reminder: Reminder, { answers }: StoredRecord): readonly Spot[] {
  const repeat = placeOf(form, reminder.date)?.repeat?.name
  if (repeat === undefined) return [{ row: null, answers }]
  return rowsOf(answers, repeat).map((row, index) => ({ row: { repeat, index }, answers: row }))
}

function isDue(date: string, days: number, now: number): boolean {
  const span = spanOf(date, undefined, undefined)
  if (span?.kind !== 'days') return false
  const over = Date.parse(span.end)
  const from = (days > 0 ? over - day : Date.parse(span.start)) + days * day + opening
  return from <= now && now < (days > 0 ? from + patience : over)
}

/** The dates, as texts from `from` to `to`, among which are all those for which the reminder can be due at `now`. */
export function reminderRange(
  { days }: Reminder,
  now: number,
): { readonly from: string; readonly to: string } {
  const behind = Math.max(0, ...days.map((one) => (one > 0 ? one * day + patience : 0)))
  return {
    // A month is a text before each of its days.
    from: isoDay(now - behind).slice(0, 7),
    to: isoDay(now - Math.min(...days) * day),
  }
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

/**
 * Whether the sweep of this minute looks for reminders: every quarter of an hour from 8:00 on. A reminder counts days,
 * so that a quarter is soon enough, and sixty-four looks a day are a fifteenth of what each minute would cost.
 */
export function isTimeToRemind(now: number): boolean {
  return now % day >= opening && Math.floor(now / 60_000) % 15 === 0
}
