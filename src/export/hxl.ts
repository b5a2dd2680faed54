import type { Field } from '../form/definition/index.ts'
import { isMapped } from '../map/places.ts'
import { fieldColumns } from './columns.ts'
import { type Cell, type Filled, type Table, tableOf } from './table.ts'
import { recordColumns, referenceColumn, seenFields, statusColumn, updatedColumn } from './tables.ts'
import type { Taken } from './taken.ts'
import { type MappedTaken, type Zone, zonesByRegion } from './zones.ts'

/**
 * A form's answers as HXL 1.1 has them: columns with a tag alone. Of a form on the map, who does what where: one line
 * an organisation, project and zone; of another, one a record.
 */
export const hxlTable = (taken: Taken): Table =>
  isMapped(taken.form) ? whoWhatWhere({ ...taken, form: taken.form }) : recordLines(taken)

function recordLines(taken: Taken): Table {
  const columns = [
    referenceColumn,
    statusColumn(taken),
    ...seenFields(taken, taken.form.fields).flatMap((field) => recordColumns(taken, field)),
    updatedColumn,
  ]
  return tableOf(taken.form.sheet.tab, tagged(columns), taken.records)
}

function whoWhatWhere(taken: MappedTaken): Table {
  const { form, group } = taken
  const fields = seenFields(taken, form.fields)
  const status = statusColumn(taken)
  const ofRecord = (field: Field): readonly Filled<Zone>[] =>
    recordColumns(taken, field).map((column) => ({
      ...column,
      cell: ({ record, first }) => (first || !isNumber(field) ? column.cell(record) : null),
    }))
  const rows = fields.find(({ name }) => name === form.map.zones)
  const ofRow = seenFields(taken, rows?.fields ?? []).flatMap((field) => fieldColumns(field, taken))
  const here = (text: string | undefined) => (zone: Zone) => (zone.kind === 'nowhere' ? null : (text ?? null))
  const columns: readonly Filled<Zone>[] = [
    { ...referenceColumn, cell: ({ record }) => record.reference },
    { key: 'zone', header: 'Zone', tag: '#meta+id+zone', cell: ({ id }) => id },
    { ...status, cell: ({ record }) => status.cell(record) },
    // Before other countries: a program that looks for one takes the first.
    ...(group === null
      ? []
      : [
          { key: 'pays_code', header: 'Pays (code)', tag: '#country+code', cell: here(group.country.code) },
          { key: 'pays_nom', header: 'Pays', tag: '#country+name', cell: here(group.country.name.fr) },
        ]),
    ...fields.flatMap(ofRecord),
    ...ofRow.map((column) => ({ ...column, cell: ({ row }: Zone) => column.cell(row) })),
    { ...updatedColumn, cell: ({ record }) => updatedColumn.cell(record) },
  ]
  return tableOf(form.sheet.tab, tagged(columns), zonesByRegion(taken))
}

/** Numbers are about the whole project: on each of its lines, whoever adds them up would count people several times. */
const isNumber = ({ type }: Field): boolean => type === 'integer' || type === 'decimal'

/**
 * The columns that have a tag, each tag once: a form's own goes before ours. White space is what HXL's validators
 * complain of first.
 */
function tagged<About>(columns: readonly Filled<About>[]): readonly Filled<About>[] {
  const with_ = columns.filter(({ tag }) => tag !== null)
  return with_
    .map((column, index) =>
      column.key === updatedColumn.key && with_.findIndex(({ tag }) => tag === column.tag) < index
        ? { ...column, tag: `${column.tag}+record` }
        : column,
    )
    .map((column) => ({ ...column, cell: (about) => tidy(column.cell(about)) }))
}

const tidy = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : cell)
