import type { Catalogue, Form } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { parseReference, referenceOf } from '../record/reference.ts'
import { columns, type Line, recordColumns, toRecord, toRecords } from './record-line.ts'

export async function findRecord(
  db: D1Database,
  catalogue: Catalogue,
  id: string,
): Promise<StoredRecord | null> {
  const line = await db.prepare(`SELECT ${columns} FROM records WHERE id = ?`).bind(id).first<Line>()
  return line ? (toRecords(catalogue, [line])[0] ?? null) : null
}

/** The records with these ids, in one query. */
export async function findRecords(
  db: D1Database,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  if (ids.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM records WHERE id IN (SELECT value FROM json_each(?)) ORDER BY form, number`,
    )
    .bind(JSON.stringify(ids))
    .all<Line>()
  return toRecords(catalogue, results)
}

export async function findByReference(
  db: D1Database,
  catalogue: Catalogue,
  reference: string,
): Promise<StoredRecord | null> {
  const named = parseReference(catalogue, reference)
  if (!named) return null
  const line = await db
    .prepare(`SELECT ${columns} FROM records WHERE form = ? AND number = ?`)
    .bind(named.form.id, named.number)
    .first<Line>()
  return line ? toRecord(line, named.form.prefix) : null
}

/** The records that bear these references, in one query; a reference that names none is passed over. */
export async function findByReferences(
  db: D1Database,
  catalogue: Catalogue,
  references: readonly string[],
): Promise<readonly StoredRecord[]> {
  const named = references.flatMap((reference) => {
    const found = parseReference(catalogue, reference)
    return found ? [{ form: found.form.id, number: found.number }] : []
  })
  if (named.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT ${recordColumns('r')} FROM json_each(?) sought
       JOIN records r ON r.form = sought.value ->> 'form' AND r.number = sought.value ->> 'number'`,
    )
    .bind(JSON.stringify(named))
    .all<Line>()
  return toRecords(catalogue, results)
}

export type RecordFilter = {
  readonly form: string | null
  readonly status: string | null
  /** The reference after which to go on, as the previous page's `next` gave it. */
  readonly after: string | null
  readonly limit: number
}

/** A page of records that are not erased, by form and number; `next` is null on the last page. */
export async function listRecords(
  db: D1Database,
  catalogue: Catalogue,
  { form, status, after, limit }: RecordFilter,
): Promise<{ readonly records: readonly StoredRecord[]; readonly next: string | null }> {
  const from = after === null ? null : parseReference(catalogue, after)
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM records
       WHERE (?1 IS NULL OR form = ?1) AND (?2 IS NULL OR status = ?2)
         AND (form, number) > (?3, ?4) AND erased_at IS NULL
       ORDER BY form, number LIMIT ?5`,
    )
    .bind(form, status, from?.form.id ?? form ?? '', from?.number ?? 0, limit + 1)
    .all<Line>()
  const records = toRecords(catalogue, results.slice(0, limit))
  return { records, next: results.length > limit ? (records.at(-1)?.reference ?? null) : null }
}

/** Every live record of a form, by number. For forms of hundreds of records: a plan, a directory. */
export async function allRecords(db: D1Database, form: Form): Promise<readonly StoredRecord[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM records WHERE form = ? AND erased_at IS NULL ORDER BY number`)
    .bind(form.id)
    .all<Line>()
  return results.map((line) => toRecord(line, form.prefix))
}

export type Count = { readonly form: string; readonly status: string; readonly count: number }

/** How many live records each form has in each status. */
export async function countRecords(db: D1Database): Promise<readonly Count[]> {
  const { results } = await db
    .prepare(
      'SELECT form, status, count(*) AS count FROM records WHERE erased_at IS NULL GROUP BY form, status',
    )
    .all<Count>()
  return results
}

/**
 * What each live record of a form is called: its reference → the value of one of its fields, in the order of the names;
 * members of a directory that it counts no more come last, so that a name two share means the one that is there.
 * @param kept references that are named although not everyone may see their records; null: all are named
 */
export async function referenceNames(
  db: D1Database,
  form: Form,
  field: string,
  kept: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT number, json_extract(answers, '$.' || ?2) AS name FROM records
       WHERE form = ?1 AND erased_at IS NULL AND name IS NOT NULL
         AND (?3 IS NULL OR ?6 || '-' || printf('%04d', number) IN (SELECT value FROM json_each(?3))
           OR (status IN (SELECT value FROM json_each(?4)) AND (?5 IS NULL OR answers ->> ('$.' || ?5) = 'public')))
       ORDER BY ?7 IS NOT NULL AND status NOT IN (SELECT value FROM json_each(?7)), name`,
    )
    .bind(
      form.id,
      field,
      kept === null ? null : JSON.stringify(kept),
      JSON.stringify(form.publication?.states ?? []),
      form.publication?.field ?? null,
      form.prefix,
      form.directory && JSON.stringify(form.directory.current),
    )
    .all<{ number: number; name: string }>()
  return new Map(results.map(({ number, name }) => [referenceOf(form.prefix, number), String(name)]))
}

/** Live records whose answer to a field is a date from `from` on (ISO 8601, text), the nearest first. */
export async function upcomingRecords(
  db: D1Database,
  form: Form,
  field: string,
  from: string,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns}, json_extract(answers, '$.' || ?2) AS day FROM records
       WHERE form = ?1 AND erased_at IS NULL AND day >= ?3 ORDER BY day, number LIMIT ?4`,
    )
    .bind(form.id, field, from, limit)
    .all<Line>()
  return results.map((line) => toRecord(line, form.prefix))
}
