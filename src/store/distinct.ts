/** Writes down that two records of a form are not about the same thing, once. `ids`: in the order of their numbers. */
export function insertDistinct(
  db: D1Database,
  form: string,
  [one, other]: readonly [string, string],
  now: number,
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO distinct_records (form, one, other, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(form, one, other, now)
}

/** The pairs of a form's records that were told apart: their ids with a space between, in the order of their numbers. */
export async function findDistinct(db: D1Database, form: string): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(`SELECT one || ' ' || other AS pair FROM distinct_records WHERE form = ?`)
    .bind(form)
    .all<{ pair: string }>()
  return new Set(results.map(({ pair }) => pair))
}
