/** A row that the coordinator took out of the sheet: its tab's key, its reference, its record, and when. */
export type Withdrawn = {
  readonly tab: string
  readonly row: string
  readonly record: string
  /** Milliseconds since 1970, UTC. */
  readonly at: number
}

/** Notes that a row was taken out, once, of a record that is not erased; else the statement changes nothing. */
export function insertWithdrawn(db: D1Database, { tab, row, record, at }: Withdrawn): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sheet_withdrawn (tab, row, record, at)
       SELECT ?1, ?2, id, ?4 FROM records WHERE id = ?3 AND erased_at IS NULL
       ON CONFLICT DO NOTHING RETURNING row`,
    )
    .bind(tab, row, record, at)
}

/** Forgets that a row was taken out; returns its `row` when it was. */
export function deleteWithdrawn(db: D1Database, tab: string, row: string): D1PreparedStatement {
  return db.prepare('DELETE FROM sheet_withdrawn WHERE tab = ? AND row = ? RETURNING row').bind(tab, row)
}

/** Forgets every row of a record, if the event with this id was written. */
export function deleteWithdrawnOf(db: D1Database, record: string, eventId: string): D1PreparedStatement {
  return db
    .prepare('DELETE FROM sheet_withdrawn WHERE record = ?1 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)')
    .bind(record, eventId)
}

/** Every row that was taken out and not put back, the latest first. */
export async function withdrawnRows(db: D1Database): Promise<readonly Withdrawn[]> {
  const { results } = await db
    .prepare('SELECT tab, row, record, at FROM sheet_withdrawn ORDER BY at DESC, tab, row')
    .all<Withdrawn>()
  return results
}
