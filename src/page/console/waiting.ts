import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../context.ts'
import { findLate, type Late } from '../late.ts'
import type { Waiting } from './menu.tsx'
import { isConsole } from './places.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** What is late, once the menu or the page asked. */
    late: Promise<readonly Late[]> | undefined
  }
}

/** What is late; asked once a request, whoever asks first. */
export function lateOf(c: Context<AppEnv>): Promise<readonly Late[]> {
  const asked = c.var.late ?? findLate(c.var.context, c.var.locale)
  c.set('late', asked)
  return asked
}

/** What the console's menu counts: no page fails because it cannot be counted. */
export async function waitingAt(c: Context<AppEnv>): Promise<Waiting> {
  if (!hasMenu(c)) return {}
  try {
    return { '/coordination': (await lateOf(c)).length }
  } catch (cause) {
    console.error(cause)
    return {}
  }
}

/** Asks for it beside what the page itself reads, so that no page waits for it. */
export const askForWaiting = createMiddleware<AppEnv>(async (c, next) => {
  // What goes wrong here is said where it is waited for.
  if (c.req.method === 'GET' && hasMenu(c)) lateOf(c).catch(() => undefined)
  await next()
})

/** A request may be refused before it is known who asks. */
const hasMenu = (c: Context<AppEnv>): boolean =>
  c.var.context?.actor.role === 'coordinator' && isConsole(c.req.path)
