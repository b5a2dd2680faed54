import type { Calendar, Catalogue, Form } from '../form/definition/index.ts'
import { referenceOf } from '../record/reference.ts'
import type { Sketch, Wanted } from '../store/sketches.ts'

const millisecondsADay = 86_400_000

/** A form of meetings whose minutes are awaited. */
export type Awaited = { readonly form: Form; readonly calendar: Calendar; readonly minutes: Minutes }
type Minutes = NonNullable<Calendar['minutes']>

export const awaitedMinutes = ({ forms }: Catalogue): readonly Awaited[] =>
  forms.flatMap((form) => {
    const { calendar } = form
    return calendar?.minutes ? [{ form, calendar, minutes: calendar.minutes }] : []
  })

/** What must be read of meetings and of their minutes to know which are late. */
export const wantedOfMinutes = (catalogue: Catalogue): readonly Wanted[] =>
  awaitedMinutes(catalogue).flatMap(({ form, calendar, minutes }) => [
    { form: form.id, fields: [form.titleField, calendar.date] },
    { form: minutes.form, fields: [minutes.field] },
  ])

/** The references of the meetings of which some minutes have left their first state. */
export function writtenMeetings(
  { forms }: Catalogue,
  { minutes }: Awaited,
  sketches: readonly Sketch[],
): ReadonlySet<string> {
  const target = forms.find(({ id }) => id === minutes.form)
  return new Set(
    sketches
      .filter((one) => one.form === minutes.form && one.status !== target?.workflow.initial)
      .map(({ answers }) => String(answers[minutes.field] ?? '')),
  )
}

/** The meetings that lack minutes that were due by `today` (ISO 8601). */
export function lateMeetings(
  catalogue: Catalogue,
  awaited: Awaited,
  sketches: readonly Sketch[],
  today: string,
): readonly Sketch[] {
  const { form, calendar, minutes } = awaited
  const written = writtenMeetings(catalogue, awaited, sketches)
  const last = new Date(Date.parse(today) - minutes.days * millisecondsADay).toISOString().slice(0, 10)
  return sketches.filter((one) => {
    const date = one.answers[calendar.date]
    if (one.form !== form.id || typeof date !== 'string' || !minutes.states.includes(one.status)) return false
    // A month without a day is over after that month's days.
    return date.padEnd(10, '~') <= last && !written.has(referenceOf(form.prefix, one.number))
  })
}
