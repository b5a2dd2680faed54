import type { Answer, Answers, Row } from './answers.ts'
import type { Field } from './definition/index.ts'
import { rowsOf } from './fields.ts'

/**
 * The answers to the fields for which `keeps` holds, rows included (it is told what was answered beside the field), as
 * `shown` makes them, in the order of the form: the same answers are then always the same JSON.
 */
export function pick(
  fields: readonly Field[],
  answers: Answers | Row,
  keeps: (field: Field, among: Answers | Row) => boolean,
  shown: (field: Field, answer: Answer) => Answer = (_, answer) => answer,
): Answers {
  const present: [string, Answer][] = []
  for (const field of fields) {
    const answer = answers[field.name]
    if (answer === undefined || !keeps(field, answers)) continue
    const rows =
      field.type === 'repeat'
        ? rowsOf(answers, field.name).map((row) => pick(field.fields, row, keeps, shown))
        : null
    present.push([field.name, rows ?? shown(field, answer)])
  }
  return Object.fromEntries(present)
}
