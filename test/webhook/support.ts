import { env } from 'cloudflare:workers'
import { Webhook } from 'standardwebhooks'
import { vi } from 'vitest'
import type { Context } from '../../src/context.ts'
import { insertDeliveries } from '../../src/store/deliveries.ts'
import { freshSalt } from '../../src/store/events.ts'
import type { Delivering } from '../../src/webhook/attempt.ts'
import { deliverDue } from '../../src/webhook/deliver.ts'
import type { NewEndpoint } from '../../src/webhook/input.ts'
import { createEndpoint } from '../../src/webhook/manage.ts'

export const SECRET = 'a secret for these tests, long enough to be one'
export const START = Date.UTC(2018, 9, 24, 9, 30)

export const contextAt = (now: number): Context => ({
  db: env.DB,
  catalogue: { forms: [], lists: {}, group: null },
  site: 'https://recueil.example',
  secret: SECRET,
  now,
  actor: { role: 'coordinator', name: 'coordination@recueil.example', source: 'api' },
  wake: () => {},
})

type NewWebhook = Extract<NewEndpoint, { format: 'json' }>

/** A webhook of its own for one test, at an address that nothing answers but the test's sink. */
export async function addEndpoint(changes: Partial<NewWebhook> = {}, now = START) {
  const usual: NewWebhook = {
    url: 'https://liste.example/hook',
    description: '',
    format: 'json',
    events: [],
    forms: [],
  }
  const { endpoint, secret } = await createEndpoint(contextAt(now), { ...usual, ...changes })
  return { endpoint, secret: secret ?? '' }
}

export type Added = { readonly seq: number; readonly id: string; readonly payload: string }

/** Writes an event and what it owes in one batch, as accepting a record does. */
export async function addEvent(
  {
    type = 'record.accepted',
    form = 'fiche',
    number = 1,
  }: { type?: string; form?: string; number?: number } = {},
  now = START,
): Promise<Added & { readonly rowsWritten: number }> {
  const id = `evt_${crypto.randomUUID()}`
  const payload = `{"type": "${type}", "data":{"nom":"Réseau Ŋ — exemple","n":${number}}}`
  const [inserted, owed] = await env.DB.batch<{ seq: number }>([
    env.DB.prepare(
      `INSERT INTO events (id, type, at, record, form, revision, actor, payload, detail, salt)
       VALUES (?, ?, ?, NULL, ?, 1, '{}', ?, '{}', ${freshSalt}) RETURNING seq`,
    ).bind(id, type, now, form, payload),
    insertDeliveries(env.DB, id, now),
  ])
  return { seq: inserted?.results[0]?.seq ?? 0, id, payload, rowsWritten: owed?.meta.rows_written ?? -1 }
}

export type Received = {
  readonly at: number
  readonly url: string
  readonly request: RequestInit
  readonly headers: Headers
  readonly body: string
}

type Answer = (received: Received) => Response | Promise<Response>

export type Sink = {
  readonly received: Received[]
  /** The time; a test moves it. */
  readonly clock: { now: number }
  readonly delivering: Delivering
}

/** A receiver and the world around it: simulated time, no jitter, every POST kept. */
export function sink(answer: Answer, changes: Partial<Delivering> = {}): Sink {
  const received: Received[] = []
  const clock = { now: START }
  const delivering: Delivering = {
    db: env.DB,
    secret: SECRET,
    local: false,
    now: () => clock.now,
    random: () => 0.5,
    timeout: () => new AbortController().signal,
    sendEmail: null,
    fetch: async (url, request) => {
      const headers = new Headers(request.headers)
      const post = { at: clock.now, url, request, headers, body: String(request.body) }
      received.push(post)
      return answer(post)
    },
    ...changes,
  }
  return { received, clock, delivering }
}

/** Runs at each time something is due, until nothing is. @throws rather than go on for ever */
export async function runUntilQuiet({ clock, delivering }: Sink, endpoint: string): Promise<void> {
  for (let runs = 0; runs < 100; runs++) {
    const next = await deliverDue(delivering, endpoint)
    if (next === null) return
    clock.now = Math.max(clock.now, next)
  }
  throw new Error('Still not quiet after 100 runs.')
}

/** Verifies a POST as a receiver would, with the published library, at the time it came. @throws when it is not genuine */
export function verify(secret: string, { at, headers, body }: Received): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  try {
    return new Webhook(secret).verify(body, Object.fromEntries(headers))
  } finally {
    vi.useRealTimers()
  }
}

export type DeliveryRow = {
  readonly event: number
  readonly state: string
  readonly attempts: number
  readonly next_attempt_at: number | null
}

export async function deliveriesOf(endpoint: string): Promise<readonly DeliveryRow[]> {
  const { results } = await env.DB.prepare(
    'SELECT event, state, attempts, next_attempt_at FROM deliveries WHERE endpoint = ? ORDER BY event',
  )
    .bind(endpoint)
    .all<DeliveryRow>()
  return results
}

/** Takes every endpoint away, so that a test meets its own alone. */
export async function forgetEndpoints(): Promise<void> {
  await env.DB.batch([env.DB.prepare('DELETE FROM endpoints'), env.DB.prepare('DELETE FROM deliveries')])
}

/** The same database, counting the statements prepared for it: each is a query of the free plan's 50. */
export function countStatements(db: D1Database): {
  readonly db: D1Database
  readonly cost: { statements: number }
} {
  const cost = { statements: 0 }
  const counting = new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (name === 'prepare') cost.statements++
        return value.apply(target, given)
      }
    },
  })
  return { db: counting, cost }
}
