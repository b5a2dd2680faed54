import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { findEndpoint } from '../../src/store/endpoints.ts'
import { rotateSecret } from '../../src/webhook/manage.ts'
import { SCHEDULE } from '../../src/webhook/schedule.ts'
import * as support from './support.ts'

const { addEndpoint, addEvent, contextAt, deliveriesOf, runUntilQuiet, sink, START, verify } = support
const HOUR = 3_600_000
const ok = () => new Response(null, { status: 204 })
const status = (code: number, headers: HeadersInit = {}) => new Response('no', { status: code, headers })

beforeEach(support.forgetEndpoints)

describe('a delivery', () => {
  test('is one POST of the event’s body, byte for byte, that the published library verifies', async () => {
    const { endpoint, secret } = await addEndpoint()
    const event = await addEvent()
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toHaveLength(1)
    const [post] = receiver.received
    if (!post) throw new Error('nothing received')
    expect(post.url).toBe('https://liste.example/hook')
    expect(post.request.method).toBe('POST')
    expect(post.request.redirect).toBe('manual')
    expect(post.body).toBe(event.payload)
    expect(Object.fromEntries(post.headers)).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Recueil',
      'webhook-id': event.id,
      'webhook-timestamp': String(START / 1_000),
    })
    expect(verify(secret, post)).toEqual(JSON.parse(event.payload))
    expect(() => verify(secret, { ...post, body: `${post.body} ` })).toThrow('No matching signature')
    expect(await deliveriesOf(endpoint.id)).toEqual([
      { event: event.seq, state: 'delivered', attempts: 1, next_attempt_at: null },
    ])
  })

  test('that fails is tried ten times over three days, then stays visible as failed', async () => {
    const { endpoint, secret } = await addEndpoint()
    const event = await addEvent()
    const receiver = sink(() => status(500))
    await runUntilQuiet(receiver, endpoint.id)
    const times = receiver.received.map(({ at }) => at)
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual(SCHEDULE.slice(1))
    expect(new Set(receiver.received.map(({ headers }) => headers.get('webhook-id')))).toEqual(
      new Set([event.id]),
    )
    expect(new Set(receiver.received.map(({ body }) => body))).toEqual(new Set([event.payload]))
    expect(new Set(receiver.received.map(({ headers }) => headers.get('webhook-signature'))).size).toBe(10)
    for (const post of receiver.received) verify(secret, post)
    expect(await deliveriesOf(endpoint.id)).toMatchObject([
      { state: 'failed', attempts: 10, next_attempt_at: null },
    ])
    const { results } = await env.DB.prepare(
      'SELECT number, at, outcome, status FROM attempts WHERE endpoint = ?',
    )
      .bind(endpoint.id)
      .all()
    expect(results).toEqual(
      times.map((at, index) => ({ number: index + 1, at, outcome: 'retry', status: 500 })),
    )
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({ state: 'enabled', failingSince: START })
  })

  test('that is answered at last ends there, and the endpoint’s failures with it', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const receiver = sink(() => (receiver.received.length < 4 ? status(503) : ok()))
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toHaveLength(4)
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 4 }])
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({ failingSince: null })
  })

  test.each([301, 302, 307, 308])(
    'answered %i is a failure, and where it points is not visited',
    async (code) => {
      const { endpoint } = await addEndpoint()
      await addEvent()
      const receiver = sink(() =>
        receiver.received.length === 1 ? status(code, { location: 'https://ailleurs.example/' }) : ok(),
      )
      await runUntilQuiet(receiver, endpoint.id)
      expect(receiver.received.map(({ url }) => url)).toEqual([endpoint.url, endpoint.url])
    },
  )

  test('waits as Retry-After asks', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const receiver = sink(() =>
      receiver.received.length === 1 ? status(429, { 'retry-after': '90' }) : ok(),
    )
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received.map(({ at }) => at - START)).toEqual([0, 90_000])
  })

  test('is sent in the order of the events, many runs long', async () => {
    const { endpoint } = await addEndpoint()
    const events = []
    for (let number = 0; number < 21; number++) events.push(await addEvent({ number }))
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received.map(({ headers }) => headers.get('webhook-id'))).toEqual(
      events.map(({ id }) => id),
    )
  })
})

test('after a rotation both secrets sign for 24 hours, then the new one alone', async () => {
  const { endpoint, secret: old } = await addEndpoint()
  const { secret: fresh, endpoint: rotated } = await rotateSecret(contextAt(START), endpoint)
  expect(fresh).not.toBe(old)
  const receiver = sink(ok)
  await addEvent()
  receiver.clock.now = START + 24 * HOUR - 1_000
  await runUntilQuiet(receiver, endpoint.id)
  await addEvent({ number: 2 })
  receiver.clock.now = START + 24 * HOUR
  await runUntilQuiet(receiver, endpoint.id)
  const [during, after] = receiver.received
  if (!during || !after) throw new Error('two were to be received')
  expect(during.headers.get('webhook-signature')?.split(' ')).toHaveLength(2)
  verify(old, during)
  verify(fresh, during)
  expect(after.headers.get('webhook-signature')?.split(' ')).toHaveLength(1)
  verify(fresh, after)
  expect(() => verify(old, after)).toThrow('No matching signature')
  expect(rotated.secrets).toHaveLength(2)
})

test('two rotations in a row leave the first secret its 24 hours', async () => {
  const { endpoint, secret } = await addEndpoint()
  await Promise.all([rotateSecret(contextAt(START), endpoint), rotateSecret(contextAt(START), endpoint)])
  await addEvent()
  const receiver = sink(ok)
  await runUntilQuiet(receiver, endpoint.id)
  const [post] = receiver.received
  if (!post) throw new Error('one was to be received')
  expect(post.headers.get('webhook-signature')?.split(' ')).toHaveLength(3)
  verify(secret, post)
})
