const encoder = new TextEncoder()
const PREFIX = 'whsec_'

/** How long a replaced secret goes on signing beside the new one, in milliseconds: 24 hours, as Svix and Stripe do. */
export const SECRET_OVERLAP = 24 * 3_600_000

/** A new signing secret as receivers are given it: `whsec_` and 32 random bytes (Standard Webhooks asks for 24 to 64). */
export function newSecret(): string {
  return PREFIX + crypto.getRandomValues(new Uint8Array(32)).toBase64()
}

/** The bytes a `whsec_…` text stands for. */
export function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(secret.slice(PREFIX.length))
}

/**
 * A secret as it is kept: AES-256-GCM, base64 of the 12-byte nonce and the ciphertext. It is bound to its endpoint, so
 * that a text copied to another row does not open.
 * @param master RECUEIL_SECRET
 */
export async function seal(master: string, endpoint: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await sealingKey(master)
  const sealed = await crypto.subtle.encrypt(parameters(iv, endpoint), key, encoder.encode(secret))
  return new Uint8Array([...iv, ...new Uint8Array(sealed)]).toBase64()
}

/** The text that `seal` was given. @throws when the master secret, the endpoint or a byte differs */
export async function open(master: string, endpoint: string, sealed: string): Promise<string> {
  const bytes = Uint8Array.fromBase64(sealed)
  const key = await sealingKey(master)
  const secret = await crypto.subtle.decrypt(parameters(bytes.slice(0, 12), endpoint), key, bytes.slice(12))
  return new TextDecoder().decode(secret)
}

const parameters = (iv: Uint8Array<ArrayBuffer>, endpoint: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(endpoint),
})

/** A key for this use alone (HKDF, RFC 5869): what keys the edit links opens no secret, nor the other way round. */
async function sealingKey(master: string): Promise<CryptoKey> {
  if (master.length < 32) throw new Error('RECUEIL_SECRET must be at least 32 random characters.')
  const material = await crypto.subtle.importKey('raw', encoder.encode(master), 'HKDF', false, ['deriveKey'])
  const info = encoder.encode('recueil webhook secrets')
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
