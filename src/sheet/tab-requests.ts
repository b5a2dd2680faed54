import type { sheets_v4 } from '@googleapis/sheets'
import { toCell } from './cells.ts'
import type { Column } from './columns.ts'
import { colour, dressRequests, headFormat } from './dress.ts'
import { type AnyTab, columnIdOf, protectionIdOf } from './layout.ts'
import { hasQuestions, type PlacedColumn, questionRequests } from './questions.ts'

/** What makes a tab, in the order Google applies it. Pure. */
type Request = sheets_v4.Schema$Request

/** The rows above the records: a plan's questions, the header, the technical row. */
const headRows = (tab: AnyTab): number => headerRow(tab) + 2
/** Below the questions, if there are any. */
const headerRow = (tab: AnyTab): number => (hasQuestions(tab) ? 1 : 0)
const rowsAtFirst = 100

/** The hidden tab for what a write overwrites: one tagged cell, which grows and shrinks with each write. */
export const newScratch = (tab: AnyTab, title: string): readonly Request[] => [
  {
    addSheet: {
      properties: {
        sheetId: tab.sheetId,
        title,
        hidden: true,
        gridProperties: { rowCount: 1, columnCount: 1 },
      },
    },
  },
  ...tab.columns.map((column, index) => tagColumn(tab, column, index)),
]

/** The reference, and the status beside it, stay in sight; the hidden keys of a board need not. */
const frozenColumns = ({ form, columns }: AnyTab): number => {
  if (form === null) return 0
  return columns.some(({ key }) => key === '#status') ? 2 : 1
}

/** A whole new tab, before all others if it is the first; all or nothing, since one call of Google's is atomic. */
export function newTab(tab: AnyTab, title: string, isFirst: boolean): readonly Request[] {
  const { sheetId, columns } = tab
  const placed = columns.map((column, index) => ({ column, index }))
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          ...(isFirst && { index: 0 }),
          gridProperties: {
            rowCount: rowsAtFirst,
            columnCount: columns.length,
            frozenRowCount: headRows(tab),
            frozenColumnCount: frozenColumns(tab),
          },
        },
      },
    },
    ...questionRequests(tab, placed, 0),
    headCells(sheetId, columns, 0, headerRow(tab), headerRow(tab) + 1),
    ...columns.flatMap((column, index) => [tagColumn(tab, column, index), widen(sheetId, column, index)]),
    ...columns.flatMap((column, index) => dressRequests(sheetId, column, index, headRows(tab))),
    ...mirrorRuns(columns).map(({ start, end }) => protect(tab, columns.slice(start, end), start)),
    hideTechnicalRow(tab),
    ...(tab.form === null ? [hideKeys(sheetId)] : []),
    ...statusColours(tab),
  ]
}

/**
 * A column put back, or added to the form since: at the end, its labels in the rows where the others have
 * theirs.
 */
export function newColumn(
  tab: AnyTab,
  column: Column,
  index: number,
  header: number,
  technical: number | null,
  protections: ReadonlySet<number>,
): readonly Request[] {
  const { sheetId } = tab
  const below = Math.max(header, technical ?? 0) + 1
  return [
    headCells(sheetId, [column], index, header, technical),
    tagColumn(tab, column, index),
    widen(sheetId, column, index),
    ...dressRequests(sheetId, column, index, below),
    // The warning of a column that was the first of several still stands on the others.
    ...(column.owner === 'mirror' && !protections.has(protectionIdOf(tab, column))
      ? [protect(tab, [column], index)]
      : []),
  ]
}

/** The rows above the records again, above whatever is left of a tab that was cleared. */
export function newHead(tab: AnyTab, columns: readonly PlacedColumn[]): readonly Request[] {
  const { sheetId } = tab
  const header = headerRow(tab)
  const range = { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: headRows(tab) }
  return [
    { insertDimension: { range, inheritFromBefore: false } },
    ...questionRequests(tab, columns, 0),
    ...columns.map(({ column, index }) => headCells(sheetId, [column], index, header, header + 1)),
    hideTechnicalRow(tab),
  ]
}

const hideKeys = (sheetId: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
})

const hideTechnicalRow = (tab: AnyTab): Request => ({
  updateDimensionProperties: {
    range: {
      sheetId: tab.sheetId,
      dimension: 'ROWS',
      startIndex: headRows(tab) - 1,
      endIndex: headRows(tab),
    },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
})

/** The tag by which the column is found wherever it is moved. */
export const tagColumn = (tab: AnyTab, column: Column, index: number): Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: columnIdOf(tab, column),
      metadataKey: 'recueil',
      metadataValue: column.key,
      visibility: 'DOCUMENT',
      location: {
        dimensionRange: {
          sheetId: tab.sheetId,
          dimension: 'COLUMNS',
          startIndex: index,
          endIndex: index + 1,
        },
      },
    },
  },
})

function headCells(
  sheetId: number,
  columns: readonly Column[],
  startColumn: number,
  header: number,
  technical: number | null,
): Request {
  const row = (text: (column: Column) => string) => ({
    values: columns.map((column) => ({ ...toCell(text(column)), userEnteredFormat: headFormat })),
  })
  const labels = row(({ label }) => label)
  const tags = row(({ tag }) => tag)
  return {
    updateCells: {
      start: { sheetId, rowIndex: header, columnIndex: startColumn },
      rows: technical === header + 1 ? [labels, tags] : [labels],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  }
}

const widen = (sheetId: number, { width }: Column, index: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
    properties: { pixelSize: width },
    fields: 'pixelSize',
  },
})

/** Neighbouring columns that only we write, as ranges. */
function mirrorRuns(columns: readonly Column[]): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = []
  columns.forEach(({ owner }, index) => {
    const last = runs.at(-1)
    if (owner !== 'mirror') return
    if (last?.end === index) last.end = index + 1
    else runs.push({ start: index, end: index + 1 })
  })
  return runs
}

/** A warning, no lock: the coordinator may go on, and the next pass puts the value back. */
function protect(tab: AnyTab, columns: readonly Column[], start: number): Request {
  const [first] = columns
  if (!first) throw new Error('no column to protect')
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: protectionIdOf(tab, first),
        range: { sheetId: tab.sheetId, startColumnIndex: start, endColumnIndex: start + columns.length },
        description: 'Rempli par Recueil : corrigez la fiche sur le site',
        warningOnly: true,
      },
    },
  }
}

/** The colour of each status doubles its words. */
function statusColours(tab: AnyTab): readonly Request[] {
  const { sheetId, columns, form } = tab
  const index = columns.findIndex(({ key }) => key === '#status')
  if (index < 0 || form === null) return []
  const ranges = [
    { sheetId, startRowIndex: headRows(tab), startColumnIndex: index, endColumnIndex: index + 1 },
  ]
  return form.workflow.states.map(({ label, color }, order) => ({
    addConditionalFormatRule: {
      index: order,
      rule: {
        ranges,
        booleanRule: {
          condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: label.fr }] },
          format: { backgroundColor: colour(color) },
        },
      },
    },
  }))
}
