import { areaOf, wholeArea } from '../a1.ts'
import { cellAt, changeRow } from '../cells.ts'
import { invalid } from '../error.ts'
import { checkProtection } from '../protection.ts'
import { formattedValue } from '../render.ts'
import { sheetById } from '../sheets.ts'
import type { Actor, Area, Book, GridRange, JsonObject, Sheet } from '../types.ts'
import { enteredCell } from '../values.ts'
import { type Replace, replacer } from './replacer.ts'

type FindReplace = {
  readonly find?: string
  readonly replacement?: string
  readonly matchCase?: boolean
  readonly matchEntireCell?: boolean
  readonly searchByRegex?: boolean
  readonly includeFormulas?: boolean
  readonly range?: GridRange
  readonly sheetId?: number
  readonly allSheets?: boolean
}

type Place = { readonly sheet: Sheet; readonly area: Area }
type Change = { readonly isFormula: boolean; readonly occurrences: number }

/**
 * Searches cells as they show, and formulas as they are written; what changes is entered as if typed, so that a cell
 * formatted as text stays text. Empty cells never match. Counts that are 0 are left out of the answer, as Google's are.
 * @throws ApiError 400 unless there is one scope and something to find
 */
export function findReplace(book: Book, body: FindReplace, actor: Actor): JsonObject {
  const places = scopeOf(book, body)
  if ((body.find ?? '') === '') throw invalid("'find' must not be empty.")
  const replace = replacer({ find: '', replacement: '', ...body })
  const includesFormulas = body.includeFormulas === true
  const changes: Change[] = []
  let rowsChanged = 0
  let sheetsChanged = 0
  for (const { sheet, area } of places) {
    const before = changes.length
    for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
      const found = changesOf(
        book,
        { sheet, area: { ...area, top: row, bottom: row + 1 } },
        replace,
        includesFormulas,
      )
      if (found.length === 0) continue
      for (const { column } of found) {
        checkProtection(sheet, { top: row, bottom: row + 1, left: column, right: column + 1 }, actor)
      }
      changeRow(sheet, row, (cells) => {
        for (const { column, text } of found) {
          cells[column] = enteredCell(cells[column], text, 'USER_ENTERED', book.properties.locale)
        }
      })
      changes.push(...found)
      rowsChanged += 1
    }
    if (changes.length > before) sheetsChanged += 1
  }
  const formulasChanged = changes.filter((change) => change.isFormula).length
  const counts = {
    valuesChanged: changes.length - formulasChanged,
    formulasChanged,
    rowsChanged,
    sheetsChanged,
    occurrencesChanged: changes.reduce((sum, change) => sum + change.occurrences, 0),
  }
  return { findReplace: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) }
}

function scopeOf(book: Book, body: FindReplace): Place[] {
  const given = (['range', 'sheetId', 'allSheets'] as const).filter((name) => body[name] !== undefined)
  const [, second] = given
  if (second !== undefined) throw invalid(`oneof field 'scope' is already set. Cannot set '${second}'`)
  if (body.range !== undefined) return [areaOf(book, body.range)]
  if (body.sheetId !== undefined) {
    const sheet = sheetById(book, body.sheetId, 'grid')
    return [{ sheet, area: wholeArea(sheet) }]
  }
  if (body.allSheets !== true) throw invalid("Must specify one of 'range', 'sheetId' or 'allSheets'.")
  return book.sheets.map((sheet) => ({ sheet, area: wholeArea(sheet) }))
}

/** What would change in one row. */
function changesOf(book: Book, { sheet, area }: Place, replace: Replace, includesFormulas: boolean) {
  const { locale } = book.properties
  const row = area.top
  const right = Math.min(area.right, sheet.rows[row]?.length ?? 0)
  const changes: (Change & { readonly column: number; readonly text: string })[] = []
  for (let column = area.left; column < right; column += 1) {
    const cell = cellAt(sheet, row, column)
    const formula = cell?.userEnteredValue?.formulaValue
    if (cell === undefined || (formula !== undefined && !includesFormulas)) continue
    const text = formula ?? formattedValue(cell, { sheet, row, column, locale }) ?? ''
    const replaced = text === '' ? null : replace(text)
    if (replaced !== null) changes.push({ column, isFormula: formula !== undefined, ...replaced })
  }
  return changes
}
