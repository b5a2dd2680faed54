import { importPKCS8, SignJWT } from 'jose'
import type { LocalSheet } from '../../../dev/sheet/index.ts'

export type Claims = {
  readonly iss?: string
  readonly aud?: string
  readonly scope?: string
  /** Seconds. */
  readonly iat?: number
  readonly exp?: number
}

/** A signed assertion of the sheet's service account, or of another key. */
export async function assertion(
  sheet: LocalSheet,
  now: number,
  claims: Claims = {},
  privateKey?: string,
): Promise<string> {
  const key = JSON.parse(sheet.serviceAccount) as {
    client_email: string
    private_key: string
    token_uri: string
  }
  const seconds = Math.floor(now / 1000)
  return await new SignJWT({
    iss: key.client_email,
    aud: key.token_uri,
    scope: 'https://www.googleapis.com/auth/spreadsheets',
    iat: seconds,
    exp: seconds + 3600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importPKCS8(privateKey ?? key.private_key, 'RS256'))
}

export async function askToken(
  sheet: LocalSheet,
  jwt: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${sheet.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

export async function accessToken(sheet: LocalSheet, now: number, claims: Claims = {}): Promise<string> {
  const { body } = await askToken(sheet, await assertion(sheet, now, claims))
  return String(body.access_token)
}
