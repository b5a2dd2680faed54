import { faultOf, type GoogleFault, googleError } from './fault.ts'
import { readPrivateKey, signedJwt } from './jwt.ts'

/** What we use of the key file that Google gives for a service account. */
export type ServiceAccount = {
  readonly client_email: string
  readonly private_key: string
  readonly token_uri: string
}

const scope = 'https://www.googleapis.com/auth/spreadsheets'
/** Google's longest life of an assertion, in seconds. */
const assertionLife = 3600
/** A token is renewed this long before its end, in seconds. */
const margin = 60

export const unreadableKey: GoogleFault = { kind: 'key', status: 0, message: 'Clé illisible.', wait: 0 }

/**
 * Reads the key file's text; null when it is empty or is no service account's key. Line ends of the private
 * key may be spelled out (\n), as pasting the key from one place to another often leaves them.
 */
export function readServiceAccount(json: string): ServiceAccount | null {
  try {
    const { client_email, private_key, token_uri } = JSON.parse(json) as Partial<ServiceAccount>
    if (!client_email || !private_key || !token_uri) return null
    return { client_email, private_key: private_key.replaceAll('\\n', '\n'), token_uri }
  } catch {
    return null
  }
}

/** A new access token (RFC 7523) and when to renew it. Throws a GoogleError, or what fetch throws. */
export async function requestToken(
  account: ServiceAccount,
  now: number,
  timeout: number,
): Promise<{ readonly text: string; readonly until: number }> {
  const issued = Math.floor(now / 1000)
  const key = await readPrivateKey(account.private_key).catch(() => {
    throw googleError(unreadableKey)
  })
  const assertion = await signedJwt(key, {
    scope,
    iss: account.client_email,
    aud: account.token_uri,
    iat: issued,
    exp: issued + assertionLife,
  })
  const response = await fetch(account.token_uri, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
    signal: AbortSignal.timeout(timeout),
  })
  const body = await response.text()
  if (!response.ok) {
    // Google answers 400 invalid_grant to a key that was revoked: a human must give another.
    const fault = faultOf(response.status, body)
    throw googleError(fault.kind === 'invalid' ? { ...fault, kind: 'unauthorised' } : fault)
  }
  const { access_token, expires_in } = JSON.parse(body) as { access_token: string; expires_in: number }
  return { text: access_token, until: now + (expires_in - margin) * 1000 }
}
