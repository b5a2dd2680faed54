import type { Catalogue } from './form/definition.ts'
import type { Locale } from './form/text.ts'
import type { Actor } from './record/record.ts'

/** What a decision of `record` needs from outside: made once a request, a pass or a sweep. */
export type Context = {
  readonly db: D1Database
  readonly catalogue: Catalogue
  /** Keys the edit links. */
  readonly secret: string
  /** Milliseconds since 1970, UTC. */
  readonly now: number
  readonly actor: Actor
  /** Called after a commit: the mirror and the endpoints have something to do. Losing the call loses nothing. */
  readonly wake: () => void
}

/** Hono's environment for every route. */
export type AppEnv = {
  readonly Bindings: Cloudflare.Env
  readonly Variables: { context: Context; locale: Locale; signedIn: boolean }
}
