import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'
import { ask, send } from '../support/worker.ts'

const closed: readonly (readonly [string, string])[] = [
  ['GET', '/api/v1/records'],
  ['GET', '/api/v1/records/00000000-0000-4000-8000-000000000000'],
  ['PATCH', '/api/v1/records/00000000-0000-4000-8000-000000000000'],
  ['DELETE', '/api/v1/records/00000000-0000-4000-8000-000000000000'],
  ['POST', '/api/v1/records/00000000-0000-4000-8000-000000000000/transitions'],
  ['POST', '/api/v1/forms/action/records'],
  ['GET', '/api/v1/events'],
  ['GET', '/api/v1/endpoints'],
  ['POST', '/api/v1/endpoints'],
  ['GET', '/api/v1/sync'],
  ['POST', '/api/v1/sync'],
  ['GET', '/api/v1/sync/apps-script'],
  ['POST', '/api/v1/deliveries/x/replay'],
]

describe('who is not signed in', () => {
  test.each(closed)('may not %s %s', async (method, path) => {
    const request = new Request(`http://recueil.test${path}`, { method })
    const response = await app.fetch(request, env, createExecutionContext())
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('may read the forms', async () => {
    const request = new Request('http://recueil.test/api/v1/forms')
    expect((await app.fetch(request, env, createExecutionContext())).status).toBe(200)
  })
})

describe('who is signed in and no coordinator', () => {
  const asking = (path: string, identity: object) =>
    app.fetch(
      new Request(`http://recueil.test${path}`),
      env,
      Object.assign(createExecutionContext(), {
        access: { aud: 'recueil-local', getIdentity: async () => identity },
      }) as ExecutionContext,
    )

  test('may no more than anyone, and is told so', async () => {
    expect((await asking('/api/v1/records', { email: 'membre@exemple.org' })).status).toBe(403)
    expect((await asking('/formulaires/action', { email: 'membre@exemple.org' })).status).toBe(403)
    expect((await asking('/formulaires/terme', { email: 'membre@exemple.org' })).status).toBe(200)
  })

  test('is one by a listed address in any case, or by the name of a listed service token', async () => {
    expect((await asking('/api/v1/records', { email: 'Coordination@Recueil.example' })).status).toBe(200)
    expect((await asking('/api/v1/records', { common_name: 'coordination@recueil.example' })).status).toBe(
      200,
    )
    expect((await asking('/api/v1/records', { common_name: 'autre' })).status).toBe(403)
  })
})

describe('a request another site made a browser send', () => {
  test.each([
    [
      'a form, by Sec-Fetch-Site',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['JSON, by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site', 'content-type': 'application/json' }],
    ['by Origin', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['from nowhere', { origin: 'null', 'content-type': 'application/json' }],
    [
      'that contradicts itself',
      { 'sec-fetch-site': 'cross-site', origin: 'http://recueil.test', 'content-type': 'application/json' },
    ],
    ['as a report', { origin: 'https://evil.example', 'content-type': 'application/csp-report' }],
  ])('is refused: %s', async (_, headers) => {
    const response = await ask('/api/v1/sync', { method: 'POST', headers, body: '{}' })
    expect(response.status).toBe(403)
  })

  test('is refused as a form that does not say where it comes from, under a coordinator’s standing', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('/api/v1/sync', { method: 'POST', headers, body: '{}' })).status).toBe(415)
    expect((await ask('/formulaires/terme', { method: 'POST', headers, body: 'terme=x' })).status).toBe(403)
  })

  test('is let through from our own pages and from programs', async () => {
    const own = { 'sec-fetch-site': 'same-origin', origin: 'http://recueil.test' }
    const body = { id: crypto.randomUUID(), answers: {} }
    expect((await send('POST', '/api/v1/forms/fiche-projet/records', body, own)).status).toBe(422)
    expect((await send('POST', '/api/v1/forms/fiche-projet/records', body)).status).toBe(422)
  })
})

describe('every answer', () => {
  test.each(['/', '/rien', '/api/v1/forms', '/api/v1/rien', '/openapi.json', '/health'])(
    '%s carries the protective headers',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000/)
    },
  )
})
