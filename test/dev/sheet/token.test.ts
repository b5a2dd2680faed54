import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { askToken, assertion } from './token.ts'

let sheet: LocalSheet
const now = Date.UTC(2018, 9, 1)
const seconds = now / 1000

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null, now: () => now })
})

afterEach(async () => {
  await sheet.close()
})

test('an assertion signed with the key of the service account gives a token', async () => {
  const { status, body } = await askToken(sheet, await assertion(sheet, now))
  expect(status).toBe(200)
  expect(body).toMatchObject({ expires_in: 3599, token_type: 'Bearer' })
})

test('an assertion signed with another key is refused', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const forged = await assertion(sheet, now, {}, String(other.export({ type: 'pkcs8', format: 'pem' })))
  expect(await askToken(sheet, forged)).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
  })
})

test('an assertion changed after it was signed is refused', async () => {
  const [header, , signature] = (await assertion(sheet, now)).split('.')
  const [, payload] = (await assertion(sheet, now, { exp: seconds + 3000 })).split('.')
  expect((await askToken(sheet, `${header}.${payload}.${signature}`)).body.error).toBe('invalid_grant')
})

test('an assertion without a signature is refused', async () => {
  const [, payload] = (await assertion(sheet, now)).split('.')
  const header = Buffer.from('{"alg":"none"}').toString('base64url')
  expect((await askToken(sheet, `${header}.${payload}.`)).body.error_description).toBe(
    'Invalid JWT Signature.',
  )
})

test.each([
  ['of another account', { iss: 'other@example.org' }, 'invalid_grant'],
  ['for another audience', { aud: 'https://example.org/token' }, 'invalid_grant'],
  ['for a scope that does not read spreadsheets', { scope: 'https://example.org/mail' }, 'invalid_scope'],
  ['that has expired', { iat: seconds - 3600, exp: seconds - 1 }, 'invalid_grant'],
  ['that lives for more than an hour', { exp: seconds + 3601 }, 'invalid_grant'],
  ['from the future', { iat: seconds + 301, exp: seconds + 600 }, 'invalid_grant'],
])('an assertion %s is refused', async (_, claims, error) => {
  const { status, body } = await askToken(sheet, await assertion(sheet, now, claims))
  expect([status, body.error]).toEqual([400, error])
})

test('another grant than the JWT bearer is refused', async () => {
  const response = await fetch(`${sheet.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token' }),
  })
  expect(await response.json()).toMatchObject({ error: 'unsupported_grant_type' })
})
