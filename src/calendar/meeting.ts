import type { Answers } from '../form/answers.ts'
import type { Calendar, Form, Group } from '../form/definition/index.ts'
import { visibleAnswers, withoutPersonal } from '../form/index.ts'
import { inSubject, type Notice, subjectOf } from '../record/notice.ts'
import type { StoredRecord } from '../record/record.ts'
import { detailOf, type EventView, eventOf, locationOf, shown } from './event.ts'
import { writeMessage } from './ics.ts'
import { spokenDate, spokenHours } from './moment.ts'
import { labelled, words } from './words.ts'

/** What becomes of a meeting that people are told of, under the type of its event. */
export type MeetingHappening = 'meeting.invitation' | 'meeting.changed' | 'meeting.cancelled'

/**
 * What a change of a record means to those who are to come: confirmed, it invites them; while it is confirmed they are
 * told when its day, its hours or its place change; no longer confirmed, it is called off. Null when they are told
 * nothing: a meeting that was held, or whose record is erased, is nobody's appointment.
 */
export function meetingHappening(
  { calendar }: Form,
  before: StoredRecord,
  after: StoredRecord,
): MeetingHappening | null {
  if (calendar?.states == null || after.erasedAt !== null) return null
  const { confirmed, held } = calendar.states
  if (held.includes(before.status) || held.includes(after.status)) return null
  const was = confirmed.includes(before.status)
  const is = confirmed.includes(after.status)
  if (is && !was) return 'meeting.invitation'
  if (was && !is) return 'meeting.cancelled'
  return is && isElsewhere(calendar, before.answers, after.answers) ? 'meeting.changed' : null
}

/** Whether what says when and where differs. */
const isElsewhere = (
  { date, start, end, place, venue }: Calendar,
  before: Answers,
  after: Answers,
): boolean => [date, start, end, place, venue].some((name) => name !== null && before[name] !== after[name])

/** What a meeting is told by; `page` is null when nobody knows under which name the site is reached. */
export type MeetingView = Omit<EventView, 'page'> & {
  readonly page: URL | null
  readonly group: Group | null
}

/**
 * The message to those who are to come, with the meeting for their calendars under the identifier it has in /plan.ics.
 * It tells what everyone may see, and nothing personal.
 */
export function meetingNotice(
  view: MeetingView,
  happening: MeetingHappening,
  before: StoredRecord,
  after: StoredRecord,
): Notice {
  const { form, calendar, group, locale, page } = view
  const answers = tellable(form, after.answers)
  const title = shown(view, answers, form.titleField) || after.reference
  const state = form.workflow.states.find(({ code }) => code === after.status)?.label[locale] ?? ''
  const heading = happening === 'meeting.cancelled' ? state : words[happening][locale]
  const event = page === null ? null : eventOf({ ...view, page }, { ...after, answers })
  const url = page === null ? '' : `${page.href}#${after.reference}`
  const former = tellable(form, before.answers)
  const text = [
    labelled(locale, heading, title),
    '',
    labelled(locale, words.when[locale], `${whenOf(view, answers)} ${words.zone[locale]}`),
    labelled(locale, words.where[locale], locationOf(view, answers)),
    ...(happening === 'meeting.changed'
      ? [labelled(locale, words.formerly[locale], `${whenOf(view, former)} – ${locationOf(view, former)}`)]
      : []),
    ...calendar.details.map((name) => detailOf(view, answers, name)).filter((line) => line !== ''),
    ...(url === '' ? [] : ['', url]),
  ]
  const method = happening === 'meeting.cancelled' ? 'CANCEL' : 'PUBLISH'
  return {
    subject: subjectOf(
      group,
      `${labelled(locale, heading, inSubject(title))}, ${beginningOf(view, answers)}`,
    ),
    text: text.join('\n'),
    url,
    ...(event !== null && { ics: writeMessage(event, method) }),
  }
}

const tellable = (form: Form, answers: Answers): Answers =>
  visibleAnswers(form, withoutPersonal(form, answers), 'public')

/** "lundi 24 septembre 2018, de 14 h 30 à 16 h 30". */
function whenOf(view: MeetingView, answers: Answers): string {
  const { date, start, end } = view.calendar
  return spokenDate(String(answers[date] ?? ''), view.locale).concat(
    spokenHours(shown(view, answers, start), shown(view, answers, end), view.locale),
  )
}

/** "lundi 24 septembre 2018 à 14 h 30". */
const beginningOf = (view: MeetingView, { [view.calendar.end]: _, ...answers }: Answers): string =>
  whenOf(view, answers)
