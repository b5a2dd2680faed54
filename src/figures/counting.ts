import type { Answers } from '../form/answers.ts'
import { listOf } from '../form/choices.ts'
import type { Choice, ChoiceLists, Form } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'

/** A choice and how many records have it. */
export type Counted = { readonly choice: Choice; readonly count: number }

type Answered = { readonly answers: Answers }

/** Every choice of a field, in the order of its list. */
export function choicesOf(form: Form, lists: ChoiceLists, name: string): readonly Choice[] {
  const field = findField(form, name)
  return field ? listOf(field, lists) : []
}

/** Whether a record's answer to a select_one or a select_multiple has this code. */
export function hasCode({ answers }: Answered, name: string, code: string): boolean {
  const answer = answers[name]
  return Array.isArray(answer) ? (answer as readonly unknown[]).includes(code) : answer === code
}

/** How many records have each choice of a field, none included. A record with several is one in each of them. */
export const countChoices = (
  form: Form,
  lists: ChoiceLists,
  name: string,
  records: readonly Answered[],
): readonly Counted[] =>
  choicesOf(form, lists, name).map((choice) => ({
    choice,
    count: records.filter((record) => hasCode(record, name, choice.code)).length,
  }))
