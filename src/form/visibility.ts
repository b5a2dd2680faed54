import type { Answers } from './answers.ts'
import type { Form, Visibility } from './definition.ts'
import { pick } from './pick.ts'

const sight: Readonly<Record<Visibility, number>> = { public: 0, members: 1, coordination: 2 }

/** What someone of this level sees: 'public' the public fields alone, 'members' theirs too, 'coordination' all. */
export function visibleAnswers(form: Form, answers: Answers, level: Visibility): Answers {
  return pick(form.fields, answers, ({ visibility }) => sight[visibility] <= sight[level])
}

/** The answers without those marked as personal data, rows included. */
export function withoutPersonal(form: Form, answers: Answers): Answers {
  return pick(form.fields, answers, ({ personal }) => !personal)
}
