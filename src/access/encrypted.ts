import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { isOwnMachine } from './local.ts'
import { isSecure } from './locale.ts'

/**
 * Answers nothing that others on the way could read or change: browsers pay no heed to HSTS before they have it over
 * https. A page leads to itself over https; what was sent, and what a program asks, is refused so that it is noticed.
 * @throws problem 'unencrypted'
 */
export const requireEncrypted = createMiddleware<AppEnv>(async (c, next) => {
  if (isSecure(c) || isOwnMachine(c)) return next()
  const { method, path, url } = c.req
  if ((method !== 'GET' && method !== 'HEAD') || path.startsWith('/api/')) throw problem('unencrypted')
  return c.redirect(url.replace(/^http:/, 'https:'), 308)
})
