import { findDigests } from '../store/records.ts'
import { sha256 } from './digest.ts'

/**
 * The secret of a record's edit link: 192 bits, base64url. It is derived, not random, so that an answer lost on the
 * way can be given again word for word although only the key's digest is stored.
 */
export const editKey = (secret: string, id: string): Promise<string> =>
  derivedKey(secret, `edit link of ${id}`)

/** 192 bits that only who knows `secret` can make of `purpose`, base64url. */
export async function derivedKey(secret: string, purpose: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(purpose))
  return new Uint8Array(mac, 0, 24).toBase64({ alphabet: 'base64url' })
}

/** Whether `key` is the one that the edit link of this id has, or would have. */
export async function isEditKey(secret: string, id: string, key: string): Promise<boolean> {
  return (await sha256(key)) === (await sha256(await editKey(secret, id)))
}

/** Whether `key` opens the record's edit link. Digests are compared, in constant time. */
export async function keyOpens(db: D1Database, id: string, key: string): Promise<boolean> {
  const digests = await findDigests(db, id)
  if (!digests) return false
  return crypto.subtle.timingSafeEqual(Uint8Array.fromHex(await sha256(key)), Uint8Array.fromHex(digests.key))
}
