/** What an endpoint is owed and did not get. */
export type DeliveryCounts = { readonly waiting: number; readonly held: number; readonly failed: number }

type Line = { readonly endpoint: string; readonly state: keyof DeliveryCounts; readonly count: number }

/** How many deliveries wait, are held or failed, by endpoint; one that owes nothing has no line. */
export async function countDeliveries(db: D1Database): Promise<ReadonlyMap<string, DeliveryCounts>> {
  const { results } = await db
    .prepare(
      `SELECT endpoint, 'waiting' AS state, count(*) AS count FROM deliveries
       WHERE next_attempt_at IS NOT NULL GROUP BY endpoint
       UNION ALL
       SELECT endpoint, state, count(*) FROM deliveries WHERE state IN ('held', 'failed') GROUP BY endpoint, state`,
    )
    .all<Line>()
  const counts = new Map<string, DeliveryCounts>()
  for (const { endpoint, state, count } of results)
    counts.set(endpoint, { ...noDeliveries, ...counts.get(endpoint), [state]: count })
  return counts
}

export const noDeliveries: DeliveryCounts = { waiting: 0, held: 0, failed: 0 }
