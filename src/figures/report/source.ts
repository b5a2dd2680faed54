import type { Catalogue, Form } from '../../form/definition/index.ts'
import { displayAnswer, findField } from '../../form/index.ts'
import { publicOf } from '../../record/published.ts'
import type { Sketch, Wanted } from '../../store/sketches.ts'
import type { Figures, Live } from '../load.ts'
import { wantedOf, wantedOfPlan } from '../wanted.ts'

/** Published minutes as a report refers to them; `address` is whole, `date` the meeting's (ISO 8601). */
export type MinutesLink = { readonly title: string; readonly date: string; readonly address: string }

/** All that a report is made of. */
export type ReportSource = {
  readonly catalogue: Catalogue
  readonly figures: Figures
  readonly live: Live
  readonly minutes: readonly MinutesLink[]
}

/** Forms whose records are an inventory, which is shown to whoever is about to add to it. */
export const inventories = ({ forms }: Catalogue): readonly Form[] =>
  forms.filter(({ likeness }) => likeness?.beforehand)

/** The fields that sort an inventory: what everyone may see with one choice each. */
export const sortingFields = ({ fields }: Form) =>
  fields.filter(({ type, visibility }) => type === 'select_one' && visibility === 'public')

/** What a report needs beyond the figures. */
export const wantedOfReport = (catalogue: Catalogue): readonly Wanted[] => [
  ...catalogue.forms.flatMap((form) => [
    ...wantedOfPlan(form, [form.titleField, form.calendar?.place ?? null, form.calendar?.venue ?? null]),
    ...(form.advocacy === null
      ? []
      : [wantedOf(form, [form.titleField, form.advocacy.theme, form.advocacy.addressee, form.advocacy.due])]),
  ]),
  ...inventories(catalogue).map((form) =>
    wantedOf(
      form,
      sortingFields(form).map(({ name }) => name),
    ),
  ),
]

/** The records of a form that everyone may see. */
export const publicRecordsOf = ({ live }: ReportSource, form: Form): readonly Sketch[] =>
  publicOf(form, live(form)).records

/** An answer as people read it; '' where there is none. */
export function shown({ catalogue }: ReportSource, form: Form, { answers }: Sketch, name: string): string {
  const field = findField(form, name)
  return field ? displayAnswer(field, catalogue.lists, answers[name], 'fr', new Map()) : ''
}

export const labelOf = (form: Form, name: string): string => findField(form, name)?.label.fr ?? ''

export const stateOf = ({ workflow }: Form, { status }: Sketch): string =>
  workflow.states.find(({ code }) => code === status)?.label.fr ?? status
