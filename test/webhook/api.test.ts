import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { eventTypes } from '../../src/webhook/event-types.ts'
import { ask, wakes } from './asker.ts'
import * as support from './support.ts'

const { addEvent, runUntilQuiet, sink, verify } = support

const url = 'https://liste.example.org/hook'
const ok = () => new Response('merci', { status: 200 })

beforeEach(support.forgetEndpoints)

describe('an endpoint', () => {
  test('is made, shown, listed, changed and deleted, its secret shown once', async () => {
    const made = await ask('POST', '/endpoints', { url, events: ['record.accepted'], description: 'Liste' })
    expect(made.status).toBe(201)
    const { secret, ...endpoint } = made.body
    expect(secret).toMatch(/^whsec_/)
    expect(endpoint).toEqual({
      id: expect.stringMatching(/^ep_[0-9a-f]{20}$/),
      url,
      events: ['record.accepted'],
      forms: [],
      format: 'json',
      description: 'Liste',
      state: 'enabled',
      disabledReason: null,
      createdAt: '2018-10-24T09:30:00.000Z',
    })
    expect(made.headers.get('location')).toBe(`https://recueil.example.org/api/v1/endpoints/${endpoint.id}`)
    expect((await ask('GET', `/endpoints/${endpoint.id}`)).body).toEqual(endpoint)
    expect((await ask('GET', '/endpoints')).body).toEqual({ endpoints: [endpoint] })

    const changes = { events: [], description: 'Autre', state: 'disabled' }
    const changed = await ask('PATCH', `/endpoints/${endpoint.id}`, changes)
    expect(changed.body).toEqual({ ...endpoint, ...changes, disabledReason: 'manual' })
    const enabled = await ask('PATCH', `/endpoints/${endpoint.id}`, { state: 'enabled' })
    expect(enabled.body).toMatchObject({ state: 'enabled', disabledReason: null, description: 'Autre' })

    expect((await ask('DELETE', `/endpoints/${endpoint.id}`)).status).toBe(204)
    expect((await ask('GET', `/endpoints/${endpoint.id}`)).status).toBe(404)
    expect((await ask('GET', '/endpoints')).body).toEqual({ endpoints: [] })
  })

  test.each([
    [{}, ['/url']],
    [{ url: 'http://liste.example.org/' }, ['/url']],
    [{ url: 'https://10.0.0.1/' }, ['/url']],
    [{ url: 'https://recueil.example.org/' }, ['/url']],
    [{ url: 3 }, ['/url']],
    [{ url, secret: 'whsec_mine' }, ['/secret']],
    [{ url, state: 'enabled' }, ['/state']],
    [{ url, format: 'xml' }, ['/format']],
    [{ url, events: ['record.accepted', 'record..x', 'é'] }, ['/events/1', '/events/2']],
    [{ url, events: ['minutes.published', 'minutes.publised', 'endpoint.test'] }, ['/events/1', '/events/2']],
    [{ url, events: 'record.accepted' }, ['/events']],
    [{ url, forms: ['there-is-none'] }, ['/forms/0']],
    [{ url, description: 'a'.repeat(201) }, ['/description']],
    [{ url, description: 'a\u0000b' }, ['/description']],
    ['liste', ['']],
  ])('is refused with a pointer and a sentence for each fault: %j', async (input, pointers) => {
    const { status, body } = await ask('POST', '/endpoints', input)
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
    for (const { message } of body.errors) expect(message).not.toBe('')
  })

  test('takes every type of event that the forms and the rooms can make', async () => {
    const events = eventTypes(catalogue).map(({ type }) => type)
    expect(events).toEqual(expect.arrayContaining(['minutes.published', 'place.missing', 'sheet.braked']))
    expect(new Set(events).size).toBe(events.length)
    expect((await ask('POST', '/endpoints', { url, events })).body.events).toEqual(events)
  })

  test('is not changed to ask for events that do not exist', async () => {
    const { body: made } = await ask('POST', '/endpoints', { url })
    const { status, body } = await ask('PATCH', `/endpoints/${made.id}`, { events: ['record.accepte'] })
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/events/0', message: 'Ce type d’événement n’existe pas ici.' }],
    ])
  })

  test('is neither changed nor sent anything again by a list', async () => {
    const made = await ask('POST', '/endpoints', { url })
    const path = `/endpoints/${made.body.id}`
    expect((await ask('PATCH', path, [])).status).toBe(422)
    expect((await ask('POST', `${path}/replay`, [])).status).toBe(422)
  })

  test('may be on this machine, over http, on a local installation alone', async () => {
    const input = { url: 'http://127.0.0.1:9999/hook' }
    expect((await ask('POST', '/endpoints', input)).status).toBe(422)
    expect((await ask('POST', '/endpoints', input, {}, { LOCAL: 'true' })).status).toBe(201)
  })

  test('is the last when there are twenty', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask('POST', '/endpoints', { url })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })

  test.each([
    ['GET', '/endpoints'],
    ['POST', '/endpoints'],
    ['GET', '/endpoints/ep_a'],
    ['PATCH', '/endpoints/ep_a'],
    ['DELETE', '/endpoints/ep_a'],
    ['POST', '/endpoints/ep_a/rotate'],
    ['POST', '/endpoints/ep_a/test'],
    ['POST', '/endpoints/ep_a/replay'],
    ['GET', '/endpoints/ep_a/deliveries'],
    ['POST', '/deliveries/ep_a_1/replay'],
    ['POST', '/deliveries/ep_a_1/settle'],
  ])('is nobody’s but a coordinator’s: %s %s', async (method, path) => {
    const actor = { role: 'member', name: '', source: 'api' } as const
    expect((await ask(method, path, undefined, { actor })).status).toBe(401)
    expect((await ask(method, path, method === 'GET' ? undefined : {})).status).not.toBe(401)
  })

  test('is tested with an event of its own that no other endpoint gets', async () => {
    const { body: endpoint } = await ask('POST', '/endpoints', { url, events: ['record.erased'] })
    const { body: other } = await ask('POST', '/endpoints', { url })
    const before = wakes.count
    const tested = await ask('POST', `/endpoints/${endpoint.id}/test`)
    expect(tested.status).toBe(202)
    expect(tested.body).toMatchObject({
      endpoint: endpoint.id,
      state: 'waiting',
      event: { type: 'endpoint.test' },
    })
    expect(wakes.count).toBe(before + 1)
    const receiver = sink(ok)
    await runUntilQuiet(receiver, endpoint.id)
    await runUntilQuiet(receiver, other.id)
    expect(receiver.received.map((post) => verify(endpoint.secret, post))).toEqual([
      {
        type: 'endpoint.test',
        timestamp: '2018-10-24T09:30:00.000Z',
        data: { endpoint: { id: endpoint.id, host: 'liste.example.org', description: '' } },
      },
    ])
  })

  test('gets a new secret that signs beside the old one', async () => {
    const { body: made } = await ask('POST', '/endpoints', { url })
    const { status, body: rotated } = await ask('POST', `/endpoints/${made.id}/rotate`)
    expect(status).toBe(200)
    expect({ ...rotated, secret: null }).toEqual({ ...made, secret: null })
    await addEvent()
    const receiver = sink(ok)
    await runUntilQuiet(receiver, made.id)
    expect(receiver.received).toHaveLength(1)
    for (const post of receiver.received) for (const { secret } of [made, rotated]) verify(secret, post)
  })
})
