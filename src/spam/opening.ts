import { derivedKey } from '../record/key.ts'

/** When a form was opened, as the page carries it: milliseconds since 1970 in base 36, and what proves that we wrote it. */
const opening = /^([0-9a-z]{1,9})\.([A-Za-z0-9_-]{32})$/

/** The opening time that a form's page carries, bound to the form. `now`: milliseconds since 1970, UTC. */
export async function signOpening(secret: string, form: string, now: number): Promise<string> {
  return `${now.toString(36)}.${await derivedKey(secret, `opening of ${form} at ${now}`)}`
}

/**
 * When the form was opened (milliseconds since 1970, UTC), by what its page sent back; null when we never wrote that.
 * However long ago it was, it holds: drafts wait for days on a phone.
 */
export async function readOpening(secret: string, form: string, text: string): Promise<number | null> {
  const [, time = '', proof = ''] = opening.exec(text) ?? []
  if (time === '') return null
  const at = Number.parseInt(time, 36)
  const right = await derivedKey(secret, `opening of ${form} at ${at}`)
  const bytes = (key: string) => new TextEncoder().encode(key)
  return crypto.subtle.timingSafeEqual(bytes(proof), bytes(right)) ? at : null
}
