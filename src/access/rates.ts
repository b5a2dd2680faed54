import type { Rule } from './rule.ts'

/**
 * The counters, by the names of their bindings; wrangler.toml says how many a minute each lets through.
 * - `ADDRESS_RATE`: all that an address sends, and the private pages it opens. Generous: phones of one operator, and all
 *   who sit in one room, share an address.
 * - `FORM_RATE`: what an address sends in one form.
 * - `LINK_RATE`: what is sent with one link; and the wrong keys that an address tries.
 */
export type Counter = 'ADDRESS_RATE' | 'FORM_RATE' | 'LINK_RATE'

export type Counted = { readonly counter: Counter; readonly key: string }

type Asked = {
  readonly rule: Rule
  readonly method: string
  readonly path: string
  /** Of whom asks, as `networkOf` has it. */
  readonly network: string
  /** The digest of the key in the address; null without one. */
  readonly keyDigest: string | null
}

/** What a request counts as. Reading what is for everyone counts as nothing. */
export function countedAs({ rule, method, path, network, keyDigest }: Asked): readonly Counted[] {
  const sends = method !== 'GET' && method !== 'HEAD'
  if (!sends && rule.by !== 'holder') return []
  return [
    { counter: 'ADDRESS_RATE', key: network },
    ...(rule.by === 'form' ? [{ counter: 'FORM_RATE', key: `${network} ${path}` } as const] : []),
    ...(sends && keyDigest !== null ? [sentWith(keyDigest)] : []),
  ]
}

/** What something sent with a key counts as, by the key's digest. */
export const sentWith = (keyDigest: string): Counted => ({ counter: 'LINK_RATE', key: keyDigest })

/** What a wrong key counts as. */
export const wrongKeyOf = (network: string): Counted => ({ counter: 'LINK_RATE', key: `wrong ${network}` })

/**
 * Under what an address is counted: an IPv4 address as it is; of an IPv6 address the first 64 bits, of which one
 * subscriber has all the rest (RFC 6177); null for this machine's own, and when there is none.
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return networkOf(mapped)
  if (address === '' || address === '::1' || address.startsWith('127.')) return null
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  const all = [...groups, ...Array.from({ length: between }, () => '0'), ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
