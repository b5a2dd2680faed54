/** A member of a directory that was asked in a campaign. Times are milliseconds since 1970, UTC. */
export type Invitation = {
  /** The campaign's record id, and the member's. */
  readonly campaign: string
  readonly member: string
  /** The id of the member's personal link. */
  readonly link: string
  readonly linkExpiresAt: number
  /** When its link was ended, or null. */
  readonly linkRevokedAt: number | null
  /** The member's number in the directory, its name and its networks. */
  readonly number: number
  readonly name: string
  readonly networks: readonly string[]
  readonly addresses: readonly string[]
  readonly invitedAt: number
  /** When somebody went on from the page of the link; reading it leaves no trace. */
  readonly openedAt: number | null
  /** The last time the member sent, corrected or confirmed anything, or said that there is nothing to report. */
  readonly answeredAt: number | null
  /** How many live records the member has. */
  readonly records: number
  /** Whether the directory counts it no more. */
  readonly retired: boolean
}

/** Which records answer for a member, and what a member is called. */
export type Answering = {
  /** The form that is asked, its field that refers to the member, and the states in which a record counts. */
  readonly form: string
  readonly field: string
  readonly states: readonly string[]
  readonly directory: {
    readonly prefix: string
    readonly name: string
    readonly networks: string
    readonly addresses: string
    readonly current: readonly string[]
  }
}

type Line = {
  readonly campaign: string
  readonly member: string
  readonly link: string
  readonly expires_at: number
  readonly revoked_at: number | null
  readonly number: number
  readonly name: string
  readonly networks: string | null
  readonly addresses: string | null
  readonly invited_at: number
  readonly opened_at: number | null
  readonly answered_at: number | null
  readonly records: number
  readonly retired: number
}

/**
 * Who was asked in these campaigns, by campaign and name, erased members left out: one statement. What a member answers
 * is read from the events of its records, so that an answer by another way counts as one by the link does.
 */
export async function findInvitations(
  db: D1Database,
  campaigns: readonly string[],
  { form, field, states, directory }: Answering,
): Promise<readonly Invitation[]> {
  const { results } = await db
    .prepare(
      `WITH answered AS (
         SELECT r.answers ->> ('$.' || ?3) AS member, max(e.at) AS at
         FROM records r JOIN events e ON e.record = r.id
         WHERE r.form = ?2 AND r.erased_at IS NULL AND e.actor ->> '$.role' = 'member'
           AND e.type IN ('record.accepted', 'record.revised', 'record.confirmed') GROUP BY 1),
       without AS (
         SELECT e.record AS campaign, e.detail ->> '$.member' AS member, max(e.at) AS at
         FROM json_each(?1) c JOIN events e ON e.record = c.value WHERE e.type = 'campaign.answered' GROUP BY 1, 2),
       owned AS (
         SELECT answers ->> ('$.' || ?3) AS member, count(*) AS records FROM records
         WHERE form = ?2 AND erased_at IS NULL AND status IN (SELECT value FROM json_each(?4)) GROUP BY 1)
       SELECT i.campaign, i.member, i.link, l.expires_at, l.revoked_at, m.number, m.answers ->> ('$.' || ?6) AS name,
         m.answers -> ('$.' || ?7) AS networks, m.answers -> ('$.' || ?8) AS addresses, i.invited_at, i.opened_at,
         nullif(max(coalesce(answered.at, 0), coalesce(without.at, 0)), 0) AS answered_at,
         coalesce(owned.records, 0) AS records,
         m.status NOT IN (SELECT value FROM json_each(?9)) AS retired
       FROM json_each(?1) c JOIN invitations i ON i.campaign = c.value
         JOIN links l ON l.id = i.link JOIN records m ON m.id = i.member
         LEFT JOIN answered ON answered.member = ?5 || '-' || printf('%04d', m.number)
         LEFT JOIN owned ON owned.member = ?5 || '-' || printf('%04d', m.number)
         LEFT JOIN without ON without.campaign = i.campaign
           AND without.member = ?5 || '-' || printf('%04d', m.number)
       WHERE m.erased_at IS NULL ORDER BY c.key, name COLLATE NOCASE, m.number`,
    )
    .bind(
      JSON.stringify(campaigns),
      form,
      field,
      JSON.stringify(states),
      directory.prefix,
      directory.name,
      directory.networks,
      directory.addresses,
      JSON.stringify(directory.current),
    )
    .all<Line>()
  return results.map((line) => ({
    campaign: line.campaign,
    member: line.member,
    link: line.link,
    linkExpiresAt: line.expires_at,
    linkRevokedAt: line.revoked_at,
    number: line.number,
    name: line.name,
    networks: JSON.parse(line.networks ?? '[]') as string[],
    addresses: JSON.parse(line.addresses ?? '[]') as string[],
    invitedAt: line.invited_at,
    openedAt: line.opened_at,
    answeredAt: line.answered_at,
    records: line.records,
    retired: line.retired === 1,
  }))
}

/** Who a key invites: the live link with this digest, its campaign and its member, or null. */
export async function findInvited(
  db: D1Database,
  digest: string,
  now: number,
): Promise<{ readonly link: string; readonly campaign: string; readonly member: string } | null> {
  return db
    .prepare(
      `SELECT i.link, i.campaign, i.member FROM links l JOIN invitations i ON i.link = l.id
       WHERE l.digest = ?1 AND l.scope = 'answer' AND l.revoked_at IS NULL AND l.expires_at > ?2`,
    )
    .bind(digest, now)
    .first()
}
