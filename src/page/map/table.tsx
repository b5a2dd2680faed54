import type { Child } from 'hono/jsx'
import type { Field } from '../../form/definition/index.ts'
import { findField } from '../../form/index.ts'
import { countOrganisations, sumOf } from '../../map/figures.ts'
import type { PlaceTally } from '../../map/tally.ts'
import type { StoredRecord } from '../../record/record.ts'
import { formatNumber } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { addressOf, elsewhere } from './question.ts'
import { counted, type MapView, placeText, regionLabel } from './view.ts'

/** Everything the map shows, in rows. */
export function MapTable({ view }: { view: MapView }) {
  const { form, tally, locale, question, circles } = view
  const people = form.map.people.map((name) => findField(form, name)).filter((field) => field !== undefined)
  const labels = [
    word(locale, 'mapColumnRegion'),
    word(locale, 'mapColumnProjects'),
    word(locale, 'mapColumnOrganisations'),
    ...people.map(({ label }) => label[locale]),
    word(locale, 'mapColumnDepartments'),
  ]
  const row = (head: Child, place: PlaceTally, departments: string) => (
    <Row view={view} labels={labels} people={people} head={head} place={place} departments={departments} />
  )
  return (
    <div class="by-place">
      <StackTable labels={labels} caption={word(locale, 'mapTable')}>
        {tally.regions.map((region) =>
          row(
            <a href={addressOf(question, region.code)}>{regionLabel(view, region.code)}</a>,
            region,
            circles
              .filter((circle) => circle.region === region.code)
              .map(({ label, count }) => `${label[locale]} ${formatNumber(count, locale)}`)
              .join(', '),
          ),
        )}
        {row(word(locale, 'mapTotal'), inside(tally), counted(locale, 'department', tally.departments.size))}
      </StackTable>
      <p class="hint">{word(locale, 'mapSums')}</p>
      {tally.elsewhere.count === 0 ? null : (
        <p class="links">
          <a href={addressOf(question, elsewhere)}>
            {placeText(view, word(locale, 'mapElsewhere'), tally.elsewhere)}
          </a>
        </p>
      )}
    </div>
  )
}

/** Every record that is in a region, once. */
function inside({ records, withheld, elsewhere: away }: MapView['tally']): PlaceTally {
  const outside = new Set<StoredRecord>(away.records)
  const here = records.filter((record) => !outside.has(record))
  const hidden = withheld - away.withheld
  return { count: here.length + hidden, withheld: hidden, records: here }
}

type RowProps = {
  readonly view: MapView
  readonly labels: readonly string[]
  readonly people: readonly Field[]
  readonly head: Child
  readonly place: PlaceTally
  readonly departments: string
}

function Row({ view: { form, names, locale }, labels, people, head, place, departments }: RowProps) {
  if (place.count === 0)
    return (
      <StackRow head={head}>
        <StackCell label={labels[1] ?? ''} span={labels.length - 1}>
          {word(locale, 'mapNoProject')}
        </StackCell>
      </StackRow>
    )
  const cells = [
    [formatNumber(place.count, locale), place.withheld > 0 ? counted(locale, 'withheld', place.withheld) : '']
      .filter((part) => part !== '')
      .join(', '),
    formatNumber(countOrganisations(form, names, place.records), locale),
    ...people.map((field) => {
      const sum = sumOf(field, place.records)
      return sum === null ? word(locale, 'mapNoNumber') : formatNumber(sum, locale)
    }),
    departments || word(locale, 'mapNoDepartment'),
  ]
  return (
    <StackRow head={head}>
      {cells.map((text, index) => (
        <StackCell label={labels[index + 1] ?? ''}>{text}</StackCell>
      ))}
    </StackRow>
  )
}
