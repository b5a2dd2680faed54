import type { Place } from './board-figures.ts'

/** An answer that is a name and no reference, and how many live records give it. */
export type FreeAnswer = Place & { readonly answer: string; readonly count: number }

/** Every answer of live records to these fields, the most frequent first: one statement. */
export async function countAnswers(db: D1Database, places: readonly Place[]): Promise<readonly FreeAnswer[]> {
  const { results } = await db
    .prepare(
      `SELECT r.form, place.value ->> 'field' AS field, r.answers ->> ('$.' || (place.value ->> 'field')) AS answer,
         count(*) AS count
       FROM json_each(?) place JOIN records r ON r.form = place.value ->> 'form'
       WHERE r.erased_at IS NULL AND answer IS NOT NULL GROUP BY 1, 2, 3 ORDER BY count DESC, answer`,
    )
    .bind(JSON.stringify(places))
    .all<FreeAnswer>()
  return results
}
