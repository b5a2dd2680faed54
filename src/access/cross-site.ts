import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site made a browser send, whatever its content type (hono/csrf looks only at form types, and
 * lets one right header outweigh a wrong one). Browsers say where a request comes from in Sec-Fetch-Site, older ones in
 * Origin; what says neither is not a browser, and may not use a coordinator's standing with a form's content type.
 */
export const refuseCrossSite = createMiddleware<AppEnv>(async (c, next) => {
  if (!safe.has(c.req.method) && !isSameSite(c)) throw problem('cross-site')
  await next()
})

function isSameSite(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== new URL(c.req.url).origin) return false
  if (site !== undefined || origin !== undefined) return true
  return c.var.context.actor.role === 'member' || !isFormType(c.req.header('content-type') ?? '')
}

/** What a form of another site can send without the browser asking first (fetch.spec.whatwg.org, "safelisted"). */
const isFormType = (type: string): boolean =>
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i.test(type.trim())
