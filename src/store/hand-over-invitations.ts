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
