import type { sheets_v4 } from '@googleapis/sheets'
import { type Area, areaRange, columnRange } from './a1.ts'
import { type CellValue, toCell } from './cells.ts'
import { dressRequests } from './dress.ts'
import type { WriteBody } from './google.ts'
import type { AnyTab } from './layout.ts'
import type { RecordChange, RowChange } from './plan.ts'
import type { ReadState, ReadTab } from './read.ts'
import { type Overwritten, swapRequests } from './swap.ts'

/** Google recommends 2 MB a request at most; in characters of JSON, so that accents still fit. */
const largestWrite = 1_700_000
const rowsAdded = 100
/** A row that stands takes an update and the copies of what it overwrites. */
const weightOfRun = 1_200

/** Parts the changes into writes of about 1.7 MB; a record is never parted. */
export const chunks = (changes: readonly RecordChange[]): readonly (readonly RecordChange[])[] =>
  parted(changes, weightOf)

function parted<Item>(items: readonly Item[], weigh: (item: Item) => number): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  let size = 0
  for (const item of items) {
    const weight = weigh(item)
    const last = parts.at(-1)
    if (last && size + weight <= largestWrite) last.push(item)
    else parts.push([item])
    size = last && size + weight <= largestWrite ? size + weight : weight
  }
  return parts
}

/** Groups of requests that must stay together, as few calls as their size allows. */
export function bundles(
  groups: readonly (readonly sheets_v4.Schema$Request[])[],
): readonly (readonly sheets_v4.Schema$Request[])[] {
  return parted(groups, (group) => JSON.stringify(group).length).map((part) => part.flat())
}

function weightOf({ rows }: RecordChange): number {
  let weight = 0
  for (const { cells, at } of rows) {
    weight += at === null ? 250 : weightOfRun
    for (const value of cells.values()) weight += 45 + JSON.stringify(value).length
  }
  return weight
}

/**
 * Where the cells that are overwritten are copied to, under which id, except those of some records; null: the hidden tab
 * is not there.
 */
type Scratch = {
  readonly read: ReadTab<AnyTab>
  readonly id: string
  readonly except: ReadonlySet<string>
} | null

/**
 * One call that writes these records: what it overwrites is copied first, then come runs of `updateCells` for rows
 * that stand, and one `appendCells` a tab for the others. `tails` says below which row a tab has data now. `readBack`
 * false asks for no read-back, for a tab that is being renamed over and over.
 */
export function writeOf(
  changes: readonly RecordChange[],
  state: ReadState<AnyTab>,
  tails: ReadonlyMap<string, number>,
  readBack: boolean,
  scratch: Scratch,
): WriteBody {
  const requests: sheets_v4.Schema$Request[] = []
  const ranges: string[] = []
  const overwritten: Overwritten[] = []
  for (const [key, read] of state) {
    const own = rowsIn(changes, key)
    if (own.length === 0) continue
    const runs = runsOf(own, read)
    const appended = own.filter(({ at }) => at === null)
    const { sheetId } = read.tab
    // Of what was erased nothing is kept anywhere; nor of what is computed, in which nobody's edit is looked for.
    const kept = changes.filter(
      ({ record }) => record === null || (record.erasedAt === null && !scratch?.except.has(record.id)),
    )
    const aimed = new Map(own.flatMap(({ at, reference }) => (at === null ? [] : [[at, reference] as const])))
    if (read.tab.form !== null)
      overwritten.push(...runsOf(rowsIn(kept, key), read).map(({ area }) => ({ read, area, aimed })))
    requests.push(...runs.map((run) => updateCells(sheetId, run)))
    ranges.push(columnRange(read.title, read.columns.get('#reference')?.index ?? 0))
    ranges.push(...runs.map(({ area }) => areaRange(read.title, area)))
    if (appended.length === 0) continue
    const tail = tails.get(key) ?? read.tail
    requests.push(...growth(read, tail + appended.length), appendCells(read, appended))
    ranges.push(areaRange(read.title, appendedArea(read, tail, appended.length)))
  }
  if (scratch !== null) {
    const swap = swapRequests(scratch.read, scratch.id, overwritten)
    requests.unshift(...swap.requests)
    ranges.push(areaRange(scratch.read.title, swap.area))
  }
  if (!readBack) return { requests }
  return {
    requests,
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: ranges,
  }
}

const rowsIn = (changes: readonly RecordChange[], key: string): readonly RowChange[] =>
  changes.flatMap(({ rows }) => rows.filter(({ tab }) => tab.key === key))

type Run = { readonly area: Area; readonly rows: readonly (readonly CellValue[])[] }

/**
 * Contiguous changed cells: within a row first, then rows one below the other that change the same columns.
 */
function runsOf(changes: readonly RowChange[], read: ReadTab<AnyTab>): readonly Run[] {
  const pieces = changes
    .flatMap(({ at, cells }) => (at === null ? [] : rowRuns(at, cells, read)))
    .sort(
      (one, other) =>
        one.area.startColumn - other.area.startColumn || one.area.startRow - other.area.startRow,
    )
  const runs: Run[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    const joins =
      last?.area.endRow === piece.area.startRow &&
      last.area.startColumn === piece.area.startColumn &&
      last.area.endColumn === piece.area.endColumn
    if (!last || !joins) runs.push(piece)
    else {
      const area = { ...last.area, endRow: piece.area.endRow }
      runs[runs.length - 1] = { area, rows: [...last.rows, ...piece.rows] }
    }
  }
  return runs
}

function rowRuns(row: number, cells: ReadonlyMap<string, CellValue>, read: ReadTab<AnyTab>): readonly Run[] {
  const placed = [...cells]
    .flatMap(([key, value]) => {
      const index = read.columns.get(key)?.index
      return index === undefined ? [] : [{ index, value }]
    })
    .sort((one, other) => one.index - other.index)
  const runs: { start: number; values: CellValue[] }[] = []
  for (const { index, value } of placed) {
    const last = runs.at(-1)
    if (last && last.start + last.values.length === index) last.values.push(value)
    else runs.push({ start: index, values: [value] })
  }
  return runs.map(({ start, values }) => ({
    area: { startRow: row, endRow: row + 1, startColumn: start, endColumn: start + values.length },
    rows: [values],
  }))
}

const updateCells = (sheetId: number, { area, rows }: Run): sheets_v4.Schema$Request => ({
  updateCells: {
    range: {
      sheetId,
      startRowIndex: area.startRow,
      endRowIndex: area.endRow,
      startColumnIndex: area.startColumn,
      endColumnIndex: area.endColumn,
    },
    fields: 'userEnteredValue',
    rows: rows.map((values) => ({ values: values.map(toCell) })),
  },
})

const widthOf = (read: ReadTab<AnyTab>): number =>
  Math.max(...[...read.columns.values()].map(({ index }) => index)) + 1

/**
 * Cells are put under their own column, wherever it is now; a foreign column between them gets an empty cell.
 */
function appendCells(read: ReadTab<AnyTab>, appended: readonly RowChange[]): sheets_v4.Schema$Request {
  const width = widthOf(read)
  const rows = appended.map(({ cells }) => {
    const values: sheets_v4.Schema$CellData[] = Array.from({ length: width }, () => ({}))
    for (const [key, value] of cells) {
      const index = read.columns.get(key)?.index
      if (index !== undefined) values[index] = toCell(value)
    }
    return { values }
  })
  return { appendCells: { sheetId: read.tab.sheetId, fields: 'userEnteredValue', rows } }
}

const appendedArea = (read: ReadTab<AnyTab>, tail: number, count: number): Area => ({
  startRow: tail,
  endRow: tail + count,
  startColumn: 0,
  endColumn: widthOf(read),
})

/**
 * New rows for a grid that is nearly full, dressed as the others: a row that Google adds by itself would be
 * bare.
 */
function growth(read: ReadTab<AnyTab>, needed: number): readonly sheets_v4.Schema$Request[] {
  if (needed <= read.gridRows) return []
  const { sheetId } = read.tab
  const columns = [...read.columns.values()]
  return [
    { appendDimension: { sheetId, dimension: 'ROWS', length: needed - read.gridRows + rowsAdded } },
    ...columns.flatMap(({ column, index }) => dressRequests(sheetId, column, index, read.gridRows)),
  ]
}
