import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition/index.ts'
import { pointerOf } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import { type Issue, problem } from '../problem.ts'
import { findByReference } from '../store/records.ts'
import { checkAnswers } from './check.ts'
import { canonicalJson, sha256 } from './digest.ts'

export type Submission = {
  /** A UUID made by whoever fills the form in, once a filling. */
  readonly id: string
  readonly answers: unknown
  readonly locale: Locale
}

export type Examined = {
  readonly id: string
  readonly locale: Locale
  /** What would be kept: relevant answers only, calculations done. */
  readonly answers: Answers
  /** All there is to correct; none, and it may be accepted. */
  readonly issues: readonly Issue[]
  /** SHA-256 of the answers as they were read: what a repeated submission is known by. */
  readonly digest: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Those that `derivedUuid` makes, version 8 (RFC 9562): of records begun from others, and anybody can tell which. */
const isDerived = (id: string): boolean => id[14] === '8'

/**
 * Checks a submission by every rule of its form.
 * @throws problem 'invalid' when its id is no UUID, or one that only this site may give
 */
export async function examineSubmission(
  context: Context,
  form: Form,
  submission: Submission,
): Promise<Examined> {
  const id = submission.id.toLowerCase()
  if (!uuid.test(id) || (context.actor.role === 'member' && isDerived(id)))
    throw problem('invalid', { errors: [badId] })
  const { read, answers, issues } = await checkAnswers(context, form, submission.answers)
  return {
    id,
    locale: submission.locale,
    answers,
    issues: [...issues, ...(await closedLists(context, form, answers))],
    digest: await sha256(canonicalJson(read)),
  }
}

/** An attendance list that is closed takes names from coordinators alone. */
async function closedLists(
  { db, catalogue, actor }: Context,
  { attendance }: Form,
  answers: Answers,
): Promise<readonly Issue[]> {
  const meeting = attendance === null ? undefined : answers[attendance.meeting]
  if (attendance === null || meeting === undefined || actor.role !== 'member') return []
  const found = await findByReference(db, catalogue, String(meeting))
  if (!found || !attendance.closed.includes(found.status)) return []
  return [{ pointer: pointerOf(attendance.meeting), message: closedList }]
}

const badId = {
  pointer: '/id',
  message: {
    fr: 'L’identifiant doit être un UUID, fait une fois par fiche, et d’une autre version que 8.',
    en: 'The id must be a UUID, made once for each record, and of another version than 8.',
  },
}

const closedList = {
  fr: 'La liste de présence de cette rencontre est close. Pour y être ajouté, adressez-vous à la coordination.',
  en: 'The attendance list of this meeting is closed. To be added to it, write to the coordination.',
}
