import { derivedId } from '../record/event.ts'
import { insertAttempt } from '../store/attempts.ts'
import { abandonedClaims, type Claim, presentPayload, settleDelivery } from '../store/claims.ts'
import { insertDeliveries } from '../store/deliveries.ts'
import { clearFailing, disableEndpoint, markFailing } from '../store/endpoints.ts'
import { insertNotice } from '../store/write-events.ts'
import type { Attempt, DisabledReason, StoredEndpoint } from './endpoint.ts'
import type { Keys } from './keys.ts'
import { type Outcome, type Reply, readOutcome } from './outcome.ts'
import { endpointEvent } from './payload.ts'
import { delayAfter, FORGIVEN_AFTER, failedTooLong } from './schedule.ts'
import { type Outside, send } from './send.ts'
import { deliveryId } from './view.ts'

/** What a run needs from outside. `secret` is RECUEIL_SECRET; `now` is milliseconds since 1970, UTC. */
export type Delivering = Outside & {
  readonly db: D1Database
  readonly secret: string
  readonly now: () => number
  /** At least 0, below 1. */
  readonly random: () => number
}

const system = { role: 'system', name: '', source: 'system' } as const

/** Sends one delivery and writes down what came of it; false when the endpoint was disabled for it. */
export async function attempt(
  delivering: Delivering,
  endpoint: StoredEndpoint,
  keys: Keys,
  claim: Claim,
): Promise<boolean> {
  const { db, now, random } = delivering
  const at = now()
  // A person may have been erased from what it says since it was claimed.
  const payload = await presentPayload(db, claim.event)
  const reply = await send(delivering, endpoint, keys, { ...claim, payload }, at)
  if (reply === null) {
    // Its record was erased meanwhile, and the notice with it.
    await settleDelivery(db, claim, 'cancelled', null, claim.attempts).run()
    return true
  }
  const end = now()
  const outcome = readOutcome(reply, end)
  const log = insertAttempt(db, endpoint.id, claim.event, payload, toAttempt(at, end, outcome, reply))
  switch (outcome.kind) {
    case 'delivered':
      await db.batch([log, settleDelivery(db, claim, 'delivered', null), clearFailing(db, endpoint.id)])
      return true
    case 'held':
      await hold(db, endpoint, claim, log, end)
      return true
    case 'gone':
      await db.batch([log, settleDelivery(db, claim, 'failed', null)])
      await disable(db, endpoint, 'gone', end)
      return false
    case 'retry': {
      const delay = delayAfter(claim.attempts + 1, outcome.pause, outcome.retryAfter, random())
      const settled =
        delay === null
          ? settleDelivery(db, claim, 'failed', null)
          : settleDelivery(db, claim, 'waiting', end + delay)
      const failing = markFailing(db, endpoint.id, end, end - FORGIVEN_AFTER)
      const [marked] = await db.batch<{ since: number }>([failing, log, settled])
      const since = marked?.results[0]?.since ?? end
      if (!failedTooLong(since, end)) return true
      await disable(db, endpoint, 'failing', end)
      return false
    }
  }
}

/**
 * Holds what runs that never came back had claimed of an endpoint: it may have been sent.
 * @param lease how long they had claimed it for, in milliseconds
 */
export async function holdAbandoned(
  { db }: Delivering,
  endpoint: StoredEndpoint,
  now: number,
  lease: number,
): Promise<void> {
  for (const claim of await abandonedClaims(db, endpoint.id, now)) {
    const at = claim.lease - lease
    const unknown = { outcome: 'held', status: null, error: 'interrupted', response: '' } as const
    const log = insertAttempt(db, endpoint.id, claim.event, claim.payload, { at, duration: 0, ...unknown })
    await hold(db, endpoint, claim, log, now)
  }
}

/** Leaves a delivery to the coordinator, and tells of it once, however often it comes to that. */
async function hold(
  db: D1Database,
  endpoint: StoredEndpoint,
  claim: Claim,
  log: D1PreparedStatement,
  at: number,
): Promise<void> {
  const event = endpointEvent(
    await derivedId(['delivery.held', endpoint.id, claim.event]),
    at,
    system,
    endpoint,
    {
      type: 'delivery.held',
      delivery: deliveryId(endpoint.id, claim.event),
      event: { id: claim.eventId, type: claim.type },
    },
  )
  await db.batch([
    log,
    settleDelivery(db, claim, 'held', null),
    insertNotice(db, null, event, 'changes() > 0 AND NOT EXISTS (SELECT 1 FROM events WHERE id = ?1)'),
    insertDeliveries(db, event.id, at),
  ])
}

function toAttempt(at: number, end: number, outcome: Outcome, reply: Reply): Attempt {
  const { kind } = outcome
  const attempt = { at, duration: end - at, outcome: kind, response: reply.body }
  switch (reply.kind) {
    case 'answered':
      return { ...attempt, status: reply.status, error: null }
    case 'taken':
      return { ...attempt, status: null, error: null }
    case 'unanswered':
      return { ...attempt, status: null, error: reply.error }
  }
}

async function disable(
  db: D1Database,
  endpoint: StoredEndpoint,
  reason: DisabledReason,
  at: number,
): Promise<void> {
  const happening = { type: 'endpoint.disabled', reason } as const
  await disableEndpoint(
    db,
    endpoint.id,
    reason,
    endpointEvent(`evt_${crypto.randomUUID()}`, at, system, endpoint, happening),
  )
}
