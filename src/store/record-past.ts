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

/** What was noted when each record last moved to a state, by the record's id; none of those of which nothing was. */
export async function lastNotes(
  db: D1Database,
  records: readonly string[],
  state: string,
): Promise<ReadonlyMap<string, string>> {
  const { results } = await db
    .prepare(
      // SQLite takes the other columns from the line of the maximum (sqlite.org/lang_select.html, "bare columns").
      `SELECT e.record, e.detail ->> '$.note' AS note, max(e.seq)
       FROM json_each(?1) sought JOIN events e ON e.record = sought.value
       WHERE e.type = 'record.transitioned' AND e.detail ->> '$.to' = ?2 GROUP BY e.record`,
    )
    .bind(JSON.stringify(records), state)
    .all<{ record: string; note: string | null }>()
  return new Map(results.flatMap(({ record, note }) => (note ? [[record, note] as const] : [])))
}
