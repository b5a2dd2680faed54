import { type CellValue, sameCell } from './cells.ts'
import { digest } from './identifier.ts'
import type { RecordChange } from './plan.ts'
import type { Sent, SentRow, Stray } from './ports.ts'
import type { ReadTab } from './read.ts'

/** What is remembered of a write while it is not known what became of it. Pure. */

/** A long text is kept as its digest: a write of 2 MB must fit in one value of the object's storage (2 MB). */
const longest = 60
const digestMark = '\u0001'

/** A value that is kept without what it says: it can be recognised and not read. */
export const digested = (value: CellValue): CellValue =>
  typeof value === 'string' && !value.startsWith(digestMark) ? digestMark + digest(value) : value

const packed = (value: CellValue): CellValue =>
  typeof value === 'string' && value.length > longest ? digested(value) : value

/** Whether a cell holds what was kept of a value: itself, or its digest. */
export const isSent = (kept: CellValue, value: CellValue): boolean =>
  sameCell(kept, value) ||
  (typeof kept === 'string' && kept.startsWith(digestMark) && kept === digested(value))

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

/** What these writes sent, looked up; long texts are there as digests: see `isSent`. */
export type SentCells = {
  /** What was sent to a cell. */
  readonly of: (tab: string, reference: string, key: string) => readonly CellValue[]
  /**
   * Whether a cell may hold what was sent to another one: of its row, if a column was moved or inserted between our
   * read and our write, or of any other row that stood, if the sheet was sorted.
   */
  readonly isAstray: (tab: string, reference: string, key: string, value: CellValue) => boolean
}

/** Looked up in two indexes: after a large write whose answer was lost, every cell of the sheet is asked about. */
export function sentCells(sent: readonly Sent[]): SentCells {
  const rows = sent.flatMap((one) => one.rows)
  const byRow = Map.groupBy(rows, ({ tab, reference }) => `${tab} ${reference}`)
  const rowsOf = (tab: string, reference: string) => byRow.get(`${tab} ${reference}`) ?? []
  const standing = referencesByValue(rows)
  return {
    of: (tab, reference, key) =>
      rowsOf(tab, reference).flatMap(({ cells: { [key]: value } }) => (value === undefined ? [] : [value])),
    isAstray: (tab, reference, key, value) => {
      if (rows.length === 0) return false
      const held = packed(value)
      const isOfRow = rowsOf(tab, reference).some(({ cells }) =>
        Object.entries(cells).some(([other, kept]) => other !== key && isSent(kept, value)),
      )
      const isOfOthers = (mark: string) =>
        standing.get(`${tab} ${mark}`)?.some((other) => other !== reference)
      return isOfRow || [...nearMarks(held), markOf(digested(held))].some(isOfOthers)
    },
  }
}

/** Tab and value → references of rows that stood and were sent it: two at most, enough to find another than any given. */
function referencesByValue(rows: readonly SentRow[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { tab, reference, at, cells } of rows) {
    if (at === null) continue
    for (const value of Object.values(cells)) {
      const name = `${tab} ${markOf(value)}`
      const [first, second] = found.get(name) ?? []
      if (first === undefined) found.set(name, [reference])
      else if (second === undefined && first !== reference) found.set(name, [first, reference])
    }
  }
  return found
}

/** The same text for values that `sameCell` takes for the same; numbers that differ by what a double loses are near. */
const markOf = (value: CellValue): string => {
  const text = typeof value === 'number' ? value.toPrecision(10) : String(value).replaceAll('\r\n', '\n')
  return `${typeof value} ${text}`
}

const nearMarks = (value: CellValue): readonly string[] =>
  typeof value === 'number' ? [value, value * (1 - 1e-11), value * (1 + 1e-11)].map(markOf) : [markOf(value)]

/** Whether a cell holds what these writes sent, to it or, for all that is known, to another one. */
export const mayBeSent = (
  { of, isAstray }: SentCells,
  tab: string,
  reference: string,
  key: string,
  value: CellValue,
): boolean =>
  of(tab, reference, key).some((one) => isSent(one, value)) || isAstray(tab, reference, key, value)

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
