import type { Context } from 'hono'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import type { Actor } from '../record/record.ts'

declare module 'hono' {
  interface ExecutionContext {
    /** The identity Cloudflare Access verified before the Worker ran (developers.cloudflare.com/cloudflare-one). */
    readonly access?: CloudflareAccessContext
  }
}

/**
 * Who is asking: a coordinator when Cloudflare Access vouches for an address that COORDINATORS lists, else a member.
 * Recueil has no password and no session of its own.
 */
export async function identify(c: Context<AppEnv>, source: Actor['source']): Promise<Actor> {
  const identity = await c.executionCtx.access?.getIdentity()
  const email = typeof identity?.email === 'string' ? identity.email.trim().toLowerCase() : ''
  const coordinators = c.env.COORDINATORS.split(',').map((address) => address.trim().toLowerCase())
  return email !== '' && coordinators.includes(email)
    ? { role: 'coordinator', name: email, source }
    : { role: 'member', name: '', source }
}

/** @throws problem 'not-signed-in' unless a coordinator is asking */
export function requireCoordinator(c: Context<AppEnv>): void {
  if (c.var.context.actor.role !== 'coordinator') throw problem('not-signed-in')
}
