/**
 * What a page may load and where it may be shown: nothing from elsewhere, no inline script, no frame.
 * @param scripts the source of its scripts: those that name this answer's nonce, or none at all (CSP 3, 6.7.2.3)
 */
const policyWith = (scripts: `'nonce-${string}'` | "'none'"): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The policy of one answer whose scripts name this nonce: it must be new each time, and nobody may guess it. */
export const policyOf = (nonce: string): string => policyWith(`'nonce-${nonce}'`)

/**
 * The same on every answer, errors included. The referrer goes to our own pages only: with `no-referrer` Chromium
 * would send `Origin: null` with our own forms. Two years of HSTS, as OWASP ASVS 3.4.1 asks for one at least.
 */
export const protectiveHeaders = {
  'content-security-policy': policyWith("'none'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const

/**
 * A response with the protective headers, and kept out of caches unless it says otherwise. A policy of its own stays: a
 * download's, which is stricter, and that of a page with scripts.
 */
export function protect(response: Response): Response {
  const protectedResponse = new Response(response.body, response)
  const own = response.headers.get('content-security-policy')
  for (const [name, value] of Object.entries(protectiveHeaders)) protectedResponse.headers.set(name, value)
  if (own !== null) protectedResponse.headers.set('content-security-policy', own)
  if (!protectedResponse.headers.has('cache-control'))
    protectedResponse.headers.set('cache-control', 'no-store')
  return protectedResponse
}
