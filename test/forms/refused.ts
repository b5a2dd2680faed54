import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { readAnswers, settle } from '../../src/form/index.ts'

/** The pointers of what a form refuses in these answers, at `now` (milliseconds since epoch). */
export function refusedBy(form: Form, answers: unknown, now: number): readonly string[] {
  const read = readAnswers(form, answers)
  const issues = read.ok ? settle(form, catalogue.lists, read.answers, { now }).issues : read.issues
  return issues.map((issue) => issue.pointer)
}
