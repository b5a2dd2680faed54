import { type BoardRow, isLasting } from './board/index.ts'
import { type CellValue, sameCell } from './cells.ts'
import type { BoardTab } from './layout.ts'
import type { RecordChange, RowChange } from './plan.ts'
import type { Store } from './ports.ts'
import { type ReadTab, readCell } from './read.ts'

/** Rows that are written, and seen, as one: far from the size of a call. */
const rowsTogether = 50

/**
 * What to write so that a board shows these rows. A row that the coordinator deleted stays deleted; what a row said
 * is taken out when there is nothing to say any more, and the row is left, since another may stand there by then. What a
 * lasting row says stays.
 */
export function planBoard(
  read: ReadTab<BoardTab>,
  rows: readonly BoardRow[],
  store: Store,
): readonly RecordChange[] {
  const { tab } = read
  const known = new Set(store.known(tab.key))
  const keys = tab.columns.slice(1).map(({ key }) => key)
  const wanted = new Map(
    rows.map(({ key, cells }) => [key, new Map(keys.map((column, at) => [column, cells[at] ?? '']))]),
  )
  for (const key of known)
    if (!wanted.has(key) && !isLasting(key)) wanted.set(key, new Map(keys.map((column) => [column, ''])))
  const changes = [...wanted].flatMap(([key, cells]) => planRow(read, key, cells, known.has(key)))
  const wrong = changes.filter(({ cells }) => cells.size > 0)
  const settled = changes.filter(({ cells }) => cells.size === 0)
  const groups = Array.from({ length: Math.ceil(wrong.length / rowsTogether) }, (_, group) =>
    wrong.slice(group * rowsTogether, (group + 1) * rowsTogether),
  )
  return [
    { record: null, rows: [], settled, open: false },
    ...groups.map((rows) => ({ record: null, rows, settled: [], open: false })),
  ]
}

function planRow(
  read: ReadTab<BoardTab>,
  reference: string,
  cells: ReadonlyMap<string, CellValue>,
  isKnown: boolean,
): readonly RowChange[] {
  const { tab } = read
  const [at = null] = read.rows.get(reference) ?? []
  if (at !== null) {
    const differing = [...cells].filter(([key, value]) => {
      const shown = readCell(read, key, at)
      return !sameCell(value, shown) && (shown === '' || !isLasting(reference))
    })
    return [{ tab, reference, at, cells: new Map(differing), base: {} }]
  }
  if (isKnown) return []
  return [{ tab, reference, at, cells: new Map([['#reference', reference], ...cells]), base: {} }]
}
