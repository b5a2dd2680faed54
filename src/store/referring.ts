import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { columns, type Line, toRecords } from './record-line.ts'

/** The newest live record of a form whose answer to a field is this reference, or null. */
export async function newestReferring(
  db: D1Database,
  catalogue: Catalogue,
  form: string,
  field: string,
  reference: string,
): Promise<StoredRecord | null> {
  return (await allReferring(db, catalogue, form, field, reference)).at(-1) ?? null
}

/** The live records of a form whose answer to a field is this reference, by number. */
export async function allReferring(
  db: D1Database,
  catalogue: Catalogue,
  form: string,
  field: string,
  reference: string,
): Promise<readonly StoredRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM records
       WHERE form = ?1 AND erased_at IS NULL AND json_extract(answers, '$.' || ?2) = ?3 ORDER BY number`,
    )
    .bind(form, field, reference)
    .all<Line>()
  return toRecords(catalogue, results)
}

/** The live records of these forms in whose answers this text stands as an answer, by form and number. */
export async function recordsNaming(
  db: D1Database,
  catalogue: Catalogue,
  forms: readonly string[],
  answer: string,
): Promise<readonly StoredRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM records
       WHERE form IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL
         AND EXISTS (SELECT 1 FROM json_tree(records.answers) WHERE atom = ?2) ORDER BY form, number`,
    )
    .bind(JSON.stringify(forms), answer)
    .all<Line>()
  return toRecords(catalogue, results)
}
