import { env } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import type { Context } from '../../src/context.ts'

/** What a decision needs, on the test's own database, as a coordinator would make it through the API. */
export function contextAt(now: number, changes: Partial<Context> = {}): Context {
  return {
    db: env.DB,
    catalogue,
    site: 'https://recueil.example',
    secret: 'a secret for tests, long enough to be one',
    now,
    actor: { role: 'coordinator', name: 'coordination@recueil.example', source: 'api' },
    wake: () => {},
    ...changes,
  }
}
