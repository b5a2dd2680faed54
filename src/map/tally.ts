import type { Answers } from '../form/answers.ts'
import type { ChoiceLists, MapFilter } from '../form/definition/index.ts'
import type { Seen } from '../record/published.ts'
import type { StoredRecord } from '../record/record.ts'
import { codesOf, type Mapped, type Places, placesOf } from './places.ts'

/** What was asked of the map: by the name of each filter, a code. */
export type Asked = Readonly<Record<string, string>>

/** How many records there are in each place. A record in three places is one in each of them and one in all. */
export type Tally<One = StoredRecord> = {
  /** The records that pass, by number. */
  readonly records: readonly One[]
  readonly regions: readonly RegionTally<One>[]
  /** Those in none of the regions. */
  readonly elsewhere: PlaceTally<One>
  /** By code; departments without any are left out. */
  readonly departments: ReadonlyMap<string, number>
  /** Records about the whole country, counted in each of its regions. */
  readonly whole: number
  /** Records that are counted and not shown; 0 whenever something is asked, so that no question tells what they answer. */
  readonly withheld: number
}

export type RegionTally<One = StoredRecord> = PlaceTally<One> & { readonly code: string }

export type PlaceTally<One = StoredRecord> = {
  /** All records, those that are not shown included. */
  readonly count: number
  readonly withheld: number
  /** Those shown, by number. */
  readonly records: readonly One[]
}

/** Counts the records that pass the filters, place by place. */
export function tally<One extends { readonly answers: Answers }>(
  form: Mapped,
  lists: ChoiceLists,
  { records, withheld }: Seen<One>,
  asked: Asked,
): Tally<One> {
  const placed = (among: readonly One[]) =>
    among.map((record) => ({ record, places: placesOf(form, lists, record.answers) }))
  const passing = placed(records.filter(({ answers }) => passes(form, answers, asked)))
  const unshown = Object.keys(asked).length === 0 ? placed(withheld) : []
  const where = (isHere: (places: Places) => boolean): PlaceTally<One> => {
    const here = passing.filter(({ places }) => isHere(places)).map(({ record }) => record)
    const hidden = unshown.filter(({ places }) => isHere(places)).length
    return { count: here.length + hidden, withheld: hidden, records: here }
  }
  const regions = codesOf(form, lists, form.map.region)
  return {
    records: passing.map(({ record }) => record),
    regions: regions.map((code) => ({ code, ...where((places) => places.regions.has(code)) })),
    elsewhere: where((places) => regions.every((code) => !places.regions.has(code))),
    departments: new Map(
      codesOf(form, lists, form.map.department).flatMap((code): readonly [string, number][] => {
        const count = passing.filter(({ places }) => places.departments.has(code)).length
        return count === 0 ? [] : [[code, count]]
      }),
    ),
    whole: [...passing, ...unshown].filter(({ places }) => places.whole).length,
    withheld: unshown.length,
  }
}

/** Whether a record answers what every filter asks. */
export const passes = ({ map }: Mapped, answers: Answers, asked: Asked): boolean =>
  map.filters.every((filter) => asked[filter.name] === undefined || answersFilter(filter, answers, asked))

const answersFilter = ({ name, fields }: MapFilter, answers: Answers, asked: Asked): boolean =>
  fields.some((field) => {
    const answer = answers[field]
    return Array.isArray(answer) ? answer.includes(asked[name]) : answer === asked[name]
  })
