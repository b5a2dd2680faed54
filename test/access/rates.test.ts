import { createExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { networkOf } from '../../src/access/rates.ts'
import { app } from '../../src/app.ts'
import { openedAwhile } from '../support/opened.ts'
import { projectSheet } from '../support/samples.ts'
import { ask, type ReceiptBody, send } from '../support/worker.ts'

const origin = 'http://recueil.test'

/** A counter such as the platform's, that no minute's end empties between two requests of a test. */
function counter(most: number): RateLimit {
  const counts = new Map<string, number>()
  return {
    async limit({ key }) {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return { success: count <= most }
    },
  }
}
const counters = { ADDRESS_RATE: counter(240), FORM_RATE: counter(60), LINK_RATE: counter(20) }

/** A request of somebody who is not signed in, from an address. */
function from(address: string, path: string, init: RequestInit = {}, bindings: object = counters) {
  const request = new Request(origin + path, { redirect: 'manual', ...init })
  request.headers.set('cf-connecting-ip', address)
  request.headers.set('origin', origin)
  return Promise.resolve(app.fetch(request, { ...env, ...bindings }, createExecutionContext()))
}
const body = (entries: readonly (readonly [string, string])[]) =>
  new URLSearchParams(entries.map(([name, text]): [string, string] => [name, text]))

afterEach(() => {
  vi.restoreAllMocks()
})

/** As many times, one after the other; the statuses. */
async function times(count: number, ask: () => Promise<Response>): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let i = 0; i < count; i++) {
    const response = await ask()
    await response.arrayBuffer()
    statuses.push(response.status)
  }
  return statuses
}

const toForm = (address: string) => () =>
  from(address, '/formulaires/terme', { method: 'POST', body: body([['action', 'new']]) })

describe('one form, from one address', () => {
  test('takes sixty a minute; the next is told to wait, and what was typed is still there', async () => {
    expect(new Set(await times(60, toForm('192.0.2.1')))).toEqual(new Set([200]))
    const id = crypto.randomUUID()
    const entries = [
      ['id', id],
      ['terme', 'Un terme très long à écrire'],
    ] as const
    const sent = body(await openedAwhile('/formulaires/terme', entries))
    const response = await from('192.0.2.1', '/formulaires/terme', { method: 'POST', body: sent })
    const text = await response.text()
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(text).toContain('Un terme très long à écrire')
    expect(text).toContain(`value="${id}"`)
    expect(text).toContain('Rien n’est perdu')
    expect(text).toContain('data-draft="going"')
  })

  test('is counted apart from other forms, other addresses and coordinators', async () => {
    await times(60, toForm('192.0.2.2'))
    expect((await toForm('192.0.2.2')()).status).toBe(429)
    const other = await from('192.0.2.2', '/formulaires/outil', {
      method: 'POST',
      body: body([['action', 'new']]),
    })
    expect(other.status).toBe(200)
    expect((await toForm('192.0.2.3')()).status).toBe(200)
    expect(
      await times(70, () =>
        ask('/formulaires/terme', {
          method: 'POST',
          headers: { origin, 'cf-connecting-ip': '192.0.2.2' },
          body: body([['action', 'new']]),
        }),
      ),
    ).not.toContain(429)
  })

  test('is refused through the API as a problem that says when to come back', async () => {
    const submit = () =>
      from('192.0.2.4', '/api/v1/forms/terme/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"id": "x", "answers": {}}',
      })
    expect(new Set(await times(60, submit))).toEqual(new Set([422]))
    const refused = await submit()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: expect.stringMatching(/too-many$/), status: 429 })
  })

  test('counts a whole subscriber’s IPv6 network as one', async () => {
    let last = 0
    const next = () => toForm(`2001:db8:1:2::${(++last).toString(16)}`)()
    expect(new Set(await times(60, next))).toEqual(new Set([200]))
    expect((await next()).status).toBe(429)
    expect((await toForm('2001:db8:1:3::1')()).status).toBe(200)
  })
})

describe('a link', () => {
  const edit = async () => {
    const answers = { id: crypto.randomUUID(), answers: projectSheet }
    const receipt = (await (
      await send('POST', '/api/v1/forms/fiche-projet/records', answers)
    ).json()) as ReceiptBody
    const { pathname, search } = new URL(receipt.editUrl)
    return pathname + search
  }

  test('takes twenty corrections a minute, wherever they come from, and then keeps what was typed', async () => {
    const path = await edit()
    let last = 0
    const correct = () =>
      from(`198.51.100.${++last}`, path, {
        method: 'POST',
        body: body([
          ['revision', '1'],
          ['action', 'add:zones'],
          ['projet_titre', 'Titre en cours'],
        ]),
      })
    expect(new Set(await times(20, correct))).toEqual(new Set([200]))
    const refused = await correct()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.text()).toContain('value="Titre en cours"')
    expect((await from('198.51.100.99', path)).status).toBe(200)
  })

  test('counts as well where the form alone brings its key, and not twice where the address does too', async () => {
    const { pathname, searchParams } = new URL(await edit(), origin)
    const key = searchParams.get('cle') ?? ''
    let last = 0
    const correct = (address: string) =>
      from(`198.51.101.${++last}`, address, {
        method: 'POST',
        body: body([
          ['cle', key],
          ['revision', '1'],
          ['action', 'add:zones'],
          ['projet_titre', 'Titre en cours'],
        ]),
      })
    expect(new Set(await times(10, () => correct(pathname)))).toEqual(new Set([200]))
    expect(new Set(await times(10, () => correct(`${pathname}?cle=${key}`)))).toEqual(new Set([200]))
    const refused = await correct(pathname)
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('value="Titre en cours"')
  })

  test('looked at by a program that asks for the head alone sends nothing', async () => {
    const path = await edit()
    const look = () => from('203.0.113.9', path, { method: 'HEAD' })
    expect(new Set(await times(25, look))).toEqual(new Set([200]))
  })

  test('is not found twenty times a minute; who goes on guessing is told to stop', async () => {
    const path = (await edit()).split('?')[0] ?? ''
    let last = 0
    const guess = () => from('203.0.113.5', `${path}?cle=${String(++last).padStart(32, 'A')}`)
    expect(new Set(await times(20, guess))).toEqual(new Set([404]))
    expect(new Set(await times(5, guess))).toEqual(new Set([429]))
  })

  test('opens 240 times a minute from the address that a whole room shares', async () => {
    const path = (await edit()).replace('?', '/recu?')
    expect(new Set(await times(240, () => from('203.0.113.6', path)))).toEqual(new Set([200]))
    expect((await from('203.0.113.6', path)).status).toBe(429)
  }, 60_000)
})

describe('nothing is limited', () => {
  test('of what everyone may read', async () => {
    expect(new Set(await times(300, () => from('203.0.113.7', '/formulaires')))).toEqual(new Set([200]))
  }, 60_000)

  test('by an address that somebody wrote in another header', async () => {
    const forged = () =>
      exports.default.fetch(`${origin}/formulaires/terme`, {
        method: 'POST',
        headers: { origin, 'x-forwarded-for': '192.0.2.9', 'x-real-ip': '192.0.2.9' },
        body: body([['action', 'new']]),
      })
    expect(new Set(await times(70, forged))).toEqual(new Set([200]))
  })

  test.each([
    ['is not bound', undefined],
    ['fails', { limit: () => Promise.reject(new Error('no answer')) }],
  ])('when a counter %s', async (_, broken) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const bindings = { FORM_RATE: broken, ADDRESS_RATE: broken, LINK_RATE: broken }
    const again = { method: 'POST', body: body([['action', 'new']]) }
    const ask = () => from('192.0.2.8', '/formulaires/terme', { ...again }, bindings)
    expect(new Set(await times(70, ask))).toEqual(new Set([200]))
  })
})

describe('the platform’s own counters', () => {
  test('are bound, and stop whoever sends too much', async () => {
    const own = ({ ADDRESS_RATE, FORM_RATE, LINK_RATE }: Cloudflare.Env) => ({
      ADDRESS_RATE,
      FORM_RATE,
      LINK_RATE,
    })
    const ask = () =>
      from('192.0.2.7', '/formulaires/terme', { method: 'POST', body: body([['action', 'new']]) }, own(env))
    // More than twice as many as a minute takes: whenever its minute ends, one of them is too many.
    const statuses = await times(122, ask)
    expect(statuses[0]).toBe(200)
    expect(statuses).toContain(429)
  }, 60_000)
})

describe('an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:DB8:A::', '2001:db8:a:0'],
    ['::1', null],
    ['127.0.0.1', null],
    ['', null],
  ])('%j is counted under %j', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('however it is written is counted under the same', () => {
    const group = fc.integer({ min: 1, max: 0xffff })
    fc.assert(
      fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), (net, host) => {
        const plain = [...net, ...host].map((one) => one.toString(16)).join(':')
        const padded = [...net, ...host]
          .map((one) => one.toString(16).padStart(4, '0').toUpperCase())
          .join(':')
        const short = `${net.map((one) => one.toString(16)).join(':')}::${host[3].toString(16)}`
        expect(networkOf(padded)).toBe(networkOf(plain))
        expect(networkOf(short)).toBe(networkOf(plain))
      }),
    )
  })
})
