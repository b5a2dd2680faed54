import type { GeoPoint } from '../form/answers.ts'
import { listOf } from '../form/choices.ts'
import type { ChoiceLists, Field } from '../form/definition/index.ts'
import { fieldColumns } from './columns.ts'
import type { Cell, Column } from './table.ts'
import { recordColumns, referenceColumn, seenFields, statusColumn, updatedColumn } from './tables.ts'
import { type MappedTaken, type Zone, zonesOf } from './zones.ts'

/** How near a point is: the place itself, or a point of its department or region for want of better. */
type Position = { readonly point: GeoPoint; readonly precision: 'point' | 'departement' | 'region' }

/**
 * The zones as points (RFC 7946: WGS 84, longitude first), with the answers of their record and their own as
 * properties. What is about the whole country or none of it has no geometry: a point would say something untrue.
 */
export function writeGeojson(taken: MappedTaken): string {
  const { form, lists } = taken
  const fields = seenFields(taken, form.fields)
  const rowFields = seenFields(taken, fields.find(({ name }) => name === form.map.zones)?.fields ?? [])
  const ofRecord = [
    referenceColumn,
    statusColumn(taken),
    ...fields.flatMap((field) => recordColumns(taken, field)),
    updatedColumn,
  ]
  const ofRow = rowFields
    .filter(({ type }) => type !== 'geopoint')
    .flatMap((field) => fieldColumns(field, taken))
  const features = zonesOf(taken).map((zone) => {
    const position = positionOf(zone, taken, rowFields, lists)
    return {
      type: 'Feature',
      id: zone.id,
      geometry: position && { type: 'Point', coordinates: [position.point.lon, position.point.lat] },
      properties: {
        precision: zone.kind === 'whole' ? 'pays' : (position?.precision ?? null),
        ...properties(ofRecord, zone.record),
        ...properties(ofRow, zone.row),
      },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const properties = <About>(
  columns: readonly (Column & { readonly cell: (about: About) => Cell })[],
  about: About,
): Readonly<Record<string, string | number | boolean | null>> =>
  Object.fromEntries(columns.map(({ key, cell }) => [key, plain(cell(about))]))

const plain = (cell: Cell) => (typeof cell === 'object' && cell !== null ? cell.day : cell)

function positionOf(
  { row }: Zone,
  { form: { map } }: MappedTaken,
  fields: readonly Field[],
  lists: ChoiceLists,
): Position | null {
  const given = fields.find(({ type }) => type === 'geopoint')
  const point = given && row[given.name]
  if (point !== undefined) return { point: point as GeoPoint, precision: 'point' }
  const department = pointOfChoice(fields, map.department, row, lists)
  if (department) return { point: department, precision: 'departement' }
  const region = pointOfChoice(fields, map.region, row, lists)
  return region && { point: region, precision: 'region' }
}

/** The point of the choice that answers a field. */
function pointOfChoice(
  fields: readonly Field[],
  name: string,
  row: Zone['row'],
  lists: ChoiceLists,
): GeoPoint | null {
  const field = fields.find((one) => one.name === name)
  const choice = field && listOf(field, lists).find(({ code }) => code === row[name])
  const { lat, lon } = choice?.attributes ?? {}
  return lat === undefined || lon === undefined ? null : { lat: Number(lat), lon: Number(lon) }
}
