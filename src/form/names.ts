import type { Field, Form } from './definition.ts'

/** What each field that points to other records shows for them: by "form.label", the label of each reference. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

const none: ReadonlyMap<string, string> = new Map()

/** The labels of the records a field may point to, by reference. */
export function namesOf(names: Names, field: Field): ReadonlyMap<string, string> {
  const target = field.reference
  return target === null ? none : (names.get(`${target.form}.${target.label}`) ?? none)
}

/** The label of a reference; a name that is no reference is its own label. */
export function labelOfReference(names: Names, field: Field, answer: string): string {
  return namesOf(names, field).get(answer) ?? answer
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fr')

/** The reference a typed name means, upper or lower case; a name of nobody's stays as typed. */
export function referenceOfLabel(names: Names, field: Field, typed: string): string {
  const known = namesOf(names, field)
  if (known.has(typed)) return typed
  for (const [reference, label] of known) if (folded(label) === folded(typed)) return reference
  return typed
}

/** Every field of a form, those of its repeats included, in the order of the page. */
export function allFields(form: Form): readonly Field[] {
  return form.fields.flatMap((field) => [field, ...field.fields])
}
