import type { Answers } from '../form/answers.ts'
import type { Catalogue, Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import type { Coordination, StoredRecord } from '../record/record.ts'
import { parseReference, referenceOf } from '../record/reference.ts'

/** A row of `records`. */
export type Line = {
  readonly id: string
  readonly form: string
  readonly number: number
  readonly status: string
  readonly revision: number
  readonly answers: string
  readonly coordination: string
  readonly locale: string
  readonly created_at: number
  readonly updated_at: number
  readonly erased_at: number | null
}

const columns =
  'id, form, number, status, revision, answers, coordination, locale, created_at, updated_at, erased_at'

/** A row of `records` as a record; `prefix` is its form's. */
function toRecord(line: Line, prefix: string): StoredRecord {
  return {
    id: line.id,
    form: line.form,
    number: line.number,
    reference: referenceOf(prefix, line.number),
    status: line.status,
    revision: line.revision,
    answers: JSON.parse(line.answers) as Answers,
    coordination: JSON.parse(line.coordination) as Coordination,
    locale: line.locale as Locale,
    createdAt: line.created_at,
    updatedAt: line.updated_at,
    erasedAt: line.erased_at,
  }
}

/** Rows as records; a row whose form is no longer in the catalogue is left out. */
export function toRecords(catalogue: Catalogue, lines: readonly Line[]): readonly StoredRecord[] {
  const prefixes = new Map(catalogue.forms.map(({ id, prefix }) => [id, prefix]))
  return lines.flatMap((line) => {
    const prefix = prefixes.get(line.form)
    return prefix === undefined ? [] : [toRecord(line, prefix)]
  })
}

/** The columns `toRecords` reads, each named after a table: `r.id, r.form, …`. */
export const recordColumns = (table: string): string =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')

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

/** What proves that a repeated submission is the same: SHA-256, hexadecimal; null when there is no such record. */
export const findAcceptedDigest = (db: D1Database, id: string): Promise<string | null> =>
  db.prepare('SELECT accepted_digest FROM records WHERE id = ?').bind(id).first('accepted_digest')

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
