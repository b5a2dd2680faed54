import { Hono } from 'hono'
import type { AppEnv } from '../context.ts'
import { ping } from '../store/health.ts'
import { auditRoutes } from './audit.ts'
import { limitBody } from './body.ts'
import { campaignRoutes } from './campaigns.ts'
import { endpointRoutes } from './endpoints.ts'
import { eventRoutes } from './events.ts'
import { formRoutes } from './forms.ts'
import { hintRoutes } from './hint.ts'
import { openApi } from './openapi/index.ts'
import { recordRoutes } from './records.ts'
import { syncRoutes } from './sync.ts'

export { problemJson } from './problem-json.ts'

/** Every JSON route. Each file says who may call its own. */
export const api = new Hono<AppEnv>()
  .use('/api/*', limitBody)
  .route('/api/v1', formRoutes)
  .route('/api/v1', recordRoutes)
  .route('/api/v1', campaignRoutes)
  .route('/api/v1', eventRoutes)
  .route('/api/v1', auditRoutes)
  .route('/api/v1', endpointRoutes)
  .route('/api/v1', syncRoutes)
  .route('/api/v1', hintRoutes)
  .get('/openapi.json', (c) =>
    c.json(openApi(c.var.context.catalogue, new URL(c.req.url).origin, c.var.locale)),
  )
  /** Who may call: anyone. Says that the Worker answers and reaches its database. */
  .get('/health', async (c) => {
    await ping(c.var.context.db)
    return c.json({ status: 'ok' })
  })
