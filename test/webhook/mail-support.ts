import { env } from 'cloudflare:workers'
import type { Notice } from '../../src/record/notice.ts'
import { insertDeliveries } from '../../src/store/deliveries.ts'
import { freshSalt } from '../../src/store/events.ts'
import { createEndpoint } from '../../src/webhook/manage.ts'
import { contextAt, type Sink, START, sink } from './support.ts'

export const queue = 'https://listes.example/3.1/queues/in'
export const credentials = { user: 'recueil', password: 'mot de passe a cacher' }
export const settings = {
  from: 'recueil@recueil.example',
  to: 'migration@listes.example',
  listId: 'migration.listes.example',
}
const filters = { description: '', events: [], forms: [] }

/** A Mailman list of its own for one test. */
export async function addList() {
  const input = { ...filters, url: queue, format: 'mailman3', settings, credentials } as const
  return (await createEndpoint(contextAt(START), input)).endpoint
}

/** A list reached through the mail service. */
export async function addMailbox() {
  const { from, to } = settings
  const input = { ...filters, url: `mailto:${to}`, format: 'email', settings: { from, to } } as const
  return (await createEndpoint(contextAt(START), input)).endpoint
}

export const notice: Notice = {
  subject: '[GT MIGRATION] Compte-rendu du 24/07/2018 publié',
  text: 'Le compte-rendu est publié :\nhttps://recueil.example/comptes-rendus/CR-0001',
  url: 'https://recueil.example/comptes-rendus/CR-0001',
}

/** Writes an event that has something to tell people, or nothing, and what it owes. */
export async function announce(told: Notice | null = notice): Promise<{ seq: number; id: string }> {
  const id = `evt_${crypto.randomUUID()}`
  const data = told === null ? {} : { notice: told }
  const payload = { type: 'minutes.published', timestamp: new Date(START).toISOString(), data }
  const [inserted] = await env.DB.batch<{ seq: number }>([
    env.DB.prepare(
      `INSERT INTO events (id, type, at, actor, payload, detail, salt)
       VALUES (?, 'minutes.published', ?, '{}', ?, '{}', ${freshSalt}) RETURNING seq`,
    ).bind(id, START, JSON.stringify(payload)),
    insertDeliveries(env.DB, id, START),
  ])
  return { seq: inserted?.results[0]?.seq ?? 0, id }
}

/** A Mailman whose queue answers a look and what `inject` says to a message. */
export const mailman = (
  inject: () => Response | Promise<Response>,
  look = () => new Response('{"name": "in"}'),
): Sink => sink(({ request }) => (request.method === 'GET' ? look() : inject()))

export const accepted = () =>
  new Response(null, { status: 201, headers: { location: 'https://listes.example/3.1/queues/in/1' } })

export const injected = ({ received }: Sink) => received.filter(({ request }) => request.method === 'POST')

/** The `delivery.held` events there are of an endpoint. */
export async function heldEvents(endpoint: string): Promise<readonly unknown[]> {
  const { results } = await env.DB.prepare(
    `SELECT payload FROM events WHERE type = 'delivery.held' AND payload ->> '$.data.endpoint.id' = ?`,
  )
    .bind(endpoint)
    .all<{ payload: string }>()
  return results.map(({ payload }) => JSON.parse(payload))
}
