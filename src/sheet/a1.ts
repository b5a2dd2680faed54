/** A1 notation, as Google writes and reads it. Indexes are counted from 0; an end is exclusive. Pure. */

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A tab's title, quoted: a title that looks like a cell or holds spaces is otherwise misread. */
const quoteTitle = (title: string): string => `'${title.replaceAll("'", "''")}'`

export type Area = {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

/** 'Projets'!A3:C7 of an area. */
export function areaRange(title: string, area: Area): string {
  const start = `${columnLetters(area.startColumn)}${area.startRow + 1}`
  return `${quoteTitle(title)}!${start}:${columnLetters(area.endColumn - 1)}${area.endRow}`
}

/** 'Projets'!A:A of a whole column. */
export function columnRange(title: string, index: number): string {
  return `${quoteTitle(title)}!${columnLetters(index)}:${columnLetters(index)}`
}

/** Where a range that Google names is: its title, first column and row, and end row (null: to the bottom). */
export function parseRange(range: string): {
  readonly title: string
  readonly column: number
  readonly row: number
  readonly endRow: number | null
} | null {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]+))!([A-Z]+)(\d*)(?::[A-Z]+(\d*))?$/.exec(range)
  if (!match) return null
  const [, quoted, plain, letters = '', row = '', endRow = ''] = match
  return {
    title: quoted === undefined ? (plain ?? '') : quoted.replaceAll("''", "'"),
    column: columnIndex(letters),
    row: row === '' ? 0 : Number(row) - 1,
    endRow: endRow === '' ? null : Number(endRow),
  }
}
