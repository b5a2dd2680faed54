import type { Cell, Table } from './table.ts'

/** RFC 4180: lines end so. */
const lineEnd = '\r\n'

/** Without it spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\ufeff'

/** A table as comma-separated values (RFC 4180, UTF-8): the headers, then the rows. */
export const writeCsv = ({ columns, rows }: Table): string =>
  lines([columns.map(({ header }) => header), ...rows])

/** The same with HXL's row of tags directly under the headers. */
export const writeHxl = ({ columns, rows }: Table): string =>
  lines([columns.map(({ header }) => header), columns.map(({ tag }) => tag), ...rows])

const lines = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + rows.map((row) => row.map(csvCell).join(',') + lineEnd).join('')

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non'
  if (typeof cell === 'object') return cell.day
  const text = harmless(cell)
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * What begins a formula (= + - @ and the like of full width), behind spaces, quotes and what cannot be seen; at the
 * beginning, and wherever a program that parts cells by semicolons or tabs, as Excel does in French, begins another.
 */
const formula =
  /(^|[;\t\r\n])((?:(?![;\t\r\n])[\s\p{C}\p{Z}"'`´‘’‚‛“”„«»])*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212])/gu

/** The text so that no spreadsheet takes it or a part of it for a formula: an apostrophe in front (OWASP, "CSV Injection"). */
export function harmless(text: string): string {
  const quoted = text.replace(formula, (_, sign: string, unseen: string) =>
    sign === '' ? `'${unseen}` : `${sign}${unseen}'`,
  )
  return /^[\t\r\n]/.test(quoted) ? `'${quoted}` : quoted
}
