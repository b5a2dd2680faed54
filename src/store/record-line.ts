import type { Answers } from '../form/answers.ts'
import type { Catalogue } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'
import type { Coordination, StoredRecord } from '../record/record.ts'
import { referenceOf } from '../record/reference.ts'
import { columnsOf } from './columns.ts'

/** A row of `records`. */
export type Line = {
  readonly id: string
  readonly form: string
  readonly number: number
  readonly status: string
  readonly revision: number
  readonly answers: string
  readonly coordination: string
  readonly locale: string
  readonly created_at: number
  readonly updated_at: number
  readonly erased_at: number | null
}

/** The columns `toRecords` reads, of `records` alone. */
export const columns =
  'id, form, number, status, revision, answers, coordination, locale, created_at, updated_at, erased_at'

/** A row of `records` as a record; `prefix` is its form's. */
export function toRecord(line: Line, prefix: string): StoredRecord {
  return {
    id: line.id,
    form: line.form,
    number: line.number,
    reference: referenceOf(prefix, line.number),
    status: line.status,
    revision: line.revision,
    answers: JSON.parse(line.answers) as Answers,
    coordination: JSON.parse(line.coordination) as Coordination,
    locale: line.locale as Locale,
    createdAt: line.created_at,
    updatedAt: line.updated_at,
    erasedAt: line.erased_at,
  }
}

/** Rows as records; a row whose form is no longer in the catalogue is left out. */
export function toRecords(catalogue: Catalogue, lines: readonly Line[]): readonly StoredRecord[] {
  const prefixes = new Map(catalogue.forms.map(({ id, prefix }) => [id, prefix]))
  return lines.flatMap((line) => {
    const prefix = prefixes.get(line.form)
    return prefix === undefined ? [] : [toRecord(line, prefix)]
  })
}

/** The columns `toRecords` reads, each named after a table: `r.id, r.form, …`. */
export const recordColumns = (table: string): string => columnsOf(table, columns)
