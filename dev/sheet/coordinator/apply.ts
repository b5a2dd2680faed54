import { cellAt, changeRow } from '../book/cells.ts'
import { parseEntry } from '../book/entry.ts'
import { invalid } from '../book/error.ts'
import { formattedValue } from '../book/render.ts'
import { applyRequests } from '../book/requests/index.ts'
import { checkSize, dimensionCount, draftOf, setDimensionCount } from '../book/sheets.ts'
import type { Actor, Book, Cell, CellPlace } from '../book/types.ts'
import { enteredCell } from '../book/values.ts'
import { type Action, requestsFor, tabOf } from './action.ts'

/** The owner of the spreadsheet: protections do not stop her. */
export const coordinator: Actor = { email: 'coordination@example.org', owner: true }

/** @throws ApiError 400 in the API's words, or in French where the grid itself would refuse */
export function applyAction(book: Book, action: Action): Book {
  switch (action.type) {
    case 'edit':
      return write(book, action.tab, action.row, action.column, [[action.value]], true)
    case 'paste':
      return write(book, action.tab, action.row, action.column, parseBlock(action.text), false)
    default:
      return applyRequests(book, requestsFor(book, action), coordinator).book
  }
}

/** A block as spreadsheets put it on the clipboard: tabs between cells, quotes around a cell with line breaks. */
function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy
  for (;;) {
    const match = pattern.exec(text)
    if (match === null) break
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '') break
    if (match[3] !== '\t' && pattern.lastIndex < text.length) rows.push([])
    if (match[3] !== '\t' && pattern.lastIndex >= text.length) break
  }
  return rows
}

/** Typing obeys a strict dropdown; pasting does not, and the grid grows under a paste. */
function write(
  book: Book,
  tab: string,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
  isTyped: boolean,
): Book {
  const draft = draftOf(book)
  const sheet = tabOf(draft, tab)
  const width = block.reduce((widest, line) => Math.max(widest, line.length), 0)
  const beyond =
    row + block.length > dimensionCount(sheet, 'ROWS') || column + width > dimensionCount(sheet, 'COLUMNS')
  if (isTyped && beyond) throw invalid('Cette cellule est hors de la grille.')
  setDimensionCount(sheet, 'ROWS', Math.max(dimensionCount(sheet, 'ROWS'), row + block.length))
  setDimensionCount(sheet, 'COLUMNS', Math.max(dimensionCount(sheet, 'COLUMNS'), column + width))
  checkSize(draft)
  const { locale } = draft.properties
  for (const [offset, line] of block.entries()) {
    changeRow(sheet, row + offset, (cells) => {
      for (const [index, text] of line.entries()) {
        const cell = cells[column + index]
        if (isTyped) checkValidation(cell, text, { sheet, row: row + offset, column: column + index, locale })
        cells[column + index] = enteredCell(cell, text, 'USER_ENTERED', locale)
      }
    })
  }
  return draft
}

/** The values a dropdown offers, or null when the cell has none. */
export function offeredValues(cell: Cell | undefined): readonly string[] | null {
  const condition = cell?.dataValidation?.condition
  if (condition?.type === 'BOOLEAN') return ['TRUE', 'FALSE']
  if (condition?.type !== 'ONE_OF_LIST') return null
  return (condition.values ?? []).map((value) => value.userEnteredValue ?? '')
}

function checkValidation(cell: Cell | undefined, text: string, place: CellPlace): void {
  const offered = offeredValues(cell)
  if (text === '' || offered === null || cell?.dataValidation?.strict !== true) return
  const typed = parseEntry(text, place.locale, cell).value
  const shown = typed === undefined ? text : (formattedValue({ userEnteredValue: typed }, place) ?? text)
  if (offered.includes(text) || offered.includes(shown)) return
  throw invalid(
    'La donnée que vous avez saisie ne respecte pas les règles de validation définies pour cette cellule.',
  )
}

/** What is typed back into the editor of a cell: the formula, or the text as it shows. */
export function editText(book: Book, tab: string, row: number, column: number): string {
  const sheet = tabOf(book, tab)
  const cell = cellAt(sheet, row, column)
  const { formulaValue, stringValue } = cell?.userEnteredValue ?? {}
  const place = { sheet, row, column, locale: book.properties.locale }
  return formulaValue ?? stringValue ?? formattedValue(cell, place) ?? ''
}
