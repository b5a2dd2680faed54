import { cellAt } from '../book/cells.ts'
import type { Area, Sheet } from '../book/types.ts'

/**
 * The table that values.append adds to, as Google's guide describes it
 * (developers.google.com/workspace/sheets/api/guides/values#append_values): tables are blocks of filled cells with
 * empty rows and columns around them; of those the range meets, the last one is meant.
 * @returns null when the range meets none
 */
export function tableIn(sheet: Sheet, range: Area): Area | null {
  const met = tablesOf(sheet).filter((table) => meets(table, range))
  return met.reduce<Area | null>(
    (last, table) => (last === null || isAfter(table, last) ? table : last),
    null,
  )
}

const meets = (one: Area, other: Area): boolean =>
  one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right

const isAfter = (one: Area, other: Area): boolean =>
  one.bottom !== other.bottom ? one.bottom > other.bottom : one.left > other.left

/** Nothing empty lies between two blocks that touch, corners included. */
const touch = (one: Area, other: Area): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right

const around = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
})

function tablesOf(sheet: Sheet): readonly Area[] {
  const tables: Area[] = []
  for (const [row, cells] of sheet.rows.entries()) {
    for (const run of runsOf(sheet, row, cells.length)) {
      // A block that grows may come to touch another: it is taken out and goes round again.
      let grown = run
      for (let index = tables.length - 1; index >= 0; index -= 1) {
        const table = tables[index]
        if (table === undefined || !touch(table, grown)) continue
        tables.splice(index, 1)
        grown = around(table, grown)
        index = tables.length
      }
      tables.push(grown)
    }
  }
  return tables
}

/** The filled stretches of a row. */
function runsOf(sheet: Sheet, row: number, length: number): readonly Area[] {
  const runs: Area[] = []
  let left = -1
  for (let column = 0; column <= length; column += 1) {
    const isFilled = cellAt(sheet, row, column)?.userEnteredValue !== undefined
    if (isFilled && left < 0) left = column
    if (isFilled || left < 0) continue
    runs.push({ top: row, bottom: row + 1, left, right: column })
    left = -1
  }
  return runs
}
