import type { Answer, Answers, Row } from './answers.ts'
import type { Catalogue, Field, Form } from './definition/index.ts'

/** A field and the repeat whose rows hold it; null for a field of the record itself. */
export type PlacedField = { readonly field: Field; readonly repeat: Field | null }

/** The form with this id, if the catalogue has it. */
export function findForm(catalogue: Catalogue, id: string): Form | undefined {
  return catalogue.forms.find((form) => form.id === id)
}

/** Every field of a form in page order, a repeat before the fields of its rows. */
export function placedFields(form: Form): readonly PlacedField[] {
  return form.fields.flatMap((field): readonly PlacedField[] => [
    { field, repeat: null },
    ...field.fields.map((inner) => ({ field: inner, repeat: field })),
  ])
}

const placesByName = new WeakMap<Form, ReadonlyMap<string, PlacedField>>()

/** The field of this name and where it stands: names are unique within a form, rows included. */
export function placeOf(form: Form, name: string): PlacedField | undefined {
  let places = placesByName.get(form)
  if (!places) {
    places = new Map(placedFields(form).map((place) => [place.field.name, place]))
    placesByName.set(form, places)
  }
  return places.get(name)
}

/** The field of this name, in the record itself or in the rows of a repeat. */
export function findField(form: Form, name: string): Field | undefined {
  return placeOf(form, name)?.field
}

/** The rows of a repeat; none when it has no answer. */
export function rowsOf(answers: Answers, repeat: string): readonly Row[] {
  const rows: Answer | undefined = answers[repeat]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

/** A JSON pointer (RFC 6901) from its parts, which may come from outside. */
export function pointerOf(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
