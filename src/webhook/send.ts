import { readAddress } from './address.ts'
import type { StoredEndpoint } from './endpoint.ts'
import type { Reply } from './outcome.ts'
import { encode, headersOf } from './payload.ts'
import { sign } from './signature.ts'

/** How long a receiver has to answer: Standard Webhooks says 15 to 30 s. */
export const TIMEOUT = 20_000

/** How much of an answer is read, in bytes, and how much of that is kept, in UTF-16 code units. */
export const RESPONSE_READ = 20_000
export const RESPONSE_KEPT = 2_000

/** What a POST needs from outside. `timeout` gives a signal that aborts after so many milliseconds. */
export type Network = {
  readonly local: boolean
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>
  readonly timeout: (milliseconds: number) => AbortSignal
}

/** What is sent: the webhook-id and the frozen body. */
export type Message = { readonly eventId: string; readonly payload: string }

/**
 * One signed POST. Redirects are not followed: workerd would carry body and signature to the next host.
 * @param now milliseconds since 1970, UTC: the time signed
 * @returns what came of it, an error included; throws nothing
 */
export async function send(
  { local, fetch, timeout }: Network,
  endpoint: StoredEndpoint,
  secrets: readonly Uint8Array<ArrayBuffer>[],
  { eventId, payload }: Message,
  now: number,
): Promise<Reply> {
  const address = readAddress(endpoint.url, { local, ownHost: '' })
  if (!address.ok) return { kind: 'unanswered', error: 'address' }
  if (secrets.length === 0) return { kind: 'unanswered', error: 'secret' }
  const seconds = Math.floor(now / 1_000)
  const { contentType, body } = encode(endpoint.format, payload)
  const headers = headersOf(eventId, seconds, await sign(secrets, eventId, seconds, body), contentType)
  const signal = timeout(TIMEOUT)
  try {
    const response = await fetch(address.url, { method: 'POST', headers, body, redirect: 'manual', signal })
    const { status } = response
    return {
      kind: 'answered',
      status,
      retryAfter: response.headers.get('retry-after'),
      body: await readStart(response, signal),
    }
  } catch {
    return { kind: 'unanswered', error: signal.aborted ? 'timeout' : 'unreachable' }
  }
}

/**
 * The beginning of an answer's body as text: what came before the cap, the time limit or a broken connection. It is
 * for the log alone; the status has already said what the answer is.
 */
async function readStart(response: Response, signal: AbortSignal): Promise<string> {
  if (!response.body) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', stop)
  const decoder = new TextDecoder()
  let text = ''
  let left = RESPONSE_READ
  try {
    while (left > 0 && !signal.aborted) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value.subarray(0, left), { stream: true })
      left -= value.byteLength
    }
  } catch {
    text += decoder.decode()
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
  return text.slice(0, RESPONSE_KEPT).replaceAll('\0', '\uFFFD').toWellFormed()
}
