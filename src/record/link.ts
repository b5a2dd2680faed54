import type { Context } from '../context.ts'
import { findLink, insertLink, type LinkScope, type StoredLink } from '../store/links.ts'
import { sha256 } from './digest.ts'
import { derivedKey } from './key.ts'

const day = 24 * 3600 * 1000
/**
 * How long a link lives, in milliseconds: writing minutes takes days, and a correction may be asked for months later; a
 * census returns. An edit link counts from the record's last change.
 */
export const lifetimes = {
  edit: 730 * day,
  write: 180 * day,
  comment: 30 * day,
  answer: 730 * day,
} as const satisfies Record<LinkScope | 'edit', number>

/** A new personal link to a record. Its key is derived from its id, so that a coordinator can be shown it again. */
export function newLink({ now }: Context, record: string, scope: LinkScope, holder: string): StoredLink {
  return {
    id: `lnk_${crypto.getRandomValues(new Uint8Array(16)).toHex()}`,
    record,
    scope,
    holder,
    createdAt: now,
    expiresAt: now + lifetimes[scope],
    revokedAt: null,
  }
}

/** The secret of a personal link: 192 bits, base64url. */
export const linkKey = ({ secret }: Context, { id }: Pick<StoredLink, 'id'>): Promise<string> =>
  derivedKey(secret, `personal link ${id}`)

/** The statement that keeps a link, by its key's digest alone. `event`: the event that must have been written first. */
export async function keepLink(
  context: Context,
  link: StoredLink,
  event: string | null,
): Promise<D1PreparedStatement> {
  return insertLink(context.db, link, await sha256(await linkKey(context, link)), event)
}

/** The live personal link that this key is of, or null. */
export async function linkOpenedBy(
  context: Context,
  record: string,
  key: string,
): Promise<StoredLink | null> {
  return key === '' ? null : findLink(context.db, record, await sha256(key), context.now)
}
