import type { Catalogue, Form } from '../form/definition/index.ts'
import type { Words } from './cells.ts'
import type { Records } from './ports.ts'

/** The names of records that a column refers to: one query for each form referred to. */
export async function wordsOf(catalogue: Catalogue, records: Pick<Records, 'names'>): Promise<Words> {
  const targets = new Map<Form['id'], string>()
  for (const { fields } of catalogue.forms) {
    for (const field of fields.flatMap((one) => [one, ...one.fields])) {
      if (field.reference) targets.set(field.reference.form, field.reference.label)
    }
  }
  const names = [...targets].map(async ([form, label]) => [form, await records.names(form, label)] as const)
  return { lists: catalogue.lists, names: new Map(await Promise.all(names)) }
}
