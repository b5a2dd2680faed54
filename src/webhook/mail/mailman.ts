import type { Credentials } from '../endpoint.ts'
import { exchange, type Network } from '../exchange.ts'
import type { Reply } from '../outcome.ts'

/**
 * Server errors that say that the message was not taken: RFC 9110's of a server that would not begin, and Cloudflare's
 * of one that could not be reached (521, 523, 525, 526, 530). Any other may come from something between us and Mailman
 * that lost the answer.
 */
const NOT_TAKEN = [501, 503, 505, 521, 523, 525, 526, 530]

/**
 * Puts a message in Mailman 3's incoming queue (REST API, `POST …/queues/in`), which answers 201 and does not know a
 * message that it got before. The queue is looked at first: a runtime says the same of a connection refused and of one
 * lost after the message was taken, and what fails at the look took nothing for certain.
 * @param url the queue's
 * @returns what came of it; throws nothing
 */
export async function injectInMailman(
  network: Network,
  url: string,
  listId: string,
  { user, password }: Credentials,
  message: string,
): Promise<Reply> {
  const headers = {
    authorization: `Basic ${btoa(`${user}:${password}`)}`,
    'user-agent': 'Recueil',
  }
  const look = await exchange(network, url, { method: 'GET', headers })
  if (look.kind === 'unanswered' || !isSuccess(look.status)) return { ...look, ambiguous: false }
  const answer = await exchange(network, url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ list_id: listId, text: message }).toString(),
  })
  return { ...answer, ambiguous: answer.kind === 'unanswered' || isAmbiguous(answer.status) }
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** Whether an answer leaves open that Mailman took the message. Another success than Mailman's own 201 is not its word. */
const isAmbiguous = (status: number): boolean =>
  status >= 500 ? !NOT_TAKEN.includes(status) : isSuccess(status) && status !== 201
