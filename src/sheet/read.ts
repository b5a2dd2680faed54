import { parseRange } from './a1.ts'
import type { CellValue } from './cells.ts'
import { type Column, tellsOfRecord } from './columns.ts'
import type { ReadAnswer, ReadBody } from './google.ts'
import { type AnyTab, columnIdOf, type Tab } from './layout.ts'
import { recordReference } from './rows.ts'

/** Where a managed column stands now, and what its cells hold from the first row down. */
type ReadColumn = {
  readonly column: Column
  readonly index: number
  readonly values: readonly CellValue[]
}

/** A tab as one read found it. Rows are counted from 0. */
export type ReadTab<Of extends AnyTab = Tab> = {
  readonly tab: Of
  readonly title: string
  /** How many rows the grid has. */
  readonly gridRows: number
  /** The first row below every value of a managed column. */
  readonly tail: number
  readonly columns: ReadonlyMap<string, ReadColumn>
  /** Reference → the rows that bear it, from the top: the first is followed. */
  readonly rows: ReadonlyMap<string, readonly number[]>
  /** The references of a repeat's rows by that of their record: FP-0012 → FP-0012/1, FP-0012/2. */
  readonly rowsOfRecord: ReadonlyMap<string, readonly string[]>
}

export type ReadState<Of extends AnyTab = Tab> = ReadonlyMap<string, ReadTab<Of>>

/** One call that reads every managed column of these tabs, wherever they were moved, and all of a tab, if asked. */
export function readBody(tabs: readonly AnyTab[], whole: AnyTab | null = null): ReadBody {
  return {
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    dataFilters: [
      ...tabs.flatMap((tab) =>
        tab.columns.map((column) => ({ developerMetadataLookup: { metadataId: columnIdOf(tab, column) } })),
      ),
      ...(whole === null ? [] : [{ gridRange: { sheetId: whole.sheetId } }]),
    ],
  }
}

/**
 * The answer to `readBody`, matched by filter: Google promises no order. A tab of which nothing came is left
 * out.
 */
export function parseRead<Of extends AnyTab>(tabs: readonly Of[], answer: ReadAnswer): ReadState<Of> {
  const found = new Map<number, { range: string; values: readonly CellValue[] }>()
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    for (const filter of dataFilters ?? []) {
      const id = filter.developerMetadataLookup?.metadataId
      if (id == null || !valueRange?.range) continue
      found.set(id, { range: valueRange.range, values: columnValues(valueRange.values) })
    }
  }
  return new Map(
    tabs.flatMap((tab) => {
      const read = parseTab(tab, found)
      return read ? [[tab.key, read] as const] : []
    }),
  )
}

/** The lines of the tab that was read whole. */
export function linesOf(tab: AnyTab, answer: ReadAnswer): readonly (readonly CellValue[])[] {
  const found = answer.valueRanges?.find(({ dataFilters }) =>
    dataFilters?.some(({ gridRange }) => gridRange?.sheetId === tab.sheetId),
  )
  const columns = (found?.valueRange?.values ?? []) as readonly (readonly CellValue[])[]
  const height = Math.max(0, ...columns.map((cells) => cells.length))
  return Array.from({ length: height }, (_, row) => columns.map((cells) => cells[row] ?? ''))
}

const columnValues = (values: unknown[][] | null | undefined): readonly CellValue[] =>
  (values?.[0] ?? []).map((value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '',
  )

function parseTab<Of extends AnyTab>(
  tab: Of,
  found: ReadonlyMap<number, { readonly range: string; readonly values: readonly CellValue[] }>,
): ReadTab<Of> | null {
  const columns = new Map<string, ReadColumn>()
  let title = ''
  let gridRows = 0
  for (const column of tab.columns) {
    const got = found.get(columnIdOf(tab, column))
    const place = got ? parseRange(got.range) : null
    if (!got || !place) continue
    const above = Array.from({ length: place.row }, () => '')
    columns.set(column.key, { column, index: place.column, values: [...above, ...got.values] })
    title = place.title
    gridRows = Math.max(gridRows, place.endRow ?? 0)
  }
  if (columns.size === 0) return null
  const tail = Math.max(0, ...[...columns.values()].map(({ values }) => values.length))
  const rows = rowsByReference(columns.get('#reference')?.values ?? [])
  const rowsOfRecord = Map.groupBy(rows.keys(), recordReference)
  return { tab, title, gridRows, tail, columns, rows, rowsOfRecord }
}

function rowsByReference(values: readonly CellValue[]): ReadonlyMap<string, readonly number[]> {
  const rows = Map.groupBy(values.keys(), (row) => String(values[row]).trim())
  rows.delete('')
  return rows
}

/** The tab as if these rows bore no reference. */
export function withoutPlaces(read: ReadTab, places: ReadonlySet<number>): ReadTab {
  const rows = new Map(
    [...read.rows].flatMap(([reference, all]) => {
      const kept = all.filter((at) => !places.has(at))
      return kept.length === 0 ? [] : [[reference, kept] as const]
    }),
  )
  return { ...read, rows, rowsOfRecord: Map.groupBy(rows.keys(), recordReference) }
}

/** Rows that bear no reference and hold something in a managed column other than the remark. */
export function unnamedPlaces(read: ReadTab): readonly number[] {
  const filled = new Set<number>()
  for (const [key, { values }] of read.columns) {
    if (!tellsOfRecord(key)) continue
    for (const [at, value] of values.entries()) if (value !== '') filled.add(at)
  }
  return [...filled].filter((at) => isUnnamed(read, at))
}

/** Whether a row bears no reference. */
export const isUnnamed = (read: ReadTab, row: number): boolean =>
  String(readCell(read, '#reference', row)).trim() === ''

/** What a managed cell holds; the empty text where nothing is. */
export const readCell = (read: ReadTab<AnyTab>, key: string, row: number): CellValue =>
  read.columns.get(key)?.values[row] ?? ''

/** Columns of a tab whose tag was not found; all of them when the tab itself is gone. */
export const missingColumns = (tab: AnyTab, state: ReadState<AnyTab>): readonly Column[] =>
  tab.columns.filter(({ key }) => !state.get(tab.key)?.columns.has(key))
