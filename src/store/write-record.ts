import type { StoredRecord } from '../record/record.ts'

/** What a new record is made of; its number is given by the statement, gapless within the form. */
export type NewRecord = Pick<
  StoredRecord,
  'id' | 'form' | 'status' | 'answers' | 'coordination' | 'locale' | 'createdAt'
> & { readonly acceptedDigest: string; readonly keyDigest: string }

/**
 * Inserts a record unless its id is taken; returns its `number` when it did. The number is one more than the form's
 * highest: D1 runs one transaction at a time, and erased records keep their row, so that no number is used twice.
 */
export function insertRecord(db: D1Database, record: NewRecord): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO records (id, form, number, status, revision, answers, coordination, locale, accepted_digest,
         key_digest, created_at, updated_at)
       SELECT ?1, ?2, coalesce((SELECT max(number) FROM records WHERE form = ?2), 0) + 1, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?9
       WHERE NOT EXISTS (SELECT 1 FROM records WHERE id = ?1)
       RETURNING number`,
    )
    .bind(
      record.id,
      record.form,
      record.status,
      JSON.stringify(record.answers),
      JSON.stringify(record.coordination),
      record.locale,
      record.acceptedDigest,
      record.keyDigest,
      record.createdAt,
    )
}

/**
 * Writes a record's next revision if it is still at `from` and not erased; returns its `revision` when it did. A record
 * of which something was erased keeps no digest of what was submitted: who knows most of it could guess the rest.
 */
export function updateRecord(
  db: D1Database,
  record: StoredRecord,
  from: number,
  isErasing: boolean,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE records SET status = ?3, revision = ?4, answers = ?5, coordination = ?6, updated_at = ?7, erased_at = ?8,
         accepted_digest = iif(?9, '', accepted_digest)
       WHERE id = ?1 AND revision = ?2 AND erased_at IS NULL
       RETURNING revision`,
    )
    .bind(
      record.id,
      from,
      record.status,
      record.revision,
      JSON.stringify(record.answers),
      JSON.stringify(record.coordination),
      record.updatedAt,
      record.erasedAt,
      Number(isErasing),
    )
}
