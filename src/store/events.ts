import type { Actor } from '../record/record.ts'

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
export const eventColumns = (table: string): string =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')

/** A row of `events` as an event. */
export const toEvent = (line: EventLine): StoredEvent => ({ ...line, actor: JSON.parse(line.actor) as Actor })

/**
 * Writes an event about a record if the statement just before it in the batch wrote the record.
 * @param prefix the form's, from which the payload's reference is made together with the number just given
 */
export function insertFirstEvent(
  db: D1Database,
  record: string,
  prefix: string,
  event: NewEvent,
): D1PreparedStatement {
  return insertEvent(db, record, prefix, event, 'changes() > 0')
}

/** Writes a further event about the same record if the batch's first event was written. */
export function insertFurtherEvent(
  db: D1Database,
  record: string,
  prefix: string,
  event: NewEvent,
  first: string,
): D1PreparedStatement {
  return insertEvent(db, record, prefix, event, 'EXISTS (SELECT 1 FROM events WHERE id = ?8)', first)
}

/** An event about a record that changes nothing of it. */
export type Note = {
  readonly record: string
  /** The record's, when the event was thought of. */
  readonly revision: number
  readonly event: NewEvent
}

/**
 * Writes events that change nothing, each once, if its record is still at that revision and not erased: one statement,
 * however many they are. Their payloads know the reference.
 */
export function insertNotes(db: D1Database, notes: readonly Note[]): D1PreparedStatement {
  const given = notes.map(({ record, revision, event: { id, type, at, actor, payload, detail } }) => ({
    record,
    revision,
    id,
    type,
    at,
    actor: JSON.stringify(actor),
    payload: JSON.stringify(payload),
    detail: JSON.stringify(detail),
  }))
  return db
    .prepare(
      `INSERT INTO events (id, type, at, record, form, revision, actor, payload, detail, salt)
       SELECT given.value ->> 'id', given.value ->> 'type', given.value ->> 'at', r.id, r.form, r.revision,
         given.value ->> 'actor', given.value ->> 'payload', given.value ->> 'detail', ${freshSalt}
       FROM json_each(?1) given JOIN records r ON r.id = given.value ->> 'record'
         AND r.revision = given.value ->> 'revision' AND r.erased_at IS NULL
       WHERE NOT EXISTS (SELECT 1 FROM events WHERE id = given.value ->> 'id')
       ORDER BY given.key`,
    )
    .bind(JSON.stringify(given))
}

/** Which of these events there are. */
export async function existingEvents(db: D1Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare('SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ id: string }>()
  return new Set(results.map(({ id }) => id))
}

/** How many of these events there are. */
export function countEvents(db: D1Database, ids: readonly string[]): D1PreparedStatement {
  return db
    .prepare('SELECT count(*) AS count FROM events WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
}

/** Writes an event about a form, or about none, and no record of it. */
export function insertNotice(db: D1Database, form: string | null, event: NewEvent): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, type, at, record, form, revision, actor, payload, detail, salt)
       VALUES (?, ?, ?, NULL, ?, NULL, ?, ?, ?, ${freshSalt})`,
    )
    .bind(
      event.id,
      event.type,
      event.at,
      form,
      JSON.stringify(event.actor),
      JSON.stringify(event.payload),
      JSON.stringify(event.detail),
    )
}

function insertEvent(
  db: D1Database,
  record: string,
  prefix: string,
  event: NewEvent,
  condition: string,
  ...further: readonly string[]
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, type, at, record, form, revision, actor, payload, detail, salt)
       SELECT ?1, ?2, ?3, id, form, revision, ?4,
         json_set(?5, '$.data.record.reference', ?6 || '-' || printf('%04d', number)), ?7, ${freshSalt}
       FROM records WHERE id = ?${8 + further.length} AND ${condition}`,
    )
    .bind(
      event.id,
      event.type,
      event.at,
      JSON.stringify(event.actor),
      JSON.stringify(event.payload),
      prefix,
      JSON.stringify(event.detail),
      ...further,
      record,
    )
}

/**
 * SQL: what an update of an event sets beside when it takes content away, so that the log may be changed at all and its
 * chain still holds (decision 020).
 * @param eraser SQL of the id of the event that says so, written in the same batch
 */
export const erasing = (eraser: string): string =>
  `salt = ${freshSalt}, erased_by = (SELECT seq FROM events WHERE id = ${eraser})`

/** What becomes of an event whose content goes: what happened and when stays. SQL, as `erasing`. */
const blanked = (eraser: string): string =>
  `detail = '{}',
   payload = json_remove(json_set(payload, '$.data.record.answers', json('{}')), '$.data.notice', '$.data.campaign'),
   ${erasing(eraser)}`

/** Takes what a record's past events say about its content away. */
export function blankEvents(db: D1Database, record: string, eventId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE events SET ${blanked('?2')}
       WHERE record = ?1 AND id <> ?2 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`,
    )
    .bind(record, eventId)
}

/** The same of some events alone, by their sequence numbers. */
export function blankSomeEvents(
  db: D1Database,
  events: readonly number[],
  eventId: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE events SET ${blanked('?2')} WHERE seq IN (SELECT value FROM json_each(?1))
         AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`,
    )
    .bind(JSON.stringify(events), eventId)
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

/** When a record last moved to a state (milliseconds since 1970, UTC), or null when it never did. */
export async function enteredAt(db: D1Database, record: string, state: string): Promise<number | null> {
  return db
    .prepare(
      `SELECT max(at) AS at FROM events
       WHERE record = ? AND type = 'record.transitioned' AND payload ->> '$.data.transition.to' = ?`,
    )
    .bind(record, state)
    .first<number | null>('at')
}

/** When each live record of a form that is in a state moved there (milliseconds since 1970, UTC), by the record's id. */
export async function entriesInto(
  db: D1Database,
  form: string,
  state: string,
): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT e.record, max(e.at) AS at FROM records r JOIN events e ON e.record = r.id
       WHERE r.form = ?1 AND r.status = ?2 AND r.erased_at IS NULL AND e.type = 'record.transitioned'
         AND e.payload ->> '$.data.transition.to' = ?2 GROUP BY e.record`,
    )
    .bind(form, state)
    .all<{ record: string; at: number }>()
  return new Map(results.map(({ record, at }) => [record, at]))
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

/** When somebody last sent, corrected or confirmed each record as its member (milliseconds since 1970, UTC), by id. */
export async function lastWords(
  db: D1Database,
  records: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT e.record, max(e.at) AS at FROM json_each(?) sought JOIN events e ON e.record = sought.value
       WHERE e.type IN ('record.accepted', 'record.revised', 'record.confirmed') AND e.actor ->> '$.role' = 'member'
       GROUP BY e.record`,
    )
    .bind(JSON.stringify(records))
    .all<{ record: string; at: number }>()
  return new Map(results.map(({ record, at }) => [record, at]))
}

/** What was noted when a record last moved to a state; '' for nothing. */
export async function lastNote(db: D1Database, record: string, state: string): Promise<string> {
  const note = await db
    .prepare(
      `SELECT detail ->> '$.note' AS note FROM events
       WHERE record = ? AND type = 'record.transitioned' AND detail ->> '$.to' = ? ORDER BY seq DESC LIMIT 1`,
    )
    .bind(record, state)
    .first<string | null>('note')
  return note ?? ''
}
