import type { ChoiceLists, Form, Group } from '../form/definition/index.ts'
import { displayAnswer, frenchSpaces, placeOf, rowsOf } from '../form/index.ts'
import { fillTemplate, templateNames } from '../form/template.ts'
import type { Locale } from '../form/text.ts'
import { addressOf, inSubject, type Notice, subjectOf } from '../record/notice.ts'
import type { Dated, Due } from './due.ts'

/** What the answers that a reminder names are called by. */
type Telling = { readonly form: Form; readonly lists: ChoiceLists; readonly locale: Locale }

/** What a reminder is told by; `site` is the site's origin, or ''. */
export type ReminderView = Telling & { readonly group: Group | null; readonly site: string }

/** The message of a reminder that is due. */
export function reminderNotice(view: ReminderView, due: Due): Notice {
  const url = addressOf(view.site, view.form, due.record.reference)
  const template = spaced(view.locale, due.reminder.text[view.locale])
  const text = fillTemplate(template, (name) => shownIn(view, due, name))
  return {
    subject: subjectOf(view.group, reminderSubject(view, due)),
    text: url === '' ? text : `${text}\n\n${url}`,
    url,
  }
}

/** What a reminder is about, in one line. */
export function reminderSubject(telling: Telling, dated: Dated): string {
  const template = spaced(telling.locale, dated.reminder.subject[telling.locale])
  return fillTemplate(template, (name) => inSubject(shownIn(telling, dated, name)))
}

const spaced = (locale: Locale, template: string): string =>
  locale === 'fr' ? frenchSpaces(template) : template

/**
 * What tells a row from its neighbours, by which a reminder of it is known to have been sent: rows have no name of
 * their own, and their place changes when another is taken out. So it is what the reminder's subject names of the row.
 * '' for a record.
 */
export function rowKey(form: Form, { reminder, record, row }: Dated): string {
  if (row === null) return ''
  const answers = rowsOf(record.answers, row.repeat)[row.index] ?? {}
  const named = templateNames(reminder.subject.fr).filter(
    (name) => placeOf(form, name)?.repeat?.name === row.repeat,
  )
  return JSON.stringify(named.map((name) => answers[name] ?? ''))
}

/** The answer to a field of the record, or of the row, as people read it. No reference is among them. */
function shownIn({ form, lists, locale }: Telling, { record, row }: Dated, name: string): string {
  const place = placeOf(form, name)
  if (!place) return ''
  const answers = place.repeat && row ? (rowsOf(record.answers, row.repeat)[row.index] ?? {}) : record.answers
  return displayAnswer(place.field, lists, answers[name], locale, new Map())
}
