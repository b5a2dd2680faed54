import type { Answers } from './answers.ts'
import type { Field, Form } from './definition/index.ts'

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

/**
 * The same names, those of the records that these answers refer to before all others: of two records of one name, a
 * name typed means the one that was meant before.
 */
export function meantFirst(names: Names, answers: Answers): Names {
  const meant = new Set(Object.values(answers).flatMap(textsIn))
  const order = (known: ReadonlyMap<string, string>) =>
    new Map([...known].toSorted(([one], [other]) => Number(meant.has(other)) - Number(meant.has(one))))
  return new Map([...names].map(([key, known]) => [key, order(known)]))
}

/** Every text in an answer, those of rows included, or in any other JSON. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsIn)
}

/** Every field of a form, those of its repeats included, in the order of the page. */
export function allFields(form: Form): readonly Field[] {
  return form.fields.flatMap((field) => [field, ...field.fields])
}
