import { type Sketch, selectSketches, toSketches, type Wanted } from './sketches.ts'

/** A form whose records are published in these states. */
export type Publishing = { readonly form: string; readonly states: readonly string[] }

/**
 * When a live record came and when it was last published, milliseconds since 1970, UTC; `publishedAt` is null when it is
 * not, or never was anything else.
 */
export type Dates = {
  readonly form: string
  readonly number: number
  readonly receivedAt: number
  readonly publishedAt: number | null
}

export type FigureSources = {
  readonly sketches: readonly Sketch[]
  readonly dates: readonly Dates[]
  /** When each live record that has versions had its first. */
  readonly firstVersions: readonly number[]
}

/**
 * What public figures are made of, as of one moment: three statements in one batch.
 * @param wanted for forms of hundreds of records
 * @param publishing whose records' dates are wanted
 * @param versioned the ids of forms whose versions are counted
 */
export async function figureSources(
  db: D1Database,
  wanted: readonly Wanted[],
  publishing: readonly Publishing[],
  versioned: readonly string[],
): Promise<FigureSources> {
  const [sketches, dates, versions] = await db.batch<Record<string, unknown>>([
    selectSketches(db, wanted),
    db
      .prepare(
        `SELECT r.form, r.number, r.created_at AS receivedAt,
           CASE WHEN r.status IN (SELECT value FROM json_each(sought.value, '$.states')) THEN
             (SELECT max(e.at) FROM events e WHERE e.record = r.id AND e.type = 'record.transitioned'
                AND e.payload ->> '$.data.transition.to' IN (SELECT value FROM json_each(sought.value, '$.states'))
                AND e.payload ->> '$.data.transition.from'
                  NOT IN (SELECT value FROM json_each(sought.value, '$.states')))
           END AS publishedAt
         FROM json_each(?) sought JOIN records r ON r.form = sought.value ->> 'form'
         WHERE r.erased_at IS NULL`,
      )
      .bind(JSON.stringify(publishing)),
    db
      .prepare(
        `SELECT min(v.at) AS at FROM records r JOIN versions v ON v.record = r.id
         WHERE r.form IN (SELECT value FROM json_each(?)) AND r.erased_at IS NULL GROUP BY r.id`,
      )
      .bind(JSON.stringify(versioned)),
  ])
  return {
    sketches: toSketches(sketches),
    dates: (dates?.results ?? []) as unknown as readonly Dates[],
    firstVersions: (versions?.results ?? []).map(({ at }) => Number(at)),
  }
}
