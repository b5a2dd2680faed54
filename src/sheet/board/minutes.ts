import type { Calendar, Catalogue, Form } from '../../form/definition.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch, Wanted } from '../../store/board-figures.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined, shownAnswer, statusOf, titleOf } from './shown.ts'

const rubric = 'Comptes rendus en retard'
const millisecondsADay = 86_400_000

type Awaited = { readonly form: Form; readonly calendar: Calendar; readonly minutes: Minutes }
type Minutes = NonNullable<Calendar['minutes']>

const awaitedOf = ({ forms }: Catalogue): readonly Awaited[] =>
  forms.flatMap((form) => {
    const { calendar } = form
    return calendar?.minutes ? [{ form, calendar, minutes: calendar.minutes }] : []
  })

/** What must be read of meetings and of their minutes. */
export const wantedOfMinutes = (catalogue: Catalogue): readonly Wanted[] =>
  awaitedOf(catalogue).flatMap(({ form, calendar, minutes }) => [
    { form: form.id, fields: [form.titleField, calendar.date] },
    { form: minutes.form, fields: [minutes.field] },
  ])

/** How many meetings lack minutes that were due by `today` (ISO 8601), then which. */
export const minutesRows = (
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  today: string,
): readonly BoardRow[] =>
  awaitedOf(catalogue).flatMap((awaited) => {
    const { form, calendar } = awaited
    const late = lateOf(catalogue, awaited, sketches, today)
    return [
      { key: boardKey('minutes', form.id), cells: [rubric, form.sheet.tab, late.length, ''] },
      ...late.map((record): BoardRow => {
        const detail = joined([shownAnswer(catalogue, form, record, calendar.date), statusOf(form, record)])
        return {
          key: boardKey('minutes', referenceOf(form.prefix, record.number)),
          cells: [rubric, titleOf(catalogue, form, record), '', detail],
        }
      }),
    ]
  })

function lateOf(
  { forms }: Catalogue,
  { form, calendar, minutes }: Awaited,
  sketches: readonly Sketch[],
  today: string,
): readonly Sketch[] {
  const target = forms.find(({ id }) => id === minutes.form)
  const written = new Set(
    sketches
      .filter((one) => one.form === minutes.form && one.status !== target?.workflow.initial)
      .map(({ answers }) => answers[minutes.field]),
  )
  const last = new Date(Date.parse(today) - minutes.days * millisecondsADay).toISOString().slice(0, 10)
  return sketches.filter((one) => {
    const date = one.answers[calendar.date]
    if (one.form !== form.id || typeof date !== 'string' || !minutes.states.includes(one.status)) return false
    // A month without a day is over after that month's days.
    return date.padEnd(10, '~') <= last && !written.has(referenceOf(form.prefix, one.number))
  })
}
