import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { localAudience } from './audience.ts'

/** This machine, and names that no public one can bear (RFC 6761). */
const localName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|.+\.localhost|.+\.test)$/

/** Whether the site is asked for under a name of one's own machine. */
export const isOwnMachine = (c: Context<AppEnv>): boolean => localName.test(new URL(c.req.url).hostname)

/**
 * Serves nothing where what is meant for one's own machine would let in whoever comes: the made-up identity, or
 * `LOCAL`, under a name that others can reach.
 * @throws problem 'misconfigured'
 */
export const refuseLocalElsewhere = createMiddleware<AppEnv>(async (c, next) => {
  const faults = isOwnMachine(c) ? [] : localSettings(c)
  if (faults.length > 0) {
    console.error(`Nothing is served: ${faults.join(' and ')} on a public name (docs/deploy.md).`)
    throw problem('misconfigured')
  }
  await next()
})

const localSettings = (c: Context<AppEnv>): readonly string[] => [
  ...(c.executionCtx.access?.aud === localAudience ? ['the identity of [access.dev]'] : []),
  ...(c.env.LOCAL === 'true' ? ['LOCAL'] : []),
]
