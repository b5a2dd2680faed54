import type { DeliveryState, Format } from '../webhook/endpoint.ts'

/** What was announced of a record, and what became of it at one endpoint. Times are milliseconds since 1970, UTC. */
export type Sending = {
  readonly event: number
  readonly type: string
  readonly at: number
  readonly endpoint: string
  readonly description: string
  readonly format: Format
  readonly state: DeliveryState
  readonly attempts: number
  /** When the last attempt was made, or null before the first. */
  readonly lastAt: number | null
}

const sendings = `SELECT e.seq AS event, e.type, e.at, p.id AS endpoint, p.description, p.format, d.state, d.attempts,
    (SELECT max(at) FROM attempts WHERE endpoint = p.id AND event = e.seq) AS lastAt
  FROM events e JOIN deliveries d ON d.event = e.seq JOIN endpoints p ON p.id = d.endpoint
  WHERE e.record = ?1`
const latestFirst = 'ORDER BY e.seq DESC, p.id'

/** The deliveries of a record's events of these types, the latest event first. */
export async function sendingsOf(
  db: D1Database,
  record: string,
  types: readonly string[],
): Promise<readonly Sending[]> {
  const { results } = await db
    .prepare(`${sendings} AND e.type IN (SELECT value FROM json_each(?2)) ${latestFirst}`)
    .bind(record, JSON.stringify(types))
    .all<Sending>()
  return results
}

/** The latest deliveries of a record's events, of whatever type, to endpoints there still are. */
export async function sendingsAbout(
  db: D1Database,
  record: string,
  limit: number,
): Promise<readonly Sending[]> {
  const { results } = await db
    .prepare(`${sendings} ${latestFirst} LIMIT ?2`)
    .bind(record, limit)
    .all<Sending>()
  return results
}
