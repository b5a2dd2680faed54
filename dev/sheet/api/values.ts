import { resolveA1 } from '../book/a1.ts'
import { changeRow } from '../book/cells.ts'
import { invalid } from '../book/error.ts'
import { areasOf, type DataFilter } from '../book/metadata.ts'
import { checkProtection } from '../book/protection.ts'
import { checkSize, draftOf } from '../book/sheets.ts'
import type { Actor, Book, Json, JsonObject } from '../book/types.ts'
import { parseJson, parseMessage } from '../book/validate.ts'
import { type ReadOptions, readValues, type WriteSummary, writeValues } from '../book/values.ts'
import { checkQuery, oneOf, type Run } from './route.ts'

const readParameters = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption']

/** How values are to be read, from parameters of these names, or of these names after a prefix. */
export function readOptions(given: (name: string) => unknown, prefix = ''): ReadOptions {
  const name = (rest: string) => (prefix === '' ? rest : prefix + rest[0]?.toUpperCase() + rest.slice(1))
  return {
    majorDimension: oneOf(
      given('majorDimension'),
      ['ROWS', 'COLUMNS'],
      'ROWS',
      'major_dimension',
      'Dimension',
    ),
    render: oneOf(
      given(name('valueRenderOption')),
      ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'],
      'FORMATTED_VALUE',
      'value_render_option',
      'ValueRenderOption',
    ),
    dateTime: oneOf(
      given(name('dateTimeRenderOption')),
      ['SERIAL_NUMBER', 'FORMATTED_STRING'],
      'SERIAL_NUMBER',
      'date_time_render_option',
      'DateTimeRenderOption',
    ),
  }
}

export function parseGetValues(query: URLSearchParams, range: string): Run {
  checkQuery(query, readParameters)
  const options = readOptions((name) => query.get(name))
  return (book) => {
    const { sheet, area } = resolveA1(book, range)
    return { book: null, answer: readValues(book, sheet, area, options) }
  }
}

export function parseBatchGet(query: URLSearchParams): Run {
  checkQuery(query, [...readParameters, 'ranges'])
  const options = readOptions((name) => query.get(name))
  const ranges = query.getAll('ranges')
  return (book) => {
    const valueRanges = ranges.map((range) => {
      const { sheet, area } = resolveA1(book, range)
      return readValues(book, sheet, area, options)
    })
    return { book: null, answer: { spreadsheetId: book.spreadsheetId, valueRanges } }
  }
}

/**
 * Google does not promise the order of the filters: here the answers come by a hash of their ranges, so that nobody
 * counts on it. Filters that designate the same range share one answer.
 */
export function parseBatchGetByDataFilter(query: URLSearchParams, body: string): Run {
  checkQuery(query, [])
  const asked = parseMessage('BatchGetValuesByDataFilterRequest', parseJson(body))
  const options = readOptions((name) => asked[name])
  const filters = (asked.dataFilters ?? []) as readonly DataFilter[]
  return (book) => {
    if (filters.length === 0) throw invalid('Must specify at least one data filter.')
    const found = new Map<string, { valueRange: JsonObject; dataFilters: JsonObject[] }>()
    for (const filter of filters) {
      for (const { sheet, area } of areasOf(book, filter)) {
        const valueRange = readValues(book, sheet, area, options)
        const key = String(valueRange.range)
        const match = found.get(key) ?? { valueRange, dataFilters: [] }
        match.dataFilters.push(filter as JsonObject)
        found.set(key, match)
      }
    }
    const shuffled = [...found].sort(([left], [right]) => hash(left) - hash(right)).map(([, match]) => match)
    return {
      book: null,
      answer: {
        spreadsheetId: book.spreadsheetId,
        ...(shuffled.length > 0 && { valueRanges: shuffled }),
      },
    }
  }
}

function hash(text: string): number {
  let value = 2_166_136_261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return value >>> 0
}

type Write = { readonly range: string } | { readonly dataFilter: DataFilter }
type Data = Write & { readonly values?: readonly Json[]; readonly majorDimension?: string }

function placesFor(book: Book, data: Write) {
  return 'range' in data ? [resolveA1(book, data.range)] : areasOf(book, data.dataFilter)
}

type Written = WriteSummary & { readonly updatedData?: JsonObject }

function writeAll(
  book: Book,
  data: readonly Data[],
  option: string,
  answered: ReadOptions | null,
  actor: Actor,
): { readonly book: Book; readonly written: readonly Written[] } {
  const draft = draftOf(book)
  const written = data.flatMap((item) =>
    placesFor(draft, item).map(({ sheet, area }): Written => {
      const input = { values: item.values ?? [], majorDimension: item.majorDimension ?? 'ROWS', option }
      const summary = writeValues(draft, sheet, area, input, actor)
      checkSize(draft)
      if (answered === null) return summary
      const after = resolveA1(draft, summary.updatedRange)
      return { ...summary, updatedData: readValues(draft, after.sheet, after.area, answered) }
    }),
  )
  return { book: draft, written }
}

export function parseUpdate(query: URLSearchParams, body: string, range: string): Run {
  checkQuery(query, [
    'valueInputOption',
    'includeValuesInResponse',
    'responseValueRenderOption',
    'responseDateTimeRenderOption',
  ])
  const data = parseMessage('ValueRange', parseJson(body)) as { range?: string; values?: Json[] }
  if (data.range !== undefined && data.range !== range) {
    throw invalid(`Requested writing within range [${range}], but the body's range is [${data.range}]`)
  }
  const answered =
    query.get('includeValuesInResponse') === 'true'
      ? readOptions((name) => query.get(name), 'response')
      : null
  const option = query.get('valueInputOption') ?? ''
  return (book, actor) => {
    const result = writeAll(book, [{ ...data, range }], option, answered, actor)
    const [summary] = result.written
    return { book: result.book, answer: { spreadsheetId: book.spreadsheetId, ...summary } as JsonObject }
  }
}

type BatchBody = {
  readonly valueInputOption?: string
  readonly includeValuesInResponse?: boolean
  readonly data?: readonly Data[]
}

export function parseBatchWrite(query: URLSearchParams, body: string, byDataFilter: boolean): Run {
  checkQuery(query, [])
  const type = byDataFilter ? 'BatchUpdateValuesByDataFilterRequest' : 'BatchUpdateValuesRequest'
  const message = parseMessage(type, parseJson(body))
  const asked = message as BatchBody
  const answered =
    asked.includeValuesInResponse === true ? readOptions((name) => message[name], 'response') : null
  return (book, actor) => {
    const data = asked.data ?? []
    if (data.some((item) => !('range' in item) && !('dataFilter' in item))) {
      throw invalid("Must specify 'range' or 'dataFilter' of each item of 'data'.")
    }
    const { book: next, written } = writeAll(book, data, asked.valueInputOption ?? '', answered, actor)
    const total = (count: (item: Written) => number) => written.reduce((sum, item) => sum + count(item), 0)
    const answer = {
      spreadsheetId: book.spreadsheetId,
      totalUpdatedRows: total((item) => item.updatedRows),
      totalUpdatedColumns: total((item) => item.updatedColumns),
      totalUpdatedCells: total((item) => item.updatedCells),
      totalUpdatedSheets: new Set(data.flatMap((item) => placesFor(next, item).map((place) => place.sheet)))
        .size,
      responses: written.map((item) => ({ spreadsheetId: book.spreadsheetId, ...item })),
    }
    return { book: next, answer: answer as unknown as JsonObject }
  }
}

/** Clears values; formats and dropdowns stay. */
export function parseClear(query: URLSearchParams, ranges: readonly string[], isBatch: boolean): Run {
  checkQuery(query, [])
  return (book, actor) => {
    const draft = draftOf(book)
    const cleared = ranges.map((range) => {
      const { sheet, area } = resolveA1(draft, range)
      checkProtection(sheet, area, actor)
      for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
        changeRow(sheet, row, (cells) => {
          for (let column = area.left; column < Math.min(area.right, cells.length); column += 1) {
            const { userEnteredValue: _, ...rest } = cells[column] ?? {}
            cells[column] = Object.keys(rest).length === 0 ? undefined : rest
          }
        })
      }
      return String(
        readValues(
          draft,
          sheet,
          area,
          readOptions(() => null),
        ).range,
      )
    })
    const answer = isBatch ? { clearedRanges: cleared } : { clearedRange: cleared[0] ?? '' }
    return { book: draft, answer: { spreadsheetId: book.spreadsheetId, ...answer } }
  }
}
