const encoder = new TextEncoder()

/** How far a hint's clock may be from ours, in seconds: 5 minutes, as Standard Webhooks' libraries allow. */
const tolerance = 300

/**
 * What signs the hints of one spreadsheet, in hexadecimal. It is derived, not stored: who may read it reads the
 * same again, another spreadsheet has another, and neither RECUEIL_SECRET nor an edit link follows from it. Pure.
 * @param master RECUEIL_SECRET
 */
export async function hintSecret(master: string, spreadsheetId: string): Promise<string> {
  const key = await hmacKey(master, 'sign')
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`apps script hint of ${spreadsheetId}`))
  return new Uint8Array(mac).toHex()
}

/**
 * What a spreadsheet's script needs: where to send its hints, and what signs them.
 * @param master RECUEIL_SECRET
 * @param origin any address of this Recueil
 */
export const hintSettings = async (
  master: string,
  spreadsheetId: string,
  origin: string,
): Promise<{ readonly url: string; readonly secret: string }> => ({
  url: new URL('/api/v1/sync/hint', origin).href,
  secret: await hintSecret(master, spreadsheetId),
})

/**
 * Whether a hint was signed with `secret` within the last 5 minutes: the signature is `v1=` and the hexadecimal
 * HMAC-SHA-256 of `timestamp.body`, compared in constant time. Pure.
 * @param timestamp the X-Recueil-Timestamp header: seconds since 1970
 * @param signature the X-Recueil-Signature header
 * @param now milliseconds since 1970
 */
export async function verify(
  secret: string,
  timestamp: string | undefined,
  signature: string | undefined,
  body: string,
  now: number,
): Promise<boolean> {
  const [, digits] = /^v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? []
  if (timestamp === undefined || digits === undefined || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now / 1000 - Number(timestamp)) > tolerance) return false
  const key = await hmacKey(secret, 'verify')
  return crypto.subtle.verify('HMAC', key, bytesOf(digits), encoder.encode(`${timestamp}.${body}`))
}

const hmacKey = (secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

/** By hand, since Node 24, which tests this against the script itself, has no `Uint8Array.fromHex`. */
const bytesOf = (digits: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
