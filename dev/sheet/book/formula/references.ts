import { type Shift, shiftSpan } from '../ranges.ts'
import type { Book, Cell, DimensionName, Sheet } from '../types.ts'
import { type Axis, type Corner, type Reference, readTokens, writeReference } from './tokens.ts'

const lastColumn = 18_277

/** Rewrites the references of a formula; null for one that points nowhere any more. */
function rewrite(formula: string, change: (reference: Reference) => Reference | null): string {
  const texts = readTokens(formula).map((token) => {
    if (token.kind !== 'reference') return token.text
    const changed = change(token.reference)
    if (changed === token.reference) return token.text
    return changed === null ? '#REF!' : writeReference(changed)
  })
  return texts.join('')
}

/** A cell as it is when copied so many rows down and columns to the right: what `$` does not fix moves as much. */
export function copiedCell(cell: Cell | undefined, down: number, right: number): Cell | undefined {
  const formula = cell?.userEnteredValue?.formulaValue
  if (cell === undefined || formula === undefined || (down === 0 && right === 0)) return cell
  const formulaValue = rewrite(formula, (reference) => {
    const { start, end } = reference
    const corners = [start, end ?? start].map((corner) => movedCorner(corner, down, right))
    const [first, last] = corners
    if (first === undefined || last === undefined || corners.some(isOutside)) return null
    return { ...reference, start: first, ...(end !== undefined && { end: last }) }
  })
  return { ...cell, userEnteredValue: { formulaValue } }
}

function movedCorner({ column, row }: Corner, down: number, right: number): Corner {
  const moved = (axis: Axis, by: number): Axis => (axis.isFixed ? axis : { ...axis, index: axis.index + by })
  return {
    ...(column !== undefined && { column: moved(column, right) }),
    ...(row !== undefined && { row: moved(row, down) }),
  }
}

function isOutside({ column, row }: Corner): boolean {
  return (row?.index ?? 0) < 0 || (column?.index ?? 0) < 0 || (column?.index ?? 0) > lastColumn
}

/**
 * Makes the formulas of all tabs follow an insertion, a deletion or a move of rows or columns of one tab; what was
 * deleted leaves `#REF!`. Formulas of conditional formats do not follow, nor does a tab's title that changes.
 */
export function shiftFormulas(book: Book, moved: Sheet, name: DimensionName, shift: Shift): void {
  const { title } = moved.properties
  for (const sheet of book.sheets) {
    const follow = (reference: Reference) =>
      isOf(reference, sheet === moved, title) ? shiftReference(reference, name, shift) : reference
    sheet.rows = sheet.rows.map((row) => {
      if (!row.some((cell) => cell?.userEnteredValue?.formulaValue !== undefined)) return row
      return row.map((cell) => {
        const formula = cell?.userEnteredValue?.formulaValue
        if (cell === undefined || formula === undefined) return cell
        const formulaValue = rewrite(formula, follow)
        return formulaValue === formula ? cell : { ...cell, userEnteredValue: { formulaValue } }
      })
    })
  }
}

function isOf(reference: Reference, isOwnTab: boolean, title: string): boolean {
  if (reference.tab === undefined) return isOwnTab
  const quoted = /^'(.*)'$/s.exec(reference.tab)?.[1]
  return (quoted?.replaceAll("''", "'") ?? reference.tab).toLowerCase() === title.toLowerCase()
}

function shiftReference(reference: Reference, name: DimensionName, shift: Shift): Reference | null {
  const key = name === 'ROWS' ? 'row' : 'column'
  const { start, end } = reference
  const [first, last] = [start[key], (end ?? start)[key]]
  if (first === undefined && last === undefined) return reference
  // A side left out, as the rows of A5:B, is unbounded.
  const indexes = [first?.index ?? 0, last?.index ?? Number.POSITIVE_INFINITY]
  const span = shiftSpan({ start: Math.min(...indexes), end: Math.max(...indexes) + 1 }, shift)
  if (span === null) return null
  const at = (corner: Corner, axis: Axis | undefined, index: number): Corner =>
    axis === undefined ? corner : { ...corner, [key]: { ...axis, index } }
  return {
    ...reference,
    start: at(start, first, span.start),
    ...(end !== undefined && { end: at(end, last, span.end - 1) }),
  }
}
