import { Hono } from 'hono'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { mirrorOf } from '../sheet/index.ts'

/** Who may call: coordinators. */
export const syncRoutes = new Hono<AppEnv>()
  .get('/sync', async (c) => {
    requireCoordinator(c)
    return c.json(await mirrorOf(c.env).state())
  })
  .post('/sync', async (c) => {
    requireCoordinator(c)
    return c.json(await mirrorOf(c.env).pass())
  })
