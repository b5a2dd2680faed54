import type { Attempt } from '../webhook/endpoint.ts'

export type StoredAttempt = Attempt & { readonly event: number; readonly number: number }

/**
 * Adds an attempt to a delivery's log. Its number goes on counting over replays. What the receiver answered may echo what
 * it was sent: it is kept only while the event still says that.
 * @param sent the event's payload, as it was sent
 */
export function insertAttempt(
  db: D1Database,
  endpoint: string,
  event: number,
  sent: string,
  attempt: Attempt,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO attempts (endpoint, event, number, at, duration, outcome, status, error, response)
       SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7,
         iif((SELECT payload FROM events WHERE seq = ?2) = ?9, ?8, '')
       FROM attempts WHERE endpoint = ?1 AND event = ?2`,
    )
    .bind(
      endpoint,
      event,
      attempt.at,
      attempt.duration,
      attempt.outcome,
      attempt.status,
      attempt.error,
      attempt.response,
      sent,
    )
}

/** The attempts of some of an endpoint's deliveries, named by their events' sequence numbers; the oldest first. */
export async function listAttempts(
  db: D1Database,
  endpoint: string,
  events: readonly number[],
): Promise<readonly StoredAttempt[]> {
  const { results } = await db
    .prepare(
      `SELECT event, number, at, duration, outcome, status, error, response FROM attempts
       WHERE endpoint = ?1 AND event IN (SELECT value FROM json_each(?2)) ORDER BY event, number`,
    )
    .bind(endpoint, JSON.stringify(events))
    .all<StoredAttempt>()
  return results
}

/** Takes what receivers answered to a record's events away: one may have echoed what it was sent. */
export function blankResponses(db: D1Database, record: string, eventId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE attempts SET response = '' WHERE event IN (SELECT seq FROM events WHERE record = ?1)
         AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`,
    )
    .bind(record, eventId)
}
