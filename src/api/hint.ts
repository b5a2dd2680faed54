import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { hintSecret, hintSettings, verify } from '../sheet/hint.ts'
import { mirrorOf } from '../sheet/index.ts'

/** A hint carries nothing: what is longer is none. */
const limitHint = bodyLimit({
  maxSize: 1024,
  onError: () => {
    throw problem('too-large')
  },
})

/**
 * Who may call: GET, coordinators; POST, whoever signs with the secret that GET gives, as `docs/apps-script/`. Each
 * has a path of its own, as Cloudflare Access lets people in by path.
 * A hint sent again within its 5 minutes is accepted again, and may be: all it can bring about is one more read
 * of the sheet, shared with every other that is due. So nothing is kept to tell a replay.
 */
export const hintRoutes = new Hono<AppEnv>()
  .get('/sync/apps-script', async (c) => {
    requireCoordinator(c)
    if (!c.env.SPREADSHEET_ID) throw problem('not-found')
    c.header('cache-control', 'no-store')
    return c.json(await hintSettings(c.var.context.secret, c.env.SPREADSHEET_ID, c.req.url))
  })
  .post('/sync/hint', limitHint, async (c) => {
    const isSigned = await verify(
      await hintSecret(c.var.context.secret, c.env.SPREADSHEET_ID),
      c.req.header('x-recueil-timestamp'),
      c.req.header('x-recueil-signature'),
      await c.req.text(),
      c.var.context.now,
    )
    if (!isSigned) throw problem('bad-signature')
    // Losing the call loses nothing: the mirror reads the sheet every 10 seconds while somebody works in it.
    c.executionCtx.waitUntil(mirrorOf(c.env).poke())
    return c.json({}, 202)
  })
