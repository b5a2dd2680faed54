/** Asks the database for nothing, to see that it answers. @throws what D1 throws when it does not */
export async function ping(db: D1Database): Promise<void> {
  await db.prepare('SELECT 1').first()
}
