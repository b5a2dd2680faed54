import type { Left, LogLine, Seal } from '../audit/entry.ts'
import type { AuditLine } from '../audit/verify.ts'

const logColumns = (of: string): string =>
  ['id', 'type', 'at', 'record', 'form', 'revision', 'actor', 'payload', 'detail', 'salt']
    .map((column) => `${of}.${column}`)
    .join(', ')

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
    .prepare(
      `SELECT e.seq, ${logColumns('e')}, e.erased_by AS erasedBy FROM events e
       WHERE e.seq > ? ORDER BY e.seq LIMIT ?`,
    )
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
    .prepare(
      `SELECT e.seq, ${logColumns('e')}, e.erased_by AS erasedBy FROM events e
       WHERE e.erased_by BETWEEN ? AND ? ORDER BY e.seq`,
    )
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

type Flat = Omit<LogLine, 'seq' | 'id'> & {
  readonly seq: number
  readonly id: string | null
  readonly content: string | null
  readonly sealedAt: number
  readonly head: string
  readonly left: string
  readonly eraser: number | null
  readonly eraserSeal: number | null
  readonly eraserContent: string | null
  readonly noted: string | null
}

/**
 * The log as the chain sees it: every event and every seal after `after` and up to `through`, by sequence number.
 * @param after null from the very beginning, before which there should be nothing
 */
export async function auditLines(
  db: D1Database,
  after: number | null,
  through: number,
  limit: number,
): Promise<readonly AuditLine[]> {
  const { results } = await db
    .prepare(
      `SELECT place.seq, ${logColumns('e')}, e.erased_by AS erasedBy, s.content, s.at AS sealedAt, s.head,
         (SELECT json_group_array(json_object('event', x.event, 'content', x.content))
          FROM (SELECT event, content FROM erasures WHERE by = place.seq ORDER BY event) x) AS left,
         eraser.seq AS eraser, eraserSeal.seq AS eraserSeal, own.content AS eraserContent, d.head AS noted
       FROM (SELECT seq FROM events WHERE seq > ?1 AND seq <= ?2
             UNION SELECT seq FROM seals WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3) place
       LEFT JOIN events e ON e.seq = place.seq
       LEFT JOIN seals s ON s.seq = place.seq
       LEFT JOIN events eraser ON eraser.seq = e.erased_by
       LEFT JOIN seals eraserSeal ON eraserSeal.seq = e.erased_by
       LEFT JOIN erasures own ON own.by = e.erased_by AND own.event = e.seq
       LEFT JOIN daily_heads d ON d.seq = place.seq
       ORDER BY place.seq`,
    )
    .bind(after ?? Number.MIN_SAFE_INTEGER, through, limit)
    .all<Flat>()
  return results.map(toAuditLine)
}

function toAuditLine(flat: Flat): AuditLine {
  const { seq, id, content, sealedAt, head, left, noted, eraser, eraserSeal, eraserContent } = flat
  return {
    seq,
    event: id === null ? null : { ...flat, id },
    seal: content === null ? null : { seq, content, at: sealedAt, head },
    left: JSON.parse(left) as readonly Left[],
    eraser:
      eraser === null && eraserSeal === null
        ? null
        : { isSealed: eraserSeal !== null, content: eraserContent },
    noted,
  }
}

export type LogCount = {
  /** The newest event's sequence number, which is how many there are. */
  readonly events: number
  /** How many of them had content taken away. */
  readonly erased: number
  /** When the oldest event that is not sealed happened; null when all are. */
  readonly waitingSince: number | null
  /** The newest head that was noted for a day is of this sequence number; 0 before the first. */
  readonly noted: number
}

/** How much there is in the log, and how much of it is not sealed. @param sealed the newest seal's sequence number */
export async function countLog(db: D1Database, sealed: number): Promise<LogCount> {
  const count = await db
    .prepare(
      `SELECT (SELECT coalesce(max(seq), 0) FROM events) AS events,
         (SELECT count(*) FROM events WHERE erased_by IS NOT NULL) AS erased,
         (SELECT coalesce(max(seq), 0) FROM daily_heads) AS noted,
         (SELECT at FROM events WHERE seq > ? ORDER BY seq LIMIT 1) AS waitingSince`,
    )
    .bind(sealed)
    .first<LogCount>()
  return count ?? { events: 0, erased: 0, waitingSince: null, noted: 0 }
}

/** The chain's head as it stood when it was first looked at on a day (ISO 8601, UTC). */
export type DailyHead = { readonly day: string; readonly seq: number; readonly head: string }

/** Notes the head for a day, once, and only if it is another one than that noted last. */
export const noteHead = (db: D1Database, day: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO daily_heads (day, seq, head)
       SELECT ?1, seq, head FROM (SELECT seq, head FROM seals ORDER BY seq DESC LIMIT 1) newest
       WHERE NOT EXISTS (SELECT 1 FROM daily_heads WHERE day = ?1 OR seq = newest.seq)`,
    )
    .bind(day)

/** The heads noted last, newest first. */
export async function dailyHeads(db: D1Database, limit: number): Promise<readonly DailyHead[]> {
  const { results } = await db
    .prepare('SELECT day, seq, head FROM daily_heads ORDER BY day DESC LIMIT ?')
    .bind(limit)
    .all<DailyHead>()
  return results
}
