/** The chain's head as it stood when it was first looked at on a day (ISO 8601, UTC). */
export type DailyHead = { readonly day: string; readonly seq: number; readonly head: string }

/** Notes the head for a day, once, and only if it is another one than that noted last. */
export const noteHead = (db: D1Database, day: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO daily_heads (day, seq, head)
       SELECT ?1, seq, head FROM (SELECT seq, head FROM seals ORDER BY seq DESC LIMIT 1) newest
       WHERE NOT EXISTS (SELECT 1 FROM daily_heads WHERE day = ?1 OR seq = newest.seq)`,
    )
    .bind(day)

/** The heads noted last, newest first. */
export async function dailyHeads(db: D1Database, limit: number): Promise<readonly DailyHead[]> {
  const { results } = await db
    .prepare('SELECT day, seq, head FROM daily_heads ORDER BY day DESC LIMIT ?')
    .bind(limit)
    .all<DailyHead>()
  return results
}
