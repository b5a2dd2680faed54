import { sha256 } from './digest.ts'

/**
 * The secret of a record's edit link: 192 bits, base64url. It is derived, not random, so that an answer lost on the
 * way can be given again word for word although only the key's digest is stored.
 * @param generation 1 for the link given with the receipt, one more each time it was renewed
 */
export const editKey = (secret: string, id: string, generation = 1): Promise<string> =>
  derivedKey(secret, generation === 1 ? `edit link of ${id}` : `edit link ${generation} of ${id}`)

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

/** Whether a key has this SHA-256, in hexadecimal; compared in constant time. */
export async function isKeyOf(digest: string, key: string): Promise<boolean> {
  const [expected, given] = [Uint8Array.fromHex(digest), Uint8Array.fromHex(await sha256(key))]
  return expected.length === given.length && crypto.subtle.timingSafeEqual(expected, given)
}

/** What is sent in, as its waiting page knows it. */
type Sent = { readonly id: string; readonly form: string; readonly digest: string }

/**
 * The secret of the page of what waits: of that submission and no other. It is not that of the record's edit link, since
 * whoever sends chooses the id, and a record of other making may come to have it.
 */
export const waitingKey = (secret: string, { id, form, digest }: Sent): Promise<string> =>
  derivedKey(secret, `waiting ${form} ${digest} of ${id}`)

/** Whether `key` is the one of this submission. */
export const isWaitingKey = async (secret: string, sent: Sent, key: string): Promise<boolean> =>
  isKeyOf(await sha256(await waitingKey(secret, sent)), key)
