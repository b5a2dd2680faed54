import type { Catalogue } from '../form/definition/index.ts'
import type { Sought } from '../privacy/due.ts'
import type { StoredRecord } from '../record/record.ts'
import { insertEndpointEvent } from './endpoints.ts'
import type { NewEvent } from './events.ts'
import { type Line, recordColumns, toRecords } from './record-line.ts'

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
    insertEndpointEvent(db, event, 'changes() > 0'),
  ])
}

/** Erases no more, with the event of it; once. */
export async function deleteStarted(db: D1Database, event: NewEvent): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM retention WHERE id = 1'),
    insertEndpointEvent(db, event, 'changes() > 0'),
  ])
}

/** The first records that are due for something sought, and how many there are. */
export type Found = {
  readonly sought: Sought
  readonly records: readonly StoredRecord[]
  readonly count: number
}

/** What is due, by what is sought, in one call: the oldest numbers first, so many of each. */
export async function findDue(
  db: D1Database,
  catalogue: Catalogue,
  sought: readonly Sought[],
  limit: number,
): Promise<readonly Found[]> {
  if (sought.length === 0) return []
  const answers = await db.batch<Line & { count: number }>(sought.map((one) => dueStatement(db, one, limit)))
  return sought.map((one, index) => {
    const lines = answers[index]?.results ?? []
    return { sought: one, records: toRecords(catalogue, lines), count: lines[0]?.count ?? 0 }
  })
}

/** Names of fields are unique in a form, rows included: an answer is found by its key wherever it stands. */
function dueStatement(
  db: D1Database,
  { form, purpose: { retention }, before, fields }: Sought,
  limit: number,
): D1PreparedStatement {
  const start = retention.from === 'acceptance' ? 'created_at' : 'updated_at'
  return db
    .prepare(
      `SELECT ${recordColumns('r')}, count(*) OVER () AS count FROM records r
       WHERE r.form = ?1 AND r.erased_at IS NULL AND r.${start} <= ?2
         AND (?3 IS NULL OR r.status IN (SELECT value FROM json_each(?3)))
         AND (?4 IS NULL OR EXISTS (SELECT 1 FROM json_tree(r.answers) answer JOIN json_each(?4) name
           ON answer.key = name.value))
       ORDER BY r.number LIMIT ?5`,
    )
    .bind(
      form.id,
      before,
      retention.states && JSON.stringify(retention.states),
      fields && JSON.stringify(fields),
      limit,
    )
}

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
