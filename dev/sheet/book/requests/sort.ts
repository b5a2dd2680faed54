import { areaOf } from '../a1.ts'
import { changeRow } from '../cells.ts'
import { invalid } from '../error.ts'
import { copiedCell } from '../formula/references.ts'
import { checkProtection } from '../protection.ts'
import { effectiveValue } from '../render.ts'
import { isHidden } from '../sheets.ts'
import type { Actor, Book, Cell, CellPlace, GridRange, JsonObject } from '../types.ts'

export type SortSpec = { readonly dimensionIndex?: number; readonly sortOrder?: string }

/**
 * Sorts the contents of rows. Dimension properties and row metadata stay where they are, and so do hidden and
 * filtered rows. Blank cells are always last; numbers come before text, text before booleans. A formula goes with its
 * row as a copy does: what it reads of its own row, it still reads there.
 */
export function sortRange(
  book: Book,
  body: { readonly range?: GridRange; readonly sortSpecs?: readonly SortSpec[] },
  actor: Actor,
): JsonObject {
  const { sheet, area } = areaOf(book, body.range ?? {})
  const specs = body.sortSpecs ?? []
  for (const { dimensionIndex = 0 } of specs) {
    if (dimensionIndex < area.left || dimensionIndex >= area.right) {
      throw invalid(`SortSpec.dimensionIndex[${dimensionIndex}] is outside the range to sort.`)
    }
  }
  checkProtection(sheet, area, actor)
  const bottom = Math.min(area.bottom, sheet.rows.length)
  const places = Array.from(
    { length: Math.max(0, bottom - area.top) },
    (_, offset) => area.top + offset,
  ).filter((row) => !isHidden(sheet.rowDimensions[row]))
  const contents = places.map((row) => {
    const given = sheet.rows[row] ?? []
    const cells = Array.from({ length: area.right - area.left }, (_, offset) => given[area.left + offset])
    const { locale } = book.properties
    const keys = specs.map(({ dimensionIndex: column = 0 }) =>
      sortKey(given[column], { sheet, row, column, locale }),
    )
    return { row, cells, keys }
  })
  contents.sort((left, right) => compareRows(left, right, specs))
  for (const [index, row] of places.entries()) {
    const moved = contents[index]
    if (moved === undefined) continue
    changeRow(sheet, row, (cells) => {
      for (const [offset, cell] of moved.cells.entries()) {
        cells[area.left + offset] = copiedCell(cell, row - moved.row, 0)
      }
    })
  }
  return {}
}

type Key = { readonly rank: number; readonly number: number; readonly text: string }
type Keyed = { readonly keys: readonly Key[] }

function compareRows(left: Keyed, right: Keyed, specs: readonly SortSpec[]): number {
  for (const [index, { sortOrder }] of specs.entries()) {
    const [a, b] = [left.keys[index], right.keys[index]]
    const order = a === undefined || b === undefined ? 0 : compareKeys(a, b, sortOrder)
    if (order !== 0) return order
  }
  return 0
}

function compareKeys(a: Key, b: Key, sortOrder: string | undefined): number {
  const blanks = Number(a.rank === 9) - Number(b.rank === 9)
  if (blanks !== 0) return blanks
  const order = a.rank - b.rank || a.number - b.number || a.text.localeCompare(b.text, 'fr')
  return sortOrder === 'DESCENDING' ? -order : order
}

function sortKey(cell: Cell | undefined, place: CellPlace): Key {
  const value = effectiveValue(cell, place)
  if (value === undefined) return { rank: 9, number: 0, text: '' }
  if (value.numberValue !== undefined) return { rank: 0, number: value.numberValue, text: '' }
  if (value.stringValue !== undefined) return { rank: 1, number: 0, text: value.stringValue }
  if (value.boolValue !== undefined) return { rank: 2, number: Number(value.boolValue), text: '' }
  return { rank: 3, number: 0, text: '' }
}
