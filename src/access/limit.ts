import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { isProblem, problem } from '../problem.ts'
import { sha256 } from '../record/digest.ts'
import { ruleOfRoute } from './enforce.ts'
import { heldKey, keyName } from './given-key.ts'
import { type Counted, countedAs, networkOf, sentWith, wrongKeyOf } from './rates.ts'

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
  const network = countedNetwork(c)
  if (rule === null || network === null) return next()
  const key = knownKey(c)
  const keyDigest = key === '' ? null : await sha256(key)
  const { method, path } = c.req
  const isReading = method === 'GET' || method === 'HEAD'
  if (await isTooMany(c, countedAs({ rule, method, path, network, keyDigest }))) slowDown(c, isReading)
  await next()
  const isWrongKey = rule.by === 'holder' && isProblem(c.error) && c.error.code === 'not-found'
  if (isWrongKey && (await isTooMany(c, [wrongKeyOf(network)]))) throw problem('too-many')
})

/**
 * Counts what is sent with a key that the form alone brings, from a browser that takes no cookie: it is known once the
 * body was read. @throws problem 'too-many' where the page does not say it itself
 */
export async function limitSentKey(c: Context<AppEnv>, key: string): Promise<void> {
  if (key === '' || key === knownKey(c) || countedNetwork(c) === null) return
  if (await isTooMany(c, [sentWith(await sha256(key))])) slowDown(c, false)
}

/** The key that a request brings before its body is read, or ''. */
const knownKey = (c: Context<AppEnv>): string => c.req.query(keyName) || heldKey(c)

/** Under what whoever asks is counted; null when nothing is. */
const countedNetwork = (c: Context<AppEnv>): string | null =>
  c.var.context.actor.role === 'coordinator' ? null : networkOf(c.req.header('cf-connecting-ip') ?? '')

function slowDown(c: Context<AppEnv>, isReading: boolean): void {
  const rule = ruleOfRoute(c)
  if (isReading || rule === null || !sayItThemselves.has(rule.path)) throw problem('too-many')
  c.set('hurried', true)
}

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
