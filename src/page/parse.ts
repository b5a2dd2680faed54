/**
 * Reading what people type. Each function gives the value in the form records keep it, or the text as it was typed
 * when it cannot be read: the form's validation then refuses it with a sentence, and the page shows it again as typed.
 */

const spaces = /[\s\u00a0\u202f]+/g
const decimal = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/

/** "1 500 000", "1500,5", "−3": spaces of any kind group digits, a comma or a dot starts the decimals. */
export function parseNumber(typed: string): number | string {
  const bare = typed.replace(spaces, '').replace('\u2212', '-')
  if (!decimal.test(bare)) return typed
  const value = Number(bare.replace(',', '.'))
  return Number.isFinite(value) ? value : typed
}

const pad = (digits: string, length: number) => digits.padStart(length, '0')

/** "24/09/2018", "24-9-2018", "24.09.2018" or "2018-09-24" → "2018-09-24". Whether the day exists is not checked. */
export function parseDate(typed: string): string {
  const bare = typed.replace(spaces, '')
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare)
  if (french) return `${french[3]}-${pad(french[2] ?? '', 2)}-${pad(french[1] ?? '', 2)}`
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  return iso ? `${iso[1]}-${pad(iso[2] ?? '', 2)}-${pad(iso[3] ?? '', 2)}` : typed
}

/** Day (may be empty), month and year → "2018-09-24" or "2018-09"; all empty → "". */
export function parsePartialDate(day: string, month: string, year: string): string {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (d === '' && m === '' && y === '') return ''
  if (!/^\d{4}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{0,2}$/.test(d)) {
    return [d, m, y].filter((part) => part !== '').join('/')
  }
  return d === '' ? `${y}-${pad(m, 2)}` : `${y}-${pad(m, 2)}-${pad(d, 2)}`
}

/** "14h30", "14 h 30", "14h", "9:05" → "14:30", "14:00", "09:05". Whether the hour exists is not checked. */
export function parseTime(typed: string): string {
  const bare = typed.replace(spaces, '').toLowerCase()
  const found = /^(\d{1,2})(?:h|:)(\d{2})?(?:min)?$/.exec(bare)
  return found ? `${pad(found[1] ?? '', 2)}:${found[2] ?? '00'}` : typed
}

/** One item a line; blank lines are nobody's item. */
export function parseLines(typed: string): readonly string[] {
  return typed
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
