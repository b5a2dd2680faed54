import type { sheets_v4 } from '@googleapis/sheets'
import type { Area } from './a1.ts'
import { type CellValue, toCell } from './cells.ts'
import type { Column } from './columns.ts'
import type { AnyTab } from './layout.ts'
import type { ReadTab } from './read.ts'
import { technicalReference } from './typed.ts'

/**
 * Sheets has no "write unless it changed": what somebody typed between our read and our write would be written over,
 * and nobody would know. So every write first copies the cells it is about to overwrite to a hidden tab, in the same
 * atomic request: what was there at that very moment can be looked up afterwards, even when the answer was lost. Each
 * copy says itself which record's row and which column it is of. Pure.
 */
type Request = sheets_v4.Schema$Request

/** Cells of a tab that a write overwrites, and whose rows it takes them for: row → reference. */
export type Overwritten = {
  readonly read: ReadTab<AnyTab>
  readonly area: Area
  readonly aimed: ReadonlyMap<number, string>
}

/** A cell as it was when it was overwritten. */
export type Taken = {
  readonly tab: string
  readonly reference: string
  readonly key: string
  readonly value: CellValue
  /** Whether the row bore the reference; else it bore none, and it is the one that the write was meant for. */
  readonly isNamed: boolean
}

/**
 * The first column says what a line is: the write's id, a tab's key, nothing (the columns' keys), or a row's reference;
 * after a row's cells comes the reference that it was taken for.
 */
const linesAbove = 2

/** The requests that copy, to be put before those that overwrite; tabs without a technical row are left out. */
export function swapRequests(
  scratch: ReadTab<AnyTab>,
  id: string,
  overwritten: readonly Overwritten[],
): { readonly requests: readonly Request[]; readonly area: Area } {
  const parts = overwritten.filter(({ read }) => read.rows.has(technicalReference))
  const lines: CellValue[][] = [[id]]
  const copies: Request[] = []
  for (const { read, area, aimed } of parts) {
    const top = lines.length
    const columns = [...read.columns.values()]
    const keys = Array.from({ length: area.endColumn - area.startColumn }, (_, offset) => {
      const found = columns.find(({ index }) => index === area.startColumn + offset)
      return found?.column.key ?? ''
    })
    const height = area.endRow - area.startRow
    const blank = keys.map(() => '')
    const rows = Array.from({ length: height }, (_, offset) => aimed.get(area.startRow + offset) ?? '')
    lines.push([read.tab.key], ['', ...keys], ...rows.map((row) => ['', ...blank, row]))
    const copy = (from: Area, row: number, column: number) =>
      copies.push(copyCells(read.tab.sheetId, from, scratch.tab.sheetId, row, column))
    const [technical = 0] = read.rows.get(technicalReference) ?? []
    copy({ ...area, startRow: technical, endRow: technical + 1 }, top, 1)
    const reference = read.columns.get('#reference')?.index ?? 0
    copy({ ...area, startColumn: reference, endColumn: reference + 1 }, top + linesAbove, 0)
    copy(area, top + linesAbove, 1)
  }
  const width = Math.max(1, ...parts.map(({ area }) => area.endColumn - area.startColumn + 2))
  const { sheetId } = scratch.tab
  const grid: Request = {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { rowCount: lines.length, columnCount: width } },
      fields: 'gridProperties(rowCount,columnCount)',
    },
  }
  const text: Request = {
    updateCells: {
      range: { sheetId, startRowIndex: 0, startColumnIndex: 0 },
      fields: 'userEnteredValue',
      rows: lines.map((cells) => ({ values: cells.map(toCell) })),
    },
  }
  const area = { startRow: 0, endRow: lines.length, startColumn: 0, endColumn: width }
  return { requests: [grid, text, ...copies], area }
}

const copyCells = (from: number, source: Area, to: number, row: number, column: number): Request => ({
  copyPaste: {
    source: {
      sheetId: from,
      startRowIndex: source.startRow,
      endRowIndex: source.endRow,
      startColumnIndex: source.startColumn,
      endColumnIndex: source.endColumn,
    },
    destination: {
      sheetId: to,
      startRowIndex: row,
      endRowIndex: row + source.endRow - source.startRow,
      startColumnIndex: column,
      endColumnIndex: column + source.endColumn - source.startColumn,
    },
    pasteType: 'PASTE_VALUES',
    pasteOrientation: 'NORMAL',
  },
})

/**
 * Reads the hidden tab: which write it is of, and the cells as they were, of the columns that stood there by then (the
 * technical row says so). A row without a reference is taken for the one that was meant.
 */
export function readSwap(
  lines: readonly (readonly CellValue[])[],
  tabs: ReadonlyMap<string, AnyTab>,
): { readonly id: string; readonly taken: readonly Taken[] } {
  const [[id = ''] = [], ...rest] = lines
  const taken: Taken[] = []
  let tab: AnyTab | undefined
  let tags: readonly CellValue[] = []
  let keys: readonly CellValue[] = []
  let line = 0
  for (const cells of rest) {
    const [first = ''] = cells
    const begun = line === 1 ? undefined : tabs.get(String(first))
    if (begun) {
      tab = begun
      tags = cells
      line = 1
    } else if (line === 1) {
      keys = cells
      line = 2
    } else if (tab) {
      const width = keys.findLastIndex((key) => key !== '') + 1
      const aimed = cells[width] ?? ''
      const reference = String(first === '' ? aimed : first).trim()
      if (reference === '') continue
      const { key: tabKey, columns } = tab
      for (const [index, key] of keys.entries()) {
        const column = index === 0 ? undefined : columnCopied(columns, key, tags[index] ?? '')
        if (!column) continue
        taken.push({
          tab: tabKey,
          reference,
          key: column.key,
          value: cells[index] ?? '',
          isNamed: first !== '',
        })
      }
    }
  }
  return { id: String(id), taken }
}

/** The column that was meant, if it bears the tag; else the only one that does. Columns of a form may share a tag. */
function columnCopied(columns: readonly Column[], meant: CellValue, tag: CellValue): Column | undefined {
  const tagged = columns.filter((one) => one.tag === tag)
  return tagged.find(({ key }) => key === meant) ?? (tagged.length === 1 ? tagged[0] : undefined)
}
