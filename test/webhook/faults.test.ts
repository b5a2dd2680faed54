import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { DELIVERIES_A_RUN, deliverDue, LEASE } from '../../src/webhook/deliver.ts'
import { RESPONSE_KEPT, RESPONSE_READ } from '../../src/webhook/exchange.ts'
import { removeEndpoint } from '../../src/webhook/manage.ts'
import * as support from './support.ts'

const { addEndpoint, addEvent, contextAt, deliveriesOf, runUntilQuiet, sink, START } = support
const ok = () => new Response(null, { status: 204 })

beforeEach(support.forgetEndpoints)

async function lastAttempt(endpoint: string) {
  return env.DB.prepare(
    'SELECT outcome, status, error, response FROM attempts WHERE endpoint = ? ORDER BY number DESC',
  )
    .bind(endpoint)
    .first<{ outcome: string; status: number | null; error: string | null; response: string }>()
}

/** A body of chunks of 8,000 bytes without end, and how many were asked for. */
function endless() {
  const read = { chunks: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read.chunks++
        controller.enqueue(new Uint8Array(8_000).fill(97))
      },
      cancel() {
        read.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { read, body }
}

describe('a run cut short', () => {
  test('leaves what it claimed to the next once the lease is over, same id and body, and not before', async () => {
    const { endpoint } = await addEndpoint()
    const event = await addEvent()
    const crashed = sink(() => new Promise<Response>(() => {}))
    void deliverDue(crashed.delivering, endpoint.id)
    await expect.poll(() => crashed.received.length).toBe(1)
    const receiver = sink(ok)
    expect(await deliverDue(receiver.delivering, endpoint.id)).toBe(START + LEASE)
    receiver.clock.now = START + LEASE - 1
    await deliverDue(receiver.delivering, endpoint.id)
    expect(receiver.received).toEqual([])
    receiver.clock.now = START + LEASE
    await deliverDue(receiver.delivering, endpoint.id)
    expect(receiver.received.map(({ headers, body }) => [headers.get('webhook-id'), body])).toEqual([
      [event.id, event.payload],
    ])
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  test('that comes back after its lease changes nothing but the log', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const { promise, resolve } = Promise.withResolvers<Response>()
    const late = sink(() => promise)
    const lateRun = deliverDue(late.delivering, endpoint.id)
    await expect.poll(() => late.received.length).toBe(1)
    const receiver = sink(ok)
    receiver.clock.now = START + LEASE
    await deliverDue(receiver.delivering, endpoint.id)
    resolve(new Response('', { status: 500 }))
    await lateRun
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', next_attempt_at: null }])
  })

  test('by D1 just after the POST sends again, with the same id', async () => {
    const { endpoint } = await addEndpoint()
    const event = await addEvent()
    const broken = new Proxy(env.DB, {
      get(db, name) {
        if (name === 'batch') return () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
        const value: unknown = Reflect.get(db, name)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })
    const receiver = sink(ok)
    await expect(deliverDue({ ...receiver.delivering, db: broken }, endpoint.id)).rejects.toThrow('Network')
    receiver.clock.now = START + LEASE
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received.map(({ headers }) => headers.get('webhook-id'))).toEqual([event.id, event.id])
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered' }])
  })
})

test('runs at the same time never send the same delivery twice', async () => {
  const { endpoint } = await addEndpoint()
  for (let number = 0; number < 20; number++) await addEvent({ number })
  const receiver = sink(ok)
  await Promise.all(Array.from({ length: 6 }, () => deliverDue(receiver.delivering, endpoint.id)))
  expect(receiver.received).toHaveLength(20)
  expect(new Set(receiver.received.map(({ headers }) => headers.get('webhook-id'))).size).toBe(20)
})

test('a run sends four at a time at most, and stays within the free plan’s 50 subrequests', async () => {
  const { endpoint } = await addEndpoint()
  for (let number = 0; number < 20; number++) await addEvent({ number })
  const open = { now: 0, most: 0 }
  const { db, cost } = support.countStatements(env.DB)
  const receiver = sink(
    async () => {
      open.most = Math.max(open.most, ++open.now)
      await env.DB.prepare('SELECT 1').run()
      open.now--
      return ok()
    },
    { db },
  )
  expect(await deliverDue(receiver.delivering, endpoint.id)).toBe(START)
  expect(receiver.received).toHaveLength(DELIVERIES_A_RUN)
  expect(open.most).toBe(4)
  expect(receiver.received.length + cost.statements).toBeLessThanOrEqual(50)
})

describe('a receiver', () => {
  test('that never answers is given up when time runs out, and left alone for a minute', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const limits: number[] = []
    const receiver = sink(
      ({ request }) =>
        new Promise((_, reject) =>
          request.signal?.addEventListener('abort', () => reject(request.signal?.reason)),
        ),
      {
        timeout: (milliseconds) => {
          limits.push(milliseconds)
          const controller = new AbortController()
          queueMicrotask(() => controller.abort(new DOMException('', 'TimeoutError')))
          return controller.signal
        },
      },
    )
    expect(await deliverDue(receiver.delivering, endpoint.id)).toBe(START + 60_000)
    expect(limits).toEqual([20_000])
    expect(await lastAttempt(endpoint.id)).toMatchObject({ outcome: 'retry', status: null, error: 'timeout' })
  })

  test('that cannot be reached is tried again', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const receiver = sink(() => Promise.reject(new TypeError('Network connection lost.')))
    expect(await deliverDue(receiver.delivering, endpoint.id)).toBe(START + 5_000)
    expect(await lastAttempt(endpoint.id)).toMatchObject({ outcome: 'retry', error: 'unreachable' })
  })

  test('that answers without end is read no further than the cap, and its beginning is kept', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const { read, body } = endless()
    await deliverDue(sink(() => new Response(body, { status: 200 })).delivering, endpoint.id)
    expect(read.chunks).toBe(Math.ceil(RESPONSE_READ / 8_000))
    expect(read.cancelled).toBe(true)
    const attempt = await lastAttempt(endpoint.id)
    expect(attempt).toMatchObject({ outcome: 'delivered', status: 200 })
    expect(attempt?.response).toBe('a'.repeat(RESPONSE_KEPT))
  })

  test('that dribbles its answer is believed by its status once time runs out', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const controller = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new TextEncoder().encode('début')),
      pull: () => {
        controller.abort()
        return new Promise(() => {})
      },
    })
    const receiver = sink(() => new Response(body, { status: 202 }), { timeout: () => controller.signal })
    await deliverDue(receiver.delivering, endpoint.id)
    expect(await lastAttempt(endpoint.id)).toEqual({
      outcome: 'delivered',
      status: 202,
      error: null,
      response: 'début',
    })
  })

  test('that answers bytes that are no text still has its log', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    await deliverDue(
      sink(() => new Response(new Uint8Array([0, 255, 65]), { status: 400 })).delivering,
      endpoint.id,
    )
    expect(await lastAttempt(endpoint.id)).toMatchObject({ status: 400, response: '\uFFFD\uFFFDA' })
  })
})

test('a secret that no longer opens is a failure in the log, and nothing is sent unsigned', async () => {
  const { endpoint } = await addEndpoint()
  await addEvent()
  const receiver = sink(ok, { secret: 'another master secret, as after a careless change' })
  await deliverDue(receiver.delivering, endpoint.id)
  expect(receiver.received).toEqual([])
  expect(await lastAttempt(endpoint.id)).toMatchObject({ outcome: 'retry', error: 'secret' })
})

test('an address that is no longer allowed is a failure in the log, and nothing is sent', async () => {
  const { endpoint } = await addEndpoint({ url: 'http://127.0.0.1:9999/' })
  await addEvent()
  const receiver = sink(ok)
  await deliverDue(receiver.delivering, endpoint.id)
  expect(receiver.received).toEqual([])
  expect(await lastAttempt(endpoint.id)).toMatchObject({ outcome: 'retry', error: 'address' })
  receiver.clock.now = START + 5_000
  await deliverDue({ ...receiver.delivering, local: true }, endpoint.id)
  expect(receiver.received).toHaveLength(1)
})

test('a delivery under way when its endpoint is deleted is shown as it ended', async () => {
  const { endpoint } = await addEndpoint()
  await addEvent()
  const receiver = sink(async () => {
    await removeEndpoint(contextAt(START), endpoint)
    return ok()
  })
  expect(await deliverDue(receiver.delivering, endpoint.id)).toBeNull()
  expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', next_attempt_at: null }])
})

test('secrets are not in D1 in clear', async () => {
  const { secret } = await addEndpoint()
  const { results } = await env.DB.prepare('SELECT * FROM endpoints').all()
  const dump = JSON.stringify(results)
  expect(dump).not.toContain(secret)
  expect(dump).not.toContain(secret.slice('whsec_'.length))
  expect(dump).not.toContain('whsec_')
})
