import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { recordColumns, toRecords } from './record-line.ts'

/** Marks the record of an event as not yet shown by the sheet, if that event was written. */
export function markDue(db: D1Database, eventId: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sheet_due (record, revision, since) SELECT record, revision, at FROM events WHERE id = ?
       ON CONFLICT (record) DO UPDATE SET revision = excluded.revision`,
    )
    .bind(eventId)
}

export type Due = {
  readonly record: StoredRecord
  readonly since: number
  /** Whether something personal was taken out of it since: what the sheet shows of it still is to be kept nowhere. */
  readonly isTakenOut: boolean
}

/** The records the sheet does not show yet, longest waiting first, each as it is now. */
export async function dueRecords(
  db: D1Database,
  catalogue: Catalogue,
  limit: number,
): Promise<readonly Due[]> {
  const { results } = await db
    .prepare(
      `SELECT ${recordColumns('r')}, d.since, EXISTS (SELECT 1 FROM events e WHERE e.record = r.id
         AND e.at >= d.since AND e.type IN ('person.erased', 'consent.withdrawn', 'answers.erased')) AS taken_out
       FROM sheet_due d JOIN records r ON r.id = d.record
       WHERE r.form IN (SELECT value FROM json_each(?1)) ORDER BY d.since, r.form, r.number LIMIT ?2`,
    )
    .bind(JSON.stringify(catalogue.forms.map(({ id }) => id)), limit)
    .all<Parameters<typeof toRecords>[1][number] & { since: number; taken_out: number }>()
  const lines = new Map(results.map((line) => [line.id, line]))
  return toRecords(catalogue, results).map((record) => ({
    record,
    since: lines.get(record.id)?.since ?? 0,
    isTakenOut: lines.get(record.id)?.taken_out === 1,
  }))
}

/** Takes records off the list that the sheet was seen to show; one revised in the meantime stays on it. */
export async function clearDue(
  db: D1Database,
  shown: readonly { readonly id: string; readonly revision: number }[],
): Promise<void> {
  if (shown.length === 0) return
  await db
    .prepare(
      `DELETE FROM sheet_due WHERE (record, revision) IN (
         SELECT value ->> 'id', value ->> 'revision' FROM json_each(?))`,
    )
    .bind(JSON.stringify(shown.map(({ id, revision }) => ({ id, revision }))))
    .run()
}

export async function countDue(db: D1Database): Promise<number> {
  return (await db.prepare('SELECT count(*) AS count FROM sheet_due').first<number>('count')) ?? 0
}

/** Puts every live record of these forms on the list, for a tab that is built anew. */
export async function markAllDue(db: D1Database, forms: readonly string[], now: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO sheet_due (record, revision, since)
       SELECT id, revision, ?2 FROM records
       WHERE form IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL
       ON CONFLICT (record) DO UPDATE SET revision = excluded.revision`,
    )
    .bind(JSON.stringify(forms), now)
    .run()
}

/**
 * Puts the live records that mention a reference on the list, for when what it is called has changed.
 * @param forms those with a field that refers to records of its form
 */
export function markMentionsDue(
  db: D1Database,
  reference: string,
  forms: readonly string[],
  eventId: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sheet_due (record, revision, since)
       SELECT records.id, records.revision, events.at FROM records, events
       WHERE events.id = ?3 AND records.form IN (SELECT value FROM json_each(?2))
         AND records.erased_at IS NULL AND instr(records.answers, json_quote(?1)) > 0
       ON CONFLICT (record) DO UPDATE SET revision = excluded.revision`,
    )
    .bind(reference, JSON.stringify(forms), eventId)
}
