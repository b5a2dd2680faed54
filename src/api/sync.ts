import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { layoutOf, mirrorOf, type SyncState } from '../sheet/index.ts'
import { readJson } from './body.ts'

/** Who may call: coordinators. */
export const syncRoutes = new Hono<AppEnv>()
  .get('/sync', async (c) => {
    requireCoordinator(c)
    return c.json(await mirrorOf(c.env).state())
  })
  .post('/sync', async (c) => {
    requireCoordinator(c)
    return c.json(await carryOut(c, await readOrder(c)))
  })

/**
 * What may be asked of the mirror beyond a pass: rows that were taken out are put back, one or all that vanished from
 * a tab; or those that vanished were meant to go. One thing at a time.
 * @param tabs the keys of the tabs there are
 */
const orderOf = (tabs: readonly string[]) => {
  const tab = v.picklist(tabs)
  const row = v.pipe(v.string(), v.regex(/^[A-Z]{2,8}-\d{4,9}(?:\/\d{1,6})?$/))
  return v.pipe(
    v.strictObject({
      restore: v.exactOptional(v.strictObject({ tab, row: v.exactOptional(row) })),
      acceptRemoval: v.exactOptional(v.strictObject({ tab })),
    }),
    v.check(({ restore, acceptRemoval }) => restore === undefined || acceptRemoval === undefined),
  )
}

type Order = v.InferOutput<ReturnType<typeof orderOf>>

/** No body asks for a pass alone, as an empty object does. */
async function readOrder(c: Context<AppEnv>): Promise<Order> {
  if ((await c.req.arrayBuffer()).byteLength === 0) return {}
  return readJson(c, orderOf(layoutOf(c.var.context.catalogue, {}).map(({ key }) => key)))
}

async function carryOut(c: Context<AppEnv>, { restore, acceptRemoval }: Order): Promise<SyncState> {
  const mirror = mirrorOf(c.env)
  if (restore) return mirror.restore(restore.tab, restore.row ?? null)
  return acceptRemoval ? mirror.acceptRemoval(acceptRemoval.tab) : mirror.pass()
}
