/** The link by which a record is corrected. Times are milliseconds since 1970, UTC. */
export type StoredEditLink = {
  /** 1 for the one that was given with the receipt; one more each time it is renewed. */
  readonly generation: number
  /** SHA-256 of the key, hexadecimal. */
  readonly digest: string
  readonly renewedAt: number | null
  readonly revokedAt: number | null
}

/** The edit link of a record, or null when there is no such record. */
export async function findEditLink(db: D1Database, record: string): Promise<StoredEditLink | null> {
  return db
    .prepare(
      `SELECT coalesce(l.generation, 1) AS generation, coalesce(l.digest, r.key_digest) AS digest,
         l.renewed_at AS renewedAt, l.revoked_at AS revokedAt
       FROM records r LEFT JOIN edit_links l ON l.record = r.id WHERE r.id = ?`,
    )
    .bind(record)
    .first()
}

/**
 * Puts a fresh link in the place of the one of the generation before, ended or not; returns its `generation` when it
 * did.
 */
export function renewEditLinkOf(
  db: D1Database,
  record: string,
  { generation, digest, renewedAt }: Pick<StoredEditLink, 'generation' | 'digest' | 'renewedAt'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO edit_links (record, generation, digest, renewed_at)
       SELECT id, ?2, ?3, ?4 FROM records WHERE id = ?1 AND erased_at IS NULL
       ON CONFLICT (record) DO UPDATE
         SET generation = excluded.generation, digest = excluded.digest, renewed_at = excluded.renewed_at,
           revoked_at = NULL
         WHERE generation = excluded.generation - 1
       RETURNING generation`,
    )
    .bind(record, generation, digest, renewedAt)
}

/** Ends the link of this generation; returns its `generation` when it did. */
export function revokeEditLinkOf(
  db: D1Database,
  record: string,
  generation: number,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO edit_links (record, generation, digest, revoked_at)
       SELECT id, ?2, key_digest, ?3 FROM records WHERE id = ?1 AND erased_at IS NULL
       ON CONFLICT (record) DO UPDATE SET revoked_at = excluded.revoked_at
         WHERE generation = excluded.generation AND revoked_at IS NULL
       RETURNING generation`,
    )
    .bind(record, generation, now)
}
