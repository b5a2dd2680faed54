import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { isProblem, problem } from '../problem.ts'
import { sha256 } from '../record/digest.ts'
import { ruleOfRoute } from './enforce.ts'
import { heldKey, keyName } from './given-key.ts'
import { type Counted, countedAs, networkOf, wrongKeyOf } from './rates.ts'

/** Seconds after which to try again: the period of every counter in wrangler.toml. */
export const retryAfter = 60

/** Pages that themselves say that there were too many requests, and keep what was typed. */
const sayItThemselves = new Set([
  '/formulaires/:form',
  '/fiches/:reference',
  '/comptes-rendus/:reference/relecture',
])

/**
 * Slows down whoever asks too much: answers 429, or lets a page that has a form say so. Coordinators are not counted,
 * nor is this machine. Only Cloudflare's own header says who asks; whoever asks can write any other.
 */
export const limitRates = createMiddleware<AppEnv>(async (c, next) => {
  const rule = ruleOfRoute(c)
  const network = networkOf(c.req.header('cf-connecting-ip') ?? '')
  if (rule === null || network === null || c.var.context.actor.role === 'coordinator') return next()
  const key = c.req.query(keyName) || heldKey(c)
  const keyDigest = key === '' ? null : await sha256(key)
  const counted = countedAs({ rule, method: c.req.method, path: c.req.path, network, keyDigest })
  if (await isTooMany(c, counted)) {
    if (c.req.method === 'GET' || !sayItThemselves.has(rule.path)) throw problem('too-many')
    c.set('hurried', true)
  }
  await next()
  const isWrongKey = rule.by === 'holder' && isProblem(c.error) && c.error.code === 'not-found'
  if (isWrongKey && (await isTooMany(c, [wrongKeyOf(network)]))) throw problem('too-many')
})

/** Whether any of the counters is past its limit. A counter that is not bound, or fails, lets everything through. */
async function isTooMany(c: Context<AppEnv>, counted: readonly Counted[]): Promise<boolean> {
  const outcomes = await Promise.all(
    counted.map(async ({ counter, key }) => {
      try {
        return (await c.env[counter]?.limit({ key })) ?? { success: true }
      } catch (cause) {
        console.error(cause)
        return { success: true }
      }
    }),
  )
  return outcomes.some(({ success }) => !success)
}
