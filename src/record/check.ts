import type { Context } from '../context.ts'
import type { Answer, Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { examine, placedFields, pointerOf, rowsOf } from '../form/index.ts'
import type { Issue } from '../problem.ts'
import { existingRecords } from '../store/existing-records.ts'
import { parseReference } from './reference.ts'

export type Checked = {
  /** What was sent, read and tidied: what a repeated submission is compared by. */
  readonly read: Answers
  /** What is kept: relevant answers only, calculations done. */
  readonly answers: Answers
  /** All there is to correct; none, and the answers may be kept. */
  readonly issues: readonly Issue[]
}

/**
 * Checks answers by every rule of the form, and that what they refer to is there.
 * @param draft whether answers may still be missing
 */
export async function checkAnswers(
  context: Context,
  form: Form,
  input: unknown,
  draft = false,
): Promise<Checked> {
  const { read, answers, issues } = examine(form, context.catalogue.lists, input, { now: context.now, draft })
  const given = givenAnswers(form, answers)
  return {
    read,
    answers,
    issues: [...issues, ...(await missingReferences(context, given)), ...unreceivedFiles(given)],
  }
}

type Given = { readonly field: Field; readonly pointer: string; readonly answer: Answer }

/** Every answer there is, those of rows included. */
function givenAnswers(form: Form, answers: Answers): readonly Given[] {
  const given = (field: Field, answer: Answer | undefined, ...at: readonly (string | number)[]): Given[] =>
    answer === undefined ? [] : [{ field, answer, pointer: pointerOf(...at, field.name) }]
  return placedFields(form).flatMap(({ field, repeat }) =>
    repeat === null
      ? given(field, answers[field.name])
      : rowsOf(answers, repeat.name).flatMap((row, index) =>
          given(field, row[field.name], repeat.name, index),
        ),
  )
}

/** References that must name a record of another form, and name none. */
async function missingReferences(context: Context, given: readonly Given[]): Promise<readonly Issue[]> {
  const named = given
    .filter(({ field }) => field.reference !== null && !field.reference.free)
    .map((one) => ({ ...one, target: parseReference(context.catalogue, String(one.answer)) }))
  const sought = named.flatMap(({ target }) =>
    target ? [{ form: target.form.id, number: target.number }] : [],
  )
  const found = await existingRecords(context.db, sought)
  return named
    .filter(({ field, target }) => {
      const right = target !== null && target.form.id === field.reference?.form
      return !right || !found.some(({ form, number }) => form === target.form.id && number === target.number)
    })
    .map(({ pointer, answer }) => ({
      pointer,
      message: {
        fr: `«\u00a0${answer}\u00a0» n’existe pas. Choisissez dans la liste.`,
        en: `“${answer}” does not exist. Choose from the list.`,
      },
    }))
}

/** Files named but never received: there is no place to send one to yet, so none may be promised. */
function unreceivedFiles(given: readonly Given[]): readonly Issue[] {
  return given
    .filter(({ field }) => field.type === 'file')
    .map(({ pointer }) => ({
      pointer,
      message: {
        fr: 'Les fichiers ne sont pas encore reçus ici. Indiquez plutôt un lien dans le texte.',
        en: 'Files cannot be received here yet. Give a link in the text instead.',
      },
    }))
}
