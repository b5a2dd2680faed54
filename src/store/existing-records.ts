/** What proves that a repeated submission is the same: SHA-256, hexadecimal; null when there is no such record. */
export const findAcceptedDigest = async (db: D1Database, id: string): Promise<string | null> =>
  db.prepare('SELECT accepted_digest FROM records WHERE id = ?').bind(id).first('accepted_digest')

/** Which of these ids are taken, by erased records too. */
export async function takenIds(db: D1Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare('SELECT id FROM records WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ id: string }>()
  return new Set(results.map(({ id }) => id))
}

export type Numbered = { readonly form: string; readonly number: number }

/** Which of these live records there are. */
export async function existingRecords(
  db: D1Database,
  sought: readonly Numbered[],
): Promise<readonly Numbered[]> {
  if (sought.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT form, number FROM records WHERE erased_at IS NULL
         AND (form, number) IN (SELECT value ->> 'form', value ->> 'number' FROM json_each(?))`,
    )
    .bind(JSON.stringify(sought))
    .all<Numbered>()
  return results
}
