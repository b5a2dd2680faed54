import type { StoredAttempt } from '../store/attempts.ts'
import type { StoredDelivery } from '../store/deliveries.ts'
import type { StoredEndpoint } from './endpoint.ts'

const iso = (time: number): string => new Date(time).toISOString()

/** An endpoint as the API shows it, its secrets and credentials left out. Pure. */
export function endpointView(endpoint: StoredEndpoint) {
  const { id, url, events, forms, format, settings, description, state, disabledReason } = endpoint
  return {
    id,
    url,
    events,
    forms,
    format,
    ...(settings !== null && { settings }),
    description,
    state,
    disabledReason,
    createdAt: iso(endpoint.createdAt),
  }
}

/** The name of a delivery: its endpoint's id and its event's sequence number. Pure. */
export const deliveryId = (endpoint: string, event: number): string => `${endpoint}_${event}`

/** What a delivery's name says, or null when it is none. Pure. */
export function parseDeliveryId(id: string): { readonly endpoint: string; readonly event: number } | null {
  const [, endpoint, event] = /^(ep_[0-9a-f]{20})_(\d{1,15})$/.exec(id) ?? []
  return endpoint && event ? { endpoint, event: Number(event) } : null
}

/** A delivery as the API shows it, with its own attempts out of a list of many deliveries' attempts. Pure. */
export function deliveryView(
  { endpoint, event, state, nextAttemptAt }: StoredDelivery,
  attempts: readonly StoredAttempt[],
) {
  return {
    id: deliveryId(endpoint, event.seq),
    endpoint,
    event: { ...event, at: iso(event.at) },
    state,
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt),
    attempts: attempts
      .filter((attempt) => attempt.event === event.seq)
      .map(({ event: _, at, ...attempt }) => ({ at: iso(at), ...attempt })),
  }
}
