import type { Answer, Answers, Row } from './answers.ts'
import type { Field } from './definition/index.ts'

/** What becomes of an answer: another one, or undefined when it goes. Of no field: one that the form had once. */
type Rewriting = (field: Field | undefined, answer: Answer) => Answer | undefined

/**
 * The answers as they are rewritten, rows included, each in its place. Pure.
 * @param rewriting made for the record and for each row, of its fields and answers
 */
export function rewritten(
  fields: readonly Field[],
  answers: Answers | Row,
  rewriting: (fields: readonly Field[], answers: Answers | Row) => Rewriting,
): Answers {
  const rewrite = rewriting(fields, answers)
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]): [string, Answer][] => {
      const field = fields.find((one) => one.name === name)
      if (field?.type === 'repeat' && Array.isArray(answer))
        return [[name, (answer as readonly Row[]).map((row) => rewritten(field.fields, row, rewriting))]]
      const next = rewrite(field, answer)
      return next === undefined ? [] : [[name, next]]
    }),
  )
}
