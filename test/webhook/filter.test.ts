import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { endpointsDue, insertDeliveries } from '../../src/store/deliveries.ts'
import { replayOne, replayRange } from '../../src/webhook/manage.ts'
import * as support from './support.ts'

const { addEndpoint, addEvent, contextAt, deliveriesOf, runUntilQuiet, sink, START } = support
const ok = () => new Response(null, { status: 204 })

beforeEach(support.forgetEndpoints)

const whole = { after: 0, since: 0, until: Date.UTC(9999, 0), undelivered: false }

describe('an event is owed', () => {
  test.each([
    { events: [], forms: [], takes: true },
    { events: ['record.accepted'], forms: [], takes: true },
    { events: ['record.revised', 'record.accepted'], forms: ['action', 'fiche'], takes: true },
    { events: ['record.revised'], forms: [], takes: false },
    { events: ['record'], forms: [], takes: false },
    { events: [], forms: ['action'], takes: false },
    { events: ['record.accepted'], forms: ['action'], takes: false },
  ])('or not, as the filters say: $events $forms', async ({ events, forms, takes }) => {
    const { endpoint } = await addEndpoint({ events, forms })
    const event = await addEvent({ type: 'record.accepted', form: 'fiche' })
    const owed = { event: event.seq, state: 'waiting', attempts: 0, next_attempt_at: START }
    expect(await deliveriesOf(endpoint.id)).toEqual(takes ? [owed] : [])
  })

  test('at two rows written a delivery, the index included', async () => {
    for (let number = 0; number < 3; number++) await addEndpoint()
    expect((await addEvent()).rowsWritten).toBe(3 * 2)
  })

  test('only if it was written', async () => {
    const { endpoint } = await addEndpoint()
    await insertDeliveries(env.DB, 'evt_that_is_not_there', START).run()
    expect(await deliveriesOf(endpoint.id)).toEqual([])
  })
})

test('the sweep finds the endpoints with something due, and no other', async () => {
  const { endpoint } = await addEndpoint({ events: ['record.accepted'] })
  await addEndpoint({ events: ['record.erased'] })
  await addEvent()
  expect(await endpointsDue(env.DB, START - 1)).toEqual([])
  expect(await endpointsDue(env.DB, START)).toEqual([endpoint.id])
  await runUntilQuiet(sink(ok), endpoint.id)
  expect(await endpointsDue(env.DB, START + 1e9)).toEqual([])
})

describe('a replay', () => {
  test('of one exhausted delivery gives it ten new attempts, same id and body, logged after the old', async () => {
    const { endpoint } = await addEndpoint()
    const event = await addEvent()
    const receiver = sink(() => new Response('', { status: 500 }))
    await runUntilQuiet(receiver, endpoint.id)
    await replayOne(contextAt(receiver.clock.now), endpoint, event.seq)
    const again = sink(() => (again.received.length < 3 ? new Response('', { status: 500 }) : ok()))
    again.clock.now = receiver.clock.now
    await runUntilQuiet(again, endpoint.id)
    expect(again.received.map(({ headers, body }) => [headers.get('webhook-id'), body])).toEqual(
      Array(3).fill([event.id, event.payload]),
    )
    const numbers = await env.DB.prepare('SELECT number FROM attempts WHERE endpoint = ? ORDER BY number')
      .bind(endpoint.id)
      .all<{ number: number }>()
    expect(numbers.results.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 3 }])
  })

  test('of a delivery that is being sent waits for what comes of it', async () => {
    const { endpoint } = await addEndpoint()
    const event = await addEvent()
    const receiver = sink(async () => {
      await replayOne(contextAt(START), endpoint, event.seq)
      await replayRange(contextAt(START), endpoint, { ...whole, after: event.seq - 1 })
      return ok()
    })
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toHaveLength(1)
  })

  test('of a range sends what the filters take of it, the missed included, and nothing outside it', async () => {
    const before = await addEvent({ number: 0 })
    const missed = await addEvent({ number: 1 }, START + 1_000)
    const { endpoint } = await addEndpoint({ events: ['record.accepted'] })
    await addEvent({ number: 2, type: 'record.revised' }, START + 2_000)
    const delivered = await addEvent({ number: 3 }, START + 3_000)
    const receiver = sink(ok)
    receiver.clock.now = START + 4_000
    await runUntilQuiet(receiver, endpoint.id)
    const ids = () => receiver.received.splice(0).map(({ headers }) => headers.get('webhook-id'))
    expect(ids()).toEqual([delivered.id])

    const context = contextAt(receiver.clock.now)
    const range = { ...whole, after: before.seq }
    expect(await replayRange(context, endpoint, { ...range, undelivered: true })).toEqual({
      replayed: 1,
      next: null,
    })
    await runUntilQuiet(receiver, endpoint.id)
    expect(ids()).toEqual([missed.id])

    expect(await replayRange(context, endpoint, range)).toEqual({ replayed: 2, next: null })
    await runUntilQuiet(receiver, endpoint.id)
    expect(ids()).toEqual([missed.id, delivered.id])

    expect(await replayRange(context, endpoint, { ...range, since: START + 3_000 })).toMatchObject({
      replayed: 1,
    })
    await runUntilQuiet(receiver, endpoint.id)
    expect(ids()).toEqual([delivered.id])

    expect(await replayRange(context, endpoint, { ...range, until: START + 3_000 })).toMatchObject({
      replayed: 1,
    })
    await runUntilQuiet(receiver, endpoint.id)
    expect(ids()).toEqual([missed.id])
  })
})
