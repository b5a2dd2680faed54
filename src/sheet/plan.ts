import type { StoredRecord } from '../record/record.ts'
import { isErrorCell } from './cell-answer.ts'
import { type CellValue, sameCell } from './cells.ts'
import { followedRow, type Ownership, verdictOf } from './edits.ts'
import type { AnyTab, Tab } from './layout.ts'
import type { Base, Stray } from './ports.ts'
import { type ReadState, type ReadTab, readCell, unnamedPlaces } from './read.ts'
import { remarks } from './remark.ts'
import { blankRow, type DesiredRow, recordReference } from './rows.ts'
import { isOurs, isSent } from './sent.ts'
import { withShown } from './shown.ts'

/** What to write of one row. Pure. */
export type RowChange = {
  readonly tab: AnyTab
  /** The text '' for a row that bears none. */
  readonly reference: string
  /** Where it stands; null: nowhere yet, it is appended. */
  readonly at: number | null
  /**
   * Column key → new value: every column of an appended row, else only cells of ours that change. The reference is
   * among them only where a row lost its own.
   */
  readonly cells: ReadonlyMap<string, CellValue>
  /** What to remember once the row is seen right; null: to forget. */
  readonly base: Base | null
}

/** What to write so that the sheet shows a record as it is. No row: it already does. */
export type RecordChange = {
  /** Null for rows that are of no record: typed ones, boards. */
  readonly record: StoredRecord | null
  readonly rows: readonly RowChange[]
  /** Rows that are right as they are: their base is known without a write. */
  readonly settled: readonly RowChange[]
  /** Whether there is more to do about the record than this: it stays on the list whatever is seen. */
  readonly open: boolean
}

/** The names of a row and of a cell, in the sets below. */
export const rowName = (tab: string, reference: string): string => `${tab} ${reference}`
export const cellName = (tab: string, reference: string, key: string): string => `${tab} ${reference} ${key}`

/** What the mirror knows that decides what may be written. */
type Known = Ownership & {
  readonly strays: readonly Stray[]
  /** Rows that the coordinator took out, and rows that are missing and may yet come back. */
  readonly withdrawn: ReadonlySet<string>
  readonly missing: ReadonlySet<string>
  /** Cells whose edit was answered: the record's value goes there. */
  readonly answered: ReadonlySet<string>
  /** Tab key → row → the reference that it lost. */
  readonly identified: ReadonlyMap<string, ReadonlyMap<number, string>>
}

/**
 * Compares a record's rows with the sheet. Rows that the record no longer has are blanked, never deleted: a
 * coordinator sorting at that moment would lose another record's row.
 */
export function planRecord(
  record: StoredRecord,
  desired: readonly DesiredRow[],
  tabs: readonly Tab[],
  state: ReadState,
  known: Known,
): RecordChange {
  const gone = record.erasedAt === null ? 'removed' : 'erased'
  const stale = staleRows(record, desired, tabs, state, known.identified).map(
    (row) => ({ row, fate: gone }) as const,
  )
  const live = desired.map((row) => ({ row, fate: 'live' }) as const)
  const planned = [...live, ...stale].map(({ row, fate }) => {
    const read = state.get(row.tab.key)
    return read ? planRows(row, fate, read, known) : nothingPlanned
  })
  const changes = planned.flatMap(({ rows }) => rows)
  const astray = known.strays
    .filter(({ reference }) => recordReference(reference) === record.reference)
    .flatMap((stray) => planStray(stray, state.get(stray.tab)))
  return {
    record,
    rows: [...changes.filter(({ cells }) => cells.size > 0), ...astray],
    settled: changes.filter(({ cells }) => cells.size === 0),
    open: planned.some(({ open }) => open),
  }
}

/** Rows that stand in the sheet and that the record no longer has, as they are to be left. */
export function staleRows(
  record: StoredRecord,
  desired: readonly DesiredRow[],
  tabs: readonly Tab[],
  state: ReadState,
  identified: Known['identified'] = new Map(),
): readonly DesiredRow[] {
  const remark = remarks[record.erasedAt === null ? 'removed' : 'erased']
  const wanted = new Set(desired.map(({ tab, reference }) => rowName(tab.key, reference)))
  return tabs.flatMap((tab) =>
    rowsOf(record, tab, state, identified)
      .filter((reference) => !wanted.has(rowName(tab.key, reference)))
      .map((reference) => blankRow(tab, reference, remark)),
  )
}

/** References of a record's rows that stand in a tab, or that a row there is known to have lost. */
const rowsOf = (
  { reference }: StoredRecord,
  { key }: Tab,
  state: ReadState,
  identified: Known['identified'],
): readonly string[] => [
  ...new Set([
    ...(state.get(key)?.rowsOfRecord.get(reference) ?? []),
    ...[...(identified.get(key)?.values() ?? [])].filter((row) => recordReference(row) === reference),
  ]),
]

/** A row is shown, is no longer in its record, or belongs to a record that was erased. */
type Fate = 'live' | 'removed' | 'erased'

type Planned = { readonly rows: readonly RowChange[]; readonly open: boolean }

const nothingPlanned: Planned = { rows: [], open: false }

/**
 * One row of those that bear the reference is followed; the others say so, and are blanked with an erased record. A
 * row that lost its reference gets it back first, and is compared once a read shows it.
 */
function planRows(row: DesiredRow, fate: Fate, read: ReadTab, known: Known): Planned {
  const name = rowName(row.tab.key, row.reference)
  const lost = [...(known.identified.get(row.tab.key) ?? [])].find(
    ([, reference]) => reference === row.reference,
  )
  if (lost) {
    const [at] = lost
    const cells = new Map<string, CellValue>([['#reference', row.reference]])
    const base = known.baseOf(row.tab.key, row.reference) ?? {}
    return { rows: [{ tab: row.tab, reference: row.reference, at, cells, base }], open: true }
  }
  const at = followedRow(read, row)
  if (at === null && known.withdrawn.has(name)) return nothingPlanned
  if (at === null && known.missing.has(name)) return { rows: [], open: true }
  const followed = planRow(row, fate, read, known, at)
  const copies = (read.rows.get(row.reference) ?? []).filter((place) => place !== at)
  const copy = fate === 'erased' ? row : { ...row, cells: new Map([['#remark', remarks.repeated]]) }
  return {
    rows: [
      followed.change,
      ...copies.map((place) => ({
        ...planRow(copy, fate, read, known, place).change,
        base: followed.change.base,
      })),
    ],
    open: followed.open,
  }
}

function planRow(
  row: DesiredRow,
  fate: Fate,
  read: ReadTab,
  known: Known,
  at: number | null,
): { readonly change: RowChange; readonly open: boolean } {
  const { tab, reference } = row
  if (at === null) {
    const base = baseAfter(row, row.cells, {}, () => '')
    return { change: { tab, reference, at, cells: row.cells, base }, open: false }
  }
  const shown = (key: string) => readCell(read, key, at)
  const cells = new Map<string, CellValue>()
  let open = false
  for (const [key, value] of row.cells) {
    const column = read.columns.get(key)?.column
    if (!column || key === '#reference' || sameCell(value, shown(key))) continue
    const may =
      column.owner === 'mirror' ? 'write' : fateOfCell(row, key, fate, column.owner, shown(key), known)
    if (may === 'write') cells.set(key, value)
    if (may === 'wait') open = true
  }
  const before = known.baseOf(tab.key, reference) ?? {}
  const base = fate === 'live' ? baseAfter(row, cells, before, shown) : null
  return { change: { tab, reference, at, cells, base }, open }
}

/**
 * What becomes of a coordinator's or shared cell that is not as the record says. It is written when the record
 * changed since our value was last seen there, or an edit was answered; one that shows an error is left alone, and
 * an edit that was not answered yet waits. Of a row that left its record the coordinator's own cells stay; of an
 * erased record nothing does.
 */
function fateOfCell(
  row: DesiredRow,
  key: string,
  fate: Fate,
  owner: 'coordinator' | 'shared',
  sheet: CellValue,
  known: Known,
): 'write' | 'leave' | 'wait' {
  if (fate === 'erased') return 'write'
  if (fate === 'removed') return owner === 'shared' ? 'write' : 'leave'
  if (known.answered.has(cellName(row.tab.key, row.reference, key))) {
    return isErrorCell(sheet) ? 'leave' : 'write'
  }
  switch (verdictOf(row, key, sheet, known)) {
    case 'same':
    case 'error':
      return 'leave'
    case 'record':
      return 'write'
    case 'sheet':
    case 'conflict':
    case 'unsure':
    case 'forbidden':
      return 'wait'
  }
}

/**
 * Takes cells of ours out of a row without a reference, unless something else was put there since; the row may have
 * been moved on.
 */
function planStray(stray: Stray, read: ReadTab | undefined): readonly RowChange[] {
  if (!read) return []
  const places = unnamedPlaces(read).filter((at) =>
    at === stray.at && stray.isSeen ? true : isOurs(read, at, [stray]),
  )
  return places.flatMap((at) => {
    const ours = Object.entries(stray.cells).filter(([key, value]) => isSent(value, readCell(read, key, at)))
    // One cell alone that says what we sent somewhere else may well be somebody's own.
    const isEnough = at === stray.at || stray.isSeen ? ours.length > 0 : ours.length > 1
    if (!isEnough) return []
    return [{ tab: read.tab, reference: '', at, cells: new Map(ours.map(([key]) => [key, ''])), base: null }]
  })
}

function baseAfter(
  row: DesiredRow,
  written: ReadonlyMap<string, CellValue>,
  before: Base,
  shown: (key: string) => CellValue,
): Base {
  const kept: Record<string, CellValue> = {}
  const own = new Map<string, CellValue>()
  for (const { key, owner } of row.tab.columns) {
    const value = row.cells.get(key) ?? ''
    const previous = before[key]
    const isThere = written.has(key) || sameCell(value, shown(key))
    if (owner === 'mirror') {
      if (isThere) own.set(key, value)
    } else if (isThere) kept[key] = value
    else if (previous !== undefined) kept[key] = previous
  }
  const base = withShown(row.tab, kept, before, own)
  const remark = row.cells.get('#remark')
  return remark ? { ...base, '#remark': remark, '#said': remark } : base
}
