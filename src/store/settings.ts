import type { NewEvent } from './events.ts'
import { insertNotice } from './write-events.ts'

export type StoredSettings = {
  /** JSON. */
  readonly value: string
  readonly revision: number
}

/** The one line of settings, or null before anything was set. */
export const readSettings = (db: D1Database): Promise<StoredSettings | null> =>
  db.prepare('SELECT value, revision FROM settings WHERE id = 1').first<StoredSettings>()

/**
 * Writes the settings and what happened, in one batch, if their revision is still this one (0: nothing was set yet).
 * @param value JSON
 * @returns whether they were written
 */
export async function writeSettings(
  db: D1Database,
  value: string,
  revision: number,
  event: NewEvent,
): Promise<boolean> {
  const [written] = await db.batch([
    db
      .prepare(
        `INSERT INTO settings (id, revision, value, updated_at, updated_by)
         SELECT 1, ?1 + 1, ?2, ?3, ?4 WHERE coalesce((SELECT revision FROM settings WHERE id = 1), 0) = ?1
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, value = excluded.value,
           updated_at = excluded.updated_at, updated_by = excluded.updated_by
         RETURNING revision`,
      )
      .bind(revision, value, event.at, event.actor.name),
    insertNotice(db, null, event, 'changes() > 0'),
  ])
  return written?.results.length === 1
}
