import type { Catalogue, Form } from '../../form/definition/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch, Wanted } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined, shownAnswer, statusOf, titleOf } from './shown.ts'

const rubric = 'Prochaines rencontres'
const mostMeetings = 10

type Meeting = { readonly form: Form; readonly record: Sketch; readonly order: string }

/** What must be read of the records that are meetings. */
export const wantedOfMeetings = ({ forms }: Catalogue): readonly Wanted[] =>
  forms.flatMap(({ id, titleField, calendar }) => {
    if (calendar === null) return []
    const { date, start, end, place } = calendar
    return [{ form: id, fields: [titleField, date, start, end, place] }]
  })

/**
 * How many meetings are to come, then the next ones: those of `today` (ISO 8601) or later, those of this month too
 * when no day was set.
 */
export function meetingRows(
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  today: string,
): readonly BoardRow[] {
  const forms = catalogue.forms.filter(({ calendar }) => calendar !== null)
  if (forms.length === 0) return []
  const meetings = forms
    .flatMap((form) => meetingsOf(form, sketches, today))
    .sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
  return [
    { key: 'meetings', cells: [rubric, 'À venir', meetings.length, ''] },
    ...meetings.slice(0, mostMeetings).map(({ form, record }) => ({
      key: boardKey('meeting', referenceOf(form.prefix, record.number)),
      cells: [rubric, titleOf(catalogue, form, record), '', detailOf(catalogue, form, record)],
    })),
  ]
}

function meetingsOf(form: Form, sketches: readonly Sketch[], today: string): readonly Meeting[] {
  const { calendar } = form
  if (calendar === null) return []
  return sketches.flatMap((record) => {
    const date = record.answers[calendar.date]
    if (record.form !== form.id || typeof date !== 'string' || date < today.slice(0, date.length)) return []
    // A month without a day comes after that month's days.
    return [{ form, record, order: `${date.padEnd(10, '~')} ${record.answers[calendar.start] ?? ''}` }]
  })
}

function detailOf(catalogue: Catalogue, form: Form, record: Sketch): string {
  if (form.calendar === null) return ''
  const { date, start, end, place } = form.calendar
  const shown = (name: string) => shownAnswer(catalogue, form, record, name)
  const hours = [shown(start), shown(end)].filter((hour) => hour !== '').join(' – ')
  return joined([shown(date), hours, shown(place), statusOf(form, record)])
}
