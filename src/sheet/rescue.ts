import type { StoredRecord } from '../record/record.ts'
import { sameCell } from './cells.ts'
import { tellsOfRecord } from './columns.ts'
import { type CellEdit, cellsOf, followedRow, type Ownership, ownVerdict, verdictOf } from './edits.ts'
import type { AnyTab, Tab } from './layout.ts'
import { mergeCell } from './merge.ts'
import type { Rescued } from './ports.ts'
import { type ReadState, readCell } from './read.ts'
import { type DesiredRow, recordReference } from './rows.ts'
import { isSent, mayBeSent } from './sent.ts'
import { isAsShown } from './shown.ts'
import type { Taken } from './swap.ts'

/** Edits that a write of ours overwrote, and that the hidden tab kept. Pure. */

/** What was typed between the read and the write: cells that were not as we had read them. */
export function overtaken(taken: readonly Taken[], read: ReadState<AnyTab>): readonly Rescued[] {
  return taken.flatMap(({ tab, reference, key, value, isNamed }) => {
    const found = read.get(tab)
    if (!found || found.tab.form === null || !tellsOfRecord(key)) return []
    // Of several rows with this reference any may have been the one.
    const held = (found.rows.get(reference) ?? []).map((at) => readCell(found, key, at))
    const [before] = held
    if (before === undefined || held.some((one) => sameCell(one, value))) return []
    return [{ tab, reference, key, value, isNamed, before }]
  })
}

/**
 * The same of a write whose answer was lost: what it overwrote is compared with what was last seen there. A row that
 * bore no reference is taken for the one that was meant if that one is without its reference still.
 */
export function overtakenUnseen(
  taken: readonly Taken[],
  tabs: ReadonlyMap<string, AnyTab>,
  read: ReadState,
  { baseOf, sent }: Ownership,
): readonly Rescued[] {
  return taken.flatMap(({ tab: tabKey, reference, key, value, isNamed }) => {
    const tab = tabs.get(tabKey)
    if (!isNamed && read.get(tabKey)?.rows.has(reference)) return []
    const owner = tab?.columns.find((one) => one.key === key)?.owner
    if (!tab || !owner || tab.form === null || !tellsOfRecord(key)) return []
    const base = baseOf(tabKey, reference)
    const before = base?.[key]
    const isOurs =
      owner === 'mirror'
        ? isAsShown(tab, base, key, value) !== false
        : before === undefined || isSent(before, value)
    if (isOurs || mayBeSent(sent, tabKey, reference, key, value)) return []
    return [{ tab: tabKey, reference, key, value, isNamed, before: before ?? '' }]
  })
}

/**
 * The edits to answer of these rows, whether or not a row is in its place just now. One whose cell was typed in again
 * since is over; one that says what the record says needs no answer.
 */
export function rescuedEdits(
  rows: readonly DesiredRow[],
  rescued: readonly Rescued[],
  state: ReadState,
  ownership: Ownership,
): readonly CellEdit[] {
  return rescued.flatMap(({ tab, reference, key, value, before }): readonly CellEdit[] => {
    const row = rows.find((one) => one.tab.key === tab && one.reference === reference)
    const column = row?.tab.columns.find((one) => one.key === key)
    if (!row || !column) return []
    const read = state.get(tab)
    const at = read ? followedRow(read, row) : null
    const shown = (one: string) =>
      read && at !== null ? readCell(read, one, at) : (row.cells.get(one) ?? '')
    const isTypedAgain =
      column.owner === 'mirror'
        ? ownVerdict(row, key, shown(key), ownership) === 'forbidden'
        : ['sheet', 'conflict', 'error'].includes(verdictOf(row, key, shown(key), ownership))
    const record = row.cells.get(key) ?? ''
    const verdict = mergeCell({ base: before, sent: [], isAstray: false, sheet: value, record })
    if (isTypedAgain || verdict === 'same') return []
    const cells = cellsOf(column, (one) => (one === key ? value : shown(one)))
    const edit = { row, column, sheet: value, record, cells }
    if (column.owner === 'mirror') return [{ ...edit, verdict: 'forbidden' }]
    return verdict === 'record' ? [] : [{ ...edit, verdict }]
  })
}

/** What was rescued of rows that their record no longer has: as what is still to be seen there, it can only be written down. */
export function rescuedOrphans(
  { reference: of }: StoredRecord,
  rows: readonly DesiredRow[],
  tabs: readonly Tab[],
  rescued: readonly Rescued[],
): readonly CellEdit[] {
  return rescued.flatMap(({ tab: tabKey, reference, key, value }): readonly CellEdit[] => {
    const tab = tabs.find((one) => one.key === tabKey)
    const column = tab?.columns.find((one) => one.key === key)
    const isLive = rows.some((row) => row.tab.key === tabKey && row.reference === reference)
    if (!tab || !column || isLive || recordReference(reference) !== of || value === '') return []
    const row = { tab, reference, cells: new Map() }
    const cells = cellsOf(column, (one) => (one === key ? value : ''))
    return [{ row, column, sheet: value, record: '', verdict: 'forbidden', cells }]
  })
}
