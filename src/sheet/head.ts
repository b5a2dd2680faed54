import type { CellValue } from './cells.ts'
import type { Column } from './columns.ts'
import type { AnyTab } from './layout.ts'

/** The top of a tab: its columns from the first, each from the first row down. Pure. */
export type Head = readonly (readonly CellValue[])[]

/** How many rows from the top may hold the header: a coordinator may put a title above it. */
export const headDepth = 30

/** Where the header row and the technical row are, and the columns whose lost tag can be put back. */
type Recovery = {
  /** Null when both rows are gone. */
  readonly header: number | null
  readonly technical: number | null
  readonly found: readonly { readonly column: Column; readonly index: number }[]
  /** Columns to make again at the end. */
  readonly lost: readonly Column[]
}

/**
 * Finds columns whose tag is gone (a copied tab, an add-on): by the technical row, else by the header's
 * words, each time only if one single column answers. `tagged` are the columns that still have theirs.
 */
export function recover(
  tab: AnyTab,
  head: Head,
  missing: readonly Column[],
  tagged: ReadonlySet<number>,
): Recovery {
  const technical = bestRow(head, new Set(tab.columns.map(({ tag }) => tag)))
  const header =
    technical === null
      ? bestRow(head, new Set(tab.columns.map(({ label }) => label)))
      : Math.max(0, technical - 1)
  const taken = new Set(tagged)
  const found: { column: Column; index: number }[] = []
  const seek = (column: Column, row: number | null, words: string): boolean => {
    if (row === null) return false
    const [index, ...others] = head.flatMap((cells, at) =>
      !taken.has(at) && cells[row] === words ? [at] : [],
    )
    if (index === undefined || others.length > 0) return false
    taken.add(index)
    found.push({ column, index })
    return true
  }
  const unknown = missing.filter((column) => !seek(column, technical, column.tag))
  const lost = unknown.filter((column) => !seek(column, header, column.label))
  return { header, technical, found, lost }
}

/** The row that holds most of these words; null if none does. */
function bestRow(head: Head, words: ReadonlySet<string>): number | null {
  const counts = new Map<number, number>()
  for (const cells of head) {
    cells.slice(0, headDepth).forEach((value, row) => {
      if (words.has(String(value))) counts.set(row, (counts.get(row) ?? 0) + 1)
    })
  }
  const [best] = [...counts].sort(([rowA, a], [rowB, b]) => b - a || rowA - rowB)
  return best?.[0] ?? null
}
