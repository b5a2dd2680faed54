import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'

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
