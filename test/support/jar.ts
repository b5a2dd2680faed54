import { exports } from 'cloudflare:workers'

type Held = { readonly name: string; readonly value: string; readonly path: string }
type Entries = readonly (readonly [string, string])[]

/** Where a browser ended up: the address in its bar, and the page. */
export type Shown = { readonly address: string; readonly status: number; readonly text: string }

const origin = 'http://recueil.test'

/** Somebody's browser without scripts: it keeps cookies by their path, and follows redirects. */
export function browser() {
  let held: readonly Held[] = []
  const goesTo = (path: string) => (cookie: Held) =>
    path === cookie.path || path.startsWith(`${cookie.path.replace(/\/$/, '')}/`)

  async function ask(address: string, entries: Entries | null): Promise<Shown> {
    const url = new URL(address, origin)
    const cookies = held.filter(goesTo(url.pathname)).map(({ name, value }) => `${name}=${value}`)
    const response = await exports.default.fetch(
      new Request(url, {
        redirect: 'manual',
        headers: {
          ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
          ...(entries && { origin, 'sec-fetch-site': 'same-origin' }),
        },
        ...(entries && {
          method: 'POST',
          body: new URLSearchParams(entries.map(([name, text]) => [name, text])),
        }),
      }),
    )
    for (const line of response.headers.getSetCookie()) held = withCookie(held, line)
    const next = response.headers.get('location')
    if (next !== null) return ask(next, null)
    return { address: url.pathname + url.search, status: response.status, text: await response.text() }
  }

  return {
    open: (address: string) => ask(address, null),
    send: (address: string, entries: Entries) => ask(address, entries),
    cookies: () => held,
  }
}

function withCookie(held: readonly Held[], line: string): readonly Held[] {
  const [pair = '', ...attributes] = line.split('; ')
  const [name = '', value = ''] = pair.split('=')
  const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice('Path='.length) ?? '/'
  return [...held.filter((other) => other.name !== name || other.path !== path), { name, value, path }]
}

/** The forms of a page, each with where it is sent and what its hidden controls say. */
export const hiddenIn = (text: string): Entries =>
  [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  )

/** Every address that a page leads to. */
export const leadsTo = (text: string): readonly string[] =>
  [...text.matchAll(/ (?:href|action|formaction)="([^"]+)"/g)].map(([, address = '']) => address)
