import type { Context } from '../context.ts'
import type { Form } from '../form/definition.ts'
import { checkTransition } from '../form/index.ts'
import { isProblem, problem } from '../problem.ts'
import { blankEvents } from '../store/events.ts'
import { findRecord } from '../store/records.ts'
import { updateRecord } from '../store/write-record.ts'
import { checkAnswers } from './check.ts'
import { type Change, commit } from './commit.ts'
import { canonicalJson } from './digest.ts'
import { eventOf, type Happening } from './event.ts'
import type { Coordination, StoredRecord } from './record.ts'
import { recordView } from './view.ts'

/**
 * Replaces a record's answers. Answers that change nothing make no revision.
 * @param change.revision the revision the author saw
 * @throws problem 'invalid', 'revision-stale' with the present record, 'erased'
 */
export async function revise(
  context: Context,
  form: Form,
  record: StoredRecord,
  change: { readonly answers: unknown; readonly revision: number },
): Promise<StoredRecord> {
  if (record.erasedAt !== null) throw problem('erased')
  if (change.revision !== record.revision) throw stale(record)
  const { answers, issues } = await checkAnswers(context, form, change.answers)
  if (issues.length > 0) throw problem('invalid', { errors: issues })
  if (canonicalJson(answers) === canonicalJson(record.answers)) return record
  return write(context, form, record, { answers }, [{ type: 'record.revised', before: record }])
}

/** Sets what the coordination keeps beside the answers. @throws problem 'revision-stale', 'erased' */
export async function coordinate(
  context: Context,
  form: Form,
  record: StoredRecord,
  change: Partial<Coordination>,
): Promise<StoredRecord> {
  const coordination = { ...record.coordination, ...change }
  if (canonicalJson(coordination) === canonicalJson(record.coordination)) return record
  return write(context, form, record, { coordination }, [{ type: 'record.revised', before: record }])
}

/**
 * Moves a record to another state, if its workflow lets this actor do so now. When another change comes first, the
 * move is judged again from where the record then is, so that of two that exclude each other one is refused.
 * @throws problem 'transition-refused' saying why, with the present record, 'erased'
 */
export async function transition(
  context: Context,
  form: Form,
  record: StoredRecord,
  move: { readonly to: string; readonly note: string },
): Promise<StoredRecord> {
  try {
    return await moveOnce(context, form, record, move)
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'revision-stale') throw cause
    const present = await findRecord(context.db, context.catalogue, record.id)
    if (!present) throw problem('not-found')
    return transition(context, form, present, move)
  }
}

async function moveOnce(
  context: Context,
  form: Form,
  record: StoredRecord,
  { to, note }: { readonly to: string; readonly note: string },
): Promise<StoredRecord> {
  if (record.erasedAt !== null) throw problem('erased')
  const role = context.actor.role === 'member' ? 'anyone' : context.actor.role
  const checked = checkTransition(form, record.answers, record.status, to, role, context.now)
  if (!checked.ok)
    throw problem('transition-refused', {
      detail: checked.message,
      extension: { record: recordView(record) },
    })
  const { event } = checked.transition
  const moved: readonly [Happening, ...Happening[]] = [
    { type: 'record.transitioned', from: record.status, to, note },
    ...(event === null ? [] : [{ type: 'workflow' as const, event, from: record.status, to }]),
  ]
  return write(context, form, record, { status: to }, moved)
}

/** Takes a record's content away for good: answers, notes, and what its history says of them. Its number stays taken. */
export async function erase(context: Context, form: Form, record: StoredRecord): Promise<void> {
  if (record.erasedAt !== null) return
  const blank = { answers: {}, coordination: { note: '', assignee: '' }, erasedAt: context.now }
  await write(context, form, record, blank, [{ type: 'record.erased' }], (event) => [
    blankEvents(context.db, record.id, event),
  ])
}

async function write(
  context: Context,
  form: Form,
  record: StoredRecord,
  change: Partial<StoredRecord>,
  happenings: readonly [Happening, ...Happening[]],
  also: (firstEvent: string) => Change['also'] = () => [],
): Promise<StoredRecord> {
  const next = { ...record, ...change, revision: record.revision + 1, updatedAt: context.now }
  const [first, ...further] = happenings
  const event = eventOf(context, form, next, first)
  const written = await commit(context, form, record.id, {
    write: updateRecord(context.db, next, record.revision),
    events: [event, ...further.map((happening) => eventOf(context, form, next, happening))],
    also: also(event.id),
  })
  if (written) return next
  const present = await findRecord(context.db, context.catalogue, record.id)
  if (!present) throw problem('not-found')
  if (present.erasedAt !== null) throw problem('erased')
  throw stale(present)
}

const stale = (present: StoredRecord) =>
  problem('revision-stale', { extension: { record: recordView(present) } })
