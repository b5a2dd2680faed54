import type { Form } from '../form/definition/index.ts'
import { isMapped } from '../map/places.ts'
import { writeCsv, writeHxl } from './csv.ts'
import { writeGeojson } from './geojson.ts'
import { hxlTable } from './hxl.ts'
import { writeJson } from './json.ts'
import { recordTable, rowTables } from './tables.ts'
import type { Taken } from './taken.ts'
import { writeXlsx } from './xlsx.ts'

type Format = {
  readonly extension: string
  readonly name: string
  readonly type: string
  readonly write: (taken: Taken) => string | Promise<Uint8Array<ArrayBuffer>>
  /** Whether a form has what it needs. */
  readonly suits: (form: Form) => boolean
}

const always = () => true

/** What a form's records can be taken away as. */
export const formats: readonly Format[] = [
  {
    extension: 'csv',
    name: 'CSV',
    type: 'text/csv; charset=utf-8',
    write: (taken) => writeCsv(recordTable(taken)),
    suits: always,
  },
  {
    extension: 'hxl.csv',
    name: 'CSV + HXL',
    type: 'text/csv; charset=utf-8',
    write: (taken) => writeHxl(hxlTable(taken)),
    suits: always,
  },
  {
    extension: 'xlsx',
    name: 'Excel (XLSX)',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (taken) => writeXlsx([recordTable(taken), ...rowTables(taken).map(({ table }) => table)]),
    suits: always,
  },
  {
    extension: 'geojson',
    name: 'GeoJSON',
    type: 'application/geo+json; charset=utf-8',
    write: ({ form, ...taken }) => (isMapped(form) ? writeGeojson({ ...taken, form }) : ''),
    suits: isMapped,
  },
  {
    extension: 'json',
    name: 'JSON',
    type: 'application/json; charset=utf-8',
    write: writeJson,
    suits: always,
  },
]

/** The formats that a form can be taken away in. */
export const formatsOf = (form: Form): readonly Format[] => formats.filter(({ suits }) => suits(form))
