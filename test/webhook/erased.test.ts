import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { blankSomeEvents } from '../../src/store/blank-events.ts'
import { insertDeliveries } from '../../src/store/deliveries.ts'
import { insertNotice } from '../../src/store/write-events.ts'
import * as support from './support.ts'

const { addEndpoint, deliveriesOf, runUntilQuiet, sink, START } = support

beforeEach(support.forgetEndpoints)

const actor = { role: 'coordinator', name: '', source: 'api' } as const
const written = async (answers: object): Promise<string> => {
  const id = `evt_${crypto.randomUUID()}`
  const payload = { type: 'record.accepted', data: { record: { answers } } }
  const event = { id, type: 'record.accepted', at: START, actor, payload, detail: {} }
  await env.DB.batch([insertNotice(env.DB, 'fiche', event), insertDeliveries(env.DB, id, START)])
  return id
}

/** Takes what these events say away, as the erasure of a person does. */
async function blank(ids: readonly string[]): Promise<void> {
  const eraser = `evt_${crypto.randomUUID()}`
  const { results } = await env.DB.prepare(
    'SELECT seq FROM events WHERE id IN (SELECT value FROM json_each(?))',
  )
    .bind(JSON.stringify(ids))
    .all<{ seq: number }>()
  const event = { id: eraser, type: 'person.erased', at: START, actor, payload: { data: {} }, detail: {} }
  await env.DB.batch([
    insertNotice(env.DB, 'fiche', event),
    blankSomeEvents(
      env.DB,
      results.map(({ seq }) => seq),
      eraser,
    ),
  ])
}

test('what was claimed before a person was erased is sent without them, and an echo of them is not kept', async () => {
  const { endpoint } = await addEndpoint({ events: ['record.accepted'] })
  const ids: string[] = []
  for (let number = 0; number < 8; number++) ids.push(await written({ nom: 'Awa Exemplaire', number }))
  let erased: Promise<void> | null = null
  const receiver = sink(async ({ body }) => {
    erased ??= blank(ids)
    await erased
    return new Response(body, { status: 200 })
  })
  await runUntilQuiet(receiver, endpoint.id)
  // Four are under way at a time: those are out of our hands.
  const late = receiver.received.filter(({ body }) => body.includes('Exemplaire'))
  expect(late.length).toBeLessThanOrEqual(4)
  expect(receiver.received).toHaveLength(8)
  const { results } = await env.DB.prepare('SELECT response FROM attempts WHERE endpoint = ?')
    .bind(endpoint.id)
    .all<{ response: string }>()
  expect(JSON.stringify(results)).not.toContain('Exemplaire')
  expect((await deliveriesOf(endpoint.id)).every(({ state }) => state === 'delivered')).toBe(true)
})
