import { beforeEach, describe, expect, test } from 'vitest'
import { ask } from './asker.ts'
import * as support from './support.ts'

const { addEvent, runUntilQuiet, sink, START } = support

const url = 'https://liste.example.org/hook'
const ok = () => new Response('merci', { status: 200 })

beforeEach(support.forgetEndpoints)

describe('the log of deliveries', () => {
  test('shows each with its attempts, the latest first, a page at a time', async () => {
    const { body: endpoint } = await ask('POST', '/endpoints', { url })
    const events = []
    for (let number = 0; number < 5; number++) events.push(await addEvent({ number }))
    const receiver = sink(({ body }) =>
      JSON.parse(body).data.n === 3 ? new Response('non', { status: 400 }) : ok(),
    )
    await runUntilQuiet(receiver, endpoint.id)
    const path = `/endpoints/${endpoint.id}/deliveries`
    const { body: log } = await ask('GET', path)
    expect(log.next).toBeNull()
    expect(log.deliveries.map(({ event }: { event: { seq: number } }) => event.seq)).toEqual(
      events.map(({ seq }) => seq).toReversed(),
    )
    expect(log.deliveries[0]).toEqual({
      id: `${endpoint.id}_${events[4]?.seq}`,
      endpoint: endpoint.id,
      event: {
        seq: events[4]?.seq,
        id: events[4]?.id,
        type: 'record.accepted',
        at: '2018-10-24T09:30:00.000Z',
      },
      state: 'delivered',
      nextAttemptAt: null,
      attempts: [
        {
          number: 1,
          at: '2018-10-24T09:30:00.000Z',
          duration: 0,
          outcome: 'delivered',
          status: 200,
          error: null,
          response: 'merci',
        },
      ],
    })
    const { body: failed } = await ask('GET', `${path}?state=failed`)
    expect(failed.deliveries).toHaveLength(1)
    expect(failed.deliveries[0].attempts).toHaveLength(10)
    expect(failed.deliveries[0].attempts[9]).toMatchObject({
      number: 10,
      outcome: 'retry',
      status: 400,
      response: 'non',
    })

    const { body: first } = await ask('GET', `${path}?limit=3`)
    const { body: second } = await ask('GET', `${path}?limit=3&after=${first.next}`)
    expect([...first.deliveries, ...second.deliveries]).toEqual(log.deliveries)
    expect(second.next).toBeNull()
    expect((await ask('GET', `${path}?state=other`)).status).toBe(422)
  })

  test('replays one delivery: same webhook-id, same body', async () => {
    const { body: endpoint } = await ask('POST', '/endpoints', { url })
    const event = await addEvent()
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    const replayed = await ask('POST', `/deliveries/${endpoint.id}_${event.seq}/replay`)
    expect(replayed.status).toBe(202)
    expect(replayed.body).toMatchObject({ state: 'waiting', attempts: [{ outcome: 'delivered' }] })
    await runUntilQuiet(receiver, endpoint.id)
    const sent = receiver.received.map(({ headers, body }) => [headers.get('webhook-id'), body])
    expect(sent).toEqual([
      [event.id, event.payload],
      [event.id, event.payload],
    ])
  })

  test('replays nothing that is not there, nor to a disabled endpoint', async () => {
    const { body: endpoint } = await ask('POST', '/endpoints', { url })
    const event = await addEvent()
    for (const id of ['x', 'ep_x_1', `${endpoint.id}_${event.seq + 1}`, `${endpoint.id}_`])
      expect((await ask('POST', `/deliveries/${id}/replay`)).status).toBe(404)
    await ask('PATCH', `/endpoints/${endpoint.id}`, { state: 'disabled' })
    expect((await ask('POST', `/deliveries/${endpoint.id}_${event.seq}/replay`)).status).toBe(422)
    expect((await ask('POST', `/endpoints/${endpoint.id}/replay`, {})).status).toBe(422)
    expect((await ask('POST', `/endpoints/${endpoint.id}/test`)).status).toBe(422)
  })

  test('replays a range by number or by time', async () => {
    const { body: endpoint } = await ask('POST', '/endpoints', { url })
    const first = await addEvent({ number: 1 })
    await addEvent({ number: 2 }, START + 1_000)
    const receiver = sink(ok)
    receiver.clock.now = START + 2_000
    await runUntilQuiet(receiver, endpoint.id)
    const replay = (range: object) =>
      ask('POST', `/endpoints/${endpoint.id}/replay`, range, { now: START + 2_000 })
    expect((await replay({ after: first.seq })).body).toEqual({ replayed: 1, next: null })
    await runUntilQuiet(receiver, endpoint.id)
    expect((await replay({ after: first.seq - 1, undelivered: true })).body).toEqual({
      replayed: 0,
      next: null,
    })
    expect((await replay({ since: '2018-10-24T09:30:01Z' })).body).toEqual({ replayed: 1, next: null })
    await runUntilQuiet(receiver, endpoint.id)
    expect(receiver.received).toHaveLength(4)
    for (const range of [{ after: '1' }, { after: -1 }, { since: 'hier' }, { before: 3 }])
      expect((await replay(range)).status).toBe(422)
  })
})
