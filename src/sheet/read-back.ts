import type { sheets_v4 } from '@googleapis/sheets'
import { type CellValue, fromCell } from './cells.ts'
import type { WriteAnswer } from './google.ts'
import { type AnyTab, columnIdOf } from './layout.ts'
import type { ReadTab } from './read.ts'

/** What the answer to a write shows of the tabs that it wrote to. Pure. */

/** A tab as it is once the write was applied: rows and columns are counted from 0. */
export type ShownTab = {
  /** Row → column → value; null for a formula or an error. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellValue | null>>
  /** Column → the key of ours that stands there, null for a foreign one. One that is not in it was not shown. */
  readonly columns: ReadonlyMap<number, string | null>
  readonly references: ReadonlyMap<number, string>
  readonly rows: ReadonlyMap<string, number>
}

/**
 * What the answer shows of a tab that was read before. Null when it shows nothing of it, or when the column of
 * references is not where it was: then nothing says which row is whose.
 */
export function tabShown(answer: WriteAnswer, read: ReadTab<AnyTab>): ShownTab | null {
  const data = dataOf(answer, read.tab.sheetId)
  if (!data) return null
  const cells = new Map<number, Map<number, CellValue | null>>()
  const columns = new Map<number, string | null>()
  const keys = new Map(read.tab.columns.map((column) => [columnIdOf(read.tab, column), column.key]))
  for (const { startRow, startColumn, rowData, columnMetadata } of data) {
    columnMetadata?.forEach(({ developerMetadata }, offset) => {
      const index = (startColumn ?? 0) + offset
      const found = developerMetadata?.flatMap(({ metadataId }) => keys.get(metadataId ?? 0) ?? []) ?? []
      const asBefore = found.find((key) => read.columns.get(key)?.index === index)
      columns.set(index, asBefore ?? found[0] ?? null)
    })
    rowData?.forEach(({ values }, below) => {
      const row = (startRow ?? 0) + below
      const known = cells.get(row) ?? new Map<number, CellValue | null>()
      values?.forEach((cell, offset) => {
        known.set((startColumn ?? 0) + offset, fromCell(cell))
      })
      cells.set(row, known)
    })
  }
  const referenceColumn = read.columns.get('#reference')?.index ?? 0
  const stands = columns.get(referenceColumn)
  if (stands !== undefined && stands !== '#reference') return null
  return { cells, columns, ...referencesIn(cells, referenceColumn) }
}

function referencesIn(cells: ShownTab['cells'], column: number): Pick<ShownTab, 'references' | 'rows'> {
  const references = new Map<number, string>()
  const rows = new Map<string, number>()
  for (const [row, known] of [...cells].sort(([one], [other]) => one - other)) {
    const reference = String(known.get(column) ?? '').trim()
    if (reference === '') continue
    references.set(row, reference)
    if (!rows.has(reference)) rows.set(reference, row)
  }
  return { references, rows }
}

/** What the answer shows of a whole tab, line by line. */
export function linesShown(answer: WriteAnswer, sheetId: number): readonly (readonly CellValue[])[] {
  return (dataOf(answer, sheetId)?.[0]?.rowData ?? []).map(({ values }) =>
    (values ?? []).map((cell) => fromCell(cell) ?? ''),
  )
}

const dataOf = (answer: WriteAnswer, sheetId: number): readonly sheets_v4.Schema$GridData[] | undefined =>
  answer.updatedSpreadsheet?.sheets?.find(({ properties }) => properties?.sheetId === sheetId)?.data
