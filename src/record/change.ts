import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findField, pointerOf, stateOf } from '../form/index.ts'
import { problem } from '../problem.ts'
import { checkAnswers } from './check.ts'
import { canonicalJson } from './digest.ts'
import { showsUnread } from './exposure.ts'
import type { SheetHappening } from './happening.ts'
import { mentionsDue } from './mentions.ts'
import type { Coordination, StoredRecord } from './record.ts'
import { stale, write } from './write.ts'

/**
 * Replaces a record's answers. Answers that change nothing make no revision. In a state that is a draft, answers may
 * still be missing; in one that is locked, members change nothing, nor do they ever change of which meeting minutes are.
 * A member's correction of what it was asked to complete moves the record on; one that would show everyone what nobody
 * has read takes it out of sight until it is.
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
  const gone = checked.issues.length === 0 ? [] : await goneFrom(context, form, record, draft)
  const issues = checked.issues.filter(
    ({ pointer }) => !gone.includes(pointer) || answerAt(change.answers, pointer) !== undefined,
  )
  if (issues.length > 0) throw problem('invalid', { errors: issues })
  const meeting = form.minutes?.meeting
  if (meeting && context.actor.role === 'member' && answers[meeting] !== record.answers[meeting])
    throw problem('invalid', { errors: [{ pointer: pointerOf(meeting), message: otherMeeting }] })
  if (canonicalJson(answers) === canonicalJson(record.answers)) return record
  const to = context.actor.role === 'member' ? await movedBy(context, form, record, answers) : null
  const moved =
    to === null ? [] : ([{ type: 'record.transitioned', from: record.status, to, note: '' }] as const)
  return write(context, form, record, {
    change: { answers, ...(to !== null && { status: to }) },
    happenings: [{ type: 'record.revised', before: record }, ...moved, ...beside],
    also: (event) => mentionsDue(context, form, record, { ...record, answers }, event),
  })
}

/** Where a member's correction moves a record on to; null when it stays where it is. */
async function movedBy(
  context: Context,
  form: Form,
  record: StoredRecord,
  answers: StoredRecord['answers'],
): Promise<string | null> {
  const { census, publication } = form
  if (census?.incomplete.from === record.status) return census.incomplete.to
  if (publication?.reread == null) return null
  return (await showsUnread(context, form, record, { ...record, answers })) ? publication.reread : null
}

/**
 * Where the record misses what its form requires: a consent that was withdrawn, a personal answer whose time was over.
 * Its member is asked for it again; coordinators, who have nothing to put there, correct the rest.
 */
async function goneFrom(
  context: Context,
  form: Form,
  { answers }: StoredRecord,
  draft: boolean,
): Promise<readonly string[]> {
  if (context.actor.role !== 'coordinator') return []
  const { issues } = await checkAnswers(context, form, answers, draft)
  return issues
    .map(({ pointer }) => pointer)
    .filter((pointer) => {
      const field = findField(form, pointer.slice(pointer.lastIndexOf('/') + 1))
      const isAsked = field !== undefined && (field.data !== null || field.type === 'acknowledge')
      return isAsked && answerAt(answers, pointer) === undefined
    })
}

/** What stands at a JSON pointer into answers; names of fields need no unescaping. */
const answerAt = (answers: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], answers)

const otherMeeting = {
  fr: 'Par ce lien, ces notes restent celles de leur rencontre\u00a0: choisissez-la de nouveau.',
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
