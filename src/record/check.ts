import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition.ts'
import { examine } from '../form/index.ts'
import type { Issue } from '../problem.ts'
import { existingRecords } from '../store/records.ts'
import { parseReference } from './reference.ts'

export type Checked = {
  /** What was sent, read and tidied: what a repeated submission is compared by. */
  readonly read: Answers
  /** What is kept: relevant answers only, calculations done. */
  readonly answers: Answers
  /** All there is to correct; none, and the answers may be kept. */
  readonly issues: readonly Issue[]
}

/** Checks answers by every rule of the form, and that what they refer to is there. */
export async function checkAnswers(context: Context, form: Form, input: unknown): Promise<Checked> {
  const { read, answers, issues } = examine(form, context.catalogue.lists, input, { now: context.now })
  return { read, answers, issues: [...issues, ...(await missingReferences(context, form, answers))] }
}

/** References that must name a record of another form, and name none. */
async function missingReferences(context: Context, form: Form, answers: Answers): Promise<readonly Issue[]> {
  const named = referencesIn(form.fields, answers, '').map((one) => ({
    ...one,
    target: parseReference(context.catalogue, one.reference),
  }))
  const sought = named.flatMap(({ target }) =>
    target ? [{ form: target.form.id, number: target.number }] : [],
  )
  const found = await existingRecords(context.db, sought)
  return named
    .filter(({ field, target }) => {
      const right = target !== null && target.form.id === field.reference?.form
      return !right || !found.some(({ form, number }) => form === target.form.id && number === target.number)
    })
    .map(({ pointer, reference }) => ({
      pointer,
      message: {
        fr: `« ${reference} » n’existe pas. Choisissez dans la liste.`,
        en: `“${reference}” does not exist. Choose from the list.`,
      },
    }))
}

type Named = { readonly field: Field; readonly pointer: string; readonly reference: string }

function referencesIn(fields: readonly Field[], answers: Answers, base: string): readonly Named[] {
  return fields.flatMap((field): readonly Named[] => {
    const answer = answers[field.name]
    const pointer = `${base}/${field.name}`
    if (field.reference && !field.reference.free && typeof answer === 'string')
      return [{ field, pointer, reference: answer }]
    if (field.type !== 'repeat' || !Array.isArray(answer)) return []
    return (answer as readonly Answers[]).flatMap((row, index) =>
      referencesIn(field.fields, row, `${pointer}/${index}`),
    )
  })
}
