import { Hono } from 'hono'
import { catalogue } from '../forms/index.ts'
import {
  apiLocale,
  chooseLocale,
  enforce,
  identify,
  limitRates,
  protect,
  refuseCrossSite,
  refuseLocalElsewhere,
  requireEncrypted,
  retryAfter,
} from './access/index.ts'
import { api, problemJson } from './api/index.ts'
import { type AppEnv, type Context, siteOf } from './context.ts'
import type { Catalogue } from './form/definition/index.ts'
import { typeset } from './form/index.ts'
import { pages, problemPage } from './page/index.tsx'
import { isProblem, problem } from './problem.ts'
import type { Actor } from './record/index.ts'
import { wakeMirror } from './sheet/index.ts'
import { wakeEndpoints } from './webhook/index.ts'

/**
 * What a decision needs, from the platform's bindings. `keepAlive` holds the Worker until a wake-up call is out.
 * @param origin under which name the site was asked for, if it was
 */
export function contextOf(
  env: Cloudflare.Env,
  actor: Actor,
  now: number,
  keepAlive: (work: Promise<unknown>) => void,
  origin = '',
): Context {
  return {
    db: env.DB,
    catalogue,
    site: siteOf(env.SITE_URL, origin),
    secret: longSecret(env.RECUEIL_SECRET),
    now,
    actor,
    wake: () => keepAlive(Promise.allSettled([wakeMirror(env), wakeEndpoints(env, now)])),
  }
}

let typesetCatalogue: Catalogue | undefined

/** Made when the first page is asked for, so that start-up does not wait for it. */
function catalogueOfPages(): Catalogue {
  typesetCatalogue ??= typeset(catalogue)
  return typesetCatalogue
}

/** @throws Error when the secret could be guessed: nothing is served rather than links that anyone may make */
function longSecret(secret: string | undefined): string {
  if (secret === undefined || secret.length < 32)
    throw new Error('RECUEIL_SECRET needs at least 32 characters')
  return secret
}

const isApi = (path: string): boolean =>
  path.startsWith('/api/') || path === '/openapi.json' || path === '/health'

/** Every route, pages and API. */
export const app = new Hono<AppEnv>()

app.use(refuseLocalElsewhere)
app.use(requireEncrypted)
app.use(async (c, next) => {
  const forApi = isApi(c.req.path)
  const { actor, signedIn } = await identify(c, forApi ? 'api' : 'page')
  c.set('signedIn', signedIn)
  const { origin } = new URL(c.req.url)
  const context = contextOf(c.env, actor, Date.now(), (work) => c.executionCtx.waitUntil(work), origin)
  // What is taken away has its labels as they are written, as the API does: programs look for them.
  const asWritten = forApi || c.req.path.startsWith('/exports/')
  c.set('context', asWritten ? context : { ...context, catalogue: catalogueOfPages() })
  c.set('locale', forApi ? apiLocale(c) : chooseLocale(c))
  await next()
})
app.use(refuseCrossSite)
app.use(enforce)
app.use(limitRates)
app.route('/', api)
app.route('/', pages)
app.notFound((c) => answer(c, problem('not-found')))
app.onError(async (cause, c) => {
  if (!isProblem(cause)) console.error(cause)
  const refused = isProblem(cause) ? cause : problem('internal')
  const response = await answer(c, refused)
  if (refused.status === 429) response.headers.set('retry-after', String(retryAfter))
  return response
})

/** The public door: whatever happens, an answer with the protective headers. */
export async function respondTo(
  request: Request,
  env: Cloudflare.Env,
  executionContext: ExecutionContext,
): Promise<Response> {
  try {
    return protect(await app.fetch(request, env, executionContext))
  } catch (cause) {
    // Not even a page could be made of what went wrong.
    console.error(cause)
    return protect(new Response(problem('internal').title.fr, { status: 500 }))
  }
}

function answer(...[c, cause]: Parameters<typeof problemPage>): Response | Promise<Response> {
  return isApi(c.req.path) ? problemJson(c, cause) : problemPage(c, cause)
}
