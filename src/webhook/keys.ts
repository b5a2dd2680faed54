import type { Credentials, StoredEndpoint } from './endpoint.ts'
import { open, seal, secretBytes } from './secret.ts'

/** What sending needs to be secret, opened. */
export type Keys = {
  /** The secrets that sign now; none when they do not open, as after a change of RECUEIL_SECRET. */
  readonly signing: readonly Uint8Array<ArrayBuffer>[]
  /** Null when there are none or they do not open. */
  readonly credentials: Credentials | null
}

/**
 * Opens what an endpoint keeps sealed.
 * @param master RECUEIL_SECRET @param now milliseconds since 1970, UTC
 */
export async function openKeys(master: string, endpoint: StoredEndpoint, now: number): Promise<Keys> {
  const current = endpoint.secrets.filter(({ until }) => until === null || until > now)
  try {
    return {
      signing: await Promise.all(
        current.map(async ({ sealed }) => secretBytes(await open(master, endpoint.id, sealed))),
      ),
      credentials:
        endpoint.credentials === null
          ? null
          : (JSON.parse(await open(master, boundTo(endpoint.id), endpoint.credentials)) as Credentials),
    }
  } catch {
    return { signing: [], credentials: null }
  }
}

/** Credentials as they are kept: sealed, and bound to their endpoint. */
export const sealCredentials = (
  master: string,
  endpoint: string,
  credentials: Credentials,
): Promise<string> => seal(master, boundTo(endpoint), JSON.stringify(credentials))

/** Apart from the signing secrets: neither opens as the other. */
const boundTo = (endpoint: string): string => `${endpoint} credentials`
