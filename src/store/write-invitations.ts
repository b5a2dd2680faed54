import { erasing } from './blank-events.ts'

export type NewInvitation = {
  readonly member: string
  readonly link: string
  /** Of the link: for whom it is, SHA-256 of its key, and until when it opens. */
  readonly holder: string
  readonly digest: string
  readonly expiresAt: number
}

/**
 * Asks members in a campaign, each once, with a link each: two statements, however many they are. Whoever was asked
 * before keeps their link.
 * @param event the event that must have been written first, or null
 */
export function insertInvitations(
  db: D1Database,
  campaign: string,
  invitations: readonly NewInvitation[],
  now: number,
  event: string | null,
): readonly D1PreparedStatement[] {
  const given = JSON.stringify(invitations)
  const condition = '(?4 IS NULL OR EXISTS (SELECT 1 FROM events WHERE id = ?4))'
  return [
    db
      .prepare(
        `INSERT INTO invitations (campaign, member, link, invited_at)
         SELECT ?1, given.value ->> 'member', given.value ->> 'link', ?3 FROM json_each(?2) given
         WHERE ${condition} ON CONFLICT (campaign, member) DO NOTHING`,
      )
      .bind(campaign, given, now, event),
    db
      .prepare(
        `INSERT INTO links (id, record, scope, holder, digest, created_at, expires_at)
         SELECT i.link, ?1, 'answer', given.value ->> 'holder', given.value ->> 'digest', ?3, given.value ->> 'expiresAt'
         FROM json_each(?2) given JOIN invitations i ON i.link = given.value ->> 'link' WHERE ${condition}`,
      )
      .bind(campaign, given, now, event),
  ]
}

/** Writes down that somebody went on from the page of a link; the first time counts. */
export const markOpened = (db: D1Database, link: string, now: number): D1PreparedStatement =>
  db.prepare('UPDATE invitations SET opened_at = ?2 WHERE link = ?1 AND opened_at IS NULL').bind(link, now)

/** Gives a member another link in a campaign; the one before opens nothing any more. */
export function replaceInvitationLink(
  db: D1Database,
  campaign: string,
  before: string,
  next: Omit<NewInvitation, 'member'>,
  now: number,
): readonly [D1PreparedStatement, ...D1PreparedStatement[]] {
  return [
    db.prepare('UPDATE invitations SET link = ?2, opened_at = NULL WHERE link = ?1').bind(before, next.link),
    db
      .prepare(
        `INSERT INTO links (id, record, scope, holder, digest, created_at, expires_at)
         SELECT ?1, ?2, 'answer', ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM invitations WHERE link = ?1)`,
      )
      .bind(next.link, campaign, next.holder, next.digest, now, next.expiresAt),
    db
      .prepare(
        `UPDATE links SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM invitations WHERE link = ?1)`,
      )
      .bind(before, now),
  ]
}

/**
 * Whoever was asked as one member of a directory is asked as another from now on, by the same link. In a campaign in
 * which that one is asked as well, its own link is left and the first goes.
 */
export const handOverInvitations = (
  db: D1Database,
  from: string,
  into: { readonly id: string; readonly reference: string },
): readonly D1PreparedStatement[] => [
  db.prepare('UPDATE OR IGNORE invitations SET member = ?2 WHERE member = ?1').bind(from, into.id),
  db
    .prepare('UPDATE links SET holder = ?2 WHERE id IN (SELECT link FROM invitations WHERE member = ?1)')
    .bind(into.id, into.reference),
  db.prepare('DELETE FROM links WHERE id IN (SELECT link FROM invitations WHERE member = ?1)').bind(from),
  db.prepare('DELETE FROM invitations WHERE member = ?1').bind(from),
]

/**
 * Forgets who was asked in an erased campaign, or that an erased member was, and their links, and takes the member's name
 * out of what was said of it, if the event was written.
 */
export const deleteInvitationsOf = (
  db: D1Database,
  { id: record, reference }: { readonly id: string; readonly reference: string },
  event: string,
): readonly D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE events SET payload = json_remove(payload, '$.data.campaign.member.name'), ${erasing('?1')}
       WHERE record IN (SELECT campaign FROM invitations)
         AND payload ->> '$.data.campaign.member.reference' = ?2 AND EXISTS (SELECT 1 FROM events WHERE id = ?1)`,
    )
    .bind(event, reference),
  ...[
    'DELETE FROM links WHERE id IN (SELECT link FROM invitations WHERE campaign = ?1 OR member = ?1)',
    'DELETE FROM invitations WHERE (campaign = ?1 OR member = ?1)',
  ].map((statement) =>
    db.prepare(`${statement} AND EXISTS (SELECT 1 FROM events WHERE id = ?2)`).bind(record, event),
  ),
]
