/** Looks into the table everything hangs on, to see that the database answers. @throws what D1 throws when it does not */
export async function ping(db: D1Database): Promise<void> {
  await db.prepare('SELECT 1 FROM records LIMIT 1').first()
}
