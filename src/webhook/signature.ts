const encoder = new TextEncoder()

/**
 * The `webhook-signature` header of Standard Webhooks 1.0.0, scheme v1 (HMAC-SHA256): one signature for each secret,
 * so that a receiver may hold the old or the new one during a rotation. Pure.
 * @param timestamp seconds since 1970 of this attempt, as in the `webhook-timestamp` header
 * @param body the body exactly as it is sent, in UTF-8
 */
export async function sign(
  secrets: readonly Uint8Array<ArrayBuffer>[],
  id: string,
  timestamp: number,
  body: string,
): Promise<string> {
  const content = encoder.encode(`${id}.${timestamp}.${body}`)
  const signatures = await Promise.all(secrets.map((secret) => signature(secret, content)))
  return signatures.join(' ')
}

async function signature(secret: Uint8Array<ArrayBuffer>, content: BufferSource): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return `v1,${new Uint8Array(await crypto.subtle.sign('HMAC', key, content)).toBase64()}`
}
