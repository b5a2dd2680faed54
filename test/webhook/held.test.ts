import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { deliverDue, LEASE } from '../../src/webhook/deliver.ts'
import { changeEndpoint } from '../../src/webhook/manage.ts'
import { ask, logOf } from './asker.ts'
import { accepted, addList, announce, heldEvents, injected, mailman } from './mail-support.ts'
import * as support from './support.ts'

const { contextAt, deliveriesOf, runUntilQuiet, sink, START } = support
const status = (code: number) => () => new Response('what it says', { status: code })
const lost = () => Promise.reject(new Error('Network connection lost.'))
const replay = (endpoint: string, seq: number) => ask('POST', `/deliveries/${endpoint}_${seq}/replay`)
const settle = (endpoint: string, seq: number) => ask('POST', `/deliveries/${endpoint}_${seq}/settle`)

beforeEach(support.forgetEndpoints)

describe('a message to a Mailman list', () => {
  test.each([200, 202, 204, 500, 502, 504, 520, 522, 524])(
    'that is answered %i may have been taken: it is held, and not sent again',
    async (code) => {
      const list = await addList()
      const { seq } = await announce()
      const server = mailman(() => new Response(null, { status: code }))
      await runUntilQuiet(server, list.id)
      expect(injected(server)).toHaveLength(1)
      expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held', next_attempt_at: null }])
      expect(await logOf(list.id, seq)).toMatchObject({ attempts: [{ outcome: 'held', status: code }] })
    },
  )

  test.each([301, 400, 401, 403, 404, 413, 429, 501, 503, 521, 523])(
    'that is answered %i was not taken: it is tried again, as every webhook is',
    async (code) => {
      const list = await addList()
      await announce()
      const server = mailman(status(code))
      server.clock.now = (await deliverDue(server.delivering, list.id)) ?? 0
      await deliverDue(server.delivering, list.id)
      expect(injected(server)).toHaveLength(2)
      expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'waiting', attempts: 2 }])
    },
  )

  test('whose connection is lost is held', async () => {
    const list = await addList()
    const { seq } = await announce()
    const server = mailman(lost)
    await runUntilQuiet(server, list.id)
    expect(injected(server)).toHaveLength(1)
    expect(await logOf(list.id, seq)).toMatchObject({
      state: 'held',
      attempts: [{ outcome: 'held', error: 'unreachable', status: null }],
    })
  })

  test('that is not answered in time is held', async () => {
    const list = await addList()
    const { seq } = await announce()
    const over = new AbortController()
    const server = mailman(() => {
      over.abort()
      return lost()
    })
    await runUntilQuiet(
      { ...server, delivering: { ...server.delivering, timeout: () => over.signal } },
      list.id,
    )
    expect(await logOf(list.id, seq)).toMatchObject({ state: 'held', attempts: [{ error: 'timeout' }] })
  })

  test.each([
    ['cannot be reached', lost],
    ['is behind something that lost the answer', status(502)],
    ['does not take the password', status(401)],
  ])('is not sent while the queue %s, and is once it can', async (_, failing) => {
    const list = await addList()
    await announce()
    let looks = 0
    const server = sink(({ request }) => {
      if (request.method === 'POST') return accepted()
      return ++looks < 3 ? failing() : new Response('{}')
    })
    await runUntilQuiet(server, list.id)
    expect(injected(server)).toHaveLength(1)
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'delivered', attempts: 3 }])
  })

  test('whose run never came back is held when its lease is over, and the next one is sent', async () => {
    const list = await addList()
    const first = await announce()
    const crashed = mailman(() => new Promise<Response>(() => {}))
    void deliverDue(crashed.delivering, list.id)
    await expect.poll(() => injected(crashed).length).toBe(1)
    await announce()
    const server = mailman(accepted)
    server.clock.now = START + LEASE
    await runUntilQuiet(server, list.id)
    expect(injected(server)).toHaveLength(1)
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held' }, { state: 'delivered' }])
    expect(await logOf(list.id, first.seq)).toMatchObject({
      attempts: [{ at: '2018-10-24T09:30:00.000Z', outcome: 'held', error: 'interrupted' }],
    })
  })

  test('whose outcome D1 could not write down is held', async () => {
    const list = await addList()
    await announce()
    const broken = new Proxy(env.DB, {
      get(db, name) {
        if (name === 'batch') return () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
        const value: unknown = Reflect.get(db, name)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })
    const server = mailman(accepted)
    await expect(deliverDue({ ...server.delivering, db: broken }, list.id)).rejects.toThrow('Network')
    server.clock.now = START + LEASE
    await runUntilQuiet(server, list.id)
    expect(injected(server)).toHaveLength(1)
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held' }])
  })

  test('that is answered after all is delivered', async () => {
    const list = await addList()
    await announce()
    const { promise, resolve } = Promise.withResolvers<Response>()
    const late = mailman(() => promise)
    const lateRun = deliverDue(late.delivering, list.id)
    await expect.poll(() => injected(late).length).toBe(1)
    const server = mailman(accepted)
    server.clock.now = START + LEASE
    await runUntilQuiet(server, list.id)
    resolve(accepted())
    await lateRun
    expect(injected(server)).toEqual([])
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'delivered' }])
  })

  test('is one at a time, in order: a crash leaves one at most in doubt', async () => {
    const list = await addList()
    for (let number = 0; number < 3; number++) await announce()
    const crashed = mailman(() => new Promise<Response>(() => {}))
    void deliverDue(crashed.delivering, list.id)
    await expect.poll(() => injected(crashed).length).toBe(1)
    const states = (await deliveriesOf(list.id)).map(({ state }) => state)
    expect(states).toEqual(['sending', 'waiting', 'waiting'])
  })

  test('that was cancelled while it was under way is held if nobody knows', async () => {
    const list = await addList()
    await announce()
    const { promise, reject } = Promise.withResolvers<Response>()
    const server = mailman(() => promise)
    const run = deliverDue(server.delivering, list.id)
    await expect.poll(() => injected(server).length).toBe(1)
    await changeEndpoint(contextAt(START), list, { state: 'disabled' })
    reject(new Error('Network connection lost.'))
    await run
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held' }])
  })
})

describe('a held delivery', () => {
  async function held() {
    const list = await addList()
    const event = await announce()
    await runUntilQuiet(mailman(lost), list.id)
    return { list, event }
  }

  test('is told of once, however often it is held', async () => {
    const { endpoint: watcher } = await support.addEndpoint({ events: ['delivery.held'] })
    const { list, event } = await held()
    await replay(list.id, event.seq)
    await runUntilQuiet(mailman(lost), list.id)
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held' }])
    expect(await heldEvents(list.id)).toEqual([
      {
        type: 'delivery.held',
        timestamp: '2018-10-24T09:30:00.000Z',
        data: {
          endpoint: { id: list.id, host: 'listes.example', description: '' },
          delivery: `${list.id}_${event.seq}`,
          event: { id: event.id, type: 'minutes.published' },
        },
      },
    ])
    expect(await deliveriesOf(watcher.id)).toHaveLength(1)
  })

  test('is found among the others by its state', async () => {
    const { list, event } = await held()
    await announce()
    const { body } = await ask('GET', `/endpoints/${list.id}/deliveries?state=held`)
    expect(body.deliveries).toMatchObject([{ event: { seq: event.seq }, state: 'held' }])
  })

  test('is sent again when the coordinator says so: the same message', async () => {
    const list = await addList()
    const { seq } = await announce()
    const server = mailman(() => (injected(server).length === 1 ? lost() : accepted()))
    await runUntilQuiet(server, list.id)
    expect(injected(server)).toHaveLength(1)
    expect((await replay(list.id, seq)).body).toMatchObject({ state: 'waiting' })
    await runUntilQuiet(server, list.id)
    const [first, second, ...more] = injected(server)
    expect(more).toEqual([])
    expect(second?.body).toBe(first?.body)
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'delivered' }])
  })

  test('is settled as delivered without sending, and stays so', async () => {
    const { list, event } = await held()
    for (let times = 0; times < 2; times++) {
      const { status: code, body } = await settle(list.id, event.seq)
      expect([code, body.state]).toEqual([200, 'delivered'])
    }
    const server = mailman(accepted)
    await runUntilQuiet(server, list.id)
    expect(server.received).toEqual([])
  })

  test('is settled of a list that is switched off, too', async () => {
    const { list, event } = await held()
    await changeEndpoint(contextAt(START), list, { state: 'disabled' })
    expect((await settle(list.id, event.seq)).body).toMatchObject({ state: 'delivered' })
  })

  test('is not sent again with a range of others', async () => {
    const { list, event } = await held()
    for (const undelivered of [true, false]) {
      const range = { after: event.seq - 1, undelivered }
      expect((await ask('POST', `/endpoints/${list.id}/replay`, range)).body.replayed).toBe(0)
    }
    expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'held' }])
  })

  test('alone can be settled', async () => {
    const list = await addList()
    const { seq } = await announce()
    const { status: code, body } = await settle(list.id, seq)
    expect([code, body.errors]).toEqual([
      422,
      [{ pointer: '', message: 'Cet envoi n’attend pas de décision.' }],
    ])
    expect((await settle(list.id, seq + 1)).status).toBe(404)
    expect((await settle('ep_none', 1)).status).toBe(404)
  })
})

test('what a list may have got from a run that never came back is not sent again before it is held', async () => {
  const list = await addList()
  const { seq } = await announce()
  const crashed = mailman(() => new Promise<Response>(() => {}))
  void deliverDue(crashed.delivering, list.id)
  await expect.poll(() => injected(crashed).length).toBe(1)
  const later = { now: START + LEASE }
  await ask('POST', `/deliveries/${list.id}_${seq}/replay`, undefined, later)
  await ask('POST', `/endpoints/${list.id}/replay`, { after: seq - 1 }, later)
  expect(await deliveriesOf(list.id)).toMatchObject([{ state: 'sending' }])
})
