import type { Context } from '../../src/context.ts'
import type { Catalogue } from '../../src/form/definition/index.ts'

/** What a decision needs, on a database of the test's own, as the mirror makes it. */
export const mirrorContext = (db: D1Database, catalogue: Catalogue, now: number): Context => ({
  db,
  catalogue,
  site: 'https://recueil.example',
  secret: 'a secret for tests, long enough to be one',
  now,
  actor: { role: 'coordinator', name: 'feuille', source: 'sheet' },
  wake: () => {},
})
