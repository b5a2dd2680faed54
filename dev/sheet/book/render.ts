import { formatType } from './entry.ts'
import { fromSerial } from './serial.ts'
import type { Cell, ExtendedValue, Json, JsonObject } from './types.ts'

export type RenderOption = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA'
export type DateTimeOption = 'SERIAL_NUMBER' | 'FORMATTED_STRING'

/**
 * What a cell amounts to. Formulas are kept but not calculated, except constants and HYPERLINK
 * (LIEN_HYPERTEXTE): any other shows `#NAME?`, as a function Sheets does not know.
 */
export function effectiveValue(cell: Cell | undefined): ExtendedValue | undefined {
  const value = cell?.userEnteredValue
  const formula = value?.formulaValue
  if (formula === undefined) return value
  return (
    constantOf(formula) ??
    linkOf(formula)?.label ?? {
      errorValue: { type: 'NAME', message: 'Fonction inconnue de la feuille locale.' },
    }
  )
}

const text = '"((?:[^"]|"")*)"'
const linkPattern = new RegExp(
  `^=(?:HYPERLINK|LIEN_HYPERTEXTE)\\(\\s*${text}(?:\\s*[;,]\\s*${text})?\\s*\\)$`,
  'i',
)
const textPattern = new RegExp(`^=${text}$`)

const unquote = (part: string): string => part.replaceAll('""', '"')

function linkOf(formula: string): { readonly uri: string; readonly label: ExtendedValue } | undefined {
  const match = linkPattern.exec(formula)
  if (match === null) return undefined
  const uri = unquote(match[1] ?? '')
  return { uri, label: { stringValue: match[2] === undefined ? uri : unquote(match[2]) } }
}

function constantOf(formula: string): ExtendedValue | undefined {
  const body = formula.slice(1).trim()
  if (/^-?\d+(\.\d+)?$/.test(body)) return { numberValue: Number(body) }
  if (/^(TRUE|VRAI)(\(\))?$/i.test(body)) return { boolValue: true }
  if (/^(FALSE|FAUX)(\(\))?$/i.test(body)) return { boolValue: false }
  const match = textPattern.exec(formula.trim())
  return match === null ? undefined : { stringValue: unquote(match[1] ?? '') }
}

export function hyperlinkOf(cell: Cell | undefined): string | undefined {
  const formula = cell?.userEnteredValue?.formulaValue
  return formula === undefined ? undefined : linkOf(formula)?.uri
}

/** A cell as `values` reads it; an empty cell is "". */
export function renderCell(
  cell: Cell | undefined,
  option: RenderOption,
  dateTime: DateTimeOption,
  locale: string,
): Json {
  if (cell?.userEnteredValue === undefined) return ''
  const formula = cell.userEnteredValue.formulaValue
  if (option === 'FORMULA' && formula !== undefined) return formula
  const value = effectiveValue(cell)
  const isDate = /^(DATE|TIME|DATE_TIME)$/.test(formatType(cell) ?? '')
  if (option === 'FORMATTED_VALUE' || (dateTime === 'FORMATTED_STRING' && isDate)) {
    return formattedValue(cell, locale) ?? ''
  }
  if (value?.errorValue !== undefined) return errorText(value.errorValue.type)
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? ''
}

function errorText(type: string): string {
  const known: Record<string, string> = {
    NAME: '#NAME?',
    REF: '#REF!',
    VALUE: '#VALUE!',
    DIVIDE_BY_ZERO: '#DIV/0!',
    N_A: '#N/A',
    NUM: '#NUM!',
  }
  return known[type] ?? '#ERROR!'
}

/** What the grid shows in a cell, in the spreadsheet's locale; undefined for an empty cell. */
export function formattedValue(cell: Cell | undefined, locale: string): string | undefined {
  const value = effectiveValue(cell)
  if (value === undefined) return undefined
  if (value.errorValue !== undefined) return errorText(value.errorValue.type)
  if (value.boolValue !== undefined) {
    if (!locale.startsWith('fr')) return value.boolValue ? 'TRUE' : 'FALSE'
    return value.boolValue ? 'VRAI' : 'FAUX'
  }
  if (value.numberValue === undefined) return value.stringValue
  const format = cell?.userEnteredFormat?.numberFormat as JsonObject | undefined
  return formatNumber(value.numberValue, format, locale)
}

function formatNumber(number: number, format: JsonObject | undefined, locale: string): string {
  const pattern = typeof format?.pattern === 'string' ? format.pattern : undefined
  switch (format?.type) {
    case 'DATE':
      return formatMoment(number, pattern ?? 'dd/mm/yyyy')
    case 'TIME':
      return formatMoment(number, pattern ?? 'hh:mm:ss')
    case 'DATE_TIME':
      return formatMoment(number, pattern ?? 'dd/mm/yyyy hh:mm:ss')
    case 'PERCENT':
      return `${decimals(number * 100, pattern ?? '0.00%', locale)}%`
    case 'NUMBER':
    case 'CURRENCY':
      return decimals(number, pattern ?? '#,##0.00', locale)
  }
  const shown = String(Number(number.toPrecision(15)))
  return locale.startsWith('fr') ? shown.replace('.', ',') : shown
}

function decimals(number: number, pattern: string, locale: string): string {
  const fraction = /\.([0#]+)/.exec(pattern)?.[1] ?? ''
  return new Intl.NumberFormat(locale.replace('_', '-'), {
    useGrouping: pattern.includes(','),
    minimumFractionDigits: fraction.replaceAll('#', '').length,
    maximumFractionDigits: fraction.length,
  }).format(number)
}

/** `m` is the minute after an hour or before seconds, the month elsewhere. */
function formatMoment(serial: number, pattern: string): string {
  const moment = fromSerial(serial)
  return pattern.replace(/"([^"]*)"/g, '$1').replace(/y+|d+|h+|s+|m+/gi, (token, offset: number) => {
    const before = pattern.slice(0, offset)
    const after = pattern.slice(offset + token.length)
    const isMinute = /h+[^a-z]*$/i.test(before) || /^[^a-z]*s/i.test(after)
    const letter = token[0]?.toLowerCase()
    if (letter === 'y') return String(moment.year).slice(token.length === 2 ? -2 : 0)
    const number =
      letter === 'd'
        ? moment.day
        : letter === 'h'
          ? moment.hour
          : letter === 's'
            ? moment.second
            : isMinute
              ? moment.minute
              : moment.month
    return String(number).padStart(Math.min(token.length, 2), '0')
  })
}
