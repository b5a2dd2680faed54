import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { keyName, policyOf } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { addressScript } from './assets.ts'
import { waitingAt } from './console/waiting.ts'
import { groupInFrame } from './group.ts'
import { type Frame, Layout } from './layout.tsx'

type Page = {
  readonly title: string
  readonly content: Child
  readonly status?: number
  /** Of a record: kept out of caches and search engines. */
  readonly secret?: boolean
  readonly scripts?: readonly string[]
}

/** The page as an answer, in the visitor's language. */
export async function respond(c: Context<AppEnv>, page: Page): Promise<Response> {
  const url = new URL(c.req.url)
  // A request refused before its language was known is answered in French.
  const locale = c.var.locale ?? 'fr'
  const [group, waiting] = await Promise.all([groupInFrame(c), waitingAt(c)])
  // The first page that a key opens: from here on the address does without it.
  const opens = url.searchParams.has(keyName) && (page.status ?? 200) < 300
  const frame: Frame = {
    locale,
    path: url.pathname + url.search,
    // Nor is it known by then who asks.
    coordinates: c.var.context?.actor.role === 'coordinator',
    group: group?.name[locale] ?? '',
    waiting,
    indexed: !page.secret && (page.status ?? 200) === 200,
    scripts: [...(opens ? [addressScript.path] : []), ...(page.scripts ?? [])],
    nonce: crypto.getRandomValues(new Uint8Array(16)).toBase64(),
  }
  if (frame.scripts.length > 0) c.header('Content-Security-Policy', policyOf(frame.nonce))
  c.header('Cache-Control', page.secret ? 'no-store' : 'private, no-cache')
  c.header('Content-Language', frame.locale)
  if (!frame.indexed) c.header('X-Robots-Tag', 'noindex')
  c.status((page.status ?? 200) as ContentfulStatusCode)
  const layout = (
    <Layout frame={frame} title={page.title}>
      {page.content}
    </Layout>
  )
  return c.html(html`<!DOCTYPE html>${layout}`)
}
