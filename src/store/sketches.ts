import type { Answers } from '../form/answers.ts'

/** Fields to read of every live record of a form. */
export type Wanted = { readonly form: string; readonly fields: readonly string[] }

/** A live record with the wanted answers alone; an empty one is left out. */
export type Sketch = {
  readonly form: string
  readonly number: number
  readonly status: string
  readonly answers: Answers
}

/** The sketches of all that is wanted, form by form, by number. */
export async function findSketches(db: D1Database, wanted: readonly Wanted[]): Promise<readonly Sketch[]> {
  return toSketches(await selectSketches(db, wanted).all<Record<string, unknown>>())
}

/** The statement whose lines `toSketches` reads. */
export const selectSketches = (db: D1Database, wanted: readonly Wanted[]): D1PreparedStatement =>
  db
    .prepare(
      `SELECT r.form, r.number, r.status,
         (SELECT json_group_object(field.value, r.answers -> ('$.' || field.value))
          FROM json_each(wanted.value, '$.fields') field
          WHERE r.answers -> ('$.' || field.value) IS NOT NULL) AS answers
       FROM json_each(?) wanted JOIN records r ON r.form = wanted.value ->> 'form'
       WHERE r.erased_at IS NULL ORDER BY wanted.key, r.number`,
    )
    .bind(JSON.stringify(wanted))

type Line = Omit<Sketch, 'answers'> & { readonly answers: string }

export const toSketches = (result: D1Result<Record<string, unknown>> | undefined): readonly Sketch[] =>
  ((result?.results ?? []) as unknown as readonly Line[]).map((line) => ({
    ...line,
    answers: JSON.parse(line.answers) as Answers,
  }))
