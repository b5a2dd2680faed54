/** How long a receiver has to answer: Standard Webhooks says 15 to 30 s. */
export const TIMEOUT = 20_000

/** How much of an answer is read, in bytes, and how much of that is kept, in UTF-16 code units. */
export const RESPONSE_READ = 20_000
export const RESPONSE_KEPT = 2_000

/** What a request needs from outside. `timeout` gives a signal that aborts after so many milliseconds. */
export type Network = {
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>
  readonly timeout: (milliseconds: number) => AbortSignal
}

/** An answer, or none and why. */
export type Exchange =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly retryAfter: string | null
      readonly body: string
    }
  | { readonly kind: 'unanswered'; readonly error: 'timeout' | 'unreachable'; readonly body: '' }

/**
 * One request and its answer. Redirects are not followed: workerd would carry body and signature to the next host.
 * @returns what came of it, an error included; throws nothing
 */
export async function exchange(
  { fetch, timeout }: Network,
  url: string,
  request: RequestInit,
): Promise<Exchange> {
  const signal = timeout(TIMEOUT)
  try {
    const response = await fetch(url, { ...request, redirect: 'manual', signal })
    const { status } = response
    const retryAfter = response.headers.get('retry-after')
    return { kind: 'answered', status, retryAfter, body: await readStart(response, signal) }
  } catch {
    return { kind: 'unanswered', error: signal.aborted ? 'timeout' : 'unreachable', body: '' }
  }
}

/** A text as the log keeps it. */
export const kept = (text: string): string =>
  text.slice(0, RESPONSE_KEPT).replaceAll('\0', '\uFFFD').toWellFormed()

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
  return kept(text)
}
