import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { pointerOf, stateOf } from '../form/index.ts'
import { consentFields } from '../privacy/index.ts'
import { problem } from '../problem.ts'
import { checkAnswers } from './check.ts'
import { canonicalJson } from './digest.ts'
import type { SheetHappening } from './happening.ts'
import { mentionsDue } from './mentions.ts'
import type { Coordination, StoredRecord } from './record.ts'
import { stale, write } from './write.ts'

/**
 * Replaces a record's answers. Answers that change nothing make no revision. In a state that is a draft, answers may
 * still be missing; in one that is locked, members change nothing, nor do they ever change of which meeting minutes are. A member's correction of what it was asked to complete
 * moves the record on.
 * @param change.revision the revision the author saw
 * @param beside what else is written down with the revision, if there is one
 * @throws problem 'invalid', 'locked', 'revision-stale' with the present record, 'erased'
 */
export async function revise(
  context: Context,
  form: Form,
  record: StoredRecord,
  change: { readonly answers: unknown; readonly revision: number },
  beside: readonly SheetHappening[] = [],
): Promise<StoredRecord> {
  if (record.erasedAt !== null) throw problem('erased')
  if (change.revision !== record.revision) throw stale(record)
  const { draft, locked } = stateOf(form, record.status)
  if (locked && context.actor.role === 'member') throw problem('locked')
  const checked = await checkAnswers(context, form, change.answers, draft)
  const { answers } = checked
  const issues = checked.issues.filter(({ pointer }) => !isWithdrawn(context, form, record, pointer))
  if (issues.length > 0) throw problem('invalid', { errors: issues })
  const meeting = form.minutes?.meeting
  if (meeting && context.actor.role === 'member' && answers[meeting] !== record.answers[meeting])
    throw problem('invalid', { errors: [{ pointer: pointerOf(meeting), message: otherMeeting }] })
  if (canonicalJson(answers) === canonicalJson(record.answers)) return record
  const { from, to } = form.census?.incomplete ?? { from: null, to: '' }
  const completed = context.actor.role === 'member' && record.status === from
  const moved = completed
    ? ([{ type: 'record.transitioned', from: record.status, to, note: '' }] as const)
    : []
  return write(context, form, record, {
    change: { answers, ...(completed && { status: to }) },
    happenings: [{ type: 'record.revised', before: record }, ...moved, ...beside],
    also: (event) => mentionsDue(context, form, record, { ...record, answers }, event),
  })
}

/** A consent that was withdrawn is asked of its member again, and does not keep coordinators from correcting the rest. */
const isWithdrawn = ({ actor }: Context, form: Form, { answers }: StoredRecord, pointer: string): boolean =>
  actor.role === 'coordinator' &&
  consentFields(form).some(({ name }) => pointer === pointerOf(name) && answers[name] === undefined)

const otherMeeting = {
  fr: 'Par ce lien, ces notes restent celles de leur rencontre : choisissez-la de nouveau.',
  en: 'By this link these notes stay those of their meeting: choose it again.',
}

/** Sets what the coordination keeps beside the answers. @throws problem 'revision-stale', 'erased' */
export async function coordinate(
  context: Context,
  form: Form,
  record: StoredRecord,
  change: Partial<Coordination>,
  beside: readonly SheetHappening[] = [],
): Promise<StoredRecord> {
  const coordination = { ...record.coordination, ...change }
  if (canonicalJson(coordination) === canonicalJson(record.coordination)) return record
  return write(context, form, record, {
    change: { coordination },
    happenings: [{ type: 'record.revised', before: record }, ...beside],
    also: () => [],
  })
}
