import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEndpoint, testEndpoint, wakeEndpoints } from '../../src/webhook/index.ts'
import type { NewEndpoint } from '../../src/webhook/input.ts'
import * as support from './support.ts'

const { addEvent, contextAt, deliveriesOf, verify } = support
const input: NewEndpoint = {
  url: 'https://liste.example/hook',
  description: '',
  format: 'json',
  events: [],
  forms: [],
}

/** What the Worker's own fetch sends; answered by `answers` in turn, the last one from then on. */
function receive(...answers: readonly number[]) {
  const posts: support.Received[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, request) => {
    const headers = new Headers(request?.headers)
    posts.push({
      at: Date.now(),
      url: String(url),
      request: request ?? {},
      headers,
      body: String(request?.body),
    })
    return new Response(null, { status: answers[Math.min(posts.length, answers.length) - 1] ?? 204 })
  })
  return posts
}

const objectOf = (id: string) => env.ENDPOINT.get(env.ENDPOINT.idFromName(id))
const alarmOf = (id: string) => runInDurableObject(objectOf(id), (_, state) => state.storage.getAlarm())
const create = async () => {
  const { endpoint, secret } = await createEndpoint(
    { ...contextAt(Date.now()), secret: env.RECUEIL_SECRET },
    input,
  )
  return { endpoint, secret: secret ?? '' }
}

beforeEach(support.forgetEndpoints)
afterEach(() => vi.restoreAllMocks())

describe('an endpoint’s object', () => {
  test('sends what is due when poked, and sets no alarm when nothing is left', async () => {
    const posts = receive(204)
    const { endpoint, secret } = await create()
    const event = await addEvent({}, Date.now())
    await wakeEndpoints(env, Date.now())
    await expect.poll(async () => (await deliveriesOf(endpoint.id))[0]?.state).toBe('delivered')
    expect(posts).toHaveLength(1)
    for (const post of posts) expect(verify(secret, post)).toEqual(JSON.parse(event.payload))
    expect(await alarmOf(endpoint.id)).toBeNull()
  })

  test('sets its alarm to the next attempt, which the alarm makes', async () => {
    const posts = receive(500, 204)
    const { endpoint } = await create()
    await addEvent({}, Date.now())
    await wakeEndpoints(env, Date.now())
    await expect.poll(async () => (await deliveriesOf(endpoint.id))[0]?.attempts).toBe(1)
    const [delivery] = await deliveriesOf(endpoint.id)
    await expect.poll(() => alarmOf(endpoint.id)).toBe(delivery?.next_attempt_at)
    const later = (delivery?.next_attempt_at ?? 0) + 1
    vi.spyOn(Date, 'now').mockReturnValue(later)
    expect(await runDurableObjectAlarm(objectOf(endpoint.id))).toBe(true)
    expect(posts).toHaveLength(2)
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  test('goes on at once while more is due than one run sends', async () => {
    const posts = receive(204)
    const { endpoint } = await create()
    for (let number = 0; number < 19; number++) await addEvent({ number }, Date.now())
    await wakeEndpoints(env, Date.now())
    await expect.poll(() => posts.length).toBe(19)
    await expect
      .poll(async () => new Set((await deliveriesOf(endpoint.id)).map(({ state }) => state)))
      .toEqual(new Set(['delivered']))
  })

  test('tries again in a minute when D1 fails, and says so', async () => {
    receive(204)
    const { endpoint } = await create()
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await addEvent({}, Date.now())
    const failing = vi.spyOn(env.DB, 'prepare').mockImplementation(() => {
      throw new Error('D1 DB is overloaded. Requests queued for too long.')
    })
    const from = Date.now()
    await objectOf(endpoint.id).poke(endpoint.id)
    await expect.poll(() => said.mock.calls.length).toBe(1)
    failing.mockRestore()
    await expect.poll(() => alarmOf(endpoint.id)).toBeGreaterThanOrEqual(from + 60_000)
    await wakeEndpoints(env, Date.now())
    await expect.poll(async () => (await deliveriesOf(endpoint.id))[0]?.state).toBe('delivered')
  })

  test('hands a message to the mail service that the platform binds', async () => {
    const context = { ...contextAt(Date.now()), secret: env.RECUEIL_SECRET }
    const settings = { from: 'recueil@recueil.example', to: 'migration@listes.example' }
    const { endpoint } = await createEndpoint(context, {
      format: 'email',
      url: `mailto:${settings.to}`,
      settings,
      description: '',
      events: [],
      forms: [],
    })
    await testEndpoint(context, endpoint)
    await wakeEndpoints(env, Date.now())
    await expect.poll(async () => (await deliveriesOf(endpoint.id))[0]?.state).toBe('delivered')
    const id = await env.DB.prepare('SELECT response FROM attempts WHERE endpoint = ?')
      .bind(endpoint.id)
      .first('response')
    expect(id).toMatch(/@recueil\.example/)
  })

  test('is not woken when nothing is due', async () => {
    const { endpoint } = await create()
    await wakeEndpoints(env, Date.now())
    expect(await alarmOf(endpoint.id)).toBeNull()
  })
})
