/** A document that the coordinator laid out, kept in R2 under its id. `at`: milliseconds since 1970, UTC. */
export type StoredFile = {
  /** A UUID: the name of the object in the bucket, and of the file in addresses. */
  readonly id: string
  readonly record: string
  /** The version of the record that it lays out. */
  readonly version: number
  /** What it is called when it is downloaded. */
  readonly name: string
  /** Its media type, as its content says. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly at: number
}

const columns = 'id, record, version, name, type, size, at'

/** Notes a file of a live record; returns whether it did. */
export async function insertFile(db: D1Database, file: StoredFile): Promise<boolean> {
  const written = await db
    .prepare(
      `INSERT INTO files (${columns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE EXISTS (SELECT 1 FROM records WHERE id = ?2 AND erased_at IS NULL) RETURNING id`,
    )
    .bind(file.id, file.record, file.version, file.name, file.type, file.size, file.at)
    .first()
  return written !== null
}

/** The files of a record, the newest first. */
export async function filesOf(db: D1Database, record: string): Promise<readonly StoredFile[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM files WHERE record = ? ORDER BY at DESC, id`)
    .bind(record)
    .all<StoredFile>()
  return results
}

/** The files of these records, the newest first. */
export async function filesOfRecords(
  db: D1Database,
  records: readonly string[],
): Promise<readonly StoredFile[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM files WHERE record IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id`,
    )
    .bind(JSON.stringify(records))
    .all<StoredFile>()
  return results
}

/** Files whose record was erased: their content is to be deleted. */
export async function filesOfErased(db: D1Database, limit: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      'SELECT f.id FROM files f JOIN records r ON r.id = f.record WHERE r.erased_at IS NOT NULL LIMIT ?',
    )
    .bind(limit)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Forgets files whose content was deleted. */
export async function deleteFiles(db: D1Database, ids: readonly string[]): Promise<void> {
  await db
    .prepare('DELETE FROM files WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .run()
}
