import type { SheetHappening, StoredRecord } from '../record/index.ts'
import type { CellEdit } from './edits.ts'
import { rowName } from './plan.ts'
import type { Acted, Records } from './ports.ts'
import { cellText, conflictRemark, refusedRemark } from './remark.ts'

/** A record whose edits are being answered, one kind after the other. */
export type Acting = {
  readonly record: () => StoredRecord
  /** An edit is refused; why, in French. */
  readonly refuse: (edit: CellEdit, reason: string) => void
  /** Writes all refusals down, before their cells are put back. */
  readonly writeDown: () => Promise<void>
  /** Notes what a write of the record came to. @returns whether the edits were kept */
  readonly take: (acted: Acted, edits: readonly CellEdit[]) => boolean
  /** The cell needs nothing but to show what the record says. */
  readonly settle: (edit: CellEdit) => void
  readonly isAnswered: (edit: CellEdit) => boolean
  /** Another change of the record came first. */
  readonly isOvertaken: () => boolean
  readonly result: () => ActedOn
}

/** What became of a record's edits. */
export type ActedOn = {
  readonly record: StoredRecord
  /** Edits that were answered: kept, or refused; the cell is now to show what the record says. */
  readonly answered: readonly CellEdit[]
  /** The name of a row → what to remark on it. */
  readonly remarks: ReadonlyMap<string, readonly string[]>
  /** Another change of the record came first: the edits are to be looked at again. */
  readonly overtaken: boolean
  /** How often something was written of the record. */
  readonly acts: number
}

/** What became of a record that nobody edited. */
export const untouched = (record: StoredRecord): ActedOn => ({
  record,
  answered: [],
  remarks: new Map(),
  overtaken: false,
  acts: 0,
})

/** Begins to answer the edits of a record as it is now; each answer builds on the one before. */
export function beginActing(records: Records, initial: StoredRecord): Acting {
  const answered: CellEdit[] = []
  const refusals: SheetHappening[] = []
  const remarks = new Map<string, string[]>()
  let record = initial
  let overtaken = false
  let acts = 0

  const remark = ({ row }: CellEdit, text: string) => {
    const name = rowName(row.tab.key, row.reference)
    remarks.set(name, [...(remarks.get(name) ?? []), text])
  }
  return {
    record: () => record,
    refuse: (edit, reason) => {
      refusals.push(happeningOf('sheet.refused', edit, reason))
      answered.push(edit)
      remark(edit, refusedRemark(edit.column, edit.sheet, reason))
    },
    take: (acted, edits) => {
      acts += 1
      if (acted.kind === 'overtaken') overtaken = true
      if (acted.kind !== 'done') return false
      record = acted.record
      answered.push(...edits)
      for (const edit of acted.remark === '' ? [] : edits.slice(0, 1)) remark(edit, acted.remark)
      for (const edit of edits.filter(({ verdict }) => verdict === 'conflict')) {
        remark(edit, conflictRemark(edit.column, edit.sheet, edit.record))
      }
      return true
    },
    settle: (edit) => {
      answered.push(edit)
    },
    isAnswered: (edit) => answered.includes(edit),
    writeDown: async () => {
      if (refusals.length === 0) return
      acts += 1
      if (!(await records.note(record, refusals))) overtaken = true
    },
    isOvertaken: () => overtaken,
    result: () => ({ record, answered, remarks, overtaken, acts }),
  }
}

/** What is written down beside the revision or transition that an edit makes over another one. */
export const conflictOf = (edit: CellEdit): readonly SheetHappening[] =>
  edit.verdict === 'conflict'
    ? [happeningOf('sheet.conflict', edit, conflictRemark(edit.column, edit.sheet, edit.record))]
    : []

/** An edit as it is written down. */
export const happeningOf = (
  type: 'sheet.refused' | 'sheet.conflict',
  { row, column, sheet, record }: CellEdit,
  reason: string,
): SheetHappening => ({
  type,
  row: row.reference,
  tab: row.tab.key,
  column: column.label,
  key: column.key,
  sheet: cellText(column.kind, sheet),
  record: cellText(column.kind, record),
  reason,
})
