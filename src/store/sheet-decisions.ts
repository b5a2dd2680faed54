import { type EventLine, eventColumns, ofSheet, type StoredEvent, toEvent } from './events.ts'

/** Ids of the events of the sheet that a coordinator decided: SQL. */
export const decidedEvents = `(SELECT payload ->> '$.data.sheet.decides' FROM events
  WHERE ${ofSheet('type')} AND type = 'sheet.settled')`

const isContested = (type: string): string => `${type} IN ('sheet.refused', 'sheet.conflict')`

/**
 * Edits of live records, refused or overruling, that nobody decided; of several in one cell the last, as the others
 * were typed over: SQL after SELECT.
 */
const open = `FROM events e JOIN records r ON r.id = e.record
  WHERE ${ofSheet('e.type')} AND ${isContested('e.type')} AND r.erased_at IS NULL AND e.id NOT IN ${decidedEvents}
    AND NOT EXISTS (SELECT 1 FROM events later
      WHERE later.record = e.record AND later.seq > e.seq AND ${isContested('later.type')}
        AND later.payload ->> '$.data.sheet.row' = e.payload ->> '$.data.sheet.row'
        AND later.payload ->> '$.data.sheet.column' = e.payload ->> '$.data.sheet.column')`

/** The events about edits that wait for a decision, the latest first. */
export async function openSheetEvents(db: D1Database, limit: number): Promise<readonly StoredEvent[]> {
  const { results } = await db
    .prepare(`SELECT ${eventColumns('e')} ${open} ORDER BY e.seq DESC LIMIT ?`)
    .bind(limit)
    .all<EventLine>()
  return results.map(toEvent)
}

/** How many there are. */
export async function countOpenSheetEvents(db: D1Database): Promise<number> {
  return (await db.prepare(`SELECT count(*) AS count ${open}`).first<number>('count')) ?? 0
}

/** An event about a refused edit or a conflict, decided or not. */
export async function contestedEvent(db: D1Database, id: string): Promise<StoredEvent | null> {
  const line = await db
    .prepare(`SELECT ${eventColumns('e')} FROM events e WHERE e.id = ? AND ${isContested('e.type')}`)
    .bind(id)
    .first<EventLine>()
  return line ? toEvent(line) : null
}

/** Which of these events were decided, and which side's value was kept. */
export async function decisionsAbout(
  db: D1Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'sheet' | 'record'>> {
  const { results } = await db
    .prepare(
      `SELECT payload ->> '$.data.sheet.decides' AS id, payload ->> '$.data.sheet.kept' AS kept FROM events
       WHERE ${ofSheet('type')} AND type = 'sheet.settled'
         AND payload ->> '$.data.sheet.decides' IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; kept: 'sheet' | 'record' }>()
  return new Map(results.map(({ id, kept }) => [id, kept]))
}
