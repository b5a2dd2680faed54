/** What somebody agreed to by a record. Times are milliseconds since 1970, UTC. */
export type StoredConsent = {
  readonly record: string
  /** The name of the question. */
  readonly field: string
  readonly givenAt: number
  /** Ids of the purposes it is for. */
  readonly purposes: readonly string[]
  /** The digest of what was read, in `wordings`. */
  readonly wording: string
  /** Who ticked it: the person (`member`), or a coordinator who declares it for them; and by which door. */
  readonly givenBy: string
  readonly source: string
  /** The revision of the settings that completed what was read; 0 before anything was set. */
  readonly settings: number
  readonly withdrawnAt: number | null
}

type Line = {
  readonly record: string
  readonly field: string
  readonly given_at: number
  readonly purposes: string
  readonly wording: string
  readonly given_by: string
  readonly source: string
  readonly settings: number
  readonly withdrawn_at: number | null
}

const columns = 'record, field, given_at, purposes, wording, given_by, source, settings, withdrawn_at'
const toConsent = ({ given_at, purposes, given_by, withdrawn_at, ...line }: Line): StoredConsent => ({
  ...line,
  givenAt: given_at,
  purposes: JSON.parse(purposes) as readonly string[],
  givenBy: given_by,
  withdrawnAt: withdrawn_at,
})

/** Keeps that something was agreed to if the event was written. */
export function insertConsent(
  db: D1Database,
  consent: Omit<StoredConsent, 'settings' | 'withdrawnAt'>,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO consents (${columns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7,
         coalesce((SELECT revision FROM settings WHERE id = 1), 0), NULL
       WHERE EXISTS (SELECT 1 FROM events WHERE id = ?8)
       ON CONFLICT DO UPDATE SET withdrawn_at = NULL`,
    )
    .bind(
      consent.record,
      consent.field,
      consent.givenAt,
      JSON.stringify(consent.purposes),
      consent.wording,
      consent.givenBy,
      consent.source,
      event,
    )
}

/** Keeps what somebody read when they agreed, once, if the event was written. */
export function insertWording(
  db: D1Database,
  digest: string,
  text: string,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO wordings (digest, text) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM events WHERE id = ?3)
       ON CONFLICT DO NOTHING`,
    )
    .bind(digest, text, event)
}

/** Ends the consents of a record to these questions if the event was written. */
export function endConsents(
  db: D1Database,
  record: string,
  fields: readonly string[],
  now: number,
  event: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE consents SET withdrawn_at = ?3 WHERE record = ?1 AND withdrawn_at IS NULL
         AND field IN (SELECT value FROM json_each(?2)) AND EXISTS (SELECT 1 FROM events WHERE id = ?4)`,
    )
    .bind(record, JSON.stringify(fields), now, event)
}

/** The consents given by these records, the oldest first. */
export async function consentsOf(
  db: D1Database,
  records: readonly string[],
): Promise<readonly StoredConsent[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM consents WHERE record IN (SELECT value FROM json_each(?)) ORDER BY given_at`,
    )
    .bind(JSON.stringify(records))
    .all<Line>()
  return results.map(toConsent)
}

/** A consent with its record's form and number, and what was read. */
export type RegisteredConsent = StoredConsent & {
  readonly form: string
  readonly number: number
  readonly text: string
}

/** Every consent there ever was, the oldest first. */
export async function allConsents(db: D1Database): Promise<readonly RegisteredConsent[]> {
  const { results } = await db
    .prepare(
      `SELECT c.*, r.form, r.number, w.text FROM consents c JOIN records r ON r.id = c.record
       JOIN wordings w ON w.digest = c.wording ORDER BY c.given_at, r.form, r.number, c.field`,
    )
    .all<Line & { form: string; number: number; text: string }>()
  return results.map((line) => ({
    ...toConsent(line),
    form: line.form,
    number: line.number,
    text: line.text,
  }))
}

/** An answer that agrees to something and of which no proof was kept. */
export type UnprovenConsent = { readonly form: string; readonly number: number; readonly field: string }

/** What live records agree to without a line in `consents`: they were answered before version 0.5.0 kept any. */
export async function unprovenConsents(
  db: D1Database,
  asked: readonly { readonly form: string; readonly field: string }[],
): Promise<readonly UnprovenConsent[]> {
  const { results } = await db
    .prepare(
      `SELECT r.form, r.number, asked.value ->> 'field' AS field
       FROM json_each(?) asked JOIN records r ON r.form = asked.value ->> 'form'
       WHERE r.erased_at IS NULL AND json_type(r.answers, '$.' || (asked.value ->> 'field')) = 'true'
         AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.record = r.id AND c.field = asked.value ->> 'field')
       ORDER BY r.form, r.number, field`,
    )
    .bind(JSON.stringify(asked))
    .all<UnprovenConsent>()
  return results
}
