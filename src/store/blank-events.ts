import { freshSalt } from './events.ts'

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
