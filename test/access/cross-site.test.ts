import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { app } from '../../src/app.ts'

const origin = 'http://recueil.test'
const evil = 'https://evil.example'
const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
const doors = { page: '/formulaires/action', api: '/api/v1/forms/action/records' } as const

type Identity = { readonly email: string } | { readonly common_name: string }
const coordinator: Identity = { email: 'coordination@recueil.example' }

/** A request as it arrives at the public door; whoever is named was vouched for by Cloudflare Access. */
async function asks(path: string, init: RequestInit, identity: Identity | null): Promise<Response> {
  const context = Object.assign(createExecutionContext(), {
    ...(identity && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
  }) as ExecutionContext
  return app.fetch(new Request(origin + path, init), env, context)
}

const post = async (path: string, headers: Record<string, string>, identity: Identity | null = coordinator) =>
  (await asks(path, { method: 'POST', headers, body: new TextEncoder().encode('{}') }, identity)).status

type Row = readonly [string, Record<string, string>, page: number, api: number]

/** 422: it was let through, and what it says was read. */
const rows: readonly Row[] = [
  ['a form that says nothing of where it comes from', { 'content-type': form }, 403, 415],
  ['a form with our Origin', { 'content-type': form, origin }, 422, 415],
  ['a form with another Origin', { 'content-type': form, origin: evil }, 403, 403],
  ['a form with the Origin “null”', { 'content-type': form, origin: 'null' }, 403, 403],
  ['a form from a sister site', { 'content-type': form, 'sec-fetch-site': 'same-site' }, 403, 403],
  ['a form from our site', { 'content-type': form, 'sec-fetch-site': 'same-origin' }, 422, 415],
  [
    'a form from another site with our Origin',
    { 'content-type': form, 'sec-fetch-site': 'cross-site', origin },
    403,
    403,
  ],
  [
    'a form from our site with another Origin',
    { 'content-type': form, 'sec-fetch-site': 'same-origin', origin: evil },
    403,
    403,
  ],
  ['a form that nobody’s page sent', { 'content-type': form, 'sec-fetch-site': 'none' }, 403, 403],
  ['plain text from another site', { 'content-type': 'text/plain', origin: evil }, 403, 403],
  ['plain text that says nothing', { 'content-type': 'text/plain' }, 415, 415],
  [
    'MULTIPART in capitals from another site',
    { 'content-type': 'MULTIPART/form-data', origin: evil },
    403,
    403,
  ],
  ['a type after a space from another site', { 'content-type': ` ${form}`, origin: evil }, 403, 403],
  ['a type after a space that says nothing', { 'content-type': ` ${form}` }, 403, 415],
  ['JSON from another site', { 'content-type': json, 'sec-fetch-site': 'cross-site' }, 403, 403],
  ['JSON from our site', { 'content-type': json, 'sec-fetch-site': 'same-origin', origin }, 415, 422],
  ['JSON that says nothing, as a program’s', { 'content-type': json }, 415, 422],
  ['a report from another site', { 'content-type': 'application/csp-report', origin: evil }, 403, 403],
  ['a report that says nothing', { 'content-type': 'application/csp-report' }, 415, 415],
  ['an unknown type from another site', { 'content-type': 'x', origin: evil }, 403, 403],
  ['an unknown type that says nothing', { 'content-type': 'x' }, 415, 415],
  ['an unknown type from our site', { 'content-type': 'x', origin }, 415, 415],
  ['JSON in another character set', { 'content-type': `${json}; charset=utf-16` }, 415, 415],
  ['something without a type', {}, 415, 415],
]

describe('under a coordinator’s standing', () => {
  test.each(rows)('%s', async (_, headers, page, api) => {
    expect([await post(doors.page, headers), await post(doors.api, headers)]).toEqual([page, api])
  })

  test.each(['/', '/coordination', '/api/v1/records'])(
    '%s is read from wherever a link leads to it',
    async (path) => {
      const headers = { 'sec-fetch-site': 'cross-site', origin: evil }
      expect((await asks(path, { headers }, coordinator)).status).toBe(200)
    },
  )

  test('an answer lets no other site read it', async () => {
    const answer = await asks('/api/v1/records', { headers: { origin: evil } }, coordinator)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await asks(
      '/api/v1/records',
      { method: 'OPTIONS', headers: { origin: evil } },
      coordinator,
    )
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('DELETE and PATCH from another site are refused before anything is looked for', async () => {
    for (const method of ['DELETE', 'PATCH', 'PUT']) {
      const init = { method, headers: { 'sec-fetch-site': 'cross-site' } }
      expect([method, (await asks('/api/v1/records/x', init, coordinator)).status]).toEqual([method, 403])
    }
  })
})

describe('whoever is nobody in particular', () => {
  test('sends a form from a phone whose browser does not say where it comes from', async () => {
    expect(await post('/formulaires/terme', { 'content-type': form }, null)).toBe(422)
  })

  test('sends none that another site had sent', async () => {
    for (const headers of [{ origin: evil }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      expect(await post('/formulaires/terme', { 'content-type': form, ...headers }, null)).toBe(403)
  })
})

describe('a service token', () => {
  const listed: Identity = { common_name: 'coordination@recueil.example' }

  test('reaches the API without an Origin, as what COORDINATORS says it is', async () => {
    expect((await asks('/api/v1/records', {}, listed)).status).toBe(200)
    expect(await post(doors.api, { 'content-type': json }, listed)).toBe(422)
    expect((await asks('/api/v1/sync', { method: 'POST' }, listed)).status).not.toBe(415)
  })

  test('that COORDINATORS does not list is nobody’s coordinator', async () => {
    const other: Identity = { common_name: 'autre-programme' }
    expect((await asks('/api/v1/records', {}, other)).status).toBe(403)
    expect(await post(doors.api, { 'content-type': json }, other)).toBe(403)
    expect((await asks('/coordination', {}, other)).status).toBe(403)
  })

  test('sends no page’s form without saying where it comes from', async () => {
    expect(await post(doors.page, { 'content-type': form }, listed)).toBe(403)
    expect(await post('/coordination/fiches', { 'content-type': form }, listed)).toBe(403)
    expect(await post('/formulaires/terme', { 'content-type': form }, listed)).toBe(403)
  })
})
