import type { Actor } from '../record/record.ts'
import type { NewEvent } from '../store/events.ts'
import type { DisabledReason, Format, StoredEndpoint } from './endpoint.ts'

/** A frozen payload as an endpoint's format wants it. Pure. */
export function encode(
  format: Format,
  payload: string,
): { readonly contentType: string; readonly body: string } {
  switch (format) {
    case 'json':
      return { contentType: 'application/json', body: payload }
  }
}

/** The headers of one attempt (Standard Webhooks 1.0.0). `timestamp`: seconds since 1970. */
export function headersOf(
  id: string,
  timestamp: number,
  signature: string,
  contentType: string,
): HeadersInit {
  return {
    'content-type': contentType,
    'user-agent': 'Recueil',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
}

/**
 * An event about an endpoint. An endpoint is named by its host: the rest of an address may be a password.
 * @param id the webhook-id @param at milliseconds since 1970, UTC
 */
export function endpointEvent(
  id: string,
  at: number,
  actor: Actor,
  endpoint: StoredEndpoint,
  happening:
    | { readonly type: 'endpoint.disabled'; readonly reason: DisabledReason }
    | { readonly type: 'endpoint.test' },
): NewEvent {
  const { type, ...particulars } = happening
  const about = { id: endpoint.id, host: new URL(endpoint.url).host, description: endpoint.description }
  const data = { endpoint: about, ...particulars }
  return { id, type, at, actor, payload: { type, timestamp: new Date(at).toISOString(), data }, detail: {} }
}
