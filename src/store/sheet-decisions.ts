import { type EventLine, eventColumns, ofSheet, type StoredEvent, toEvent } from './events.ts'

const isContested = (type: string): string => `${type} IN ('sheet.refused', 'sheet.conflict')`

/** Whether something was done later in the same cell of the sheet, so that what was typed before is out of question: SQL. */
const typedOver = `EXISTS (SELECT 1 FROM events later WHERE later.record = e.record AND later.seq > e.seq AND (
    ${isContested('later.type')} AND later.payload ->> '$.data.sheet.row' = e.payload ->> '$.data.sheet.row'
      AND later.payload ->> '$.data.sheet.column' = e.payload ->> '$.data.sheet.column'
    OR later.type = 'record.transitioned' AND later.actor ->> '$.source' = 'sheet' AND e.detail ->> '$.key' = '#status'
    OR later.type = 'record.revised' AND later.actor ->> '$.source' = 'sheet' AND e.detail ->> '$.key' IN
      (SELECT replace(value, 'coordination.', '#') FROM json_each(later.payload, '$.data.changed'))))`

/**
 * Whether an edit that was refused or that overruled a record waits for a decision: nobody decided it, nothing was typed
 * over it, its record is live, and no erasure took away what it was. SQL over a row `e` of `events` and one `r` of
 * `records`.
 */
export const isOpen = `r.erased_at IS NULL AND e.detail ->> '$.row' IS NOT NULL
  AND e.id NOT IN (SELECT payload ->> '$.data.sheet.decides' FROM events
  WHERE ${ofSheet('type')} AND type = 'sheet.settled') AND NOT ${typedOver}`

const open = `FROM events e JOIN records r ON r.id = e.record
  WHERE ${ofSheet('e.type')} AND ${isContested('e.type')} AND ${isOpen}`

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
