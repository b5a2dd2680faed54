import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { daysRejected } from '../privacy/kept-apart.ts'
import { problem } from '../problem.ts'
import type { Reason } from '../spam/doubt.ts'
import {
  type Doubtful,
  deleteDoubtful,
  deleteRejected,
  findDoubtful,
  insertDoubtful,
} from '../store/doubtful.ts'
import { takenIds } from '../store/records.ts'
import { type Acceptance, acceptExamined } from './accept.ts'
import { editKey } from './key.ts'
import type { Receipt } from './record.ts'
import { examineSubmission, type Submission } from './submission.ts'

/** What became of a submission: it is a record, or it waits for a coordinator. */
export type Received =
  | { readonly kind: 'accepted'; readonly receipt: Receipt }
  /** `key` is that of the edit link which it will have. */
  | { readonly kind: 'waiting'; readonly id: string; readonly key: string }

/** Submissions of one form that may wait at a time: more is a flood, which must not use up the database. */
const mostWaiting = 1_000

/**
 * Accepts a submission, or keeps it aside when it is doubtful: without a number, an event, a line in the sheet. It is
 * checked by every rule either way. The same one again is answered the same, doubtful or not.
 * @throws problem 'invalid', 'same-id-other-answers', 'erased', 'too-many'
 */
export async function receive(
  context: Context,
  form: Form,
  submission: Submission,
  reasons: readonly Reason[],
): Promise<Received> {
  const { db, secret, now } = context
  const examined = await examineSubmission(context, form, submission)
  const { id, digest, locale } = examined
  const [kept, taken] = await Promise.all([findDoubtful(db, id), takenIds(db, [id])])
  if (taken.has(id) || (kept === null && reasons.length === 0))
    return accepted(await acceptExamined(context, form, examined))
  const waiting = { kind: 'waiting', id, key: await editKey(secret, id) } as const
  if (kept !== null) {
    if (kept.form === form.id && kept.digest === digest) return waiting
    throw problem('same-id-other-answers')
  }
  if (examined.issues.length > 0) throw problem('invalid', { errors: examined.issues })
  const { answers } = submission
  const doubtful = { id, form: form.id, answers, digest, locale, reasons, at: now, rejectedAt: null }
  if (!(await insertDoubtful(db, doubtful, mostWaiting))) throw problem('too-many')
  return waiting
}

const accepted = ({ receipt }: Acceptance): Received => ({ kind: 'accepted', receipt })

/**
 * Makes a record of what waited, as if it had come now. A cut before it is forgotten leaves it waiting, and releasing
 * it again gives the same record.
 * @throws problem 'invalid' when a rule stands against it by now, 'same-id-other-answers', 'erased'
 */
export async function release(context: Context, form: Form, doubtful: Doubtful): Promise<Receipt> {
  const examined = await examineSubmission(context, form, doubtful)
  const { receipt } = await acceptExamined(context, form, examined)
  await deleteDoubtful(context.db, doubtful.id)
  return receipt
}

/** Forgets what was put aside too long ago. Run each minute; doing it again does nothing. */
export async function deleteOldRejected({ db, now }: Context): Promise<void> {
  await deleteRejected(db, now - daysRejected * 24 * 3600 * 1000)
}
