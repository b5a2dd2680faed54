import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { daysRejected } from '../privacy/kept-apart.ts'
import { isProblem, type Problem, problem } from '../problem.ts'
import type { Reason } from '../spam/doubt.ts'
import {
  type Doubtful,
  deleteDoubtful,
  deleteRejected,
  findDoubtful,
  insertDoubtful,
} from '../store/doubtful.ts'
import { findAcceptedDigest, takenIds } from '../store/existing-records.ts'
import { findRecord } from '../store/records.ts'
import { type Acceptance, acceptExamined } from './accept.ts'
import { opensByEditLink } from './edit-link.ts'
import { editKey, isWaitingKey, waitingKey } from './key.ts'
import type { Receipt } from './record.ts'
import { examineSubmission, type Submission } from './submission.ts'

/** What became of a submission: it is a record, or it waits for a coordinator. */
export type Received =
  | { readonly kind: 'accepted'; readonly receipt: Receipt }
  /** `key` opens the page of what waits, which leads to the receipt once it is a record. */
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
  const key = await waitingKey(secret, { id, form: form.id, digest })
  const waiting = { kind: 'waiting', id, key } as const
  if (kept?.digest === '') throw problem('erased')
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

/** Who sends what waits: nobody else is doubted. */
const sender = { role: 'member', name: '', source: 'page' } as const

const accepted = ({ receipt }: Acceptance): Received => ({ kind: 'accepted', receipt })

/** What a waiting page tells: what waits, or the record that was made of it, with the key of its edit link. */
export type Told =
  | { readonly kind: 'waiting'; readonly doubtful: Doubtful }
  | { readonly kind: 'accepted'; readonly reference: string; readonly key: string }

/** What the waiting page of this id has to tell whoever has this key; null when it opens nothing, or no longer does. */
export async function toldByWaiting(context: Context, id: string, key: string): Promise<Told | null> {
  const { db, catalogue, secret } = context
  const [doubtful, record, digest] = await Promise.all([
    findDoubtful(db, id),
    findRecord(db, catalogue, id),
    findAcceptedDigest(db, id),
  ])
  if (record && digest !== null && (await isWaitingKey(secret, { id, form: record.form, digest }, key))) {
    const edit = await editKey(secret, id)
    const opens = await opensByEditLink(context, record, edit)
    return opens ? { kind: 'accepted', reference: record.reference, key: edit } : null
  }
  return doubtful && (await isWaitingKey(secret, doubtful, key)) ? { kind: 'waiting', doubtful } : null
}

/**
 * Makes a record of what waited, as if it had come now. A cut before it is forgotten leaves it waiting, and releasing
 * it again gives the same record. Its consents are the person's, from when they sent it.
 * @throws problem 'invalid' when a rule stands against it by now, 'same-id-other-answers', 'erased'
 */
async function release(context: Context, form: Form, doubtful: Doubtful): Promise<void> {
  const examined = await examineSubmission(context, form, doubtful)
  const { at, digest } = doubtful
  await acceptExamined(context, form, { ...examined, digest }, { actor: sender, now: at })
  await deleteDoubtful(context.db, doubtful.id)
}

/** Released in one go at most: the free plan allows 50 queries an invocation. */
const mostAtOnce = 5

/** What a rule stands against by now, and which. */
export type Unreleased = { readonly doubtful: Doubtful; readonly cause: Problem }

/**
 * Releases the first of those chosen, each by itself.
 * @returns what stays although it was looked at, and how many were not looked at yet
 */
export async function releaseFirst(
  context: Context,
  chosen: readonly Doubtful[],
): Promise<{ readonly refused: readonly Unreleased[]; readonly tried: number; readonly left: number }> {
  const first = chosen.slice(0, mostAtOnce)
  const refused: Unreleased[] = []
  for (const doubtful of first) {
    const form = findForm(context.catalogue, doubtful.form)
    try {
      if (!form) throw problem('not-found')
      await release(context, form, doubtful)
    } catch (cause) {
      if (!isProblem(cause)) throw cause
      refused.push({ doubtful, cause })
    }
  }
  return { refused, tried: first.length, left: chosen.length - first.length }
}

/** Forgets what was put aside too long ago. Run each minute; doing it again does nothing. */
export async function deleteOldRejected({ db, now }: Context): Promise<void> {
  await deleteRejected(db, now - daysRejected * 24 * 3600 * 1000)
}
