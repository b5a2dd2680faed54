import type { Answer, Answers, Row } from './answers.ts'
import type { Field, Form, Visibility } from './definition/index.ts'
import { initialsOf } from './initials.ts'
import { isPersonalAnswer } from './personal-answer.ts'
import { pick } from './pick.ts'

const sight: Readonly<Record<Visibility, number>> = { public: 0, members: 1, coordination: 2 }

const seesWhole = ({ visibility }: Field, level: Visibility): boolean => sight[visibility] <= sight[level]

/** Whether someone of this level sees a field: whole, or of personal data what everyone is shown. */
export const isVisible = (field: Field, level: Visibility): boolean =>
  seesWhole(field, level) || (field.data !== null && field.data.publish !== 'never')

/**
 * What someone of this level sees: 'public' the public fields alone, of personal data what may be published, without
 * numbers of people small enough to tell who they are, 'members' theirs too, 'coordination' all.
 */
export function visibleAnswers(form: Form, answers: Answers, level: Visibility): Answers {
  return pick(
    form.fields,
    answers,
    (field, among) =>
      isVisible(field, level) &&
      (level !== 'public' || !couldTellWho(field, among)) &&
      (seesWhole(field, level) || isAgreed(field, answers)),
    (field, answer) => (seesWhole(field, level) ? answer : published(field, answer)),
  )
}

/** Whether what is published of personal data depends on nobody's consent, or on one that was given. */
const isAgreed = ({ data }: Field, answers: Answers): boolean =>
  data === null || typeof data.publish === 'string' || answers[data.publish.agreed] === true

function published({ data }: Field, answer: Answer): Answer {
  if (data?.publish !== 'initials') return answer
  return Array.isArray(answer) ? answer.map((name) => initialsOf(String(name))) : initialsOf(String(answer))
}

/** The answers without those that are personal data, rows included. */
export function withoutPersonal(form: Form, answers: Answers): Answers {
  return pick(form.fields, answers, (field, among) => !isPersonalAnswer(field, among[field.name]))
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
