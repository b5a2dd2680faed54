import type { Left, LogLine } from '../audit/entry.ts'
import type { AuditLine } from '../audit/verify.ts'
import { logColumns } from './seals.ts'

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
