import { invalid } from './error.ts'
import { findByTitle, sheetById } from './sheets.ts'
import type { Area, Book, GridRange, Sheet } from './types.ts'

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

const cellPattern = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/

/** A tab's title as ranges need it: quoted unless it is a plain word that could not be a cell. */
export function quoteTitle(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title)
  return plain ? title : `'${title.replaceAll("'", "''")}'`
}

/** `'Feuille 1'!A1:Z1000`, or one cell as `'Feuille 1'!A1`. */
export function formatArea(sheet: Sheet, area: Area): string {
  const start = columnLetters(area.left) + (area.top + 1)
  const end = columnLetters(Math.max(area.left, area.right - 1)) + Math.max(area.top + 1, area.bottom)
  return `${quoteTitle(sheet.properties.title)}!${start === end ? start : `${start}:${end}`}`
}

export function wholeArea(sheet: Sheet): Area {
  const { rowCount, columnCount } = sheet.properties.gridProperties
  return { top: 0, bottom: rowCount, left: 0, right: columnCount }
}

/**
 * Cuts a range to the grid of its tab: the end is clamped, a start beyond the grid is refused.
 * @throws ApiError 400 `Range (…) exceeds grid limits. …`
 */
export function boundArea(sheet: Sheet, range: GridRange): Area {
  const grid = wholeArea(sheet)
  const asked: Area = {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? grid.bottom,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? grid.right,
  }
  if (asked.top < 0 || asked.left < 0 || asked.bottom < asked.top || asked.right < asked.left) {
    throw invalid(`Invalid range: ${JSON.stringify(range)}`)
  }
  if (asked.top >= grid.bottom || asked.left >= grid.right) {
    throw invalid(
      `Range (${formatArea(sheet, asked)}) exceeds grid limits. ` +
        `Max rows: ${grid.bottom}, max columns: ${grid.right}`,
    )
  }
  return { ...asked, bottom: Math.min(asked.bottom, grid.bottom), right: Math.min(asked.right, grid.right) }
}

/** @throws ApiError 400 `No grid with id: N` */
export function areaOf(book: Book, range: GridRange): { readonly sheet: Sheet; readonly area: Area } {
  const sheet = sheetById(book, range.sheetId ?? 0, 'grid')
  return { sheet, area: boundArea(sheet, range) }
}

/**
 * Finds what a range in A1 notation designates: `Titre!A1:B2`, `'Titre 1'!A:B`, `Titre`, a named range, or cells
 * of the first visible tab. A tab named like a cell must be quoted.
 * @throws ApiError 400 `Unable to parse range: …` or `Range (…) exceeds grid limits. …`
 */
export function resolveA1(book: Book, text: string): { readonly sheet: Sheet; readonly area: Area } {
  const found = readTitled(book, text) ?? readUntitled(book, text)
  if (found === undefined) throw invalid(`Unable to parse range: ${text}`)
  return { sheet: found.sheet, area: boundArea(found.sheet, found.range) }
}

type Found = { readonly sheet: Sheet; readonly range: GridRange }

function readTitled(book: Book, text: string): Found | undefined {
  const quoted = /^'((?:[^']|'')+)'(?:!(.*))?$/s.exec(text)
  const mark = text.lastIndexOf('!')
  const title = quoted ? (quoted[1] ?? '').replaceAll("''", "'") : text.slice(0, Math.max(mark, 0))
  const cells = quoted ? quoted[2] : text.slice(mark + 1)
  if (quoted === null && mark < 0) return undefined
  const sheet = findByTitle(book, title)
  if (sheet === undefined) return undefined
  if (cells === undefined) return { sheet, range: {} }
  const range = readCells(cells)
  return range === undefined ? undefined : { sheet, range }
}

function readUntitled(book: Book, text: string): Found | undefined {
  if (text.includes('!')) return undefined
  const range = readCells(text)
  const first = book.sheets.find((sheet) => sheet.properties.hidden !== true)
  const looksLikeCells = range !== undefined && (text.includes(':') || /\d/.test(text))
  if (looksLikeCells && first !== undefined) return { sheet: first, range }
  const sheet = findByTitle(book, text)
  if (sheet !== undefined) return { sheet, range: {} }
  const named = book.namedRanges.find((item) => item.name === text)?.range
  return named === undefined
    ? undefined
    : { sheet: sheetById(book, named.sheetId ?? 0, 'grid'), range: named }
}

/** `A1`, `A1:B2`, `A:B`, `1:3`, `A5:B`. */
function readCells(text: string): GridRange | undefined {
  const [first = '', second, ...rest] = text.split(':')
  const start = cellPattern.exec(first)
  const end = second === undefined ? start : cellPattern.exec(second)
  if (start === null || end === null || first === '' || second === '' || rest.length > 0) return undefined
  if (second === undefined && (start[1] === undefined || start[2] === undefined)) return undefined
  const columns = [start[1], end[1]].flatMap((part) => (part === undefined ? [] : [columnIndex(part)]))
  const rows = [start[2], end[2]].flatMap((part) => (part === undefined ? [] : [Number(part) - 1]))
  return {
    ...(rows.length > 0 && { startRowIndex: Math.min(...rows) }),
    ...(rows.length === 2 && { endRowIndex: Math.max(...rows) + 1 }),
    ...(columns.length > 0 && { startColumnIndex: Math.min(...columns) }),
    ...(columns.length === 2 && { endColumnIndex: Math.max(...columns) + 1 }),
  }
}
