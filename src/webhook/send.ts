import { readAddress } from './address.ts'
import type { StoredEndpoint } from './endpoint.ts'
import { exchange, type Network } from './exchange.ts'
import type { Keys } from './keys.ts'
import { type MailService, sendByService } from './mail/email.ts'
import { injectInMailman } from './mail/mailman.ts'
import { writeMessage } from './mail/message.ts'
import { noticeIn } from './mail/notice.ts'
import type { Reply } from './outcome.ts'
import { headersOf } from './payload.ts'
import { sign } from './signature.ts'

/** What sending needs from outside. `local` lets it go to http on a loopback address. */
export type Outside = Network & MailService & { readonly local: boolean }

/** What is sent: the webhook-id and the frozen body. */
export type Message = { readonly eventId: string; readonly payload: string }

/**
 * Tells an endpoint of one event, in its format.
 * @param now milliseconds since 1970, UTC: the time signed
 * @returns what came of it, an error included; null when the event has nothing to tell that endpoint
 */
export async function send(
  outside: Outside,
  endpoint: StoredEndpoint,
  keys: Keys,
  { eventId, payload }: Message,
  now: number,
): Promise<Reply | null> {
  if (endpoint.format === 'json') return post(outside, endpoint.url, keys, { eventId, payload }, now)
  const told = noticeIn(payload)
  if (told === null) return null
  const message = writeMessage({ ...endpoint.settings, ...told, eventId })
  switch (endpoint.format) {
    case 'mailman3': {
      const address = readAddress(endpoint.url, { local: outside.local, ownHost: '' })
      if (!address.ok) return unsent('address')
      if (keys.credentials === null) return unsent('secret')
      return injectInMailman(outside, address.url, endpoint.settings.listId, keys.credentials, message)
    }
    case 'email':
      return sendByService(outside, endpoint.settings, message)
  }
}

/** One signed POST. It may be sent again when its answer is lost: receivers know it by its webhook-id. */
async function post(
  outside: Outside,
  url: string,
  { signing }: Keys,
  { eventId, payload }: Message,
  now: number,
): Promise<Reply> {
  const address = readAddress(url, { local: outside.local, ownHost: '' })
  if (!address.ok) return unsent('address')
  if (signing.length === 0) return unsent('secret')
  const seconds = Math.floor(now / 1_000)
  const headers = headersOf(eventId, seconds, await sign(signing, eventId, seconds, payload))
  const answer = await exchange(outside, address.url, { method: 'POST', headers, body: payload })
  return { ...answer, ambiguous: false }
}

const unsent = (error: 'address' | 'secret'): Reply => ({
  kind: 'unanswered',
  error,
  body: '',
  ambiguous: false,
})
