export type StoredSettings = {
  /** JSON. */
  readonly value: string
  readonly revision: number
}

/** The one line of settings, or null before anything was set. */
export const readSettings = (db: D1Database): Promise<StoredSettings | null> =>
  db.prepare('SELECT value, revision FROM settings WHERE id = 1').first<StoredSettings>()
