import type { Actor } from '../record/record.ts'
import { columnsOf } from './columns.ts'

/** One line of what happened: audit trail, change feed and outbox in one. */
export type NewEvent = {
  /** The webhook-id: 'evt_' and a UUID. */
  readonly id: string
  readonly type: string
  readonly at: number
  readonly actor: Actor
  /** The body of its webhooks. `data.record.reference` is filled in as the event is written. */
  readonly payload: object
  /** What changed, personal data included; erased with the record. */
  readonly detail: object
}

export type StoredEvent = {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly at: number
  readonly record: string | null
  readonly form: string | null
  readonly revision: number | null
  readonly actor: Actor
  readonly payload: string
  readonly detail: string
}

/** SQL: 128 random bits in hexadecimal, for digests of an event's content that nobody can guess. */
export const freshSalt = 'lower(hex(randomblob(16)))'

/** A row of `events`. */
export type EventLine = Omit<StoredEvent, 'actor'> & { readonly actor: string }

const columns = 'seq, id, type, at, record, form, revision, actor, payload, detail'

/** The columns `toEvent` reads, each named after a table: `e.seq, e.id, …`. */
export const eventColumns = (table: string): string => columnsOf(table, columns)

/** A row of `events` as an event. */
export const toEvent = (line: EventLine): StoredEvent => ({ ...line, actor: JSON.parse(line.actor) as Actor })

/** Which of these events there are. */
export async function existingEvents(db: D1Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare('SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ id: string }>()
  return new Set(results.map(({ id }) => id))
}

/**
 * Whether the type of an event is one of the sheet's: it begins with "sheet.", and so says the index that finds them
 * (`events_of_sheet`). SQL; `type` is the column.
 */
export const ofSheet = (type: string): string => `${type} >= 'sheet.' AND ${type} < 'sheet/'`

/** The latest events of the sheet, newest first. */
export async function latestSheetEvents(db: D1Database, limit: number): Promise<readonly StoredEvent[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM events WHERE ${ofSheet('type')} ORDER BY seq DESC LIMIT ?`)
    .bind(limit)
    .all<EventLine>()
  return results.map(toEvent)
}

/** The event of this sequence number. */
export async function eventAt(db: D1Database, seq: number): Promise<StoredEvent | null> {
  const line = await db.prepare(`SELECT ${columns} FROM events WHERE seq = ?`).bind(seq).first<EventLine>()
  return line ? toEvent(line) : null
}

/** The latest changes of the group's settings, newest first; the index `events_of_settings` finds them. */
export async function settingsEvents(db: D1Database, limit: number): Promise<readonly StoredEvent[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM events WHERE type = 'settings.changed' ORDER BY seq DESC LIMIT ?`)
    .bind(limit)
    .all<EventLine>()
  return results.map(toEvent)
}

/** What happened to a record, the latest first. */
export async function eventsOf(
  db: D1Database,
  record: string,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM events WHERE record = ? ORDER BY seq DESC LIMIT ?`)
    .bind(record, limit)
    .all<EventLine>()
  return results.map(toEvent)
}

/** A text that is another one as soon as an event was written, or the log's head noted for a day. */
export async function logStamp(db: D1Database): Promise<string> {
  const stamp = await db
    .prepare(
      `SELECT (SELECT coalesce(max(seq), 0) FROM events) || ' ' ||
         (SELECT coalesce(max(day), '') FROM daily_heads) AS stamp`,
    )
    .first<string>('stamp')
  return stamp ?? ''
}

/** Events with a higher sequence number than `after`, oldest first. */
export async function eventsAfter(
  db: D1Database,
  after: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`)
    .bind(after, limit)
    .all<EventLine>()
  return results.map(toEvent)
}
