/** A published version of a record. `at`: milliseconds since 1970, UTC. */
export type StoredVersion = {
  readonly record: string
  readonly number: number
  readonly at: number
  /** JSON of what was published; '' once the record is erased. */
  readonly content: string
}

const columns = 'v.record, v.number, v.at, v.content'

/** Publishes the record's next version if the event was written. */
export function insertVersion(db: D1Database, version: StoredVersion, event: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO versions (record, number, at, content)
       SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM events WHERE id = ?5)`,
    )
    .bind(version.record, version.number, version.at, version.content, event)
}

/** Empties what was published of an erased record if the event was written. */
export function blankVersions(db: D1Database, record: string, event: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE versions SET content = '', carried_at = coalesce(carried_at, at)
       WHERE record = ?1 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`,
    )
    .bind(record, event)
}

/**
 * Writes versions without what was erased from them, and when that was (milliseconds since 1970, UTC), if the event was
 * written: one statement. Only with a date later than the last may a version change.
 */
export function redactVersions(
  db: D1Database,
  record: string,
  versions: readonly Pick<StoredVersion, 'number' | 'content'>[],
  now: number,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE versions SET redacted_at = max(?3, coalesce(redacted_at, 0) + 1), content =
         (SELECT value ->> 'content' FROM json_each(?2) WHERE value ->> 'number' = versions.number)
       WHERE record = ?1 AND content <> '' AND number IN (SELECT value ->> 'number' FROM json_each(?2))
         AND EXISTS (SELECT 1 FROM events WHERE id = ?4)`,
    )
    .bind(record, JSON.stringify(versions), now, event)
}

/** The versions of a live record, the newest first. */
export async function versionsOf(db: D1Database, record: string): Promise<readonly StoredVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM versions v JOIN records r ON r.id = v.record AND r.erased_at IS NULL
       WHERE v.record = ? ORDER BY v.number DESC`,
    )
    .bind(record)
    .all<StoredVersion>()
  return results
}

/** What is still to be carried of a live record's versions, the newest first, and last the one carried before. */
export async function versionsToCarry(db: D1Database, record: string): Promise<readonly StoredVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM versions v JOIN records r ON r.id = v.record AND r.erased_at IS NULL
       WHERE v.record = ?1 AND v.number >= coalesce(
         (SELECT max(number) FROM versions WHERE record = ?1 AND carried_at IS NOT NULL), 0)
       ORDER BY v.number DESC`,
    )
    .bind(record)
    .all<StoredVersion>()
  return results
}

/** How many versions of a record there are. */
export async function countVersions(db: D1Database, record: string): Promise<number> {
  const count = await db
    .prepare('SELECT count(*) AS count FROM versions WHERE record = ?')
    .bind(record)
    .first<number>('count')
  return count ?? 0
}

/** A record's newest version, with the record's number and when its first version was published. */
export type LatestVersion = StoredVersion & { readonly recordNumber: number; readonly firstAt: number }

/** The newest version of each live record of a form. For forms of hundreds of records. */
export async function latestVersions(db: D1Database, form: string): Promise<readonly LatestVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns}, r.number AS recordNumber,
         (SELECT min(at) FROM versions WHERE record = v.record) AS firstAt
       FROM versions v JOIN records r ON r.id = v.record AND r.erased_at IS NULL
       WHERE r.form = ? AND v.number = (SELECT max(number) FROM versions WHERE record = v.record)
       ORDER BY v.at DESC`,
    )
    .bind(form)
    .all<LatestVersion>()
  return results
}

/** Records of which a version is still to be carried to what it feeds. */
export async function recordsToCarry(db: D1Database, limit: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare('SELECT DISTINCT record FROM versions WHERE carried_at IS NULL LIMIT ?')
    .bind(limit)
    .all<{ record: string }>()
  return results.map(({ record }) => record)
}

/** Notes that all versions of a record up to this number were carried. */
export async function markCarried(
  db: D1Database,
  record: string,
  number: number,
  now: number,
): Promise<void> {
  await db
    .prepare('UPDATE versions SET carried_at = ? WHERE record = ? AND number <= ? AND carried_at IS NULL')
    .bind(now, record, number)
    .run()
}
