import { ofSheet } from './events.ts'
import { isOpen } from './sheet-decisions.ts'
import { type Sketch, selectSketches, toSketches, type Wanted } from './sketches.ts'

/** A field of the record itself, by its form. */
export type Place = { readonly form: string; readonly field: string }

/** What some live record of the form answers to the field: once, however many do. */
export type Mention = Place & { readonly answer: string }

/** How often something happened between the sheet and the records. */
export type Tally = {
  readonly type: string
  readonly recent: number
  /** Those that wait for a decision, and after which the record has not changed. */
  readonly open: number
  /** The references of their rows. */
  readonly rows: readonly string[]
}

export type Figures = {
  readonly sketches: readonly Sketch[]
  readonly mentions: readonly Mention[]
  readonly tallies: readonly Tally[]
}

const isOpenAndUnchanged = `r.revision = e.revision AND ${isOpen}`

/**
 * What the dashboard needs beyond counts, as of one moment: three statements in one batch.
 * @param wanted for forms of hundreds of records: a plan, a directory
 * @param places whose answers are wanted without their records
 * @param happened which types of events to count, from when on (milliseconds since 1970, UTC)
 */
export async function boardFigures(
  db: D1Database,
  wanted: readonly Wanted[],
  places: readonly Place[],
  happened: { readonly types: readonly string[]; readonly since: number },
): Promise<Figures> {
  const [sketches, mentions, tallies] = await db.batch<Record<string, unknown>>([
    selectSketches(db, wanted),
    db
      .prepare(
        `SELECT DISTINCT r.form, place.value ->> 'field' AS field,
           r.answers ->> ('$.' || (place.value ->> 'field')) AS answer
         FROM json_each(?) place JOIN records r ON r.form = place.value ->> 'form'
         WHERE r.erased_at IS NULL AND answer IS NOT NULL`,
      )
      .bind(JSON.stringify(places)),
    db
      .prepare(
        `SELECT e.type, count(*) AS recent, sum(${isOpenAndUnchanged}) AS open,
           json_group_array(DISTINCT e.payload ->> '$.data.sheet.row') FILTER (WHERE ${isOpenAndUnchanged}) AS rows
         FROM events e JOIN records r ON r.id = e.record
         WHERE ${ofSheet('e.type')} AND e.type IN (SELECT value FROM json_each(?)) AND e.at >= ?
         GROUP BY e.type`,
      )
      .bind(JSON.stringify(happened.types), happened.since),
  ])
  return {
    sketches: toSketches(sketches),
    mentions: linesOf<Mention>(mentions).map((line) => ({ ...line, answer: String(line.answer) })),
    tallies: linesOf<Omit<Tally, 'rows'> & { readonly rows: string }>(tallies).map((line) => ({
      ...line,
      rows: JSON.parse(line.rows) as string[],
    })),
  }
}

const linesOf = <Line>(result: D1Result<Record<string, unknown>> | undefined): readonly Line[] =>
  (result?.results ?? []) as readonly Line[]
