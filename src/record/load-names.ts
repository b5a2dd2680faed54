import type { Context } from '../context.ts'
import type { Form } from '../form/definition.ts'
import { findForm } from '../form/index.ts'
import { allFields, type Names } from '../form/names.ts'
import { referenceNames } from '../store/records.ts'

/** The labels of every record that a field of these forms may point to: one query a directory. */
export async function loadNames(context: Context, forms: readonly Form[]): Promise<Names> {
  const targets = new Map(
    forms
      .flatMap(allFields)
      .flatMap(({ reference }) =>
        reference === null ? [] : [[`${reference.form}.${reference.label}`, reference] as const],
      ),
  )
  return new Map(
    await Promise.all(
      [...targets].map(async ([key, { form: id, label }]) => {
        const form = findForm(context.catalogue, id)
        const names = form ? await referenceNames(context.db, form, label) : new Map<string, string>()
        return [key, names] as const
      }),
    ),
  )
}
