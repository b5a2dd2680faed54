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
  if (!safe.has(c.req.method)) {
    if (!isSameSite(c)) throw problem('cross-site')
    if (isUnsignedForm(c)) throw problem(c.req.path.startsWith('/api/') ? 'unsupported-type' : 'cross-site')
  }
  await next()
})

function isSameSite(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || origin === new URL(c.req.url).origin
}

/** What a form of another site can send without the browser asking first (fetch.spec.whatwg.org, "safelisted"). */
const formTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i

/** A form that does not say where it comes from, under a coordinator's standing. */
function isUnsignedForm(c: Context<AppEnv>): boolean {
  const isSigned = c.req.header('sec-fetch-site') !== undefined || c.req.header('origin') !== undefined
  const isForm = formTypes.test((c.req.header('content-type') ?? '').trim())
  return !isSigned && isForm && c.var.context.actor.role !== 'member'
}
