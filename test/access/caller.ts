import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { app } from '../../src/app.ts'

export const origin = 'http://recueil.test'

/** Who may ask, as Cloudflare Access would vouch for them: a person has an address, a service token a name. */
export const callers = {
  'nobody in particular': null,
  'somebody signed in': { email: 'membre@exemple.org' },
  'a service token of somebody else': { common_name: 'autre-jeton.access' },
  'a coordinator': { email: 'coordination@recueil.example' },
} as const
export type Caller = keyof typeof callers

/** Calls a route as one of them, with a body of the kind its room takes. */
export function call(caller: Caller, method: string, path: string): Promise<Response> {
  const identity = callers[caller]
  const context = Object.assign(createExecutionContext(), {
    ...(identity !== null && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
  }) as ExecutionContext
  const sends = !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method)
  const isApi = path.startsWith('/api/')
  const request = new Request(origin + path, {
    method,
    headers: {
      origin,
      ...(sends && { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' }),
    },
    ...(sends && { body: isApi ? '{}' : 'action=nothing' }),
  })
  return Promise.resolve(app.fetch(request, env, context))
}
