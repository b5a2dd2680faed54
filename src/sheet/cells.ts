import type { sheets_v4 } from '@googleapis/sheets'
import type { Answer, FileAnswer, GeoPoint, Row } from '../form/answers.ts'
import type { Choice, ChoiceLists, Field } from '../form/definition/index.ts'
import { displayDate } from '../form/display.ts'

/**
 * Answers as cells and back to something that can be compared. Pure. A cell's value is what an
 * UNFORMATTED_VALUE / SERIAL_NUMBER read gives: dates and times are days since 30 December 1899, an empty
 * cell is the empty text.
 */
export type CellValue = string | number | boolean

/** Labels of choices, and what the records that a form refers to are called: form id → reference → name. */
export type Words = {
  readonly lists: ChoiceLists
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Google's limit, in UTF-16 code units, of what a cell holds. */
const longestText = 50_000
/** What a text that was cut ends with. */
export const cutMark = '… [suite dans la fiche]'
const dayOfUnixEpoch = 25_569
const millisecondsADay = 86_400_000

/** A moment (milliseconds since 1970, UTC, which is Dakar's time too) as a serial number, to the second. */
export const momentSerial = (at: number): number =>
  dayOfUnixEpoch + (Math.floor(at / 1000) * 1000) / millisecondsADay

/** The moment of a serial number, in milliseconds since 1970, UTC; with what a double loses on the way. */
export const momentOfSerial = (serial: number): number => (serial - dayOfUnixEpoch) * millisecondsADay

/**
 * A day as a serial number, typed as a date; a month as words ("octobre 2018"), which no one can take for its
 * first day. Days before 1900, which Google does not format, stay text.
 */
function dateCell(date: string): CellValue {
  const [year = '', , day] = date.split('-')
  if (day === undefined) return displayDate(date, 'fr')
  return Number(year) < 1900 ? date : dayOfUnixEpoch + Date.parse(`${date}T00:00:00Z`) / millisecondsADay
}

/** 14:30 as a fraction of a day. */
function timeCell(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440
}

/** A text that a cell can hold: one that is too long is cut, visibly. Line ends become LF. */
export function textCell(text: string): string {
  const lines = text.replaceAll('\r\n', '\n')
  if (lines.length <= longestText) return lines
  const end = ` ${cutMark}`
  const cut = lines.slice(0, longestText - end.length)
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut) + end
}

/** Whether a text is shown whole: what is cut must not come back as an edit. */
export const cellFits = (text: string): boolean => text.replaceAll('\r\n', '\n').length <= longestText

/** The choices of a field; none for a field without a list. */
export const choicesOf = (field: Field, lists: ChoiceLists): readonly Choice[] =>
  field.choices === null ? [] : (lists[field.choices] ?? [])

/**
 * What a cell shows of an answer, in French: labels of choices (several parted by "; "), one line an item of
 * a list, a file or a row, the name of a record referred to, the typed value of the rest. A point has two
 * cells: see `part`. No answer is an empty cell, or what the field calls it ("A définir").
 */
export function answerCell(field: Field, answer: Answer | undefined, words: Words): CellValue {
  if (answer === undefined) return field.undefinedLabel?.fr ?? ''
  switch (field.type) {
    case 'date':
    case 'partial_date':
      return dateCell(String(answer))
    case 'time':
      return timeCell(String(answer))
    case 'select_one':
      return textCell(label(field, String(answer), words))
    case 'select_multiple':
      return textCell(
        items(answer)
          .map((code) => label(field, code, words))
          .join('; '),
      )
    case 'list':
      return textCell(items(answer).join('\n'))
    case 'reference':
      return textCell(words.names.get(field.reference?.form ?? '')?.get(String(answer)) ?? String(answer))
    case 'file':
      return textCell((answer as readonly FileAnswer[]).map(({ name }) => name).join('\n'))
    case 'repeat':
      return textCell((answer as readonly Row[]).map((row) => rowLine(field, row, words)).join('\n'))
    case 'geopoint':
      return `${(answer as GeoPoint).lat} ${(answer as GeoPoint).lon}`
    case 'integer':
    case 'decimal':
    case 'acknowledge':
    case 'calculate':
      return typeof answer === 'number' || typeof answer === 'boolean' ? answer : textCell(String(answer))
    case 'text':
      return textCell(String(answer))
    case 'note':
      return ''
    default:
      return field.type satisfies never
  }
}

const items = (answer: Answer): readonly string[] =>
  Array.isArray(answer) ? answer.map(String) : [String(answer)]

const label = (field: Field, code: string, words: Words): string =>
  choicesOf(field, words.lists).find((choice) => choice.code === code)?.label.fr ?? code

/** A row of a repeat on one line, for a repeat that has no tab of its own. */
function rowLine(repeat: Field, row: Row, words: Words): string {
  return repeat.fields
    .map((field) => readable(field, answerCell(field, row[field.name], words)))
    .filter((text) => text !== '')
    .join(' · ')
}

/** A cell's value as words inside a line of text, where no number format can help. */
function readable(field: Field, value: CellValue): string {
  if (value === true) return field.label.fr
  if (typeof value !== 'number') return String(value).replaceAll('\n', ', ')
  if (field.type === 'time') return new Date(Math.round(value * 1440) * 60_000).toISOString().slice(11, 16)
  if (field.type !== 'date' && field.type !== 'partial_date') return String(value)
  const day = new Date(momentOfSerial(value)).toISOString().slice(0, 10)
  return day.split('-').reverse().join('/')
}

/**
 * A cell to write. Only typed values, so that no text ever becomes a formula; the empty text clears the cell.
 */
export function toCell(value: CellValue): sheets_v4.Schema$CellData {
  if (value === '') return {}
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } }
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } }
  return { userEnteredValue: { stringValue: value } }
}

/** The value of a cell read back; null for a formula or an error, which are no value of ours. */
export function fromCell(cell: sheets_v4.Schema$CellData | undefined): CellValue | null {
  const value = cell?.userEnteredValue
  if (!value) return ''
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null
}

/** Whether two cells show the same: line ends aside, and numbers to within what a double loses on the way. */
export function sameCell(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= Math.max(1e-9, Math.abs(one) * 1e-10)
  }
  if (typeof one === 'string' && typeof other === 'string') {
    return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n')
  }
  return one === other
}
