const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const encoder = new TextEncoder()

const base64url = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true })

/**
 * A key to sign with, from the text of a PEM file ("PRIVATE KEY": PKCS #8, RFC 5958).
 * @throws SyntaxError, DOMException when it is none, or not of RSA
 */
export async function readPrivateKey(pem: string): Promise<CryptoKey> {
  const [, content] = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/.exec(pem) ?? []
  if (content === undefined) throw new SyntaxError('no private key in PKCS #8')
  return crypto.subtle.importKey('pkcs8', Uint8Array.fromBase64(content), algorithm, false, ['sign'])
}

/** Claims as a JSON Web Token signed by RS256, in its compact form (RFC 7519, RFC 7515). */
export async function signedJwt(key: CryptoKey, claims: object): Promise<string> {
  const parts = [{ alg: 'RS256', typ: 'JWT' }, claims]
  const content = parts.map((part) => base64url(encoder.encode(JSON.stringify(part)))).join('.')
  const signature = await crypto.subtle.sign(algorithm, key, encoder.encode(content))
  return `${content}.${base64url(new Uint8Array(signature))}`
}
