import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { stateOf } from '../form/index.ts'
import { problem } from '../problem.ts'
import { findAcceptedDigest } from '../store/existing-records.ts'
import { findRecord } from '../store/records.ts'
import { insertRecord } from '../store/write-record.ts'
import { checkAnswers } from './check.ts'
import { commit } from './commit.ts'
import { consentChanges } from './consent.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { eventOf } from './event.ts'
import { editKey } from './key.ts'
import type { Receipt, StoredRecord } from './record.ts'
import { referenceOf } from './reference.ts'
import { searchChanges } from './search-index.ts'
import { type Examined, examineSubmission, type Submission } from './submission.ts'

/**
 * Accepts a submission. The same one again, however often and however many at a time, makes nothing new and gives
 * the same receipt, even if the form's rules changed in between.
 * @throws problem 'invalid', 'same-id-other-answers', 'erased'
 */
export async function accept(context: Context, form: Form, submission: Submission): Promise<Acceptance> {
  return acceptExamined(context, form, await examineSubmission(context, form, submission))
}

export type Acceptance = { readonly created: boolean; readonly receipt: Receipt }

/** Who sent a submission, and when (milliseconds since 1970, UTC). */
export type Sending = Pick<Context, 'actor' | 'now'>

/**
 * The same, of a submission that was examined already.
 * @param sending of whom and of when its consents are
 */
export async function acceptExamined(
  context: Context,
  form: Form,
  { id, answers, locale, issues, digest }: Examined,
  sending: Sending = context,
): Promise<Acceptance> {
  const key = await editKey(context.secret, id)
  if (issues.length === 0) {
    const record = await insert(context, form, { id, answers, locale, digest, key }, sending)
    if (record !== null) return { created: true, receipt: receiptOf(form, id, record.number, key) }
  }
  const number = await numberOfSame(context, form, id, digest)
  if (number === null) throw problem('invalid', { errors: issues })
  return { created: false, receipt: receiptOf(form, id, number, key) }
}

/**
 * Begins a record in a state that is a draft: answers may still be missing. Nobody is given its edit link.
 * @param also statements to run with the event of its acceptance, if it is accepted
 * @returns null when the id is taken
 * @throws problem 'invalid'
 */
export async function acceptDraft(
  context: Context,
  form: Form,
  { id, answers: input, locale }: Submission,
  also: Also,
): Promise<StoredRecord | null> {
  const { draft } = stateOf(form, form.workflow.initial)
  const { read, answers, issues } = await checkAnswers(context, form, input, draft)
  if (issues.length > 0) throw problem('invalid', { errors: issues })
  const digest = await sha256(canonicalJson(read))
  const key = await editKey(context.secret, id)
  return insert(context, form, { id, answers, locale, digest, key }, context, also)
}

type Accepted = Pick<StoredRecord, 'id' | 'answers' | 'locale'> & {
  readonly digest: string
  readonly key: string
}

/** What else is written with the event of an acceptance. */
export type Also = (event: string) => Promise<readonly D1PreparedStatement[]>
const nothingElse: Also = async () => []

/** @returns the record, or null when the id is taken */
async function insert(
  context: Context,
  form: Form,
  accepted: Accepted,
  { actor, now }: Sending,
  also: Also = nothingElse,
): Promise<StoredRecord | null> {
  const { digest, key, ...kept } = accepted
  const record: StoredRecord = {
    ...kept,
    form: form.id,
    number: 0,
    reference: '',
    status: form.workflow.initial,
    revision: 1,
    coordination: { note: '', assignee: '' },
    createdAt: context.now,
    updatedAt: context.now,
    erasedAt: null,
  }
  const event = eventOf(context, form, record, { type: 'record.accepted' })
  const row = await commit<{ number: number }>(context, form, record.id, {
    write: insertRecord(context.db, { ...record, acceptedDigest: digest, keyDigest: await sha256(key) }),
    events: [event],
    also: [
      ...(await also(event.id)),
      ...(await consentChanges({ ...context, actor, now }, form, null, record, event.id)),
      ...(await searchChanges(context, form, null, record, event.id)),
    ],
  })
  return row && { ...record, number: row.number, reference: referenceOf(form.prefix, row.number) }
}

/**
 * @returns the number of the record that has this id and was accepted with these answers, or null when the id is free
 * @throws problem 'same-id-other-answers', 'erased'
 */
async function numberOfSame(
  context: Context,
  form: Form,
  id: string,
  digest: string,
): Promise<number | null> {
  const [record, accepted] = await Promise.all([
    findRecord(context.db, context.catalogue, id),
    findAcceptedDigest(context.db, id),
  ])
  if (!record) return null
  if (record.erasedAt !== null) throw problem('erased')
  if (record.form !== form.id || accepted !== digest) throw problem('same-id-other-answers')
  return record.number
}

/** A receipt says what was accepted, not what became of it since: so it is the same each time. */
const receiptOf = (form: Form, id: string, number: number, key: string): Receipt => ({
  id,
  reference: referenceOf(form.prefix, number),
  form: form.id,
  status: form.workflow.initial,
  revision: 1,
  key,
})
