import { type CellValue, sameCell } from './cells.ts'
import type { WriteAnswer } from './google.ts'
import type { AnyTab } from './layout.ts'
import type { RecordChange, RowChange } from './plan.ts'
import type { Stray } from './ports.ts'
import type { ReadState, ReadTab } from './read.ts'
import { type ShownTab, tabShown } from './read-back.ts'

/**
 * Cells that landed in another record's row, or in another column: the sheet was sorted, or a column was moved or
 * inserted, between our read and our write. By the keys of the columns where they landed. Pure.
 */
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

/** Compares what was to be written with what the answer shows. Nothing shown: nothing seen. */
export function confirm(
  changes: readonly RecordChange[],
  answer: WriteAnswer,
  state: ReadState<AnyTab>,
): Confirmation {
  const seen = new Map<string, ShownTab>()
  for (const [key, read] of state) {
    const tab = tabShown(answer, read)
    if (tab) seen.set(key, tab)
  }
  const rows = changes.flatMap((change) => change.rows)
  return {
    seen: changes.filter((change) => change.rows.every((row) => isRight(row, state, seen))),
    misplaced: rows.flatMap((row) => misplacedBy(row, state.get(row.tab.key), seen.get(row.tab.key))),
    strays: rows.flatMap((row) => straysOf(row, state.get(row.tab.key), seen.get(row.tab.key))),
    tails: new Map([...seen].map(([key, tab]) => [key, Math.max(-1, ...tab.references.keys()) + 1])),
  }
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
  const stands = seen.columns.get(place.index)
  if (shown === null || (stands !== undefined && stands !== key)) return false
  return sameCell(value, shown ?? '')
}

function misplacedBy(
  change: RowChange,
  read: ReadTab<AnyTab> | undefined,
  seen: ShownTab | undefined,
): readonly Misplaced[] {
  const { tab, reference, at } = change
  const row = at ?? seen?.rows.get(reference)
  if (!read || !seen || row === undefined) return []
  const there = seen.references.get(row)
  if (there === undefined || (there !== reference && !read.rows.has(there))) return []
  const strange = landed(change, row, read, seen).filter(
    ({ key, meant }) => there !== reference || key !== meant,
  )
  const cells = new Map(strange.map(({ key, value }) => [key, value]))
  return cells.size === 0 ? [] : [{ tab: tab.key, reference: there, cells }]
}

function straysOf(
  change: RowChange,
  read: ReadTab<AnyTab> | undefined,
  seen: ShownTab | undefined,
): readonly Stray[] {
  const { tab, reference, at } = change
  if (!read || !seen || at === null || reference === '' || seen.references.has(at)) return []
  const filled = landed(change, at, read, seen).filter(({ value }) => value !== '')
  const cells = Object.fromEntries(filled.map(({ key, value }) => [key, value]))
  return filled.length === 0 ? [] : [{ tab: tab.key, reference, at, cells, isSeen: true }]
}

/** A value that was written into a column of ours, and the column that it was meant for. */
type Landed = { readonly key: string; readonly meant: string | null; readonly value: CellValue }

/**
 * Where in its row a change landed. A new row is written from end to end: what was meant to pass a foreign column by
 * is an empty cell, and meant for none of ours.
 */
function landed(
  { at, cells }: RowChange,
  row: number,
  read: ReadTab<AnyTab>,
  seen: ShownTab,
): readonly Landed[] {
  const written = [...cells].flatMap(([meant, value]) => {
    const index = read.columns.get(meant)?.index
    return index === undefined ? [] : [{ index, meant, value }]
  })
  const places = new Set(written.map(({ index }) => index))
  const passed = at === null ? [...seen.columns.keys()].filter((index) => !places.has(index)) : []
  const all = [...written, ...passed.map((index) => ({ index, meant: null, value: '' }))]
  return all.flatMap(({ index, meant, value }) => {
    const key = seen.columns.has(index) ? seen.columns.get(index) : meant
    const isThere = sameCell(value, seen.cells.get(row)?.get(index) ?? '')
    return key == null || !isThere ? [] : [{ key, meant, value }]
  })
}
