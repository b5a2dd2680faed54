import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { respondTo } from '../../src/app.ts'

const asks = (url: string, init?: RequestInit) =>
  respondTo(new Request(url, { redirect: 'manual', ...init }), env, createExecutionContext())

describe('over plain http', () => {
  test.each(['/', '/fiches/FP-0001?cle=abc', '/coordination', '/plan.ics'])(
    '%s leads to the same over https, and sets no cookie',
    async (path) => {
      for (const method of ['GET', 'HEAD']) {
        const response = await asks(`http://recueil.example${path}`, { method })
        expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([
          308,
          `https://recueil.example${path}`,
          [],
        ])
      }
    },
  )

  test('nothing that is sent is taken, and no program is answered', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ terme: 'x' }) }
    expect((await asks('http://recueil.example/formulaires/terme', form)).status).toBe(403)
    const api = await asks('http://recueil.example/api/v1/forms')
    expect([api.status, api.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
  })

  test('one’s own machine is answered', async () => {
    expect((await asks('http://127.0.0.1:8787/')).status).toBe(200)
    expect((await asks('http://recueil.test/api/v1/forms')).status).toBe(200)
  })
})

test('over https all is answered', async () => {
  expect((await asks('https://recueil.example/')).status).toBe(200)
})
