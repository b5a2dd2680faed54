import type { Catalogue } from '../form/definition/index.ts'
import type { StoredRecord } from '../record/record.ts'
import { type Line, recordColumns, toRecords } from './record-line.ts'

/** What may be searched of a record; the texts folded. */
export type Searchable = { readonly record: string; readonly title: string; readonly text: string }

const upsert = 'ON CONFLICT (record) DO UPDATE SET title = excluded.title, text = excluded.text'

/** Makes a record searchable, or searchable as it is now, if the event was written. */
export function putSearchable(
  db: D1Database,
  { record, title, text }: Searchable,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO searchable (record, title, text)
       SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM events WHERE id = ?4) ${upsert}`,
    )
    .bind(record, title, text, event)
}

/** Takes a record out of the search if the event was written. */
export function deleteSearchable(db: D1Database, record: string, event: string): D1PreparedStatement {
  return db
    .prepare('DELETE FROM searchable WHERE record = ?1 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)')
    .bind(record, event)
}

/** Has those records of these forms looked at again that may mention a reference, if the event was written. */
export function markSearchDue(
  db: D1Database,
  reference: string,
  forms: readonly string[],
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO search_due (record)
       SELECT id FROM records WHERE form IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL
         AND instr(answers, json_quote(?2)) > 0 AND EXISTS (SELECT 1 FROM events WHERE id = ?3)
       ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(forms), reference, event)
}

/** A record with what its newest version published (JSON, '' once it is erased), if it has one. */
export type Versioned = { readonly record: StoredRecord; readonly newest: string | null }

type VersionedLine = Line & { readonly newest: string | null }

const versioned = `${recordColumns('r')},
  (SELECT content FROM versions WHERE record = r.id ORDER BY number DESC LIMIT 1) AS newest`

function toVersioned(catalogue: Catalogue, lines: readonly VersionedLine[]): readonly Versioned[] {
  const newest = new Map(lines.map((line) => [line.id, line.newest]))
  return toRecords(catalogue, lines).map((record) => ({ record, newest: newest.get(record.id) ?? null }))
}

/** Live records that a query in FTS5's syntax finds, the best first; a word of the title counts five times. */
export async function findSearchable(
  db: D1Database,
  catalogue: Catalogue,
  query: string,
  limit: number,
): Promise<readonly Versioned[]> {
  const { results } = await db
    .prepare(
      `SELECT ${versioned} FROM search JOIN searchable s ON s.id = search.rowid
       JOIN records r ON r.id = s.record AND r.erased_at IS NULL
       WHERE search MATCH ?1 ORDER BY bm25(search, 5.0, 1.0), r.form, r.number LIMIT ?2`,
    )
    .bind(query, limit)
    .all<VersionedLine>()
  return toVersioned(catalogue, results)
}

/** Records that are still to be looked at, erased ones too; not those of forms that are no longer there. */
export async function recordsDueForSearch(
  db: D1Database,
  catalogue: Catalogue,
  limit: number,
): Promise<readonly Versioned[]> {
  const { results } = await db
    .prepare(
      `SELECT ${versioned} FROM search_due d JOIN records r ON r.id = d.record
       WHERE r.form IN (SELECT value FROM json_each(?1)) LIMIT ?2`,
    )
    .bind(JSON.stringify(catalogue.forms.map(({ id }) => id)), limit)
    .all<VersionedLine>()
  return toVersioned(catalogue, results)
}

/** A record that was looked at, at which revision; `title` is null when nothing of it may be searched. */
export type Looked = {
  readonly record: string
  readonly revision: number
  readonly title: string | null
  readonly text: string
}

/** Notes what was found of records that were due, in one batch; one that changed in the meantime stays due. */
export async function settleSearch(db: D1Database, looked: readonly Looked[]): Promise<void> {
  const given = JSON.stringify(looked)
  const same = `FROM json_each(?1) e JOIN records r
    ON r.id = e.value ->> 'record' AND r.revision = e.value ->> 'revision'`
  await db.batch([
    db
      .prepare(
        `INSERT INTO searchable (record, title, text) SELECT r.id, e.value ->> 'title', e.value ->> 'text' ${same}
         WHERE e.value ->> 'title' IS NOT NULL ${upsert}`,
      )
      .bind(given),
    db
      .prepare(
        `DELETE FROM searchable WHERE record IN (SELECT r.id ${same} WHERE e.value ->> 'title' IS NULL)`,
      )
      .bind(given),
    db.prepare(`DELETE FROM search_due WHERE record IN (SELECT r.id ${same})`).bind(given),
  ])
}
