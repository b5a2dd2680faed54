import { Hono } from 'hono'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { eventsAfter } from '../store/events.ts'
import { numberAfter, pageSize } from './paging.ts'

/** Who may call: coordinators. The feed is what the webhooks carry, in order, to read at one's own pace. */
export const eventRoutes = new Hono<AppEnv>().get('/events', async (c) => {
  requireCoordinator(c)
  const limit = pageSize(c)
  const events = await eventsAfter(c.var.context.db, numberAfter(c, 0), limit)
  return c.json({
    events: events.map(({ seq, id, record, form, revision, actor, payload }) => ({
      seq,
      id,
      record,
      form,
      revision,
      actor,
      ...(JSON.parse(payload) as object),
    })),
    next: events.length === limit ? (events.at(-1)?.seq ?? null) : null,
  })
})
