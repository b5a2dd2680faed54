import { env } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../../src/form/index.ts'
import { accept } from '../../src/record/index.ts'
import worker from '../../src/worker.ts'
import { counted } from './counted.ts'
import { projectSheet } from './samples.ts'

export { Endpoint, SheetMirror } from '../../src/worker.ts'

/** The Worker itself, and at /cost what one acceptance of a project sheet with three zones costs D1. */
export default {
  scheduled: worker.scheduled,
  async fetch(request, bindings, executionContext) {
    if (new URL(request.url).pathname !== '/cost') return worker.fetch(request, bindings, executionContext)
    const form = findForm(catalogue, 'fiche-projet')
    if (!form) return new Response('the project sheet is missing', { status: 500 })
    const { db, cost } = counted(env.DB)
    const context = {
      db,
      catalogue,
      site: '',
      secret: env.RECUEIL_SECRET,
      now: Date.now(),
      actor: { role: 'member', name: '', source: 'api' },
      wake: () => {},
    } as const
    await accept(context, form, { id: crypto.randomUUID(), answers: projectSheet, locale: 'fr' })
    return Response.json(cost)
  },
} satisfies ExportedHandler<Cloudflare.Env>
