import type { StoredEndpoint } from '../../webhook/index.ts'

/** Where the console has its endpoints. */
export const hooksPath = '/coordination/webhooks'

/** The page of an endpoint. */
export const hookPath = (id: string): string => `${hooksPath}/${id}`

/** The page of a delivery: `event` is its event's sequence number. */
export const deliveryPath = (id: string, event: number): string => `${hookPath(id)}/envois/${event}`

/** The server an endpoint is at, or the list it writes to: the rest of an address may be a password. Pure. */
export const hostOf = ({ format, url, settings }: StoredEndpoint): string =>
  format === 'email' ? settings.to : new URL(url).host

/** What an endpoint is called: what the coordination calls it, else its list, or its server. Pure. */
export const nameOf = (endpoint: StoredEndpoint): string =>
  endpoint.description === '' ? (endpoint.settings?.to ?? hostOf(endpoint)) : endpoint.description
