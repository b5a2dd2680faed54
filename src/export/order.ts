import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { displayAnswer, findField } from '../form/index.ts'
import { isVisible } from '../form/visibility.ts'
import { stateOf } from '../form/workflow.ts'
import { ordersSeen } from '../record/published.ts'
import type { StoredRecord } from '../record/record.ts'
import type { Level } from './taken.ts'

/** A text that goes with the data. */
export type Document = { readonly name: string; readonly text: string }

/**
 * The terms of reference of the newest order that was sent, with where it stands; for the coordinators also those of the
 * newest one still being written.
 */
export async function termsOfReference(context: Context, level: Level): Promise<readonly Document[]> {
  const documents = context.catalogue.forms.map(async (form): Promise<readonly Document[]> => {
    const { order, workflow } = form
    if (order === null) return []
    const orders = await ordersSeen(context, form, level)
    const sent = orders.find(({ status }) => order.sent.includes(status))
    const draft = orders.find(({ status }) => status === workflow.initial)
    const documentOf = (name: string, record: StoredRecord | undefined) =>
      record ? [{ name, text: orderText(context, form, order.terms, record, level) }] : []
    return [
      ...documentOf('termes-de-reference.txt', sent),
      ...documentOf('termes-de-reference-brouillon.txt', draft),
    ]
  })
  return (await Promise.all(documents)).flat()
}

/** What is known of the order, a line each, then its terms. */
function orderText(
  { catalogue }: Context,
  form: Form,
  terms: string,
  record: StoredRecord,
  level: Level,
): string {
  const known = form.fields
    .filter((field) => field.name !== terms && isVisible(field, level))
    .map((field) => ({
      label: field.label.fr,
      text: displayAnswer(field, catalogue.lists, record.answers[field.name], 'fr', new Map()),
    }))
    .filter(({ text }) => text !== '')
  const heading = findField(form, terms)?.label.fr ?? ''
  return [
    `${form.title.fr} ${record.reference} : ${stateOf(form, record.status).label.fr}`,
    ...known.map(({ label, text }) => `${label} : ${text}`),
    '',
    heading,
    '',
    String(record.answers[terms] ?? ''),
    '',
  ].join('\n')
}
