import { claimDue, nextDue } from '../store/claims.ts'
import { findEndpoint } from '../store/endpoints.ts'
import { attempt, type Delivering, holdAbandoned } from './attempt.ts'
import { isMail } from './endpoint.ts'
import { TIMEOUT } from './exchange.ts'
import { openKeys } from './keys.ts'

/** Deliveries a run: four subrequests each, a handful besides, of the 50 the free plan allows an invocation. */
export const DELIVERIES_A_RUN = 8

/** Deliveries under way to one endpoint at a time. */
const CONCURRENCY = 4

/** How long a run holds what it claimed: three times the longest a run can take. */
export const LEASE = 3 * TIMEOUT * (DELIVERIES_A_RUN / CONCURRENCY)

/** A list of people gets one message a run, in order: a run cut short leaves one at most that nobody knows about. */
const toPeople = { limit: 1, takesOver: false } as const
const toPrograms = { limit: DELIVERIES_A_RUN, takesOver: true } as const

/**
 * Sends what is due to one endpoint, the longest due first, and writes down each attempt as it ends.
 * @returns when the next attempt is due (milliseconds, UTC; it may be past), or null when nothing is owed
 * @throws when D1 does; what was claimed is then due again when its lease ends, or held if people may have got it
 */
export async function deliverDue(delivering: Delivering, endpointId: string): Promise<number | null> {
  const { db, now, secret } = delivering
  const endpoint = await findEndpoint(db, endpointId)
  if (endpoint?.state !== 'enabled') return null
  const begin = now()
  if (isMail(endpoint)) await holdAbandoned(delivering, endpoint, begin, LEASE)
  const keys = await openKeys(secret, endpoint, begin)
  const kind = isMail(endpoint) ? toPeople : toPrograms
  const claims = [...(await claimDue(db, endpointId, begin, begin + LEASE, kind))]
  const sendNext = async (): Promise<void> => {
    for (let claim = claims.shift(); claim; claim = claims.shift()) {
      const stillEnabled = await attempt(delivering, endpoint, keys, claim)
      if (!stillEnabled) claims.length = 0
    }
  }
  const senders = await Promise.allSettled(Array.from({ length: CONCURRENCY }, sendNext))
  const failure = senders.find((sender) => sender.status === 'rejected')
  if (failure) throw failure.reason
  return nextDue(db, endpointId)
}
