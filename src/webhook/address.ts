/** Where webhooks may go: `local` allows http to this machine too; `ownHost` is Recueil's own `host[:port]`. */
export type Place = { readonly local: boolean; readonly ownHost: string }

export type AddressFault = 'malformed' | 'scheme' | 'userinfo' | 'port' | 'host' | 'own-host'

export type Address =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly fault: AddressFault }

const PORTS = ['', '8443']
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Special-use names (RFC 6761, 6762, 7686, 8375, 9476), and those private networks are in the habit of using. */
const PRIVATE =
  /(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|test|invalid|onion|alt|arpa)$/

/** Public names made to resolve to an address written in them, or to this machine. */
const DISGUISED = /(^|\.)(nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me)$/

/** A DNS name (RFC 1123) of two labels at least, whose last is no number: what `URL` left as it was is no IPv4 address. */
export const NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Whether webhooks may be sent to an address, and its canonical form (no trailing dot, no fragment). Pure.
 * Names alone can be judged here: what they resolve to, the platform filters (Workers refuse private addresses).
 */
export function readAddress(text: string, { local, ownHost }: Place): Address {
  if (text.length > 2_000 || !URL.canParse(text)) return { ok: false, fault: 'malformed' }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, fault: 'scheme' }
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'userinfo' }
  url.hostname = url.hostname.replace(/\.$/, '')
  url.hash = ''
  const fault = url.protocol === 'http:' ? httpFault(url, local, ownHost) : httpsFault(url, ownHost)
  return fault ? { ok: false, fault } : { ok: true, url: url.href }
}

function httpFault(url: URL, local: boolean, ownHost: string): AddressFault | null {
  if (!local || !LOOPBACK.includes(url.hostname)) return 'scheme'
  const own = URL.parse(`http://${ownHost}`)
  return own && LOOPBACK.includes(own.hostname) && own.port === url.port ? 'own-host' : null
}

function httpsFault(url: URL, ownHost: string): AddressFault | null {
  const { hostname, port } = url
  if (!NAME.test(hostname) || PRIVATE.test(hostname) || DISGUISED.test(hostname)) return 'host'
  if (!PORTS.includes(port)) return 'port'
  return URL.parse(`https://${ownHost}`)?.hostname === hostname ? 'own-host' : null
}
