import { env } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { app } from '../../src/app.ts'
import { findForm } from '../../src/form/index.ts'
import { accept } from '../../src/record/index.ts'
import { counted } from './counted.ts'
import { projectSheet } from './samples.ts'

export { SheetMirror } from '../../src/sheet/mirror-object.ts'
export { Endpoint } from '../../src/webhook/endpoint-object.ts'

/** The Worker itself, and at /cost what one acceptance of a project sheet with three zones costs D1. */
export default {
  async fetch(request, bindings, executionContext) {
    if (new URL(request.url).pathname !== '/cost') return app.fetch(request, bindings, executionContext)
    const form = findForm(catalogue, 'fiche-projet')
    if (!form) return new Response('the project sheet is missing', { status: 500 })
    const { db, cost } = counted(env.DB)
    const context = {
      db,
      catalogue,
      secret: env.RECUEIL_SECRET,
      now: Date.now(),
      actor: { role: 'member', name: '', source: 'api' },
      wake: () => {},
    } as const
    await accept(context, form, { id: crypto.randomUUID(), answers: projectSheet, locale: 'fr' })
    return Response.json(cost)
  },
} satisfies ExportedHandler<Cloudflare.Env>
