import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { findEndpoint } from '../../src/store/endpoints.ts'
import { deliverDue } from '../../src/webhook/deliver.ts'
import { changeEndpoint, removeEndpoint } from '../../src/webhook/manage.ts'
import * as support from './support.ts'

const { addEndpoint, addEvent, contextAt, deliveriesOf, runUntilQuiet, sink, START } = support
const HOUR = 3_600_000
const ok = () => new Response(null, { status: 204 })
const status = (code: number) => new Response(null, { status: code })

beforeEach(support.forgetEndpoints)

describe('an endpoint', () => {
  test('that answers 410 is disabled, gets nothing more, and the others are told', async () => {
    const { endpoint } = await addEndpoint({ description: 'Liste exemple' })
    const watcher = await addEndpoint({ url: 'https://veille.example/', events: ['endpoint.disabled'] })
    for (let number = 0; number < 30; number++) await addEvent({ number })
    const receiver = sink(() => status(410))
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received.length).toBeLessThanOrEqual(4)
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({
      state: 'disabled',
      disabledReason: 'gone',
    })
    const states = (await deliveriesOf(endpoint.id)).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['failed', 'cancelled']))
    await addEvent()
    expect(await deliveriesOf(endpoint.id)).toHaveLength(30)
    const watching = sink(ok)
    await runUntilQuiet(watching, watcher.endpoint.id)
    expect(watching.received.map(({ body }) => JSON.parse(body))).toEqual([
      {
        type: 'endpoint.disabled',
        timestamp: '2018-10-24T09:30:00.000Z',
        data: {
          endpoint: { id: endpoint.id, host: 'liste.example', description: 'Liste exemple' },
          reason: 'gone',
        },
      },
    ])
  })

  test('that only fails for five days is disabled, with notice', async () => {
    const { endpoint } = await addEndpoint()
    const receiver = sink(() => status(500))
    for (let day = 0; day < 8; day++) {
      receiver.clock.now = Math.max(receiver.clock.now, START + day * 24 * HOUR)
      await addEvent({ number: day }, receiver.clock.now)
      await deliverDue(receiver.delivering, endpoint.id)
    }
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({
      state: 'disabled',
      disabledReason: 'failing',
    })
    const last = receiver.received.at(-1)
    expect((last?.at ?? 0) - START).toBe(5 * 24 * HOUR)
    const notice = await env.DB.prepare(
      `SELECT payload FROM events WHERE type = 'endpoint.disabled' ORDER BY seq DESC`,
    ).first<string>('payload')
    expect(JSON.parse(notice ?? '')).toMatchObject({
      data: { endpoint: { id: endpoint.id }, reason: 'failing' },
    })
  })

  test('that fails now and then, with successes between, stays enabled', async () => {
    const { endpoint } = await addEndpoint()
    const receiver = sink(({ body }) => status(JSON.parse(body).data.n % 2 === 0 ? 500 : 200))
    for (let day = 0; day < 8; day++) {
      receiver.clock.now = START + day * 24 * HOUR
      await addEvent({ number: day }, receiver.clock.now)
      await deliverDue(receiver.delivering, endpoint.id)
    }
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({ state: 'enabled' })
  })

  test('whose one failure is long past is not disabled by the next', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    const receiver = sink(() => status(500))
    await runUntilQuiet(receiver, endpoint.id)
    receiver.clock.now = START + 100 * 24 * HOUR
    await addEvent({ number: 2 }, receiver.clock.now)
    await deliverDue(receiver.delivering, endpoint.id)
    expect(await findEndpoint(env.DB, endpoint.id)).toMatchObject({
      state: 'enabled',
      failingSince: receiver.clock.now,
    })
  })

  test('that is slow delays no other', async () => {
    const slow = await addEndpoint({ url: 'https://lente.example/' })
    const quick = await addEndpoint({ url: 'https://vive.example/' })
    await addEvent()
    const { promise: never, resolve } = Promise.withResolvers<Response>()
    const slowRun = deliverDue(sink(() => never).delivering, slow.endpoint.id)
    const receiver = sink(ok)
    await runUntilQuiet(receiver, quick.endpoint.id)
    expect(receiver.received).toHaveLength(1)
    expect(await deliveriesOf(quick.endpoint.id)).toMatchObject([{ state: 'delivered' }])
    expect(await deliveriesOf(slow.endpoint.id)).toMatchObject([{ state: 'sending' }])
    resolve(ok())
    await slowRun
    expect(await deliveriesOf(slow.endpoint.id)).toMatchObject([{ state: 'delivered' }])
  })

  test('that is disabled by hand gets nothing, then or while it is off; enabled again, it gets what comes', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent({ number: 1 })
    await changeEndpoint(contextAt(START), endpoint, { state: 'disabled' })
    await addEvent({ number: 2 })
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toEqual([])
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'cancelled' }])
    await changeEndpoint(contextAt(START), endpoint, { state: 'enabled' })
    const third = await addEvent({ number: 3 })
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received.map(({ body }) => body)).toEqual([third.payload])
  })

  test('that is deleted gets nothing more, and what it was owed is cancelled', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    await removeEndpoint(contextAt(START), endpoint)
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toEqual([])
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'cancelled', next_attempt_at: null }])
  })
})
