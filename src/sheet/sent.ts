import { type CellValue, sameCell } from './cells.ts'
import { digest } from './identifier.ts'
import type { RecordChange } from './plan.ts'
import type { Sent, SentRow, Stray } from './ports.ts'
import type { ReadTab } from './read.ts'

/** What is remembered of a write while it is not known what became of it. Pure. */

/** A long text is kept as its digest: a write of 2 MB must fit in one value of the object's storage (2 MB). */
const longest = 60
const digestMark = '\u0001'

const packed = (value: CellValue): CellValue =>
  typeof value === 'string' && value.length > longest ? digestMark + digest(value) : value

/** Whether a cell holds what was sent. */
export const isSent = (kept: CellValue, value: CellValue): boolean => sameCell(kept, packed(value))

/** Every cell that a write sends. */
export const sentRows = (changes: readonly RecordChange[]): readonly SentRow[] =>
  changes.flatMap(({ rows }) =>
    rows.map(({ tab, reference, at, cells }) => ({
      tab: tab.key,
      reference,
      at,
      cells: Object.fromEntries([...cells].map(([key, value]) => [key, packed(value)])),
    })),
  )

/** What was sent to a cell, and what was sent to the same column of other rows that stood. */
export type SentCells = {
  readonly of: (tab: string, reference: string, key: string) => readonly CellValue[]
  readonly astray: (tab: string, reference: string, key: string) => readonly CellValue[]
}

/** Looks up what these writes sent; long texts are there as digests: see `isSent`. */
export function sentCells(sent: readonly Sent[]): SentCells {
  const rows = sent.flatMap((one) => one.rows)
  const values = (found: readonly SentRow[], key: string): readonly CellValue[] =>
    found.flatMap(({ cells }) => {
      const value = cells[key]
      return value === undefined ? [] : [value]
    })
  return {
    of: (tab, reference, key) =>
      values(
        rows.filter((row) => row.tab === tab && row.reference === reference),
        key,
      ),
    astray: (tab, reference, key) =>
      values(
        rows.filter((row) => row.tab === tab && row.reference !== reference && row.at !== null),
        key,
      ),
  }
}

/** Cells of an unanswered write, as strays: where they were aimed may be a row without a reference by now. */
export const strayCandidates = (sent: readonly Sent[]): readonly Stray[] =>
  sent.flatMap(({ rows }) =>
    rows.flatMap(({ tab, reference, at, cells }) => {
      const filled = Object.entries(cells).filter(([, value]) => value !== '')
      return at === null ? [] : [{ tab, reference, at, cells: Object.fromEntries(filled), isSeen: false }]
    }),
  )

/** Whether all that a row without a reference holds are cells that we sent to another one. */
export function isOurs(read: ReadTab, at: number, strays: readonly Stray[]): boolean {
  const own = strays.filter(({ tab }) => tab === read.tab.key)
  return [...read.columns].every(([key, { values }]) => {
    const value = values[at] ?? ''
    if (value === '' || key === '#remark') return true
    return own.some(({ cells }) => cells[key] !== undefined && isSent(cells[key], value))
  })
}
