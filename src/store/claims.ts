import type { DeliveryState } from '../webhook/endpoint.ts'

/** A delivery that a run holds until `lease` ends; after that, another run may take it and this one's hold is void. */
export type Claim = {
  readonly endpoint: string
  /** The event's sequence number, its webhook-id, its type, and its frozen body. */
  readonly event: number
  readonly eventId: string
  readonly type: string
  readonly payload: string
  /** Attempts made since it was owed, or last replayed. */
  readonly attempts: number
  readonly lease: number
}

/**
 * Takes the deliveries longest due, `limit` at most, in one statement: two runs never hold the same one.
 * @param takesOver whether one that a run never came back from is sent again
 */
export async function claimDue(
  db: D1Database,
  endpoint: string,
  now: number,
  lease: number,
  { limit, takesOver }: { readonly limit: number; readonly takesOver: boolean },
): Promise<readonly Claim[]> {
  const { results } = await db
    .prepare(
      `UPDATE deliveries SET state = 'sending', next_attempt_at = ?3
       WHERE endpoint = ?1 AND event IN (SELECT event FROM deliveries
         WHERE endpoint = ?1 AND next_attempt_at <= ?2 AND (?5 OR state = 'waiting')
         ORDER BY next_attempt_at, event LIMIT ?4)
       RETURNING endpoint, event, attempts, next_attempt_at AS lease,
         (SELECT id FROM events WHERE seq = deliveries.event) AS eventId,
         (SELECT type FROM events WHERE seq = deliveries.event) AS type,
         (SELECT payload FROM events WHERE seq = deliveries.event) AS payload`,
    )
    .bind(endpoint, now, lease, limit, takesOver ? 1 : 0)
    .all<Claim>()
  return results.toSorted((a, b) => a.event - b.event)
}

/** The body of an event as it is by now. */
export async function presentPayload(db: D1Database, event: number): Promise<string> {
  return (
    (await db.prepare('SELECT payload FROM events WHERE seq = ?').bind(event).first<string>('payload')) ?? ''
  )
}

/** The claims whose run never came back: their lease is over. */
export async function abandonedClaims(
  db: D1Database,
  endpoint: string,
  now: number,
): Promise<readonly Claim[]> {
  const { results } = await db
    .prepare(
      `SELECT endpoint, event, id AS eventId, type, payload, attempts, next_attempt_at AS lease
       FROM deliveries JOIN events ON seq = event
       WHERE endpoint = ?1 AND next_attempt_at <= ?2 AND state = 'sending' ORDER BY event`,
    )
    .bind(endpoint, now)
    .all<Claim>()
  return results
}

/**
 * Writes what an attempt came to, if the claim still holds. That it was delivered is written even if it was cancelled
 * or held while under way, and that it may have been even if it was cancelled. `nextAttemptAt` is null once settled.
 */
export function settleDelivery(
  db: D1Database,
  claim: Claim,
  state: Exclude<DeliveryState, 'sending'>,
  nextAttemptAt: number | null,
  attempts = claim.attempts + 1,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE deliveries SET state = ?4, attempts = ?5, next_attempt_at = ?6
       WHERE endpoint = ?1 AND event = ?2
         AND (state = 'sending' AND next_attempt_at = ?3 OR state = 'cancelled' AND ?4 IN ('delivered', 'held')
           OR state = 'held' AND ?4 = 'delivered')`,
    )
    .bind(claim.endpoint, claim.event, claim.lease, state, attempts, nextAttemptAt)
}

/** When an endpoint's next attempt is due, or null when it is owed nothing. */
export async function nextDue(db: D1Database, endpoint: string): Promise<number | null> {
  return db
    .prepare(
      'SELECT min(next_attempt_at) AS at FROM deliveries WHERE endpoint = ? AND next_attempt_at IS NOT NULL',
    )
    .bind(endpoint)
    .first<number>('at')
}
