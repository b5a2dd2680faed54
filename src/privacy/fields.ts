import type { Field, Form, PersonalData } from '../form/definition/index.ts'
import { type PlacedField, placedFields } from '../form/fields.ts'

/** A field that asks something of a person. */
export type AskedField = PlacedField & { readonly field: Field & { readonly data: PersonalData } }

/** The fields of a form that ask something of a person, in page order; a repeat speaks through those of its rows. */
export const personalFields = (form: Form): readonly AskedField[] =>
  placedFields(form).flatMap(({ field, repeat }) =>
    field.data === null || field.type === 'repeat' ? [] : [{ field: { ...field, data: field.data }, repeat }],
  )
