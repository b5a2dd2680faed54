import type { SendError } from './endpoint.ts'
import { OVERLOAD_PAUSE, readRetryAfter } from './schedule.ts'

/**
 * What came of a sending: an answer, or none and why; `taken` by a mail service that has no status to answer with.
 * `body` is the beginning of what was answered. `ambiguous`: the receiver may have taken it, and must not get it twice.
 */
export type Reply =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly retryAfter: string | null
      readonly body: string
      readonly ambiguous: boolean
    }
  | { readonly kind: 'taken'; readonly body: string }
  | {
      readonly kind: 'unanswered'
      readonly error: SendError
      readonly body: string
      readonly ambiguous: boolean
    }

/** `pause` and `retryAfter` are milliseconds, for `delayAfter`. */
export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'held' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'retry'; readonly pause: number; readonly retryAfter: number | null }

const OVERLOADED = [429, 502, 504]

/**
 * What an answer means (Standard Webhooks 1.0.0): 2xx delivered, 410 never again, anything else (a redirect, which
 * is not followed, included) a failure to try again, unless nobody knows and a person must decide. Pure.
 * @param now milliseconds since 1970, UTC: a Retry-After date is measured from it
 */
export function readOutcome(reply: Reply, now: number): Outcome {
  switch (reply.kind) {
    case 'taken':
      return { kind: 'delivered' }
    case 'unanswered':
      if (reply.ambiguous) return { kind: 'held' }
      return { kind: 'retry', pause: reply.error === 'timeout' ? OVERLOAD_PAUSE : 0, retryAfter: null }
    case 'answered': {
      if (reply.ambiguous) return { kind: 'held' }
      if (reply.status >= 200 && reply.status < 300) return { kind: 'delivered' }
      if (reply.status === 410) return { kind: 'gone' }
      const retryAfter = readRetryAfter(reply.retryAfter, now)
      const overloaded = retryAfter !== null || OVERLOADED.includes(reply.status)
      return { kind: 'retry', pause: overloaded ? OVERLOAD_PAUSE : 0, retryAfter }
    }
  }
}
