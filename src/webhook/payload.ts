import type { Notice } from '../record/notice.ts'
import type { Actor } from '../record/record.ts'
import type { NewEvent } from '../store/events.ts'
import type { DisabledReason, StoredEndpoint } from './endpoint.ts'

/** The headers of one attempt (Standard Webhooks 1.0.0). `timestamp`: seconds since 1970. */
export function headersOf(id: string, timestamp: number, signature: string): HeadersInit {
  return {
    'content-type': 'application/json',
    'user-agent': 'Recueil',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
}

/** What happens to an endpoint itself. */
type Happening =
  | { readonly type: 'endpoint.disabled'; readonly reason: DisabledReason }
  | { readonly type: 'endpoint.test'; readonly notice?: Notice }
  | {
      readonly type: 'delivery.held'
      readonly delivery: string
      readonly event: { readonly id: string; readonly type: string }
    }

export type EndpointEventType = Happening['type']

/**
 * An event about an endpoint. An endpoint is named by its host: the rest of an address may be a password.
 * @param id the webhook-id @param at milliseconds since 1970, UTC
 */
export function endpointEvent(
  id: string,
  at: number,
  actor: Actor,
  endpoint: StoredEndpoint,
  happening: Happening,
): NewEvent {
  const { type, ...particulars } = happening
  const about = { id: endpoint.id, host: hostOf(endpoint), description: endpoint.description }
  const data = { endpoint: about, ...particulars }
  return { id, type, at, actor, payload: { type, timestamp: new Date(at).toISOString(), data }, detail: {} }
}

/** The server an endpoint is at; of a list that is written to, its domain. */
const hostOf = (endpoint: StoredEndpoint): string =>
  endpoint.format === 'email'
    ? endpoint.settings.to.slice(endpoint.settings.to.lastIndexOf('@') + 1)
    : new URL(endpoint.url).host
