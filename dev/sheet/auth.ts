import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { compactVerify } from 'jose'
import { type ApiError, apiError } from './book/error.ts'

/** The lasting part of a Google service account; the rest of its key file depends on the port. */
export type ServiceAccount = {
  readonly email: string
  readonly keyId: string
  /** PKCS8 PEM. */
  readonly privateKey: string
}

const projectId = 'recueil-local'

export function createServiceAccount(): ServiceAccount {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    email: `mirror@${projectId}.iam.gserviceaccount.com`,
    keyId: randomBytes(20).toString('hex'),
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

/** The key file as Google's console gives it, with the token endpoint of this server. */
export function keyFile(account: ServiceAccount, url: string): string {
  return JSON.stringify({
    type: 'service_account',
    project_id: projectId,
    private_key_id: account.keyId,
    private_key: account.privateKey,
    client_email: account.email,
    client_id: '100000000000000000001',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: `${url}/token`,
    universe_domain: 'googleapis.com',
  })
}

const scopes = new Set([
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/spreadsheets.readonly',
  'https://www.googleapis.com/auth/drive',
  'https://www.googleapis.com/auth/drive.readonly',
  'https://www.googleapis.com/auth/drive.file',
])

/** Google's constant audience, which its own client signs whatever the token_uri. */
const googleAudience = 'https://oauth2.googleapis.com/token'
/** "The expiration time … has a maximum of 1 hour after the issued time" (Google, OAuth 2.0 for service accounts). */
const longestAssertion = 3600
const clockSkew = 300
const tokenLife = 3599

export type TokenAnswer = {
  readonly status: number
  readonly body: Readonly<Record<string, string | number>>
}

export type Auth = {
  /** Answers the JWT bearer grant (RFC 7523) of a form-encoded body. */
  readonly grant: (form: string, url: string) => Promise<TokenAnswer>
  /** @throws ApiError 401 for a missing, unknown or expired token, 403 when its scope does not allow writing */
  readonly authenticate: (authorization: string | undefined, needsWrite: boolean) => void
}

export function createAuth(account: ServiceAccount, now: () => number): Auth {
  const publicKey = createPublicKey(account.privateKey)
  const tokens = new Map<string, { readonly expires: number; readonly canWrite: boolean }>()
  return {
    async grant(form, url) {
      const parameters = new URLSearchParams(form)
      const grantType = parameters.get('grant_type') ?? ''
      if (grantType !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
        return refused('unsupported_grant_type', `Invalid grant_type: ${grantType}`)
      }
      const claims = await verified(parameters.get('assertion') ?? '', publicKey)
      if (claims === null) return refused('invalid_grant', 'Invalid JWT Signature.')
      const fault = claimsFault(claims, account, url, now() / 1000)
      if (fault !== null) return fault
      const asked = String(claims.scope).split(' ')
      const token = `ya29.local-${randomBytes(24).toString('base64url')}`
      const canWrite = asked.some((scope) => !scope.endsWith('.readonly'))
      tokens.set(token, { expires: now() + tokenLife * 1000, canWrite })
      return { status: 200, body: { access_token: token, expires_in: tokenLife, token_type: 'Bearer' } }
    },
    authenticate(authorization, needsWrite) {
      const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
      if (given === undefined) throw unauthenticated('CREDENTIALS_MISSING')
      const token = tokens.get(given)
      if (token === undefined || token.expires <= now()) throw unauthenticated('ACCESS_TOKEN_EXPIRED')
      if (needsWrite && !token.canWrite) throw insufficientScope()
    },
  }
}

async function verified(
  assertion: string,
  publicKey: ReturnType<typeof createPublicKey>,
): Promise<Record<string, unknown> | null> {
  try {
    const { payload } = await compactVerify(assertion, publicKey, { algorithms: ['RS256'] })
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload))
    return typeof claims === 'object' && claims !== null ? { ...claims } : null
  } catch {
    return null
  }
}

function claimsFault(
  claims: Record<string, unknown>,
  account: ServiceAccount,
  url: string,
  seconds: number,
): TokenAnswer | null {
  if (claims.iss !== account.email) return refused('invalid_grant', 'Invalid grant: account not found')
  if (claims.aud !== `${url}/token` && claims.aud !== googleAudience) {
    return refused('invalid_grant', 'Invalid JWT: Failed audience check.')
  }
  const { iat, exp } = claims
  const isTimely =
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    iat <= seconds + clockSkew &&
    exp > seconds &&
    exp - iat <= longestAssertion
  if (!isTimely) {
    return refused(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. ' +
        'Check your iat and exp values in the JWT claim.',
    )
  }
  const asked = typeof claims.scope === 'string' ? claims.scope.split(' ') : []
  if (asked.length === 0 || !asked.every((scope) => scopes.has(scope))) {
    return refused('invalid_scope', 'Invalid OAuth scope or ID token audience provided.')
  }
  return null
}

function refused(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } }
}

function unauthenticated(reason: 'CREDENTIALS_MISSING' | 'ACCESS_TOKEN_EXPIRED'): ApiError {
  const start =
    reason === 'CREDENTIALS_MISSING'
      ? 'Request is missing required authentication credential.'
      : 'Request had invalid authentication credentials.'
  return apiError({
    code: 401,
    message:
      `${start} Expected OAuth 2 access token, login cookie or other valid authentication credential. ` +
      'See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    status: 'UNAUTHENTICATED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason,
        domain: 'googleapis.com',
        metadata: { service: 'sheets.googleapis.com' },
      },
    ],
  })
}

function insufficientScope(): ApiError {
  return apiError({
    code: 403,
    message: 'Request had insufficient authentication scopes.',
    status: 'PERMISSION_DENIED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { service: 'sheets.googleapis.com' },
      },
    ],
  })
}
