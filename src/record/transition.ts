import type { Context } from '../context.ts'
import type { Form, Transition } from '../form/definition/index.ts'
import { checkTransition, stateOf } from '../form/index.ts'
import type { Text } from '../form/text.ts'
import { problem } from '../problem.ts'
import { findByReference } from '../store/records.ts'
import { openCampaign } from './campaign/invite.ts'
import { checkAnswers } from './check.ts'
import type { Happening, SheetHappening } from './happening.ts'
import { nextVersion } from './publish.ts'
import type { StoredRecord } from './record.ts'
import { openReview } from './review.ts'
import { recordView } from './view.ts'
import { judgedAgain, write } from './write.ts'

/**
 * Moves a record to another state, if its workflow lets this actor do so now. Of two moves at once that exclude each
 * other one is refused. What a move publishes and what it announces are one with it.
 * @throws problem 'transition-refused' saying why, with the present record, 'invalid' when a draft lacks answers, 'erased'
 */
export function transition(
  context: Context,
  form: Form,
  record: StoredRecord,
  move: { readonly to: string; readonly note: string },
  beside: readonly SheetHappening[] = [],
): Promise<StoredRecord> {
  return judgedAgain(context, record, (present) => moveOnce(context, form, present, move, beside))
}

/**
 * The same of this very revision, which somebody has read: what came since would be moved unread.
 * @throws problem 'revision-stale' as well, with the present record
 */
export const transitionAsRead = (
  context: Context,
  form: Form,
  record: StoredRecord,
  move: { readonly to: string; readonly note: string },
): Promise<StoredRecord> => moveOnce(context, form, record, move, [])

async function moveOnce(
  context: Context,
  form: Form,
  record: StoredRecord,
  { to, note }: { readonly to: string; readonly note: string },
  beside: readonly SheetHappening[],
): Promise<StoredRecord> {
  if (record.erasedAt !== null) throw problem('erased')
  const role = context.actor.role === 'member' ? 'anyone' : context.actor.role
  const checked = checkTransition(form, record.answers, record.status, to, role, context.now)
  if (!checked.ok) throw refusal(record, checked.message)
  const { transition } = checked
  await refuseIncomplete(context, form, record, transition)
  await refuseUnrelated(context, record, transition)
  const review = await openReview(context, form, record, to)
  const invitations = await openCampaign(context, form, record, to)
  const version = transition.publishes ? await nextVersion(context, form, record) : null
  const moved = { from: record.status, to }
  const announced: readonly Happening[] =
    transition.event === null
      ? []
      : [{ type: 'workflow', event: transition.event, ...moved, told: version?.told ?? {} }]
  return write(context, form, record, {
    change: { status: to },
    happenings: [{ type: 'record.transitioned', ...moved, note }, ...announced, ...beside],
    also: async (event) => [
      ...(version?.statements(event) ?? []),
      ...(await review(event)),
      ...invitations(event),
    ],
  })
}

const refusal = (record: StoredRecord, detail: Text) =>
  problem('transition-refused', { detail, extension: { record: recordView(record) } })

/** A draft leaves its state with all its answers. @throws problem 'invalid' */
async function refuseIncomplete(context: Context, form: Form, record: StoredRecord, { to }: Transition) {
  if (!stateOf(form, record.status).draft || stateOf(form, to).draft) return
  const { issues } = await checkAnswers(context, form, record.answers)
  if (issues.length > 0) throw problem('invalid', { errors: issues })
}

/** @throws problem 'transition-refused' when the record it refers to is not as far as it must be */
async function refuseUnrelated({ db, catalogue }: Context, record: StoredRecord, { related }: Transition) {
  const reference = related === null ? undefined : record.answers[related.field]
  if (related === null || reference === undefined) return
  const other = await findByReference(db, catalogue, String(reference))
  if (!other || !related.states.includes(other.status)) throw refusal(record, related.message)
}
