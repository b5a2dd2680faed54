import type { Context } from 'hono'
import type { AppEnv } from '../context.ts'
import { inLocale } from '../form/index.ts'
import type { Problem } from '../problem.ts'

/** A refusal as `application/problem+json` (RFC 9457), in the asker's language. */
export function problemJson(c: Context<AppEnv>, problem: Problem): Response {
  const locale = c.var.locale ?? 'fr'
  const body = {
    type: new URL(`/problemes/${problem.code}`, c.req.url).href,
    title: inLocale(problem.title, locale),
    status: problem.status,
    ...(problem.detail && { detail: inLocale(problem.detail, locale) }),
    ...(problem.errors.length > 0 && {
      errors: problem.errors.map(({ pointer, message }) => ({ pointer, message: inLocale(message, locale) })),
    }),
    ...problem.extension,
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}
