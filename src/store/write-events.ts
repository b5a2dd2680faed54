import { freshSalt, type NewEvent } from './events.ts'

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

/** How many of these events there are. */
export function countEvents(db: D1Database, ids: readonly string[]): D1PreparedStatement {
  return db
    .prepare('SELECT count(*) AS count FROM events WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
}

/**
 * Writes an event about a form, or about none (an endpoint, the settings), and no record of it.
 * @param condition SQL; the event's id is bound to ?1 in it
 */
export function insertNotice(
  db: D1Database,
  form: string | null,
  event: NewEvent,
  condition = 'true',
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, type, at, form, actor, payload, detail, salt)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ${freshSalt} WHERE ${condition}`,
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
