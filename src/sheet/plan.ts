import type { StoredRecord } from '../record/record.ts'
import { type CellValue, sameCell } from './cells.ts'
import type { Owner } from './columns.ts'
import type { Tab } from './layout.ts'
import type { Base, Stray } from './ports.ts'
import { type ReadState, type ReadTab, readCell } from './read.ts'
import { blankRow, type DesiredRow, recordReference, remarks } from './rows.ts'

/** What to write of one row. Pure. */
export type RowChange = {
  readonly tab: Tab
  /** The text '' for a row that bears none. */
  readonly reference: string
  /** Where it stands; null: nowhere yet, it is appended. */
  readonly at: number | null
  /** Column key → new value: every column of an appended row, else only cells of ours that change. */
  readonly cells: ReadonlyMap<string, CellValue>
  /** What to remember once the row is seen right; null: to forget. */
  readonly base: Base | null
}

/** What to write so that the sheet shows a record as it is. No row: it already does. */
export type RecordChange = {
  readonly record: StoredRecord
  readonly rows: readonly RowChange[]
  /** Rows that are right as they are: their base is known without a write. */
  readonly settled: readonly RowChange[]
}

/** What the mirror remembers that decides what may be written. */
type Known = {
  readonly baseOf: (tab: string, reference: string) => Base | undefined
  readonly strays: readonly Stray[]
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
  { baseOf, strays }: Known,
): RecordChange {
  const gone = record.erasedAt === null ? 'removed' : 'erased'
  const wanted = new Set(desired.map(({ tab, reference }) => `${tab.key} ${reference}`))
  const stale = tabs.flatMap((tab) =>
    (state.get(tab.key)?.rowsOfRecord.get(record.reference) ?? [])
      .filter((reference) => !wanted.has(`${tab.key} ${reference}`))
      .map((reference) => ({ row: blankRow(tab, reference, remarks[gone]), fate: gone }) as const),
  )
  const live = desired.map((row) => ({ row, fate: 'live' }) as const)
  const changes = [...live, ...stale].flatMap(({ row, fate }) => {
    const read = state.get(row.tab.key)
    return read ? planRows(row, fate, read, baseOf(row.tab.key, row.reference)) : []
  })
  const astray = strays
    .filter(({ reference }) => recordReference(reference) === record.reference)
    .flatMap((stray) => planStray(stray, state.get(stray.tab)))
  return {
    record,
    rows: [...changes.filter(({ cells }) => cells.size > 0), ...astray],
    settled: changes.filter(({ cells }) => cells.size === 0),
  }
}

/** A row is shown, is no longer in its record, or belongs to a record that was erased. */
type Fate = 'live' | 'removed' | 'erased'

/**
 * The first row that bears the reference is followed; the others say so, and are blanked with an erased
 * record.
 */
function planRows(row: DesiredRow, fate: Fate, read: ReadTab, base: Base | undefined): readonly RowChange[] {
  const [first = null, ...copies] = read.rows.get(row.reference) ?? []
  const followed = planRow(row, fate, read, base, first)
  const copy = fate === 'erased' ? row : { ...row, cells: new Map([['#remark', remarks.repeated]]) }
  return [followed, ...copies.map((at) => ({ ...planRow(copy, fate, read, base, at), base: followed.base }))]
}

function planRow(
  row: DesiredRow,
  fate: Fate,
  read: ReadTab,
  base: Base | undefined,
  at: number | null,
): RowChange {
  const { tab, reference } = row
  if (at === null)
    return { tab, reference, at, cells: row.cells, base: baseAfter(row, row.cells, {}, () => '') }
  const shown = (key: string) => readCell(read, key, at)
  const cells = new Map(
    [...row.cells].filter(([key, value]) => {
      if (key === '#reference' || sameCell(value, shown(key))) return false
      const owner = read.columns.get(key)?.column.owner
      return owner !== undefined && (owner === 'mirror' || mayWrite(fate, owner, value, base?.[key]))
    }),
  )
  return {
    tab,
    reference,
    at,
    cells,
    base: fate === 'live' ? baseAfter(row, cells, base ?? {}, shown) : null,
  }
}

/** Takes cells of ours out of a row without a reference, unless something else was put there since. */
function planStray({ at, cells }: Stray, read: ReadTab | undefined): readonly RowChange[] {
  if (!read || String(readCell(read, '#reference', at)).trim() !== '') return []
  const ours = Object.entries(cells).filter(([key, value]) => sameCell(value, readCell(read, key, at)))
  if (ours.length === 0) return []
  return [{ tab: read.tab, reference: '', at, cells: new Map(ours.map(([key]) => [key, ''])), base: null }]
}

/**
 * A coordinator's or shared cell is written when the record changed since our value was last seen in it. When
 * no value of ours is remembered, the record's is written, but an emptiness is never put over a coordinator's
 * words. Of a row that left its record the coordinator's own cells stay; of an erased record nothing does.
 */
function mayWrite(fate: Fate, owner: Owner, value: CellValue, base: CellValue | undefined): boolean {
  if (fate === 'erased') return true
  if (fate === 'removed') return owner === 'shared'
  return base === undefined ? value !== '' : !sameCell(value, base)
}

function baseAfter(
  row: DesiredRow,
  written: ReadonlyMap<string, CellValue>,
  before: Base,
  shown: (key: string) => CellValue,
): Base {
  const kept: Record<string, CellValue> = {}
  for (const { key, owner } of row.tab.columns) {
    const value = row.cells.get(key) ?? ''
    const previous = before[key]
    if (owner === 'mirror') continue
    if (written.has(key) || sameCell(value, shown(key))) kept[key] = value
    else if (previous !== undefined) kept[key] = previous
  }
  return kept
}
