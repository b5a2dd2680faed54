import type { sheets_v4 } from '@googleapis/sheets'
import { type CellValue, fromCell, sameCell } from './cells.ts'
import type { WriteAnswer } from './google.ts'
import { type AnyTab, columnIdOf } from './layout.ts'
import type { RecordChange, RowChange } from './plan.ts'
import type { Stray } from './ports.ts'
import type { ReadState, ReadTab } from './read.ts'

/** Cells that landed in another record's row: the sheet was sorted between our read and our write. Pure. */
type Misplaced = {
  readonly tab: string
  readonly reference: string
  readonly cells: ReadonlyMap<string, CellValue>
}

/** What the answer to a write shows of it. */
export type Confirmation = {
  /** Records all of whose rows the read-back shows as they are to be. */
  readonly seen: readonly RecordChange[]
  readonly misplaced: readonly Misplaced[]
  /** Cells that landed in a row without a reference. */
  readonly strays: readonly Stray[]
  /** Tab key → the first row below the last reference. */
  readonly tails: ReadonlyMap<string, number>
}

/** A tab as the read-back shows it: cells by row and column, the tags of columns, references by row. */
type ShownTab = {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellValue | null>>
  readonly tags: ReadonlyMap<number, ReadonlySet<number>>
  readonly references: ReadonlyMap<number, string>
  readonly rows: ReadonlyMap<string, number>
}

/** Compares what was to be written with what the answer shows. Nothing shown: nothing seen. */
export function confirm(
  changes: readonly RecordChange[],
  answer: WriteAnswer,
  state: ReadState<AnyTab>,
): Confirmation {
  const seen = new Map<string, ShownTab>()
  for (const [key, read] of state) {
    const sheet = answer.updatedSpreadsheet?.sheets?.find(
      ({ properties }) => properties?.sheetId === read.tab.sheetId,
    )
    if (sheet?.data) seen.set(key, shownTab(sheet.data, read.columns.get('#reference')?.index ?? 0))
  }
  const rows = changes.flatMap((change) => change.rows)
  return {
    seen: changes.filter((change) => change.rows.every((row) => isRight(row, state, seen))),
    misplaced: rows.flatMap((row) => misplacedBy(row, state.get(row.tab.key), seen.get(row.tab.key))),
    strays: rows.flatMap((row) => straysOf(row, seen.get(row.tab.key))),
    tails: new Map([...seen].map(([key, tab]) => [key, Math.max(-1, ...tab.references.keys()) + 1])),
  }
}

/** What the answer shows of a whole tab, line by line. */
export function linesShown(answer: WriteAnswer, sheetId: number): readonly (readonly CellValue[])[] {
  const sheet = answer.updatedSpreadsheet?.sheets?.find(({ properties }) => properties?.sheetId === sheetId)
  return (sheet?.data?.[0]?.rowData ?? []).map(({ values }) =>
    (values ?? []).map((cell) => fromCell(cell) ?? ''),
  )
}

function shownTab(data: readonly sheets_v4.Schema$GridData[], referenceColumn: number): ShownTab {
  const cells = new Map<number, Map<number, CellValue | null>>()
  const tags = new Map<number, ReadonlySet<number>>()
  for (const { startRow, startColumn, rowData, columnMetadata } of data) {
    columnMetadata?.forEach(({ developerMetadata }, offset) => {
      tags.set(
        (startColumn ?? 0) + offset,
        new Set(developerMetadata?.map(({ metadataId }) => metadataId ?? 0)),
      )
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
  const references = new Map<number, string>()
  const rows = new Map<string, number>()
  for (const [row, known] of [...cells].sort(([one], [other]) => one - other)) {
    const reference = String(known.get(referenceColumn) ?? '').trim()
    if (reference === '') continue
    references.set(row, reference)
    if (!rows.has(reference)) rows.set(reference, row)
  }
  return { cells, tags, references, rows }
}

function isRight(
  { tab, reference, at, cells }: RowChange,
  state: ReadState<AnyTab>,
  all: ReadonlyMap<string, ShownTab>,
): boolean {
  const seen = all.get(tab.key)
  const read = state.get(tab.key)
  const row = at ?? seen?.rows.get(reference)
  if (!seen || !read || row === undefined || (seen.references.get(row) ?? '') !== reference) return false
  return [...cells].every(([key, value]) => cellIsRight(key, value, row, read, seen))
}

/** The value is there, and the column is still the one it was: it may have been moved in between. */
function cellIsRight(
  key: string,
  value: CellValue,
  row: number,
  read: ReadTab<AnyTab>,
  seen: ShownTab,
): boolean {
  const place = read.columns.get(key)
  if (!place) return false
  const shown = seen.cells.get(row)?.get(place.index)
  const tags = seen.tags.get(place.index)
  if (shown === null || (tags && !tags.has(columnIdOf(read.tab, place.column)))) return false
  return sameCell(value, shown ?? '')
}

function misplacedBy(
  { tab, reference, at, cells }: RowChange,
  read: ReadTab<AnyTab> | undefined,
  seen: ShownTab | undefined,
): readonly Misplaced[] {
  const there = at === null ? undefined : seen?.references.get(at)
  if (there === undefined || there === reference || !read?.rows.has(there)) return []
  return [{ tab: tab.key, reference: there, cells }]
}

function straysOf({ tab, reference, at, cells }: RowChange, seen: ShownTab | undefined): readonly Stray[] {
  if (!seen || at === null || reference === '' || seen.references.has(at)) return []
  const filled = [...cells].filter(([, value]) => value !== '')
  return filled.length === 0
    ? []
    : [{ tab: tab.key, reference, at, cells: Object.fromEntries(filled), isSeen: true }]
}
