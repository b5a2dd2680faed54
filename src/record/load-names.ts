import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { allFields, meantFirst, type Names, textsIn } from '../form/names.ts'
import { referenceNames } from '../store/records.ts'

/** The labels of every record that a field of these forms may point to: one query a directory. */
export const loadNames = (context: Context, forms: readonly Form[]): Promise<Names> =>
  load(context, forms, null)

/**
 * The labels that a form offers whoever fills it in: to coordinators all, to others those of records that everyone may
 * see, and those that the answers name already. A name that two records share means the one that was meant before.
 */
export async function loadOffered(context: Context, form: Form, answers: Answers): Promise<Names> {
  const kept = context.actor.role === 'coordinator' ? null : Object.values(answers).flatMap(textsIn)
  return meantFirst(await load(context, [form], kept), answers)
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
