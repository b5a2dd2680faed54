import type { Correspondence, SendError } from '../endpoint.ts'
import { kept, TIMEOUT } from '../exchange.ts'
import type { Reply } from '../outcome.ts'

/**
 * Cloudflare's `send_email` binding. `sendEmail` takes a whole RFC 5322 message and gives the id the service knows it
 * by; null where the binding is not set up.
 */
export type MailService = {
  readonly sendEmail: ((from: string, to: string, message: string) => Promise<string>) | null
  readonly timeout: (milliseconds: number) => AbortSignal
}

/** Codes with which Email Service says that it took nothing; E_DELIVERY_FAILED and E_INTERNAL_SERVER_ERROR do not. */
const REFUSALS = [
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_TOO_MANY_RECIPIENTS',
  'E_TOO_MANY_ATTACHMENTS',
  'E_CONTENT_TOO_LARGE',
  'E_SENDER_NOT_VERIFIED',
  'E_SENDER_DOMAIN_NOT_AVAILABLE',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_RECIPIENT_SUPPRESSED',
  'E_RATE_LIMIT_EXCEEDED',
  'E_DAILY_LIMIT_EXCEEDED',
]

/** Hands a message to the mail service. @returns what came of it; throws nothing */
export async function sendByService(
  { sendEmail, timeout }: MailService,
  { from, to }: Correspondence,
  message: string,
): Promise<Reply> {
  if (sendEmail === null) return unanswered('unavailable', '', false)
  const signal = timeout(TIMEOUT)
  try {
    const id = await Promise.race([aborted(signal), sendEmail(from, to, message)])
    return { kind: 'taken', body: kept(id) }
  } catch (cause) {
    if (signal.aborted) return unanswered('timeout', '', true)
    const refused = REFUSALS.includes(codeOf(cause))
    return unanswered(refused ? 'refused' : 'unclear', kept(String(cause)), !refused)
  }
}

const unanswered = (error: SendError, body: string, ambiguous: boolean): Reply => ({
  kind: 'unanswered',
  error,
  body,
  ambiguous,
})

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''

/** Fails when the signal does, and never else. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
