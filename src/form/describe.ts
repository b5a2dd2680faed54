import { defaultMaxCount, defaultMaxLength } from './defaults.ts'
import type {
  Choice,
  ChoiceLists,
  Field,
  FieldInput,
  Form,
  FormInput,
  TransitionInput,
} from './definition.ts'
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
    sections,
    fields: form.fields.map(describeField),
    workflow: {
      initial: workflow.initial,
      states: workflow.states,
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
    lists: Object.fromEntries(Object.entries(lists).filter(([list]) => used.has(list))),
  }
}

function describeTransition({
  from,
  to,
  by,
  guard,
  guard_message,
  event,
}: Form['workflow']['transitions'][number]) {
  const input: TransitionInput = {
    from,
    to,
    by,
    ...(guard && { guard: guard.source }),
    ...(guard_message && { guard_message }),
    ...(event !== null && { event }),
  }
  return input
}

function describeField(field: Field): FieldInput {
  const usual: Readonly<Record<string, unknown>> = {
    maxLength: defaultMaxLength(field.type, field.multiline),
    maxCount: defaultMaxCount(field.type),
    minCount: 0,
    mirrored: field.type !== 'note',
  }
  const told = Object.entries(field).flatMap(([key, value]): readonly [string, unknown][] => {
    if (value === null || (value === false && key !== 'mirrored') || value === usual[key]) return []
    if (Array.isArray(value) && value.length === 0) return []
    if (key === 'fields') return [[key, field.fields.map(describeField)]]
    return [[key, isExpression(value) ? value.source : value]]
  })
  return Object.fromEntries(told) as FieldInput
}

const isExpression = (value: unknown): value is { readonly source: string } =>
  typeof value === 'object' && value !== null && 'source' in value && 'tree' in value
