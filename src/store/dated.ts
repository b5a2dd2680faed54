import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { recordColumns, toRecords } from './record-line.ts'

/** A date of a form's records, or of the rows of one of their repeats, from one text to another (ISO 8601). */
export type SoughtDate = {
  readonly form: string
  readonly field: string
  readonly repeat: string | null
  readonly states: readonly string[]
  readonly from: string
  readonly to: string
}

/** The live records that have one of these dates, by form and number: one query, whatever is sought. */
export async function findDated(
  db: D1Database,
  catalogue: Catalogue,
  sought: readonly SoughtDate[],
): Promise<readonly StoredRecord[]> {
  if (sought.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT ${recordColumns('r')} FROM records r
       WHERE r.form IN (SELECT value ->> 'form' FROM json_each(?1)) AND r.erased_at IS NULL
         AND EXISTS (SELECT 1 FROM json_each(?1) sought
           WHERE sought.value ->> 'form' = r.form
             AND r.status IN (SELECT value FROM json_each(sought.value, '$.states'))
             AND (r.answers ->> ('$.' || (sought.value ->> 'field'))
                 BETWEEN sought.value ->> 'from' AND sought.value ->> 'to'
               OR EXISTS (SELECT 1 FROM json_each(r.answers, '$.' || (sought.value ->> 'repeat')) row
                 WHERE row.value ->> ('$.' || (sought.value ->> 'field'))
                   BETWEEN sought.value ->> 'from' AND sought.value ->> 'to')))
       ORDER BY r.form, r.number`,
    )
    .bind(JSON.stringify(sought))
    .all<Parameters<typeof toRecords>[1][number]>()
  return toRecords(catalogue, results)
}
