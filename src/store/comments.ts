/** What somebody who was at the meeting says of the minutes under review. `at`: milliseconds since 1970, UTC. */
export type StoredComment = {
  /** A UUID made of the page's own and of the text, so that a comment sent twice is one. */
  readonly id: string
  readonly record: string
  /** The record's revision that was commented on. */
  readonly revision: number
  readonly at: number
  readonly name: string
  readonly organisation: string
  readonly text: string
}

/** Keeps a comment on a live record, once, up to `most` of them; returns a row when it did. */
export async function insertComment(db: D1Database, comment: StoredComment, most: number): Promise<boolean> {
  const written = await db
    .prepare(
      `INSERT INTO comments (id, record, revision, at, name, organisation, text)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE EXISTS (SELECT 1 FROM records WHERE id = ?2 AND erased_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM comments WHERE id = ?1)
         AND (SELECT count(*) FROM comments WHERE record = ?2) < ?8
       RETURNING id`,
    )
    .bind(
      comment.id,
      comment.record,
      comment.revision,
      comment.at,
      comment.name,
      comment.organisation,
      comment.text,
      most,
    )
    .first()
  return written !== null
}

/** The comments on a record, the oldest first. */
export async function commentsOn(db: D1Database, record: string): Promise<readonly StoredComment[]> {
  const { results } = await db
    .prepare(
      'SELECT id, record, revision, at, name, organisation, text FROM comments WHERE record = ? ORDER BY at, id',
    )
    .bind(record)
    .all<StoredComment>()
  return results
}

/** Rewrites comments without a person who was erased from them, if the event was written: one statement. */
export function rewordComments(
  db: D1Database,
  comments: readonly Pick<StoredComment, 'id' | 'name' | 'organisation' | 'text'>[],
  event: string,
): D1PreparedStatement {
  const given = ['name', 'organisation', 'text'].map(
    (column) =>
      `${column} = (SELECT value ->> '${column}' FROM json_each(?1) WHERE value ->> 'id' = comments.id)`,
  )
  return db
    .prepare(
      `UPDATE comments SET ${given.join(', ')} WHERE id IN (SELECT value ->> 'id' FROM json_each(?1))
         AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`,
    )
    .bind(JSON.stringify(comments), event)
}

/** Forgets the comments on an erased record if the event was written. */
export function deleteCommentsOn(db: D1Database, record: string, event: string): D1PreparedStatement {
  return db
    .prepare('DELETE FROM comments WHERE record = ?1 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)')
    .bind(record, event)
}
