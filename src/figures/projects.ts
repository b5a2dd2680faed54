import type { Choice, ChoiceLists, Field, MapFilter } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import type { Mapped } from '../map/places.ts'
import { tally } from '../map/tally.ts'
import { publicOf } from '../record/published.ts'
import type { Sketch } from '../store/sketches.ts'
import { type Counted, choicesOf, countChoices, hasCode } from './counting.ts'

/** A region and how many records there are in it: `withheld` of them are not shown to everyone. */
export type RegionCount = Counted & { readonly withheld: number }

/** How many records have each choice of a field that the map can be filtered by. */
export type Breakdown = {
  readonly filter: MapFilter
  readonly field: Field
  readonly counts: readonly Counted[]
}

/** A choice of the first filter and how many records have it in each region, in the order of the regions. */
export type CrossRow = { readonly choice: Choice; readonly counts: readonly number[] }

/** A number of people added up over the records that publish it. */
export type PeopleSum = { readonly field: Field; readonly sum: number; readonly given: number }

/** What is public of the records of a form with a map. But for `regions`, `whole` and `withheld` all is of records shown. */
export type ProjectFigures = {
  readonly form: Mapped
  readonly shown: number
  /** Counted in their regions, and told of nowhere else. */
  readonly withheld: number
  /** Records about the whole country, counted in every region. */
  readonly whole: number
  readonly regions: readonly RegionCount[]
  readonly breakdowns: readonly Breakdown[]
  readonly cross: readonly CrossRow[]
  readonly people: readonly PeopleSum[]
}

/** Counts the live records of a form with a map, as everyone may know. Pure. */
export function projectFigures(form: Mapped, lists: ChoiceLists, live: readonly Sketch[]): ProjectFigures {
  const seen = publicOf(form, live)
  const { regions, whole, withheld } = tally(form, lists, seen, {})
  const breakdowns = form.map.filters.flatMap((filter): readonly Breakdown[] => {
    const field = findField(form, filter.fields[0] ?? '')
    return field ? [{ filter, field, counts: countChoices(form, lists, field.name, seen.records) }] : []
  })
  const [first] = breakdowns
  return {
    form,
    shown: seen.records.length,
    withheld,
    whole,
    regions: choicesOf(form, lists, form.map.region).map((choice) => {
      const { count = 0, withheld = 0 } = regions.find(({ code }) => code === choice.code) ?? {}
      return { choice, count, withheld }
    }),
    breakdowns,
    cross: (first?.counts ?? []).map(({ choice }) => ({
      choice,
      counts: regions.map(
        ({ records }) =>
          records.filter((record) => hasCode(record, first?.field.name ?? '', choice.code)).length,
      ),
    })),
    people: form.map.people.flatMap((name): readonly PeopleSum[] => {
      const field = findField(form, name)
      const numbers = seen.records
        .map(({ answers }) => answers[name])
        .filter((one) => typeof one === 'number')
      const sum = numbers.reduce((total, number) => total + number, 0)
      return field ? [{ field, sum, given: numbers.length }] : []
    }),
  }
}

/** The regions in which there is no record at all, not even one that is not shown. */
export const emptyRegions = ({ regions }: ProjectFigures): readonly Choice[] =>
  regions.filter(({ count }) => count === 0).map(({ choice }) => choice)
