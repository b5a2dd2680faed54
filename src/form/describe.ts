import { defaultMaxCount, defaultMaxLength, isMirroredByDefault } from './defaults.ts'
import type {
  Choice,
  ChoiceLists,
  Field,
  FieldInput,
  Form,
  FormInput,
  TransitionInput,
} from './definition/index.ts'
import { isExpression } from './expression/index.ts'
import { placedFields } from './fields.ts'

/** A form's definition with the lists it draws on, as plain JSON. */
export type FormDescription = FormInput & { readonly lists: Readonly<Record<string, readonly Choice[]>> }

/**
 * A form as plain JSON, expressions as their source: what `defineForm` takes, so that another program (the browser's
 * script) can make the same form of it. Keys with their usual value, and seeds, are left out.
 */
export function describeForm(form: Form, lists: ChoiceLists): FormDescription {
  const { id, title, description, prefix, submit, sections, workflow, sheet, titleField } = form
  const used = new Set(placedFields(form).map(({ field }) => field.choices))
  return {
    id,
    title,
    description,
    prefix,
    submit,
    sections: sections.map(withoutUsual),
    fields: form.fields.map(describeField),
    purposes: form.purposes,
    workflow: {
      initial: workflow.initial,
      states: workflow.states.map(withoutUsual),
      transitions: workflow.transitions.map(describeTransition),
    },
    sheet,
    titleField,
    publication: form.publication,
    plan: form.plan,
    calendar: form.calendar,
    reminders: form.reminders.map(({ when, ...reminder }) => ({
      ...reminder,
      ...(when && { when: when.source }),
    })),
    attendance: form.attendance,
    minutes: form.minutes,
    glossary: form.glossary,
    document: form.document,
    map: form.map,
    directory: form.directory,
    census: form.census,
    campaign: form.campaign,
    likeness: form.likeness,
    advocacy: form.advocacy,
    library: form.library,
    order: form.order,
    lists: Object.fromEntries(Object.entries(lists).filter(([list]) => used.has(list))),
  }
}

function describeTransition({
  from,
  to,
  by,
  label,
  guard,
  guard_message,
  related,
  publishes,
  event,
}: Form['workflow']['transitions'][number]) {
  const input: TransitionInput = {
    from,
    to,
    by,
    ...(label && { label }),
    ...(guard && { guard: guard.source }),
    ...(guard_message && { guard_message }),
    ...(related && { related }),
    ...(publishes && { publishes }),
    ...(event !== null && { event }),
  }
  return input
}

function describeField(field: Field): FieldInput {
  const usual: Readonly<Record<string, unknown>> = {
    maxLength: defaultMaxLength(field.type, field.multiline),
    maxCount: defaultMaxCount(field.type),
    minCount: 0,
    mirrored: isMirroredByDefault(field.type, field.data),
  }
  const told = Object.entries(field).flatMap(([key, value]): readonly [string, unknown][] => {
    if (value === null || (value === false && key !== 'mirrored') || value === usual[key]) return []
    if (Array.isArray(value) && value.length === 0) return []
    if (key === 'fields') return [[key, field.fields.map(describeField)]]
    return [[key, isExpression(value) ? value.source : value]]
  })
  return Object.fromEntries(told) as FieldInput
}

/** Without the flags that are false, as an author writes it. */
const withoutUsual = <Flagged extends object>(flagged: Flagged): Flagged =>
  Object.fromEntries(Object.entries(flagged).filter(([, value]) => value !== false)) as Flagged
