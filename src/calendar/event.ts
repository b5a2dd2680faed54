import type { Answers } from '../form/answers.ts'
import type { Calendar, ChoiceLists, Field, Form } from '../form/definition/index.ts'
import { displayAnswer, findField } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/record.ts'
import { isMonth, type Span, spanOf } from './span.ts'
import { labelled, words } from './words.ts'

/** RFC 5545, 3.8.1.11. */
export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

export type CalendarEvent = {
  readonly uid: string
  readonly sequence: number
  /** Milliseconds since 1970, UTC. */
  readonly changedAt: number
  readonly span: Span
  readonly summary: string
  /** '' when nobody can say. */
  readonly location: string
  readonly description: string
  /** Where the record is shown. */
  readonly url: string
  /** Null when the form does not say what its states mean. */
  readonly status: EventStatus | null
  /** Whether whoever subscribes is as free as before: nothing is sure to take place on these days. */
  readonly free: boolean
}

/** What the records of a form become events by. */
export type EventView = {
  readonly form: Form
  readonly calendar: Calendar
  readonly lists: ChoiceLists
  /** The labels of the records a field may point to, by reference. */
  readonly namesOf: (field: Field) => ReadonlyMap<string, string>
  readonly locale: Locale
  /** The page that shows the records, each under its reference. */
  readonly page: URL
}

type Words = Omit<EventView, 'page'>

/**
 * A record as an event, or null without a date. Its identifier is the record's reference, not its id, which can open
 * the record (docs/decisions/002). The answers must be those that everyone may see.
 */
export function eventOf(view: EventView, record: StoredRecord): CalendarEvent | null {
  const { form, calendar, locale, page } = view
  const date = record.answers[calendar.date]
  const span = spanOf(date, record.answers[calendar.start], record.answers[calendar.end])
  if (span === null) return null
  const url = new URL(page)
  url.hash = record.reference
  const title = shown(view, record.answers, form.titleField) || record.reference
  const state = form.workflow.states.find(({ code }) => code === record.status)?.label[locale] ?? ''
  const off = isIn(calendar, record, 'cancelled') || isIn(calendar, record, 'postponed')
  const wholeMonth = isMonth(String(date))
  // Said in the title too: several programs show every event of a feed as settled.
  const doubt = off ? state : wholeMonth ? words.dateToSettle[locale] : ''
  return {
    uid: `${record.reference}@${page.host}`,
    // The first revision is 1, the first sequence 0 (RFC 5545, 3.8.7.4).
    sequence: record.revision - 1,
    changedAt: record.updatedAt,
    span,
    summary: doubt === '' ? title : labelled(locale, doubt, title),
    location: locationOf(view, record.answers),
    description: [
      ...calendar.details.map((name) => detailOf(view, record.answers, name)),
      state === '' ? '' : labelled(locale, words.status[locale], state),
      url.href,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    url: url.href,
    status: statusOf(calendar, record),
    free: off || wholeMonth,
  }
}

const isIn = (
  { states }: Calendar,
  { status }: StoredRecord,
  meaning: keyof NonNullable<Calendar['states']>,
) => states?.[meaning].includes(status) ?? false

function statusOf(calendar: Calendar, record: StoredRecord): EventStatus | null {
  if (calendar.states === null) return null
  if (isIn(calendar, record, 'cancelled')) return 'CANCELLED'
  return isIn(calendar, record, 'confirmed') ? 'CONFIRMED' : 'TENTATIVE'
}

/** The venue and the place around it; what an undefined place is called when neither is known. */
export function locationOf(view: Words, answers: Answers): string {
  const { venue, place } = view.calendar
  const known = [venue, place].flatMap((name) =>
    name === null || answers[name] === undefined ? [] : [shown(view, answers, name)],
  )
  return known.length === 0 ? shown(view, answers, place) : known.join(', ')
}

/** A field under its label, or ''. */
export function detailOf(view: Words, answers: Answers, name: string): string {
  const label = findField(view.form, name)?.label[view.locale]
  const value = shown(view, answers, name)
  return label === undefined || value === '' ? '' : labelled(view.locale, label, value)
}

/** An answer as people read it. */
export function shown({ form, lists, locale, namesOf }: Words, answers: Answers, name: string): string {
  const field = findField(form, name)
  return field ? displayAnswer(field, lists, answers[name], locale, namesOf(field)) : ''
}
