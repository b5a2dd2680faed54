import type { Row } from '../form/answers.ts'
import type { Field } from '../form/definition/index.ts'
import { rowsOf } from '../form/index.ts'
import { isVisible } from '../form/visibility.ts'
import { stateOf } from '../form/workflow.ts'
import type { StoredRecord } from '../record/record.ts'
import { dayOf, fieldColumns } from './columns.ts'
import type { Cell, Filled, Table } from './table.ts'
import { tableOf } from './table.ts'
import type { Taken } from './taken.ts'

export type RecordColumn = Filled<StoredRecord>

/** A row of a repeat, and the record that has it. */
type Placed = { readonly record: StoredRecord; readonly row: Row; readonly index: number }

export const own = (
  key: string,
  header: string,
  tag: string | null,
  cell: (record: StoredRecord) => Cell,
): RecordColumn => ({ key, header, tag, cell })

export const referenceColumn = own('id', 'ID', '#meta+id', ({ reference }) => reference)
export const updatedColumn = own('modifiee_le', 'Modifiée le', '#date+updated', ({ updatedAt }) =>
  dayOf(updatedAt),
)
export const statusColumn = ({ form }: Taken): RecordColumn =>
  own('statut', 'Statut', '#meta+status', ({ status }) => stateOf(form, status).label.fr)

/** The fields that this level sees, repeats included. */
export const seenFields = ({ level }: Taken, fields: readonly Field[]): readonly Field[] =>
  fields.filter((field) => isVisible(field, level))

/** The columns of a field of the record itself. */
export const recordColumns = (taken: Taken, field: Field): readonly RecordColumn[] =>
  fieldColumns(field, taken).map((column) => ({ ...column, cell: ({ answers }) => column.cell(answers) }))

/** One line a record: its reference and status, its answers, what the coordination says of it, when it was changed. */
export function recordTable(taken: Taken): Table {
  const { form, level, records } = taken
  const coordination = [
    own('note', 'Note du coordinateur', null, ({ coordination: { note } }) => note || null),
    own('responsable', 'Responsable', null, ({ coordination: { assignee } }) => assignee || null),
  ]
  const columns = [
    referenceColumn,
    statusColumn(taken),
    ...seenFields(taken, form.fields).flatMap((field) => recordColumns(taken, field)),
    ...(level === 'coordination' ? coordination : []),
    own('recue_le', 'Reçue le', null, ({ createdAt }) => dayOf(createdAt)),
    updatedColumn,
  ]
  return tableOf(form.sheet.tab, columns, records)
}

/** A table for each repeat, one line a row: the record's reference, the row's number, what places it, its answers. */
export function rowTables(taken: Taken): readonly { readonly repeat: Field; readonly table: Table }[] {
  const { form, records } = taken
  const fields = seenFields(taken, form.fields)
  return fields
    .filter(({ type }) => type === 'repeat')
    .map((repeat) => {
      const rows = records.flatMap((record) =>
        rowsOf(record.answers, repeat.name).map((row, index): Placed => ({ record, row, index })),
      )
      const beside = repeat.context.flatMap((name) => fields.filter((field) => field.name === name))
      const columns: readonly Filled<Placed>[] = [
        { ...referenceColumn, cell: ({ record }) => record.reference },
        { key: 'ligne', header: 'N°', tag: null, cell: ({ index }) => index + 1 },
        ...beside
          .flatMap((field) => recordColumns(taken, field))
          .map((column) => ({ ...column, cell: ({ record }: Placed) => column.cell(record) })),
        ...seenFields(taken, repeat.fields)
          .flatMap((field) => fieldColumns(field, taken))
          .map((column) => ({ ...column, cell: ({ row }: Placed) => column.cell(row) })),
      ]
      return { repeat, table: tableOf(repeat.tab ?? `${form.sheet.tab} - ${repeat.label.fr}`, columns, rows) }
    })
}
