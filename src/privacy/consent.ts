import type { Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { placedFields } from '../form/index.ts'
import { rewritten } from '../form/rewrite.ts'
import { inPlaceOf } from '../person/take-out.ts'

/** What a person agrees to by ticking a box, and what becomes of their answers when they take it back. Pure. */

/** The questions of a form by which somebody agrees to something. */
export const consentFields = (form: Form): readonly Field[] =>
  form.fields.filter(({ type }) => type === 'acknowledge')

/** Whether it is an agreement to be shown to everyone, and not one to the data being kept. */
export const isToPublish = (form: Form, { name }: Field): boolean =>
  placedFields(form).some(({ field }) => field.data !== null && dependsOn(field, name))

const dependsOn = ({ data }: Field, consent: string): boolean =>
  data !== null && typeof data.publish !== 'string' && data.publish.agreed === consent

/** The ids of the purposes that an agreement is for: what is published by it, else all that rests on consent. */
export function purposesOf(form: Form, consent: Field): readonly string[] {
  const published = placedFields(form).flatMap(({ field }) =>
    dependsOn(field, consent.name) && field.data !== null ? [field.data.purpose] : [],
  )
  const kept = form.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
  return published.length > 0 ? [...new Set(published)] : kept
}

/** The personal answers that rest on an agreement: those that it publishes, else those that it lets be kept. */
export function restingOn(form: Form, consent: Field): readonly Field[] {
  const fields = placedFields(form).map(({ field }) => field)
  if (isToPublish(form, consent)) return fields.filter((field) => dependsOn(field, consent.name))
  const purposes = purposesOf(form, consent)
  return fields.filter(({ data }) => data !== null && purposes.includes(data.purpose))
}

/**
 * The answers once an agreement is taken back: without it, and, if it was to the data being kept, without the answers that
 * rest on it; where the form requires one, something stands in their place.
 */
export function withoutConsent(form: Form, answers: Answers, consent: Field): Answers {
  const purposes = isToPublish(form, consent) ? [] : purposesOf(form, consent)
  const { [consent.name]: _, ...rest } = answers
  return rewritten(
    form.fields,
    rest,
    () => (field, answer) =>
      field?.data && purposes.includes(field.data.purpose) ? inPlaceOf(field) : answer,
  )
}
