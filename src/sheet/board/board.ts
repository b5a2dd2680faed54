import type { CellValue } from '../cells.ts'
import type { Kind } from '../columns.ts'
import { identifier } from '../identifier.ts'

/** A row of a board. `cells` follow the board's columns after the first, which holds the key. */
export type BoardRow = {
  /** Unique and stable within the board; printable ASCII, 60 characters at most. */
  readonly key: string
  readonly cells: readonly CellValue[]
}

export type BoardColumn = {
  readonly key: string
  /** The French label in the header row. */
  readonly label: string
  readonly kind: Kind
  /** Pixels. */
  readonly width: number
  readonly wrap: boolean
}

/** A tab, or a block of one, that is computed and never edited: rows found by their key in the first column. */
export type Board = {
  readonly id: string
  readonly title: string
  /** The first is the column of keys. */
  readonly columns: readonly BoardColumn[]
}

export const keyColumn: BoardColumn = { key: 'key', label: 'Clé', kind: 'text', width: 120, wrap: false }

/** A column of a board; those of running text are wide, and wrap. */
export const boardColumn = (
  key: string,
  label: string,
  kind: Kind,
  width: number,
  wrap = false,
): BoardColumn => ({ key, label, kind, width, wrap })

const lasting = '!'

/** The key of a row that stays in the sheet as it was first shown, whatever is computed later. */
export const lastingKey = (...parts: readonly string[]): string => lasting + parts.join(':')
export const isLasting = (key: string): boolean => key.startsWith(lasting)

const shortEnough = /^[\u0020-\u007e]{1,60}$/
const keptOfLong = 48

/** The key of a row, from what the row is about; one that is too long keeps its beginning and is told by a digest. */
export function boardKey(...parts: readonly string[]): string {
  const key = parts.join(':')
  if (shortEnough.test(key)) return key
  return `${key.replaceAll(/[^\u0020-\u007e]/g, '').slice(0, keptOfLong)}~${identifier(key).toString(36)}`
}
