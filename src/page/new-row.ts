import type { Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { initialRow } from '../form/initial.ts'
import { answersFromTyped } from './answers-from-form.ts'
import { type Typed, typedFromAnswers } from './typed.ts'

/**
 * What the controls of a repeat's next row start with: texts by the name of the field or part in the row
 * ("zone_statut", "point.lat"). `now`: milliseconds since 1970, UTC.
 */
function newRowTexts(form: Form, repeat: Field, typed: Typed, now: number): Typed['values'] {
  // Answers not yet checked: an expression reads whatever it is given.
  const answers = answersFromTyped(form, typed, new Map()) as Answers
  const row = initialRow(form, repeat, answers, { now })
  const first = `${repeat.name}.0.`
  const { values } = typedFromAnswers(form, { [repeat.name]: [row] }, new Map(), 'fr')
  return new Map([...values].map(([name, texts]) => [name.slice(first.length), texts]))
}

/** The form with one more row of a repeat, which starts with its defaults. */
export function withNewRow(form: Form, repeat: Field, typed: Typed, now: number): Typed {
  const count = typed.rows.get(repeat.name) ?? 0
  const texts = [...newRowTexts(form, repeat, typed, now)].map(
    ([name, values]) => [`${repeat.name}.${count}.${name}`, values] as const,
  )
  return {
    values: new Map([...typed.values, ...texts]),
    rows: new Map(typed.rows).set(repeat.name, count + 1),
  }
}
