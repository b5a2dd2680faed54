import { Hono } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { problem } from '../../problem.ts'
import { renewEditLink, revokeEditLink } from '../../record/index.ts'
import { entryOf } from '../entries.ts'
import { openRecord } from './opened.ts'
import { readEntries } from './request.ts'

/** What a coordinator does with a record's edit link. Who may call: coordinators. */
export const editLinkRoutes = new Hono<AppEnv>()

editLinkRoutes.post('/coordination/fiches/:reference/lien', async (c) => {
  requireCoordinator(c)
  const { form, record, context, path } = await openRecord(c)
  const entries = await readEntries(c)
  // The link that the coordinator saw: one renewed in between, or by a second press, is left alone.
  const generation = Number(entryOf(entries, 'generation'))
  if (!Number.isSafeInteger(generation) || generation < 1) throw problem('invalid')
  switch (entryOf(entries, 'action')) {
    case 'renew':
      await renewEditLink(context, form, record, generation)
      break
    case 'revoke':
      await revokeEditLink(context, form, record, generation)
      break
    default:
      throw problem('invalid')
  }
  return c.redirect(path, 303)
})
