import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { problem } from '../problem.ts'
import { findEditLink, renewEditLinkOf, revokeEditLinkOf, type StoredEditLink } from '../store/edit-links.ts'
import { commit } from './commit.ts'
import { sha256 } from './digest.ts'
import { eventOf } from './event.ts'
import { editKey, isKeyOf } from './key.ts'
import { lifetimes } from './link.ts'
import type { StoredRecord } from './record.ts'

/**
 * The edit link of a record as a coordinator sees it. It is `lost` when it opens the record and cannot be shown, because
 * the secret that its key was derived from was changed. Times are milliseconds since 1970, UTC.
 */
export type EditLink = { readonly generation: number } & (
  | { readonly state: 'live'; readonly key: string; readonly until: number }
  | { readonly state: 'lost' | 'expired'; readonly until: number }
  | { readonly state: 'revoked'; readonly at: number }
)

/** The edit link of a record: what opens it, and until when. @throws problem 'not-found' */
export async function editLinkOf({ db, secret, now }: Context, record: StoredRecord): Promise<EditLink> {
  const link = await findEditLink(db, record.id)
  if (link === null) throw problem('not-found')
  const { generation, digest, renewedAt, revokedAt } = link
  if (revokedAt !== null) return { state: 'revoked', generation, at: revokedAt }
  const until = endOf(record, renewedAt)
  if (until <= now) return { state: 'expired', generation, until }
  const key = await editKey(secret, record.id, generation)
  return (await isKeyOf(digest, key))
    ? { state: 'live', generation, key, until }
    : { state: 'lost', generation, until }
}

/** Whether `key` opens the record by its edit link now. */
export async function opensByEditLink(
  { db, now }: Context,
  record: StoredRecord,
  key: string,
): Promise<boolean> {
  const link = await findEditLink(db, record.id)
  if (link === null || link.revokedAt !== null || endOf(record, link.renewedAt) <= now) return false
  return isKeyOf(link.digest, key)
}

/** It lives on with the record: from its last change on, or from when the link was renewed. */
const endOf = ({ updatedAt }: StoredRecord, renewedAt: number | null): number =>
  Math.max(updatedAt, renewedAt ?? 0) + lifetimes.edit

/**
 * Puts a fresh edit link in the place of the one of this generation, which opens nothing any more; once, however often
 * it is asked for.
 */
export async function renewEditLink(
  context: Context,
  form: Form,
  record: StoredRecord,
  generation: number,
): Promise<void> {
  const next = generation + 1
  const digest = await sha256(await editKey(context.secret, record.id, next))
  const fresh: Omit<StoredEditLink, 'revokedAt'> = { generation: next, digest, renewedAt: context.now }
  await commit(context, form, record.id, {
    write: renewEditLinkOf(context.db, record.id, fresh),
    events: [eventOf(context, form, record, { type: 'link.renewed', scope: 'edit' })],
    also: [],
  })
}

/** Ends the edit link of this generation at once. */
export async function revokeEditLink(
  context: Context,
  form: Form,
  record: StoredRecord,
  generation: number,
): Promise<void> {
  await commit(context, form, record.id, {
    write: revokeEditLinkOf(context.db, record.id, generation, context.now),
    events: [eventOf(context, form, record, { type: 'link.revoked', scope: 'edit' })],
    also: [],
  })
}
