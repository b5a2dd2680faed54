import type { Locale } from '../form/text.ts'
import type { Reason } from '../spam/doubt.ts'
import { mostDoubtful, mostRecords, type Recent } from '../spam/siege.ts'

/** A submission that waits to be looked at. Times are milliseconds since 1970, UTC. */
export type Doubtful = {
  /** The id that its record will have. */
  readonly id: string
  readonly form: string
  /** The answers as they were sent, unread. */
  readonly answers: unknown
  /** SHA-256 of the answers, by which the same submission is known again; '' once they were erased. */
  readonly digest: string
  readonly locale: Locale
  readonly reasons: readonly Reason[]
  readonly at: number
  /** When a coordinator put it aside, or null while it waits. */
  readonly rejectedAt: number | null
}

type Line = Omit<Doubtful, 'answers' | 'reasons'> & { readonly answers: string; readonly reasons: string }

const columns = 'id, form, answers, digest, locale, reasons, at, rejected_at AS rejectedAt'

const fromLine = (line: Line): Doubtful => ({
  ...line,
  answers: JSON.parse(line.answers) as unknown,
  reasons: JSON.parse(line.reasons) as readonly Reason[],
})

/** Keeps a doubtful submission, once; returns whether it is there, which it is not when `most` of its form wait. */
export async function insertDoubtful(db: D1Database, doubtful: Doubtful, most: number): Promise<boolean> {
  const { id, form, digest, locale, at } = doubtful
  const [, found] = await db.batch<{ id: string }>([
    db
      .prepare(
        `INSERT INTO doubtful (id, form, answers, digest, locale, reasons, at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
         WHERE (SELECT count(*) FROM doubtful WHERE form = ?2 AND rejected_at IS NULL) < ?8
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(
        id,
        form,
        JSON.stringify(doubtful.answers),
        digest,
        locale,
        JSON.stringify(doubtful.reasons),
        at,
        most,
      ),
    db.prepare('SELECT id FROM doubtful WHERE id = ?').bind(id),
  ])
  return found?.results.length === 1
}

export async function findDoubtful(db: D1Database, id: string): Promise<Doubtful | null> {
  const line = await db.prepare(`SELECT ${columns} FROM doubtful WHERE id = ?`).bind(id).first<Line>()
  return line && fromLine(line)
}

/** Those of these ids that are there. */
export async function findAllDoubtful(db: D1Database, ids: readonly string[]): Promise<readonly Doubtful[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM doubtful WHERE id IN (SELECT value FROM json_each(?)) ORDER BY at, id`)
    .bind(JSON.stringify(ids))
    .all<Line>()
  return results.map(fromLine)
}

/** A page of what waits, or of what was put aside, the oldest first. */
export async function listDoubtful(
  db: D1Database,
  { rejected, from, limit }: { readonly rejected: boolean; readonly from: number; readonly limit: number },
): Promise<readonly Doubtful[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM doubtful WHERE (rejected_at IS NOT NULL) = ?1 ORDER BY at, id LIMIT ?2 OFFSET ?3`,
    )
    .bind(Number(rejected), limit, from)
    .all<Line>()
  return results.map(fromLine)
}

/** How many wait, and how many were put aside. */
export async function countDoubtful(
  db: D1Database,
): Promise<{ readonly waiting: number; readonly rejected: number }> {
  const counts = await db
    .prepare('SELECT count(*) AS kept, count(rejected_at) AS rejected FROM doubtful')
    .first<{ kept: number; rejected: number }>()
  const { kept = 0, rejected = 0 } = counts ?? {}
  return { waiting: kept - rejected, rejected }
}

/**
 * How many of a form came since a time (milliseconds since 1970, UTC), as far as it matters: one more than the most is
 * as good as a thousand, and the latest records are those with the highest numbers.
 */
export async function countRecent(db: D1Database, form: string, since: number): Promise<Recent> {
  const recent = await db
    .prepare(
      `SELECT (SELECT count(*) FROM (SELECT 1 FROM doubtful WHERE form = ?1 AND at > ?2 LIMIT ?3)) AS doubtful,
         (SELECT count(*) FROM (SELECT created_at FROM records WHERE form = ?1 ORDER BY number DESC LIMIT ?4)
          WHERE created_at > ?2) AS records`,
    )
    .bind(form, since, mostDoubtful + 1, mostRecords + 1)
    .first<Recent>()
  return recent ?? { doubtful: 0, records: 0 }
}

/** Puts aside, or with null back among those that wait; what was erased stays where it is. */
export async function setRejected(
  db: D1Database,
  ids: readonly string[],
  rejectedAt: number | null,
): Promise<void> {
  await db
    .prepare(
      "UPDATE doubtful SET rejected_at = ?1 WHERE digest <> '' AND id IN (SELECT value FROM json_each(?2))",
    )
    .bind(rejectedAt, JSON.stringify(ids))
    .run()
}

/**
 * Takes away what was sent, and puts what is left of it aside: its id stays for as long as that of any that is, so that
 * what a phone sends again does not come back.
 */
export async function blankDoubtful(db: D1Database, ids: readonly string[], now: number): Promise<void> {
  await db
    .prepare(
      `UPDATE doubtful SET answers = '{}', digest = '', rejected_at = ?1 WHERE id IN (SELECT value FROM json_each(?2))`,
    )
    .bind(now, JSON.stringify(ids))
    .run()
}

/** Forgets one that became a record. */
export async function deleteDoubtful(db: D1Database, id: string): Promise<void> {
  await db.prepare('DELETE FROM doubtful WHERE id = ?').bind(id).run()
}

/** Forgets for good what was put aside before a time (milliseconds since 1970, UTC). */
export async function deleteRejected(db: D1Database, before: number): Promise<void> {
  await db.prepare('DELETE FROM doubtful WHERE rejected_at < ?').bind(before).run()
}
