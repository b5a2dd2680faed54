import type { Answers } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'

/** Whether a correction by the page leaves the record's own answer: what only the sheet may change, and files. */
export const isKept = (field: Field): boolean => field.edit === 'sheet' || field.type === 'file'

/** The answers of a correction with what the page did not offer. */
export function withKept(form: Form, answers: Readonly<Record<string, unknown>>, recorded: Answers) {
  const kept = form.fields.filter((field) => isKept(field) && recorded[field.name] !== undefined)
  const sent = Object.entries(answers).filter(
    ([name]) => !form.fields.some((one) => one.name === name && isKept(one)),
  )
  return Object.fromEntries([...sent, ...kept.map(({ name }) => [name, recorded[name]] as const)])
}
