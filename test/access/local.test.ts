import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { respondTo } from '../../src/app.ts'

const email = 'coordination@recueil.example'

/** Asks the Worker under a name, with an identity of this audience, or none. */
function asks(url: string, aud: string | null, bindings: Partial<Cloudflare.Env> = {}): Promise<Response> {
  const context = Object.assign(createExecutionContext(), {
    ...(aud !== null && { access: { aud, getIdentity: async () => ({ email }) } }),
  }) as ExecutionContext
  return respondTo(new Request(url), { ...env, ...bindings }, context)
}

const doors = ['/coordination', '/', '/api/v1/records', '/health'] as const
const elsewhere = [
  'recueil.example',
  'recueil.workers.dev',
  '192.0.2.1',
  'localhost.example',
  'test.example',
  '0.0.0.0',
]
const here = ['127.0.0.1:8787', 'localhost:8787', '[::1]:8787', 'recueil.test', 'recueil.localhost']

let logged: string[] = []
beforeEach(() => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void logged.push(String(line)))
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('the identity made up for one’s own machine', () => {
  test.each(elsewhere)('opens nothing on %s, and the log says why', async (host) => {
    for (const path of doors) {
      const response = await asks(`https://${host}${path}`, 'recueil-local')
      expect([path, response.status]).toEqual([path, 503])
      const isApi = path.startsWith('/api/') || path === '/health'
      expect(response.headers.get('content-type')).toContain(isApi ? 'application/problem+json' : 'text/html')
    }
    expect(logged.join('\n')).toContain('[access.dev]')
  })

  test('leaves a page that names no group, whose name was not looked up', async () => {
    const page = await (await asks('https://recueil.example/', 'recueil-local')).text()
    expect(page).toMatch(/<footer[^>]*><div[^>]*><p>Un site tenu avec Recueil<\/p>/)
  })

  test.each(here)('is taken on %s', async (host) => {
    expect((await asks(`http://${host}/api/v1/records`, 'recueil-local')).status).toBe(200)
  })

  test('is told from a real one by its audience', async () => {
    expect((await asks('https://recueil.example/api/v1/records', 'f3a0'.repeat(16))).status).toBe(200)
    expect((await asks('https://recueil.example/', null)).status).toBe(200)
  })
})

describe('LOCAL', () => {
  test.each(elsewhere)('left on stops the whole site on %s', async (host) => {
    for (const path of doors)
      expect((await asks(`https://${host}${path}`, null, { LOCAL: 'true' })).status).toBe(503)
    expect(logged.join('\n')).toContain('LOCAL')
  })

  test('is what `npm start` sets on its own machine', async () => {
    expect((await asks('http://127.0.0.1:8787/', null, { LOCAL: 'true' })).status).toBe(200)
  })
})
