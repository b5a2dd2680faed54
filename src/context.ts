import type { Catalogue } from './form/definition/index.ts'
import type { Locale } from './form/text.ts'
import type { Actor } from './record/record.ts'
import type { RevisedSettings } from './record/settings.ts'

/** What a decision of `record` needs from outside: made once a request, a pass or a sweep. */
export type Context = {
  readonly db: D1Database
  readonly catalogue: Catalogue
  /** The origin under which people reach the site ("https://recueil.example"); '' when nobody said and nobody asked. */
  readonly site: string
  /** Keys the edit links. */
  readonly secret: string
  /** Milliseconds since 1970, UTC. */
  readonly now: number
  readonly actor: Actor
  /** Called after a commit: the mirror and the endpoints have something to do. Losing the call loses nothing. */
  readonly wake: () => void
}

/**
 * The site's origin: that of SITE_URL when it is set, so that what is written by a request, a pass of the sheet and a sweep
 * bears one name; else the one that was asked for.
 * @param configured SITE_URL
 * @throws TypeError when SITE_URL is no address
 */
export const siteOf = (configured: string, asked = ''): string =>
  configured === '' ? asked : new URL(configured).origin

/** Hono's environment for every route. */
export type AppEnv = {
  readonly Bindings: Cloudflare.Env
  readonly Variables: {
    context: Context
    locale: Locale
    signedIn: boolean
    /** That there were too many requests: for the page to say. */
    hurried?: boolean
    /** The group's settings, once a page asked (`page/group.ts`). */
    settings: Promise<RevisedSettings> | undefined
  }
}
