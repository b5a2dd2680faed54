/** When a record last moved to a state (milliseconds since 1970, UTC), or null when it never did. */
export async function enteredAt(db: D1Database, record: string, state: string): Promise<number | null> {
  return db
    .prepare(
      `SELECT max(at) AS at FROM events
       WHERE record = ? AND type = 'record.transitioned' AND payload ->> '$.data.transition.to' = ?`,
    )
    .bind(record, state)
    .first<number | null>('at')
}

/** When each live record of a form that is in a state moved there (milliseconds since 1970, UTC), by the record's id. */
export async function entriesInto(
  db: D1Database,
  form: string,
  state: string,
): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT e.record, max(e.at) AS at FROM records r JOIN events e ON e.record = r.id
       WHERE r.form = ?1 AND r.status = ?2 AND r.erased_at IS NULL AND e.type = 'record.transitioned'
         AND e.payload ->> '$.data.transition.to' = ?2 GROUP BY e.record`,
    )
    .bind(form, state)
    .all<{ record: string; at: number }>()
  return new Map(results.map(({ record, at }) => [record, at]))
}

/** When somebody last sent, corrected or confirmed each record as its member (milliseconds since 1970, UTC), by id. */
export async function lastWords(
  db: D1Database,
  records: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT e.record, max(e.at) AS at FROM json_each(?) sought JOIN events e ON e.record = sought.value
       WHERE e.type IN ('record.accepted', 'record.revised', 'record.confirmed') AND e.actor ->> '$.role' = 'member'
       GROUP BY e.record`,
    )
    .bind(JSON.stringify(records))
    .all<{ record: string; at: number }>()
  return new Map(results.map(({ record, at }) => [record, at]))
}

/** What was noted when a record last moved to a state; '' for nothing. */
export async function lastNote(db: D1Database, record: string, state: string): Promise<string> {
  const note = await db
    .prepare(
      `SELECT detail ->> '$.note' AS note FROM events
       WHERE record = ? AND type = 'record.transitioned' AND detail ->> '$.to' = ? ORDER BY seq DESC LIMIT 1`,
    )
    .bind(record, state)
    .first<string | null>('note')
  return note ?? ''
}
