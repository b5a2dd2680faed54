import { formatArea, resolveA1 } from '../book/a1.ts'
import { applyRequests } from '../book/requests/index.ts'
import { checkSize, draftOf } from '../book/sheets.ts'
import type { Actor, Area, Book, Json, JsonObject, Sheet } from '../book/types.ts'
import { parseJson, parseMessage } from '../book/validate.ts'
import { readValues, writeValues } from '../book/values.ts'
import { checkQuery, oneOf, type Run } from './route.ts'
import { tableIn } from './table.ts'
import { readOptions } from './values.ts'

/**
 * Writes below the last table that the range meets, from the table's first column; where there is none, from the
 * first cell of the range. OVERWRITE, the default, writes over what is there; INSERT_ROWS makes room first.
 */
export function parseAppend(query: URLSearchParams, body: string, range: string): Run {
  checkQuery(query, [
    'valueInputOption',
    'insertDataOption',
    'includeValuesInResponse',
    'responseValueRenderOption',
    'responseDateTimeRenderOption',
  ])
  const data = parseMessage('ValueRange', parseJson(body)) as { values?: Json[]; majorDimension?: string }
  const input = {
    values: data.values ?? [],
    majorDimension: data.majorDimension ?? 'ROWS',
    option: query.get('valueInputOption') ?? '',
  }
  const insertion = oneOf(
    query.get('insertDataOption'),
    ['OVERWRITE', 'INSERT_ROWS'],
    'OVERWRITE',
    'insert_data_option',
    'InsertDataOption',
  )
  const answered =
    query.get('includeValuesInResponse') === 'true'
      ? readOptions((name) => query.get(name), 'response')
      : null
  return (book, actor) => {
    const found = resolveA1(book, range)
    const table = tableIn(found.sheet, found.area)
    const top = table?.bottom ?? found.area.top
    const left = table?.left ?? found.area.left
    const height = heightOf(input.values, input.majorDimension)
    const draft =
      insertion === 'INSERT_ROWS' ? inserted(book, found.sheet, top, height, actor) : draftOf(book)
    const sheet = sheetOf(draft, found.sheet)
    const anchor: Area = { top, bottom: top + 1, left, right: left + 1 }
    const summary = writeValues(draft, sheet, anchor, input, actor)
    checkSize(draft)
    const after = resolveA1(draft, summary.updatedRange)
    const updates = {
      spreadsheetId: book.spreadsheetId,
      ...summary,
      ...(answered !== null && { updatedData: readValues(draft, after.sheet, after.area, answered) }),
    }
    const answer = {
      spreadsheetId: book.spreadsheetId,
      ...(table !== null && { tableRange: formatArea(found.sheet, table) }),
      updates,
    }
    return { book: draft, answer: answer as unknown as JsonObject }
  }
}

const heightOf = (values: readonly Json[], majorDimension: string): number =>
  majorDimension === 'COLUMNS'
    ? values.reduce<number>((most, line) => Math.max(most, Array.isArray(line) ? line.length : 0), 0)
    : values.length

function inserted(book: Book, sheet: Sheet, at: number, count: number, actor: Actor): Book {
  const { sheetId, gridProperties } = sheet.properties
  // Below the last row of the grid there is nothing to make room in: the write itself makes the grid grow.
  if (count === 0 || at >= gridProperties.rowCount) return draftOf(book)
  const range = { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count }
  return applyRequests(book, [{ insertDimension: { range, inheritFromBefore: at > 0 } }], actor).book
}

const sheetOf = (book: Book, { properties }: Sheet): Sheet => {
  const sheet = book.sheets.find((one) => one.properties.sheetId === properties.sheetId)
  if (sheet === undefined) throw new Error(`no tab ${properties.sheetId} in its own draft`)
  return sheet
}
