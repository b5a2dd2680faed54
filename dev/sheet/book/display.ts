import { fromSerial } from './serial.ts'
import type { ExtendedValue, JsonObject } from './types.ts'

/** An error as its cell shows it, in all locales. */
export function errorText(type: string): string {
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

/** Whether a number format shows a day or an hour. */
export function isMoment(format: JsonObject | undefined): boolean {
  return /^(DATE|TIME|DATE_TIME)$/.test(String(format?.type))
}

/** A value as it shows under a number format, in the spreadsheet's locale; undefined for a blank. */
export function displayValue(
  value: ExtendedValue | undefined,
  format: JsonObject | undefined,
  locale: string,
): string | undefined {
  if (value === undefined) return undefined
  if (value.errorValue !== undefined) return errorText(value.errorValue.type)
  if (value.boolValue !== undefined) {
    if (!locale.startsWith('fr')) return value.boolValue ? 'TRUE' : 'FALSE'
    return value.boolValue ? 'VRAI' : 'FAUX'
  }
  if (value.numberValue === undefined) return value.stringValue
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
