import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition.ts'
import { findForm } from '../form/index.ts'
import { allFields, type Names } from '../form/names.ts'
import { referenceNames } from '../store/records.ts'

/** The labels of every record that a field of these forms may point to: one query a directory. */
export const loadNames = (context: Context, forms: readonly Form[]): Promise<Names> =>
  load(context, forms, null)

/**
 * The labels that a form offers whoever fills it in: to coordinators all, to others those of records that everyone may
 * see, and those that the answers name already.
 */
export function loadOffered(context: Context, form: Form, answers: Answers): Promise<Names> {
  return load(context, [form], context.actor.role === 'coordinator' ? null : textsIn(answers))
}

/** Every text among the answers, those of rows included. */
const textsIn = (answers: unknown): readonly string[] => {
  if (typeof answers === 'string') return [answers]
  return typeof answers === 'object' && answers !== null ? Object.values(answers).flatMap(textsIn) : []
}

async function load(
  context: Context,
  forms: readonly Form[],
  kept: readonly string[] | null,
): Promise<Names> {
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
        const names = form ? await referenceNames(context.db, form, label, kept) : new Map<string, string>()
        return [key, names] as const
      }),
    ),
  )
}
