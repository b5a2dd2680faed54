import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { type Line, recordColumns, toRecords } from './record-line.ts'

/** What is sought among all records; '' asks for nothing. */
export type Sought = {
  readonly form: string
  readonly status: string
  /** Words that stand in the answers as they are typed here, whatever their case (of A to Z). */
  readonly text: string
  readonly from: number
  readonly limit: number
}

/** Live records, those last changed first; whether there are more after them. */
export async function findInInbox(
  db: D1Database,
  catalogue: Catalogue,
  { form, status, text, from, limit }: Sought,
): Promise<{ readonly records: readonly StoredRecord[]; readonly more: boolean }> {
  const { results } = await db
    .prepare(
      `SELECT ${recordColumns('r')} FROM records r
       WHERE r.erased_at IS NULL AND (?1 = '' OR r.form = ?1) AND (?2 = '' OR r.status = ?2)
         AND (?3 = '' OR EXISTS (SELECT 1 FROM json_tree(r.answers) answer
           WHERE answer.atom IS NOT NULL AND instr(lower(answer.atom), lower(?3)) > 0))
       ORDER BY r.updated_at DESC, r.form, r.number DESC LIMIT ?4 OFFSET ?5`,
    )
    .bind(form, status, text, limit + 1, from)
    .all<Line>()
  return { records: toRecords(catalogue, results.slice(0, limit)), more: results.length > limit }
}
