import type { Issue } from '../problem.ts'
import type { Answers } from './answers.ts'
import type { ChoiceLists, Form } from './definition/index.ts'
import { type Derived, derive } from './derive.ts'
import { judge } from './rules.ts'

/** What becomes of answers once the form's own rules have been applied to them. */
export type Settlement = Derived & {
  /** What must be corrected, in the order of the form; pointers into `answers`. */
  readonly issues: readonly Issue[]
  /** What should be looked at, and does not block. */
  readonly warnings: readonly Issue[]
}

/**
 * Applies relevance, calculations and every rule of the form to answers of the right types (see `readAnswers`).
 * @param now milliseconds since epoch, UTC: what today() and now() say
 * @param draft whether answers may still be missing
 */
export function settle(
  form: Form,
  lists: ChoiceLists,
  answers: Answers,
  { now, draft = false }: { readonly now: number; readonly draft?: boolean },
): Settlement {
  const derived = derive(form, answers, { now })
  return { ...derived, ...judge({ form, lists, ...derived, now, draft }) }
}
