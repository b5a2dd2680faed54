import { type DeliveryState, mailFormats } from '../webhook/endpoint.ts'

/** Whether a row of `endpoints` is a list of people: SQL. */
const isMail = `endpoints.format IN (${mailFormats.map((format) => `'${format}'`).join(', ')})`

/**
 * Whether an endpoint's filters take an event: SQL over a row of `endpoints` and one of `events`. A list of people takes
 * what has something to tell them.
 */
const takes = `(NOT ${isMail} OR json_type(events.payload, '$.data.notice') = 'object')
  AND (endpoints.events = '[]' OR events.type IN (SELECT value FROM json_each(endpoints.events)))
  AND (endpoints.forms = '[]' OR events.form IN (SELECT value FROM json_each(endpoints.forms)))`

/** Whether the endpoint bound first is enabled at this very moment. */
const enabled = "EXISTS (SELECT 1 FROM endpoints WHERE id = ?1 AND state = 'enabled')"

/**
 * Owes an event to each enabled endpoint whose filters take it, if the event is there: for the batch that writes it.
 * Two rows written a delivery, the index included.
 */
export const insertDeliveries = (db: D1Database, eventId: string, now: number): D1PreparedStatement =>
  insertDeliveriesOf(db, [eventId], now)

/** The same of several events, in one statement. */
export function insertDeliveriesOf(
  db: D1Database,
  eventIds: readonly string[],
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO deliveries (endpoint, event, state, attempts, next_attempt_at)
       SELECT endpoints.id, events.seq, 'waiting', 0, ?2 FROM events, endpoints
       WHERE events.id IN (SELECT value FROM json_each(?1)) AND endpoints.state = 'enabled' AND ${takes}
       ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(eventIds), now)
}

/** Owes an event to one endpoint, whatever its filters; the statement returns `event`, its sequence number. */
export function insertDelivery(
  db: D1Database,
  endpoint: string,
  eventId: string,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO deliveries (endpoint, event, state, attempts, next_attempt_at)
       SELECT ?1, seq, 'waiting', 0, ?3 FROM events WHERE id = ?2 AND ${enabled} RETURNING event`,
    )
    .bind(endpoint, eventId, now)
}

/** Endpoints with something to attempt now: one indexed look for each. */
export async function endpointsDue(db: D1Database, now: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM endpoints WHERE state = 'enabled' AND EXISTS
         (SELECT 1 FROM deliveries WHERE endpoint = endpoints.id AND next_attempt_at <= ?)`,
    )
    .bind(now)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Cancels whatever an endpoint is still owed. */
export function cancelDeliveries(db: D1Database, endpoint: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE deliveries SET state = 'cancelled', next_attempt_at = NULL
       WHERE endpoint = ? AND next_attempt_at IS NOT NULL`,
    )
    .bind(endpoint)
}

/**
 * Owes again what an enabled endpoint takes of the events after `after`, from `since` on and before `until`, oldest first:
 * delivered, failed, cancelled, or never owed. One that is being sent at this moment is left alone, and so is one that
 * is held, which is decided by itself, or that a list of people may have got from a run that never came back.
 * @param undelivered leaves out what was delivered
 * @returns the sequence numbers owed, `limit` at most
 */
export async function replayDeliveries(
  db: D1Database,
  endpoint: string,
  range: {
    readonly after: number
    readonly since: number
    readonly until: number
    readonly undelivered: boolean
  },
  now: number,
  limit: number,
): Promise<readonly number[]> {
  const { results } = await db
    .prepare(
      `INSERT INTO deliveries (endpoint, event, state, attempts, next_attempt_at)
       SELECT endpoints.id, events.seq, 'waiting', 0, ?5 FROM events, endpoints
       WHERE endpoints.id = ?1 AND endpoints.state = 'enabled' AND events.seq > ?2 AND events.at >= ?3
         AND events.at < ?7 AND ${takes}
         AND NOT EXISTS (SELECT 1 FROM deliveries WHERE endpoint = ?1 AND event = events.seq
           AND (?4 AND deliveries.state = 'delivered' OR deliveries.state = 'held'
             OR deliveries.state = 'sending' AND (next_attempt_at > ?5 OR ${isMail})))
       ORDER BY events.seq LIMIT ?6
       ON CONFLICT DO UPDATE SET state = 'waiting', attempts = 0, next_attempt_at = excluded.next_attempt_at
       RETURNING event`,
    )
    .bind(endpoint, range.after, range.since, range.undelivered ? 1 : 0, now, limit, range.until)
    .all<{ event: number }>()
  return results.map(({ event }) => event).toSorted((a, b) => a - b)
}

/** Owes one delivery again from the first attempt on, unless it is being sent, or nobody yet knows whether it was. */
export async function replayDelivery(
  db: D1Database,
  endpoint: string,
  event: number,
  now: number,
): Promise<void> {
  await db
    .prepare(
      `UPDATE deliveries SET state = 'waiting', attempts = 0, next_attempt_at = ?3
       WHERE endpoint = ?1 AND event = ?2 AND ${enabled} AND (state <> 'sending' OR next_attempt_at <= ?3
         AND NOT EXISTS (SELECT 1 FROM endpoints WHERE id = ?1 AND ${isMail}))`,
    )
    .bind(endpoint, event, now)
    .run()
}

/** Takes a held delivery for delivered; tells whether it was held. */
export async function settleHeld(db: D1Database, endpoint: string, event: number): Promise<boolean> {
  const { meta } = await db
    .prepare(
      "UPDATE deliveries SET state = 'delivered' WHERE endpoint = ?1 AND event = ?2 AND state = 'held'",
    )
    .bind(endpoint, event)
    .run()
  return meta.changes > 0
}

/** A delivery as its log shows it; times are milliseconds, UTC. */
export type StoredDelivery = {
  readonly endpoint: string
  readonly event: { readonly seq: number; readonly id: string; readonly type: string; readonly at: number }
  readonly state: DeliveryState
  /** When it is due, or its lease ends; null once settled. */
  readonly nextAttemptAt: number | null
}

type Line = {
  readonly endpoint: string
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly at: number
  readonly state: DeliveryState
  readonly next_attempt_at: number | null
}

const toDelivery = ({ endpoint, seq, id, type, at, state, next_attempt_at }: Line): StoredDelivery => ({
  endpoint,
  event: { seq, id, type, at },
  state,
  nextAttemptAt: next_attempt_at,
})

const delivery = `SELECT endpoint, seq, id, type, at, state, next_attempt_at
  FROM deliveries JOIN events ON seq = event`

export async function findDelivery(
  db: D1Database,
  endpoint: string,
  event: number,
): Promise<StoredDelivery | null> {
  const line = await db
    .prepare(`${delivery} WHERE endpoint = ? AND event = ?`)
    .bind(endpoint, event)
    .first<Line>()
  return line ? toDelivery(line) : null
}

export type DeliveryFilter = {
  readonly state: DeliveryState | null
  /** The sequence number of the event after which (down which) to go on, or null to begin. */
  readonly after: number | null
  readonly limit: number
}

/** A page of an endpoint's deliveries, the latest event first; `next` is null on the last page. */
export async function listDeliveries(
  db: D1Database,
  endpoint: string,
  { state, after, limit }: DeliveryFilter,
): Promise<{ readonly deliveries: readonly StoredDelivery[]; readonly next: number | null }> {
  const { results } = await db
    .prepare(
      `${delivery} WHERE endpoint = ?1 AND (?2 IS NULL OR event < ?2) AND (?3 IS NULL OR state = ?3)
       ORDER BY event DESC LIMIT ?4`,
    )
    .bind(endpoint, after, state, limit + 1)
    .all<Line>()
  const deliveries = results.slice(0, limit).map(toDelivery)
  return { deliveries, next: results.length > limit ? (deliveries.at(-1)?.event.seq ?? null) : null }
}
