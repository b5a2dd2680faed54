import type { Left, LogLine, Seal } from '../audit/entry.ts'
import { columnsOf } from './columns.ts'

/** SQL: the columns of an event beside its number and who erased it. @param of the table's name in the statement */
export const logColumns = (of: string): string =>
  columnsOf(of, 'id, type, at, record, form, revision, actor, payload, detail, salt')

const logLines = `SELECT e.seq, ${logColumns('e')}, e.erased_by AS erasedBy FROM events e`

/** The newest seal, or null before the first. */
export const lastSeal = (db: D1Database): Promise<Seal | null> =>
  db.prepare('SELECT seq, content, at, head FROM seals ORDER BY seq DESC LIMIT 1').first<Seal>()

/** The head of the chain after an event, or null while it is not sealed. */
export const headAt = (db: D1Database, seq: number): Promise<string | null> =>
  db.prepare('SELECT head FROM seals WHERE seq = ?').bind(seq).first<string>('head')

/** The events that come after a seal, oldest first: those to be sealed. */
export async function eventsToSeal(
  db: D1Database,
  after: number,
  limit: number,
): Promise<readonly LogLine[]> {
  const { results } = await db
    .prepare(`${logLines} WHERE e.seq > ? ORDER BY e.seq LIMIT ?`)
    .bind(after, limit)
    .all<LogLine>()
  return results
}

/** The events from which those of `from` to `to` were the last to take content away, by sequence number. */
export async function eventsErasedBy(
  db: D1Database,
  from: number,
  to: number,
): Promise<readonly (LogLine & { readonly erasedBy: number })[]> {
  const { results } = await db
    .prepare(`${logLines} WHERE e.erased_by BETWEEN ? AND ? ORDER BY e.seq`)
    .bind(from, to)
    .all<LogLine & { readonly erasedBy: number }>()
  return results
}

/**
 * Sets seals, with what the sealed events left of others, all or none: none when somebody else has sealed since.
 * @param after the sequence number of the newest seal, 0 before the first
 * @param seals at least one, by sequence number
 */
export async function insertSeals(
  db: D1Database,
  after: number,
  seals: readonly Seal[],
  left: readonly (Left & { readonly by: number })[],
): Promise<boolean> {
  const last = seals.at(-1)
  const [written] = await db.batch([
    db
      .prepare(
        `INSERT INTO seals (seq, content, at, head)
         SELECT given.value ->> 'seq', given.value ->> 'content', given.value ->> 'at', given.value ->> 'head'
         FROM json_each(?1) given WHERE (SELECT coalesce(max(seq), 0) FROM seals) = ?2 ORDER BY given.key
         RETURNING seq`,
      )
      .bind(JSON.stringify(seals), after),
    ...(left.length === 0
      ? []
      : [
          db
            .prepare(
              `INSERT INTO erasures (by, event, content)
               SELECT given.value ->> 'by', given.value ->> 'event', given.value ->> 'content'
               FROM json_each(?1) given WHERE changes() > 0`,
            )
            .bind(JSON.stringify(left)),
        ]),
  ])
  return last !== undefined && written?.results.length === seals.length
}
