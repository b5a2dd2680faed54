/** What a personal link lets its holder do with the record: write it, comment on it, or answer it as a member asked. */
export type LinkScope = 'write' | 'comment' | 'answer'

/** A personal link to a record. Times are milliseconds since 1970, UTC. */
export type StoredLink = {
  /** 'lnk_' and random hexadecimal digits; the key is derived from it. */
  readonly id: string
  readonly record: string
  readonly scope: LinkScope
  /** For whom it was made, as the coordinator sees it. */
  readonly holder: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly revokedAt: number | null
}

type Line = Omit<StoredLink, 'createdAt' | 'expiresAt' | 'revokedAt'> & {
  readonly created_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
}

const columns = 'id, record, scope, holder, created_at, expires_at, revoked_at'
const toLink = ({ created_at, expires_at, revoked_at, ...link }: Line): StoredLink => ({
  ...link,
  createdAt: created_at,
  expiresAt: expires_at,
  revokedAt: revoked_at,
})

/** Keeps a link with the SHA-256 of its key if the event was written, or always when there is none to wait for. */
export function insertLink(
  db: D1Database,
  link: StoredLink,
  digest: string,
  event: string | null,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO links (id, record, scope, holder, digest, created_at, expires_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?8 IS NULL OR EXISTS (SELECT 1 FROM events WHERE id = ?8)`,
    )
    .bind(link.id, link.record, link.scope, link.holder, digest, link.createdAt, link.expiresAt, event)
}

/** Ends links at once; ended ones keep their date. */
export function revokeLinks(db: D1Database, ids: readonly string[], now: number): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE links SET revoked_at = ?2 WHERE revoked_at IS NULL AND id IN (SELECT value FROM json_each(?1))',
    )
    .bind(JSON.stringify(ids), now)
}

/** Ends links for good and takes their holder's name away, if the event was written. */
export function forgetHolders(
  db: D1Database,
  ids: readonly string[],
  now: number,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE links SET holder = '', revoked_at = coalesce(revoked_at, ?2)
       WHERE id IN (SELECT value FROM json_each(?1)) AND EXISTS (SELECT 1 FROM events WHERE id = ?3)`,
    )
    .bind(JSON.stringify(ids), now, event)
}

/** Forgets the links of an erased record if the event was written. */
export function deleteLinksOf(db: D1Database, record: string, event: string): D1PreparedStatement {
  return db
    .prepare('DELETE FROM links WHERE record = ?1 AND EXISTS (SELECT 1 FROM events WHERE id = ?2)')
    .bind(record, event)
}

/** The live links of a record, the oldest first. */
export async function linksOf(db: D1Database, record: string, now: number): Promise<readonly StoredLink[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM links WHERE record = ? AND revoked_at IS NULL AND expires_at > ?
       ORDER BY created_at, id`,
    )
    .bind(record, now)
    .all<Line>()
  return results.map(toLink)
}

/** A live link and what it opens. */
export type LiveLink = Pick<StoredLink, 'scope' | 'holder' | 'expiresAt'> & {
  readonly form: string
  readonly number: number
  /** The record's answer to the question asked of its form; null where none was. */
  readonly answer: string | null
  /** How many live links have this scope, those not given included. */
  readonly total: number
}

/**
 * The live links, by scope, those that end first first.
 * @param asked by form, a field whose answer is wanted
 * @param limit how many are given of each scope
 */
export async function liveLinks(
  db: D1Database,
  now: number,
  asked: Readonly<Record<string, string>>,
  limit: number,
): Promise<readonly LiveLink[]> {
  const { results } = await db
    .prepare(
      `SELECT scope, holder, expires_at, form, number, answer, total FROM (
         SELECT l.scope, l.holder, l.expires_at, r.form, r.number,
           r.answers ->> ('$.' || (SELECT value FROM json_each(?2) WHERE key = r.form)) AS answer,
           count(*) OVER (PARTITION BY l.scope) AS total,
           row_number() OVER (PARTITION BY l.scope ORDER BY l.expires_at, l.id) AS place
         FROM links l JOIN records r ON r.id = l.record
         WHERE l.revoked_at IS NULL AND l.expires_at > ?1 AND r.erased_at IS NULL)
       WHERE place <= ?3 ORDER BY scope, place`,
    )
    .bind(now, JSON.stringify(asked), limit)
    .all<Omit<LiveLink, 'expiresAt'> & { readonly expires_at: number }>()
  return results.map(({ expires_at, ...link }) => ({ ...link, expiresAt: expires_at }))
}

/** The live link of a record with this key's SHA-256, or null. */
export async function findLink(
  db: D1Database,
  record: string,
  digest: string,
  now: number,
): Promise<StoredLink | null> {
  const line = await db
    .prepare(
      `SELECT ${columns} FROM links WHERE record = ? AND digest = ? AND revoked_at IS NULL AND expires_at > ?`,
    )
    .bind(record, digest, now)
    .first<Line>()
  return line ? toLink(line) : null
}
