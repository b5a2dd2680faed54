import type { Catalogue } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import type { Sought } from '../privacy/due.ts'
import type { StoredRecord } from '../record/record.ts'
import type { NewEvent } from './events.ts'
import { type Line, recordColumns, toRecords } from './record-line.ts'
import { insertNotice } from './write-events.ts'

/** Since when what is over is erased (milliseconds since 1970, UTC) and who began it. */
export type Started = { readonly at: number; readonly by: string }

/** Null while nothing is erased. */
export const readStarted = (db: D1Database): Promise<Started | null> =>
  db.prepare('SELECT started_at AS at, started_by AS "by" FROM retention WHERE id = 1').first<Started>()

/** Begins to erase what is over, with the event of it; once. */
export async function insertStarted(db: D1Database, event: NewEvent): Promise<void> {
  await db.batch([
    db
      .prepare('INSERT INTO retention (id, started_at, started_by) VALUES (1, ?, ?) ON CONFLICT DO NOTHING')
      .bind(event.at, event.actor.name),
    insertNotice(db, null, event, 'changes() > 0'),
  ])
}

/** Erases no more, with the event of it; once. */
export async function deleteStarted(db: D1Database, event: NewEvent): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM retention WHERE id = 1'),
    insertNotice(db, null, event, 'changes() > 0'),
  ])
}

/** A record that is due, and when its erasure last failed as it is now; null when it did not. */
export type DueRecord = { readonly record: StoredRecord; readonly failedAt: number | null }

/** The first records that are due for something sought, and how many there are. */
export type Found = {
  readonly sought: Sought
  readonly records: readonly DueRecord[]
  readonly count: number
}

/** What is due, by what is sought, in one call: those that failed first, then the oldest numbers, so many of each. */
export async function findDue(
  db: D1Database,
  catalogue: Catalogue,
  sought: readonly Sought[],
  limit: number,
): Promise<readonly Found[]> {
  if (sought.length === 0) return []
  const answers = await db.batch<Line & { count: number; failed_at: number | null }>(
    sought.map((one) =>
      db
        .prepare(
          `SELECT ${recordColumns('r')}, count(*) OVER () AS count, (SELECT max(f.at) ${failures}) AS failed_at
           FROM records r WHERE ${due(one)} ORDER BY failed_at IS NULL, r.number LIMIT ?6`,
        )
        .bind(...dueValues(one), limit),
    ),
  )
  return sought.map((one, index) => {
    const lines = answers[index]?.results ?? []
    const failed = new Map(lines.map(({ id, failed_at }) => [id, failed_at]))
    const records = toRecords(catalogue, lines).map((record) => ({
      record,
      failedAt: failed.get(record.id) ?? null,
    }))
    return { sought: one, records, count: lines[0]?.count ?? 0 }
  })
}

/** What is due and did not fail after a moment, by what is sought, in one call: the oldest numbers first, so many of each. */
export async function findToErase(
  db: D1Database,
  catalogue: Catalogue,
  sought: readonly Sought[],
  limit: number,
  failedAfter: number,
): Promise<readonly { readonly sought: Sought; readonly record: StoredRecord }[]> {
  if (sought.length === 0) return []
  const answers = await db.batch<Line>(
    sought.map((one) =>
      db
        .prepare(
          `SELECT ${recordColumns('r')} FROM records r
           WHERE ${due(one)} AND NOT EXISTS (SELECT 1 ${failures} AND f.at > ?6) ORDER BY r.number LIMIT ?7`,
        )
        .bind(...dueValues(one), failedAfter, limit),
    ),
  )
  return sought.flatMap((one, index) =>
    toRecords(catalogue, answers[index]?.results ?? []).map((record) => ({ sought: one, record })),
  )
}

/**
 * SQL: whether a record is due, with the values of `dueValues`. Names of fields are unique in a form, rows included: an
 * answer is found by its key wherever it stands. A record's reference is nobody's name (`isPersonalAnswer`).
 */
const due = ({ purpose: { retention } }: Sought): string =>
  `r.form = ?1 AND r.erased_at IS NULL AND r.${retention.from === 'acceptance' ? 'created_at' : 'updated_at'} <= ?2
     AND (?3 IS NULL OR r.status IN (SELECT value FROM json_each(?3)))
     AND (?4 IS NULL OR EXISTS (SELECT 1 FROM json_tree(r.answers) answer JOIN json_each(?4) sought
       ON answer.key = sought.value ->> 'name'
       WHERE sought.value ->> 'type' <> 'reference' OR answer.value NOT GLOB '[A-Z][A-Z]*-[0-9][0-9][0-9][0-9]*'))`

/** SQL: the times that a record's erasure for a purpose failed, as the record is now. */
const failures = `FROM events f WHERE f.record = r.id AND f.type = 'erasure.failed' AND f.revision = r.revision
  AND f.detail ->> '$.purpose' = ?5`

const dueValues = ({ form, purpose, before, fields }: Sought) => [
  form.id,
  before,
  purpose.retention.states && JSON.stringify(purpose.retention.states),
  fields && JSON.stringify(fields.map((name) => ({ name, type: findField(form, name)?.type }))),
  purpose.id,
]

/** How many answers of receivers the log of deliveries has from this moment or before. */
export async function countAnswered(db: D1Database, before: number): Promise<number> {
  const count = await db
    .prepare("SELECT count(*) AS count FROM attempts WHERE response <> '' AND at <= ?")
    .bind(before)
    .first<number>('count')
  return count ?? 0
}

/** Empties them; that there was an attempt, when, and its outcome stay. */
export async function blankAnswered(db: D1Database, before: number, limit: number): Promise<void> {
  await db
    .prepare(
      `UPDATE attempts SET response = '' WHERE (endpoint, event, number) IN
         (SELECT endpoint, event, number FROM attempts WHERE response <> '' AND at <= ? ORDER BY at LIMIT ?)`,
    )
    .bind(before, limit)
    .run()
}
