import type { Row } from '../form/answers.ts'
import { rowsOf } from '../form/index.ts'
import { codesOf, type Mapped } from '../map/places.ts'
import type { StoredRecord } from '../record/record.ts'
import type { Taken } from './taken.ts'

/** A place of a record's work. `id` says the same place in every format: FP-0012/2, its second zone. */
export type Zone = {
  readonly id: string
  readonly record: StoredRecord
  readonly row: Row
  /** Of the whole country, of one of its zones, or of nowhere on the map. */
  readonly kind: 'whole' | 'zone' | 'nowhere'
  /** Whether it is the record's first: what is said of the record as a whole is said once. */
  readonly first: boolean
}

export type MappedTaken = Taken & { readonly form: Mapped }

/** Where the records' work takes place: a zone each, and one for what is about the whole country or nowhere on the map. */
export const zonesOf = ({ form, records }: MappedTaken): readonly Zone[] =>
  records.flatMap((record): readonly Zone[] => {
    const { map } = form
    const alone = { id: record.reference, record, row: {}, first: true }
    if (record.answers[map.whole.field] === map.whole.code) return [{ ...alone, kind: 'whole' }]
    const rows = rowsOf(record.answers, map.zones)
    if (rows.length === 0) return [{ ...alone, kind: 'nowhere' }]
    return rows.map((row, index) => ({
      id: `${record.reference}/${index + 1}`,
      record,
      row,
      kind: 'zone',
      first: index === 0,
    }))
  })

/** The same with a line for each region instead of one for the whole country: who counts by region then finds it there. */
export const zonesByRegion = (taken: MappedTaken): readonly Zone[] => {
  const { region } = taken.form.map
  const codes = codesOf(taken.form, taken.lists, region)
  return zonesOf(taken).flatMap((zone) =>
    zone.kind !== 'whole'
      ? [zone]
      : codes.map((code, index) => ({
          ...zone,
          id: `${zone.id}/${code}`,
          row: { [region]: code },
          first: index === 0,
        })),
  )
}
