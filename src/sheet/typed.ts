import type { Answer, Answers } from '../form/answers.ts'
import type { ChoiceLists, Field } from '../form/definition/index.ts'
import { examine } from '../form/index.ts'
import { type FieldCells, readCells } from './cell-answer.ts'
import { answered, type CellReading } from './cell-reading.ts'
import type { CellValue, Words } from './cells.ts'
import type { Column } from './columns.ts'
import type { Base, Stray } from './ports.ts'
import { isUnnamed, type ReadTab, readCell } from './read.ts'
import { isOurs } from './sent.ts'

/** Rows that the coordinator typed, on a tab whose rows may become records. Pure. */

/** The answers of a typed row, or what it lacks (French). */
type TypedRow = {
  readonly answers: Answers
  readonly missing: readonly string[]
}

/** What was typed in a row that became a record is kept in its base under the columns' keys with this before them. */
const typedPrefix = 'typed '

/** Column key → what the row holds, as it was typed. */
export const cellsTyped = (read: ReadTab, at: number): Base =>
  Object.fromEntries(
    [...read.columns.keys()].flatMap((key) => {
      const value = readCell(read, key, at)
      return value === '' || key === '#remark' ? [] : [[typedPrefix + key, value]]
    }),
  )

/** Whether something was typed in this column of a row that `cellsTyped` kept. */
export const isTyped = (typed: Base, key: string): boolean => typed[typedPrefix + key] !== undefined

/** What was typed in the row of a record that has not been seen with its reference yet; null of any other. */
export function typedCells(base: Base | undefined): ReadonlyMap<string, CellValue> | null {
  const typed = Object.entries(base ?? {}).flatMap(([key, value]) =>
    key.startsWith(typedPrefix) ? [[key.slice(typedPrefix.length), value] as const] : [],
  )
  return typed.length === 0 ? null : new Map(typed)
}

/** The reference cell of the technical row: rows above it are the header's. */
export const technicalReference = '#meta+reference'
const mostMessages = 3

/** Rows below the header that bear no reference and hold something of a record; none where our own cells strayed. */
export const typedPlaces = (read: ReadTab, strays: readonly Stray[]): readonly number[] =>
  filledPlaces(read).filter((at) => !isOurs(read, at, strays) && isUnnamed(read, at))

/** Rows that hold something of a record and bear a reference that is none of these records'. */
export const namedPlaces = (read: ReadTab, records: ReadonlySet<string>): readonly number[] =>
  filledPlaces(read).filter(
    (at) => !isUnnamed(read, at) && !records.has(String(readCell(read, '#reference', at)).trim()),
  )

/** Rows below the header that hold something of a record, on a tab whose rows may become one. */
function filledPlaces(read: ReadTab): readonly number[] {
  const [technical] = read.rows.get(technicalReference) ?? []
  if (!read.tab.form.sheet.newRows || read.tab.repeat !== null || technical === undefined) return []
  const filled = new Set<number>()
  for (const { column, values } of read.columns.values()) {
    if (!('field' in column.source)) continue
    for (let at = technical + 1; at < values.length; at += 1) if (values[at] !== '') filled.add(at)
  }
  return [...filled].sort((one, other) => one - other)
}

/** Reads a typed row by the form's definition and applies its rules. @param now milliseconds since 1970, UTC */
export function readTyped(
  read: ReadTab,
  at: number,
  words: Words,
  lists: ChoiceLists,
  now: number,
): TypedRow {
  const unread: string[] = []
  const answers: Record<string, Answer> = {}
  for (const [field, columns] of fieldsOf(read)) {
    const reading =
      field.type === 'repeat'
        ? readLines(field, String(readCell(read, field.name, at)))
        : readCells(field, fieldCells(columns, read, at), words)
    if (!reading.ok) unread.push(reading.message)
    else if (reading.answer !== undefined) answers[field.name] = reading.answer
  }
  const { form } = read.tab
  const { issues } = examine(form, lists, answers, { now })
  const missing = [...unread, ...issues.map(({ message }) => message.fr)]
  return { answers, missing: missing.slice(0, mostMessages) }
}

function fieldsOf(read: ReadTab): ReadonlyMap<Field, readonly Column[]> {
  const columns = new Map<Field, Column[]>()
  for (const column of read.tab.columns) {
    if (!('field' in column.source)) continue
    const { field } = column.source
    columns.set(field, [...(columns.get(field) ?? []), column])
  }
  return columns
}

function fieldCells(columns: readonly Column[], read: ReadTab, at: number): FieldCells {
  const [first, second] = columns
  const whole = first ? readCell(read, first.key, at) : ''
  return second ? { lat: whole, lon: readCell(read, second.key, at) } : { whole }
}

/** A repeat shown in one cell: each line is a row with its first answer. */
function readLines(repeat: Field, text: string): CellReading {
  const [first] = repeat.fields
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (!first || lines.length === 0) return answered(undefined)
  return answered(lines.map((line) => ({ [first.name]: line })))
}
