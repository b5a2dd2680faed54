import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'
import { hintSecret, verify } from '../../src/sheet/hint.ts'
import { ask } from '../support/worker.ts'

const encoder = new TextEncoder()
const configured = {
  ...env,
  SPREADSHEET_ID: 'classeur',
  SHEET_MIRROR: {
    idFromName: (name: string) => name,
    get: (name: string) => ({ poke: async () => hinted.push(name) }),
  } as never,
}
const secret = await hintSecret(env.RECUEIL_SECRET, 'classeur')
const seconds = () => Math.floor(Date.now() / 1000)

let hinted: string[] = []
beforeEach(() => {
  hinted = []
})

async function signatureOf(text: string, by: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(by), algorithm, false, ['sign'])
  return `v1=${new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))).toHex()}`
}

/** Asks as Google's servers do: not signed in, from nowhere. */
async function post(headers: Record<string, string>, body: string): Promise<Response> {
  const executionContext = createExecutionContext()
  const response = await app.fetch(
    new Request('http://recueil.test/api/v1/sync/hint', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }),
    configured,
    executionContext,
  )
  await waitOnExecutionContext(executionContext)
  return response
}

/** A hint signed as the script does it, `changes` applied afterwards. */
async function hint(
  changes: { at?: number; by?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const timestamp = String(changes.at ?? seconds())
  const signed = {
    'x-recueil-timestamp': timestamp,
    'x-recueil-signature': await signatureOf(`${timestamp}.{}`, changes.by ?? secret),
  }
  return post({ ...signed, ...changes.headers }, changes.body ?? '{}')
}

describe('a hint', () => {
  test('with a good signature reaches the mirror', async () => {
    const response = await hint()
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({})
    expect(hinted).toEqual(['classeur'])
  })

  test('sent again is accepted again', async () => {
    const at = seconds()
    expect([(await hint({ at })).status, (await hint({ at })).status]).toEqual([202, 202])
  })

  test.each([
    ['of another secret', () => hint({ by: '0'.repeat(64) })],
    ['of another spreadsheet', async () => hint({ by: await hintSecret(env.RECUEIL_SECRET, 'autre') })],
    ['whose body was changed', () => hint({ body: '{"v":1}' })],
    ['whose time was changed', () => hint({ headers: { 'x-recueil-timestamp': String(seconds() + 1) } })],
    ['from more than 5 minutes ago', () => hint({ at: seconds() - 301 })],
    ['from more than 5 minutes ahead', () => hint({ at: seconds() + 302 })],
    ['without a signature that reads as one', () => hint({ headers: { 'x-recueil-signature': 'v1=00' } })],
    ['without any header', () => post({}, '{}')],
    ['without a time', async () => post({ 'x-recueil-signature': await signatureOf('.{}', secret) }, '{}')],
  ])('%s is refused and reaches nobody', async (_, send) => {
    const response = await send()
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: expect.stringMatching(/\/problemes\/bad-signature$/),
    })
    expect(hinted).toEqual([])
  })

  test('that carries more than nothing is too large, signed or not', async () => {
    const timestamp = String(seconds())
    const body = JSON.stringify({ v: 'x'.repeat(1024) })
    const signature = await signatureOf(`${timestamp}.${body}`, secret)
    const response = await post({ 'x-recueil-timestamp': timestamp, 'x-recueil-signature': signature }, body)
    expect(response.status).toBe(413)
    expect(hinted).toEqual([])
  })

  test('that another site made a browser send is refused, though signed', async () => {
    expect((await hint({ headers: { origin: 'https://autre.example' } })).status).toBe(403)
    expect(hinted).toEqual([])
  })

  test('is taken within 5 minutes either way, to the second', async () => {
    const now = 1_800_000_000_000
    const outcome = async (offset: number) => {
      const timestamp = String(now / 1000 + offset)
      return verify(secret, timestamp, await signatureOf(`${timestamp}.{}`, secret), '{}', now)
    }
    expect(await Promise.all([-301, -300, 300, 301].map(outcome))).toEqual([false, true, true, false])
  })
})

describe('the settings of the script', () => {
  const settings = (environment: Cloudflare.Env, identity?: object) =>
    app.fetch(
      new Request('http://recueil.test/api/v1/sync/apps-script'),
      environment,
      Object.assign(createExecutionContext(), {
        ...(identity && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
      }) as ExecutionContext,
    )
  const coordinator = { email: 'coordination@recueil.example' }

  test('are for coordinators, and are not kept by any cache', async () => {
    const response = await settings(configured, coordinator)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ url: 'http://recueil.test/api/v1/sync/hint', secret })
  })

  test.each([
    [401, undefined],
    [403, { email: 'membre@exemple.org' }],
  ])('are shown to nobody else: %i', async (status, identity) => {
    const response = await settings(configured, identity)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain(secret)
  })

  test('are not there while no spreadsheet is connected', async () => {
    const response = await settings({ ...configured, SPREADSHEET_ID: '' }, coordinator)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: expect.stringMatching(/\/problemes\/not-found$/) })
  })

  test('are not where hints go, which anyone may reach', async () => {
    expect((await ask('/api/v1/sync/hint')).status).toBe(404)
  })
})

test('a secret is 256 bits in hexadecimal, the same each time, and another for another spreadsheet', async () => {
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(await hintSecret(env.RECUEIL_SECRET, 'classeur')).toBe(secret)
  expect(await hintSecret(env.RECUEIL_SECRET, 'autre')).not.toBe(secret)
})
