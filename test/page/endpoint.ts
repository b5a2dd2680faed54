import { env } from 'cloudflare:workers'
import { listEndpoints } from '../../src/store/endpoints.ts'
import { emptied } from '../support/emptied.ts'
import { ask } from '../support/worker.ts'
import * as support from '../webhook/support.ts'
import { post } from './minutes/meeting.ts'

export const path = '/coordination/webhooks'
export const url = 'https://liste.example.org/hook/a-secret-in-the-path'
export const webhook = [
  ['format', 'json'],
  ['description', 'Liste exemple'],
  ['url', url],
  ['events', 'all'],
  ['forms', 'all'],
] as const
export const mailman = [
  ['format', 'mailman3'],
  ['url', 'https://listes.example.org/3.1/queues/in'],
  ['from', 'recueil@listes.example.org'],
  ['to', 'migration@listes.example.org'],
  ['listId', 'migration.listes.example.org'],
  ['user', 'restadmin'],
  ['password', ' a password '],
  ['events', 'all'],
  ['forms', 'all'],
] as const

export const page = async (where: string) => (await ask(where)).text()

/** Makes an endpoint as the page does. @returns it as it is kept, and the page that answered */
export async function made(entries: readonly (readonly [string, string])[] = webhook) {
  const answer = await post(path, entries)
  const text = await answer.text()
  const endpoint = (await listEndpoints(env.DB)).at(-1)
  if (!endpoint) throw new Error(text)
  return { endpoint, answer, text, here: `${path}/${endpoint.id}` }
}

export const present = async () => (await listEndpoints(env.DB))[0]

/** An event, and its delivery to the endpoint in a state. */
export async function delivered(endpoint: string, state: string, at = support.START): Promise<number> {
  const { seq } = await support.addEvent({}, at)
  await env.DB.prepare(
    'UPDATE deliveries SET state = ?1, next_attempt_at = NULL WHERE endpoint = ?2 AND event = ?3',
  )
    .bind(state, endpoint, seq)
    .run()
  return seq
}

export const stateOf = (endpoint: string, event: number) =>
  env.DB.prepare('SELECT state FROM deliveries WHERE endpoint = ? AND event = ?')
    .bind(endpoint, event)
    .first<string>('state')

/** Takes away every endpoint, and what was told and tried. */
export async function forgetAll(): Promise<void> {
  await support.forgetEndpoints()
  await emptied('events', 'attempts')
}
