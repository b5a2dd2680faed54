import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { requireCoordinator } from './identity.ts'
import type { Rule } from './rule.ts'
import { ruleOf } from './table.ts'

/**
 * Lets through what the table of routes allows. A route that is not in the table is as if it were not there; what a key
 * or a form decides, the route itself decides.
 */
export const enforce = createMiddleware<AppEnv>(async (c, next) => {
  if (routeOf(c)) {
    const rule = ruleOfRoute(c)
    if (rule === null) throw problem('not-found')
    if (rule.by === 'coordinator') requireCoordinator(c)
    await next()
    if (rule.by === 'coordinator' || rule.by === 'holder') c.header('X-Robots-Tag', 'noindex')
    return
  }
  await next()
})

const routeOf = (c: Context<AppEnv>) => matchedRoutes(c).findLast(({ method }) => method !== 'ALL')

/** The rule of the route that answers this request; null when none does, or nobody may call it. */
export function ruleOfRoute(c: Context<AppEnv>): Rule | null {
  const route = routeOf(c)
  return route ? ruleOf(route.method, route.path) : null
}
