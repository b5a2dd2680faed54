import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { endpointRoutes } from '../../src/api/endpoints.ts'
import { problemJson } from '../../src/api/index.ts'
import type { AppEnv, Context } from '../../src/context.ts'
import { isProblem } from '../../src/problem.ts'
import { contextAt } from '../support/context.ts'
import { SECRET, START } from './support.ts'

/** How often the endpoints were called to look for something due. */
export const wakes = { count: 0 }

/** The routes as the Worker mounts them, at a time and for an asker of the test's own. */
export async function ask(
  method: string,
  path: string,
  body?: unknown,
  changes: Partial<Context> = {},
  bindings: { readonly LOCAL?: string; readonly EMAIL?: undefined } = {},
) {
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      const wake = () => void wakes.count++
      c.set('context', contextAt(START, { secret: SECRET, wake, ...changes }))
      c.set('locale', 'fr')
      await next()
    })
    .route('/api/v1', endpointRoutes)
    .onError((cause, c) => {
      if (isProblem(cause)) return problemJson(c, cause)
      throw cause
    })
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await app.request(
    `https://recueil.example.org/api/v1${path}`,
    { method, ...init },
    { ...env, ...bindings },
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** A delivery as the log of its endpoint has it. */
export const logOf = async (endpoint: string, seq: number) =>
  (await ask('GET', `/endpoints/${endpoint}/deliveries`)).body.deliveries.find(
    ({ event }: { event: { seq: number } }) => event.seq === seq,
  )
