import type { StoredRecord } from '../record/record.ts'
import { actOn } from './act.ts'
import { type ActedOn, happeningOf, untouched } from './acting.ts'
import type { Words } from './cells.ts'
import { type CellEdit, findEdits, findOrphans, followedRow, type Ownership } from './edits.ts'
import type { Tab } from './layout.ts'
import { cellName, rowName, staleRows } from './plan.ts'
import type { Records, Store } from './ports.ts'
import { type ReadState, readCell } from './read.ts'
import { errorRemark, goneRowReason, isErrorRemark } from './remark.ts'
import { rescuedEdits, rescuedOrphans } from './rescue.ts'
import { type DesiredRow, desiredRows } from './rows.ts'

type EditOptions = {
  readonly records: Records
  readonly store: Store
  readonly words: Words
  readonly state: ReadState
  readonly ownership: Ownership
  /** How often records may be written. */
  readonly most: number
}

/** The records once the coordinator's edits of them were answered. */
export type Edited = {
  readonly records: readonly StoredRecord[]
  /** Names of cells whose edit was answered. */
  readonly answered: ReadonlySet<string>
  /** Ids of records with edits that wait for another pass. */
  readonly open: ReadonlySet<string>
  readonly acts: number
  /** Rows with the remark that each is to bear. */
  readonly remarked: (rows: readonly DesiredRow[]) => readonly DesiredRow[]
}

/** Finds and answers the edits of these records, as many as may be written, and keeps what is to be remarked. */
export async function recordEdits(
  options: EditOptions,
  all: readonly StoredRecord[],
  tabsOf: (record: StoredRecord) => readonly Tab[],
): Promise<Edited> {
  const { records, store, words, state, ownership, most } = options
  const answered = new Set<string>()
  const open = new Set<string>()
  const after: StoredRecord[] = []
  let acts = 0
  for (const record of all) {
    const tabs = tabsOf(record)
    const rows = desiredRows(tabs, record, words)
    const kept = store.load().rescued
    if (record.erasedAt === null) {
      const seen = findOrphans(staleRows(record, rows, tabs, state), state, ownership)
      const orphans = [...seen, ...rescuedOrphans(record, rows, tabs, kept)]
      const said = orphans.map((orphan) => happeningOf('sheet.refused', orphan, goneRowReason))
      if (said.length > 0 && !(await records.note(record, said))) {
        open.add(record.id)
        after.push(record)
        continue
      }
      acts += said.length > 0 ? 1 : 0
    }
    const found = findEdits(rows, state, ownership)
    const rescued = rescuedEdits(rows, kept, state, ownership)
    const edits = [...rescued, ...found.filter((edit) => !rescued.some((other) => isSameCell(edit, other)))]
    if (edits.some(({ verdict }) => verdict !== 'error') && acts >= most) {
      open.add(record.id)
      after.push(record)
      continue
    }
    const acted = edits.length === 0 ? untouched(record) : await actOn(records, words, record, edits)
    acts += acted.acts
    if (acted.overtaken) open.add(record.id)
    after.push(acted.record)
    for (const { row, column } of acted.answered) {
      answered.add(cellName(row.tab.key, row.reference, column.key))
    }
    for (const row of rows) keepRemark(store, state, row, edits, acted)
  }
  return {
    records: after,
    answered,
    open,
    acts,
    remarked: (rows) =>
      rows.map((row) => {
        const remark = store.base(row.tab.key, row.reference)?.['#remark'] ?? ''
        return remark === '' ? row : { ...row, cells: new Map([...row.cells, ['#remark', remark]]) }
      }),
  }
}

const isSameCell = (one: CellEdit, other: CellEdit): boolean =>
  one.column.key === other.column.key &&
  one.row.reference === other.row.reference &&
  one.row.tab.key === other.row.tab.key

/**
 * A remark stays until another edit of the row is kept, or the coordinator empties its cell. It is kept before it is
 * written: the edit it answers is gone from the sheet by then.
 */
function keepRemark(
  store: Store,
  state: ReadState,
  row: DesiredRow,
  edits: readonly CellEdit[],
  { answered, remarks }: ActedOn,
): void {
  const read = state.get(row.tab.key)
  const at = read ? followedRow(read, row) : null
  if (!read || at === null) return
  const base = store.base(row.tab.key, row.reference)
  const before = String(base?.['#remark'] ?? '')
  const isOfRow = (edit: CellEdit) => edit.row.tab.key === row.tab.key && edit.row.reference === row.reference
  const errors = edits.filter((edit) => edit.verdict === 'error' && isOfRow(edit))
  const said = remarks.get(rowName(row.tab.key, row.reference)) ?? []
  const isTakenAway = before !== '' && base?.['#said'] === before && readCell(read, '#remark', at) === ''
  const isOver = isTakenAway || isErrorRemark(before) || answered.some(isOfRow)
  const after = remarkOf(said, errors, isOver ? '' : before)
  if (after !== before) store.saveBase(row.tab.key, row.reference, { ...base, '#remark': after })
}

function remarkOf(said: readonly string[], errors: readonly CellEdit[], standing: string): string {
  if (said.length > 0) return said.join('\n')
  return errors.length > 0 ? errorRemark(errors.map(({ column }) => column)) : standing
}
