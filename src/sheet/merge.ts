import { isErrorCell } from './cell-answer.ts'
import { type CellValue, sameCell } from './cells.ts'
import { isSent } from './sent.ts'

/**
 * What a cell that two may change comes to:
 * - `same`: both say the same;
 * - `record`: only the record changed (or nobody did yet): the cell is to be written;
 * - `sheet`: only the coordinator changed the cell;
 * - `conflict`: both changed, each to something else;
 * - `unsure`: the cell holds something that is not the record's, and nothing tells whose it is;
 * - `error`: the cell shows an error, which is no value;
 * - `forbidden`: the coordinator changed a cell that only the mirror writes.
 */
export type Verdict = 'same' | 'record' | 'sheet' | 'conflict' | 'unsure' | 'error' | 'forbidden'

export type MergedCell = {
  /** The last value of ours that a read showed in this cell; undefined when none did. */
  readonly base: CellValue | undefined
  /** Values of ours that may have reached this cell since (see `sent.ts`): writes that were never answered. */
  readonly sent: readonly CellValue[]
  /** Whether it shows a value of ours meant for another cell, which a sort or a moved column may have put here. */
  readonly isAstray: boolean
  /** What the cell shows now. */
  readonly sheet: CellValue
  /** What the record would show. */
  readonly record: CellValue
}

/**
 * Three-way merge of one cell. A value of ours that was sent is ours whether or not it was seen to arrive: a sheet
 * that shows it shows no edit, and a record that still says it has not changed. Pure.
 */
export function mergeCell({ base, sent, isAstray, sheet, record }: MergedCell): Verdict {
  if (sameCell(sheet, record)) return 'same'
  if (isErrorCell(sheet)) return 'error'
  const isOurs = (value: CellValue): boolean =>
    (base !== undefined && isSent(base, value)) || sent.some((one) => isSent(one, value))
  if (isOurs(sheet)) return 'record'
  if (base === undefined && sent.length === 0) return sheet === '' ? 'record' : 'unsure'
  if (isAstray) return 'unsure'
  return isOurs(record) ? 'sheet' : 'conflict'
}
