import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { isFormType, isJsonType } from './content-type.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site made a browser send, whatever its content type (hono/csrf looks only at form types, and
 * lets one right header outweigh a wrong one). Browsers say where a request comes from in Sec-Fetch-Site, older ones in
 * Origin: each that is there must be right. What says neither may be an old phone's browser or a program; it may not use
 * a coordinator's standing on a page, nor a personal link's that it only has as a cookie (`keyOf`). Pages take what
 * forms send and the API takes JSON: there is no other type, so none that a browser sends elsewhere without asking, such
 * as `application/csp-report`.
 */
export const refuseCrossSite = createMiddleware<AppEnv>(async (c, next) => {
  if (!safe.has(c.req.method)) {
    if (!isSameSite(c)) throw problem('cross-site')
    if (!isTypeTaken(c)) throw problem('unsupported-type')
    if (!isApi(c) && !isSigned(c) && c.var.context.actor.role !== 'member') throw problem('cross-site')
  }
  await next()
})

const isApi = (c: Context<AppEnv>): boolean => c.req.path.startsWith('/api/')

/** Whether a request says where it comes from. */
export const isSigned = (c: Context<AppEnv>): boolean =>
  c.req.header('sec-fetch-site') !== undefined || c.req.header('origin') !== undefined

function isSameSite(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || origin === new URL(c.req.url).origin
}

/** A call of the API that has nothing to say needs no type. */
function isTypeTaken(c: Context<AppEnv>): boolean {
  const type = c.req.header('content-type')
  if (!isApi(c)) return isFormType(type ?? '')
  if (type !== undefined) return isJsonType(type)
  // Over HTTP an empty body is one all the same, of length 0.
  return c.req.raw.body === null || c.req.header('content-length') === '0'
}
