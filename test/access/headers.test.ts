import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { rules } from '../../src/access/table.ts'
import { app, respondTo } from '../../src/app.ts'
import { addressScript, formScript, inboxScript, proofScript, style } from '../../src/page/assets.ts'
import { served } from '../support/assets.ts'
import { type ReceiptBody, submit } from '../support/worker.ts'

const origin = 'http://recueil.test'

/** What must be on every answer, whatever it is an answer to. */
function expectProtected(of: string, { headers }: Response): void {
  const given = Object.fromEntries(headers)
  expect([of, given]).toEqual([
    of,
    expect.objectContaining({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.any(String),
    }),
  ])
  expect(given['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
}

type Identity = { readonly email: string } | null
const coordinator: Identity = { email: 'coordination@recueil.example' }

function asks(method: string, path: string, identity: Identity, bindings: Partial<Cloudflare.Env> = {}) {
  const context = Object.assign(createExecutionContext(), {
    ...(identity && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
  }) as ExecutionContext
  const isForm = !path.startsWith('/api/')
  const init = {
    method,
    headers: { origin, 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
    ...(method !== 'GET' && method !== 'HEAD' && { body: isForm ? 'action=x' : '{}' }),
  }
  return respondTo(new Request(origin + path, init), { ...env, ...bindings }, context)
}

let sheet: ReceiptBody
beforeAll(async () => {
  // Each failure that is brought about here is logged, as it should be.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  sheet = (await (await submit(crypto.randomUUID())).json()) as ReceiptBody
})
const filled = (path: string) =>
  path
    .replace(':reference', sheet.reference)
    .replace(':id', sheet.id)
    .replace(':form', 'fiche-projet')
    .replace(':number', '1')
    .replace(':file', 'fiche-projet.csv')

const routes = [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))]
/** A database that is down. */
const down = { DB: { prepare: () => fail(), batch: () => fail() } as unknown as D1Database }
function fail(): never {
  throw new Error('the database is down')
}

describe('the protective headers are on every answer', () => {
  test.each(routes)('of %s, whoever asks and however', async (path) => {
    for (const identity of [null, coordinator])
      for (const method of ['GET', 'POST', 'HEAD', 'DELETE', 'OPTIONS'])
        expectProtected(`${method} ${path}`, await asks(method, filled(path), identity))
  })

  test.each(routes)('of %s when the database is down', async (path) => {
    for (const method of ['GET', 'POST'])
      expectProtected(`${method} ${path}`, await asks(method, filled(path), coordinator, down))
  })

  test.each(['/rien', '/api/v1/rien', '/%E0%A4%A', '/coordination/rien', '/fiches/', '/../x'])(
    'of %s, which is nothing',
    async (path) => {
      const response = await asks('GET', path, null)
      expect(response.status).toBe(404)
      expectProtected(path, response)
    },
  )

  test('of what fails before anything is known of the request', async () => {
    const short = { RECUEIL_SECRET: 'short' }
    for (const path of ['/', '/api/v1/forms', '/health', '/fiches/FP-0001']) {
      const response = await asks('GET', path, null, short)
      expect([path, response.status]).toEqual([path, 500])
      expectProtected(path, response)
      expect(await response.text()).not.toContain('RECUEIL_SECRET')
    }
  })

  test('of what is refused for where it comes from, for its type and for its size', async () => {
    const big = new Uint8Array(2_000_000)
    const refused = [
      { headers: { origin: 'https://evil.example' }, body: 'x' },
      { headers: { 'content-type': 'text/plain' }, body: 'x' },
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: big },
    ]
    const answers = await Promise.all(
      refused.map((init) =>
        respondTo(
          new Request(`${origin}/formulaires/terme`, { method: 'POST', ...init }),
          env,
          createExecutionContext(),
        ),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 415, 413])
    for (const answer of answers) expectProtected(String(answer.status), answer)
  })

  test('with a policy that runs those scripts alone that name the nonce of this answer, or none', async () => {
    const policies = await Promise.all(
      ['/formulaires/outil', '/formulaires/outil', '/formulaires/none', '/carte'].map(async (path) => {
        const answer = await asks('GET', path, null)
        const policy = answer.headers.get('content-security-policy') ?? ''
        const scripts = [
          ...(await answer.text()).matchAll(/<script(?! type="application\/json")[^>]*>/g),
        ].map(([tag]) => tag)
        return { source: /script-src ([^;]*);/.exec(policy)?.[1], scripts }
      }),
    )
    for (const { source, scripts } of policies.slice(0, 2)) {
      const [, nonce = ''] = /^'nonce-([A-Za-z0-9+/=]{22,})'$/.exec(source ?? '') ?? []
      expect(scripts.length).toBeGreaterThan(0)
      for (const script of scripts) expect(script).toContain(` nonce="${nonce}"`)
    }
    expect(policies[0]?.source).not.toBe(policies[1]?.source)
    expect(policies.slice(2)).toEqual(Array(2).fill({ source: "'none'", scripts: [] }))
  })

  test('of the stylesheet and the scripts, which browsers keep', async () => {
    for (const asset of [style, formScript, addressScript, inboxScript, proofScript]) {
      const response = await served(asset)
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expectProtected(asset.path, response)
    }
  })
})

describe('what a key opens, and the console', () => {
  const kept = rules.filter(({ by }) => by === 'coordinator' || by === 'holder')

  test.each(kept.filter(({ methods }) => methods.includes('GET')))(
    '$path is for no search engine and no cache',
    async ({ path }) => {
      const { status, headers } = await asks('GET', filled(path), coordinator)
      expect([status, headers.get('x-robots-tag')]).toEqual([status, 'noindex'])
      if (status === 200) expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  test('nor is an edit link, or where it leads without its key', async () => {
    const { pathname, search } = new URL(sheet.editUrl)
    for (const path of [pathname + search, pathname, `${pathname}/recu${search}`]) {
      const { headers } = await asks('GET', path, null)
      expect([path, headers.get('x-robots-tag'), headers.get('cache-control')]).toEqual([
        path,
        'noindex',
        'no-store',
      ])
    }
  })
})
