import { insertAttempt } from '../store/attempts.ts'
import { type Claim, claimDue, nextDue, settleDelivery } from '../store/claims.ts'
import { clearFailing, disableEndpoint, findEndpoint, markFailing } from '../store/endpoints.ts'
import type { Attempt, DisabledReason, StoredEndpoint } from './endpoint.ts'
import { type Outcome, type Reply, readOutcome } from './outcome.ts'
import { endpointEvent } from './payload.ts'
import { delayAfter, FORGIVEN_AFTER, failedTooLong } from './schedule.ts'
import { open, secretBytes } from './secret.ts'
import { type Network, send, TIMEOUT } from './send.ts'

/** Deliveries a run: three subrequests each, a handful besides, of the 50 the free plan allows an invocation. */
export const DELIVERIES_A_RUN = 8

/** POSTs to one endpoint at a time. */
const CONCURRENCY = 4

/** How long a run holds what it claimed: three times the longest a run can take. */
export const LEASE = 3 * TIMEOUT * (DELIVERIES_A_RUN / CONCURRENCY)

/** What a run needs from outside. `secret` is RECUEIL_SECRET; `now` is milliseconds since 1970, UTC. */
export type Delivering = Network & {
  readonly db: D1Database
  readonly secret: string
  readonly now: () => number
  /** At least 0, below 1. */
  readonly random: () => number
}

/**
 * Sends what is due to one endpoint, the longest due first, and writes down each attempt as it ends.
 * @returns when the next attempt is due (milliseconds, UTC; it may be past), or null when nothing is owed
 * @throws when D1 does; what was claimed is then due again when its lease ends
 */
export async function deliverDue(delivering: Delivering, endpointId: string): Promise<number | null> {
  const { db, now } = delivering
  const endpoint = await findEndpoint(db, endpointId)
  if (endpoint?.state !== 'enabled') return null
  const begin = now()
  const secrets = await openSecrets(delivering.secret, endpoint, begin)
  const claims = [...(await claimDue(db, endpointId, begin, begin + LEASE, DELIVERIES_A_RUN))]
  const sendNext = async (): Promise<void> => {
    for (let claim = claims.shift(); claim; claim = claims.shift()) {
      const stillEnabled = await attempt(delivering, endpoint, secrets, claim)
      if (!stillEnabled) claims.length = 0
    }
  }
  const senders = await Promise.allSettled(Array.from({ length: CONCURRENCY }, sendNext))
  const failure = senders.find((sender) => sender.status === 'rejected')
  if (failure) throw failure.reason
  return nextDue(db, endpointId)
}

/** The secrets that sign now; none when they do not open, as after a change of RECUEIL_SECRET. */
async function openSecrets(
  master: string,
  endpoint: StoredEndpoint,
  now: number,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const signing = endpoint.secrets.filter(({ until }) => until === null || until > now)
  try {
    return await Promise.all(
      signing.map(async ({ sealed }) => secretBytes(await open(master, endpoint.id, sealed))),
    )
  } catch {
    return []
  }
}

/** Sends one delivery and writes down what came of it; false when the endpoint was disabled for it. */
async function attempt(
  delivering: Delivering,
  endpoint: StoredEndpoint,
  secrets: readonly Uint8Array<ArrayBuffer>[],
  claim: Claim,
): Promise<boolean> {
  const { db, now, random } = delivering
  const at = now()
  const reply = await send(delivering, endpoint, secrets, claim, at)
  const end = now()
  const outcome = readOutcome(reply, end)
  const log = insertAttempt(db, endpoint.id, claim.event, toAttempt(at, end, outcome, reply))
  switch (outcome.kind) {
    case 'delivered':
      await db.batch([log, settleDelivery(db, claim, 'delivered', null), clearFailing(db, endpoint.id)])
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

function toAttempt(at: number, end: number, outcome: Outcome, reply: Reply): Attempt {
  const attempt = { at, duration: end - at, outcome: outcome.kind }
  return reply.kind === 'answered'
    ? { ...attempt, status: reply.status, error: null, response: reply.body }
    : { ...attempt, status: null, error: reply.error, response: '' }
}

async function disable(
  db: D1Database,
  endpoint: StoredEndpoint,
  reason: DisabledReason,
  at: number,
): Promise<void> {
  const actor = { role: 'system', name: '', source: 'system' } as const
  const happening = { type: 'endpoint.disabled', reason } as const
  await disableEndpoint(
    db,
    endpoint.id,
    reason,
    endpointEvent(`evt_${crypto.randomUUID()}`, at, actor, endpoint, happening),
  )
}
