const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long each attempt waits after the one before it: the example schedule of Standard Webhooks, 75 h 35 min in all. */
export const SCHEDULE: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** An overloaded receiver (429, 502, 504, a timeout) is left alone at least this long, as Svix does. */
export const OVERLOAD_PAUSE = MINUTE

/** An endpoint that only failed for this long is disabled: Svix's 120 hours. */
const FAILING_LIMIT = 5 * DAY

/** A failure older than this is too far from the next to be one with it: Svix forgives after twice the limit. */
export const FORGIVEN_AFTER = 2 * FAILING_LIMIT

const JITTER = 0.2

/**
 * Milliseconds from a failed attempt to the next, or null when the schedule is exhausted. Pure.
 * @param attempts how many attempts were made, the failed one included
 * @param pause the least there must be, in milliseconds
 * @param retryAfter what the receiver asked for, in milliseconds: kept within once and twice the schedule's own delay
 *   (as Svix does, lest one header put a delivery off for years), or null when it asked for nothing
 * @param random at least 0, below 1: spreads what failed together over ±20 %
 */
export function delayAfter(
  attempts: number,
  pause: number,
  retryAfter: number | null,
  random: number,
): number | null {
  const scheduled = SCHEDULE[attempts]
  if (scheduled === undefined) return null
  const base = Math.max(scheduled, pause)
  if (retryAfter !== null)
    return Math.min(Math.max(retryAfter, base), Math.max(base, Math.min(2 * base, DAY)))
  return Math.max(pause, Math.round(base * (1 - JITTER + 2 * JITTER * random)))
}

/** Milliseconds from `now` that a Retry-After header asks for (RFC 9110 §10.2.3: seconds, or an HTTP date), or null. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,10}(\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text) * SECOND)
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Whether an endpoint whose failures began at `since` has only failed for too long. */
export function failedTooLong(since: number, now: number): boolean {
  return now - since >= FAILING_LIMIT
}
