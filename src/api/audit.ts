import { Hono } from 'hono'
import { requireCoordinator } from '../access/index.ts'
import {
  auditFrom,
  compareHead,
  fromBeginning,
  readCursor,
  readNoted,
  verifiedAtOnce,
  writeCursor,
} from '../audit/index.ts'
import type { AppEnv } from '../context.ts'
import { unreadable } from './paging.ts'

/**
 * Who may call: coordinators. Verifies a stretch of the log from the cursor on, and compares a head that was noted
 * elsewhere (`seq` and `head`) with the log's.
 */
export const auditRoutes = new Hono<AppEnv>().get('/audit', async (c) => {
  requireCoordinator(c)
  const { db, secret, now } = c.var.context
  const { after, seq, head } = c.req.query()
  const cursor = after === undefined ? fromBeginning(now) : await readCursor(secret, after)
  if (cursor === null) throw unreadable('after')
  const noted = seq === undefined && head === undefined ? null : readNoted(seq ?? '', head ?? '')
  if (noted === null && (seq ?? head) !== undefined) throw unreadable('head')
  const { reached, isWhole, sealedAt, sealed, events, blanked, waiting, faults } = await auditFrom(
    db,
    cursor.point,
    verifiedAtOnce,
    now,
  )
  return c.json({
    verifiedThrough: reached.seq,
    sealedThrough: sealed.seq,
    head: sealed.head,
    sealedAt: sealedAt === null ? null : new Date(sealedAt).toISOString(),
    events,
    waiting,
    blanked,
    faults,
    noted: noted === null ? null : { seq: noted.seq, is: await compareHead(db, noted) },
    next: isWhole
      ? null
      : await writeCursor(secret, { ...cursor, point: reached, faults: cursor.faults + faults.length }),
  })
})
