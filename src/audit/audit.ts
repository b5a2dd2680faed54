import { auditLines, countLog } from '../store/audit-lines.ts'
import { headAt, lastSeal } from '../store/seals.ts'
import { beginning, type Fault, type Point, verify } from './verify.ts'

/** What a look at the log found. */
export type Audit = {
  /** How far it went. All before is as it was sealed if there is no fault. */
  readonly reached: Point
  /** Whether there is more to verify from there. */
  readonly isWhole: boolean
  /** When the newest seal was set (milliseconds since 1970, UTC); null before the first. */
  readonly sealedAt: number | null
  /** The newest seal's sequence number, and the chain's head. */
  readonly sealed: Point
  readonly events: number
  /** Events from which an erasure took content away. */
  readonly blanked: number
  /** Events that are not sealed yet: nothing vouches for them. */
  readonly waiting: number
  readonly faults: readonly Fault[]
}

/** Events that one request verifies at most: about 6 of the free plan's 10 milliseconds, with payloads of 2 KB. */
export const verifiedAtOnce = 100

/** The cron seals each minute: an hour without is no chance. */
const patience = 3600 * 1000

/**
 * Verifies a stretch of the log.
 * @param from how far it was verified before
 * @param limit how many events at most
 * @param now milliseconds since 1970, UTC
 */
export async function auditFrom(db: D1Database, from: Point, limit: number, now: number): Promise<Audit> {
  const last = await lastSeal(db)
  const sealed = last ?? beginning
  const [lines, count] = await Promise.all([
    auditLines(db, from.seq === 0 ? null : from.seq, sealed.seq, limit),
    countLog(db, sealed.seq),
  ])
  const { reached, faults } = await verify(from, lines)
  // A stretch of nothing but events before the first, which nobody but a forger writes, would be the next one too.
  const isStuck = lines.length > 0 && reached.seq === from.seq
  const isWhole = isStuck || reached.seq >= sealed.seq
  const isStopped = Math.max(count.waitingSince ?? now, last?.at ?? 0) < now - patience
  const atEnd: readonly Fault[] = [
    ...(count.noted > sealed.seq ? [{ seq: count.noted, kind: 'missing' } as const] : []),
    ...(isStopped ? [{ seq: sealed.seq + 1, kind: 'unsealed' } as const] : []),
  ]
  return {
    reached,
    isWhole,
    sealedAt: last?.at ?? null,
    sealed: { seq: sealed.seq, head: sealed.head },
    events: count.events,
    blanked: count.erased,
    waiting: Math.max(0, count.events - sealed.seq),
    faults: isWhole ? [...faults, ...atEnd] : faults,
  }
}

/** What the log says to a head that was noted elsewhere: the same, another one, or nothing of that number yet. */
export async function compareHead(db: D1Database, noted: Point): Promise<'same' | 'other' | 'unknown'> {
  const head = await headAt(db, noted.seq)
  if (head === null) return 'unknown'
  return head === noted.head ? 'same' : 'other'
}
