import type { Answers, Row } from './answers.ts'
import type { Field, Form, Visibility } from './definition/index.ts'
import { pick } from './pick.ts'

const sight: Readonly<Record<Visibility, number>> = { public: 0, members: 1, coordination: 2 }

/** Whether someone of this level sees a field. */
export const isVisible = ({ visibility }: Field, level: Visibility): boolean =>
  sight[visibility] <= sight[level]

/**
 * What someone of this level sees: 'public' the public fields alone, without numbers of people small enough to tell who
 * they are, 'members' theirs too, 'coordination' all.
 */
export function visibleAnswers(form: Form, answers: Answers, level: Visibility): Answers {
  return pick(
    form.fields,
    answers,
    (field, among) => isVisible(field, level) && (level !== 'public' || !couldTellWho(field, among)),
  )
}

/** The answers without those marked as personal data, rows included. */
export function withoutPersonal(form: Form, answers: Answers): Answers {
  return pick(form.fields, answers, ({ personal }) => !personal)
}

/** A part that leaves few of the whole tells of those few as much as their number would. */
function couldTellWho({ name, disclosure }: Field, among: Answers | Row): boolean {
  if (disclosure === null) return false
  const { least, of } = disclosure
  const number = Number(among[name])
  const whole = of === null ? undefined : among[of]
  if (number < least) return true
  return typeof whole === 'number' && whole !== number && whole - number < least
}
