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

/** Addresses of people and names of service tokens, as COORDINATORS lists them. */
export const coordinatorsIn = (listed: string): readonly string[] =>
  listed
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')

/**
 * Who is asking: a coordinator when Cloudflare Access vouches for an address, or a service token by its name, that
 * COORDINATORS lists; else a member. Recueil has no password and no session of its own.
 */
export async function identify(
  c: Context<AppEnv>,
  source: Actor['source'],
): Promise<{ readonly actor: Actor; readonly signedIn: boolean }> {
  const identity = await c.executionCtx.access?.getIdentity()
  // A person has an address, a service token a common_name (developers.cloudflare.com/cloudflare-one/identity).
  const given = identity?.email ?? identity?.common_name
  const name = typeof given === 'string' ? given.trim().toLowerCase() : ''
  const signedIn = name !== ''
  return signedIn && coordinatorsIn(c.env.COORDINATORS).includes(name)
    ? { actor: { role: 'coordinator', name, source }, signedIn }
    : { actor: { role: 'member', name: '', source }, signedIn }
}

/** @throws problem 'not-signed-in', or 'not-allowed' when whoever is signed in is not a coordinator */
export function requireCoordinator(c: Context<AppEnv>): void {
  if (c.var.context.actor.role === 'coordinator') return
  throw problem(c.var.signedIn ? 'not-allowed' : 'not-signed-in')
}
