import { toSerial } from './serial.ts'
import type { Cell, ExtendedValue, JsonObject } from './types.ts'

/** What typing a text into a cell gives: a value, and the number format it brings along. */
export type Entry = { readonly value: ExtendedValue | undefined; readonly format: JsonObject | undefined }

const plain = (value: ExtendedValue | undefined): Entry => ({ value, format: undefined })

/**
 * Reads a text as a person typing it into a cell (USER_ENTERED). Nothing is parsed in a cell formatted as text,
 * nor after a leading apostrophe, which is not kept.
 * @param locale the spreadsheet's, such as fr_FR: it decides the decimal mark and the order of a date
 */
export function parseEntry(text: string, locale: string, cell: Cell | undefined): Entry {
  if (text === '') return plain(undefined)
  if (text.startsWith("'")) return plain({ stringValue: text.slice(1) })
  if (formatType(cell) === 'TEXT') return plain({ stringValue: text })
  if (text.startsWith('=') && text.length > 1) return plain({ formulaValue: text })
  const trimmed = text.trim()
  const boolean = /^(true|vrai)$/i.test(trimmed) ? true : /^(false|faux)$/i.test(trimmed) ? false : undefined
  if (boolean !== undefined) return plain({ boolValue: boolean })
  return parseNumber(trimmed, locale) ?? parseDate(trimmed, locale) ?? plain({ stringValue: text })
}

export function formatType(cell: Cell | undefined): string | undefined {
  const format = cell?.userEnteredFormat?.numberFormat as JsonObject | undefined
  return format?.type as string | undefined
}

const isFrench = (locale: string): boolean => locale.startsWith('fr')

function parseNumber(text: string, locale: string): Entry | undefined {
  const decimal = isFrench(locale) ? ',' : '\\.'
  const group = isFrench(locale) ? '[ \u00a0\u202f]' : ','
  const pattern = new RegExp(`^([+-]?)(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${decimal}(\\d+))?\\s?(%?)$`)
  const match = pattern.exec(text)
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined
  const digits = `${(match[2] ?? '0').replace(/\D/g, '')}.${match[3] ?? '0'}`
  const number = Number(digits) * (match[1] === '-' ? -1 : 1)
  if (match[4] !== '%') return plain({ numberValue: number })
  const pattern100 = match[3] === undefined ? '0%' : '0.00%'
  return { value: { numberValue: number / 100 }, format: { type: 'PERCENT', pattern: pattern100 } }
}

const clock = '(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?'
const dayFirst = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${clock}$`)
const yearFirst = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${clock}$`)

function parseDate(text: string, locale: string): Entry | undefined {
  const slashes = dayFirst.exec(text)
  const match = slashes ?? yearFirst.exec(text)
  if (match === null) return undefined
  const numbers = match.slice(1, 7).map((part) => Number(part ?? 0))
  const [first = 0, second = 0, third = 0, hour = 0, minute = 0, seconds = 0] = numbers
  const european = !locale.startsWith('en_US')
  const date =
    slashes === null
      ? { year: first, month: second, day: third }
      : { year: third, month: european ? second : first, day: european ? first : second }
  const serial = toSerial({ ...date, hour, minute, second: seconds })
  if (serial === undefined) return undefined
  const datePattern = slashes === null ? 'yyyy-mm-dd' : european ? 'dd/mm/yyyy' : 'm/d/yyyy'
  const format =
    match[4] === undefined
      ? { type: 'DATE', pattern: datePattern }
      : { type: 'DATE_TIME', pattern: `${datePattern} hh:mm:ss` }
  return { value: { numberValue: serial }, format }
}
