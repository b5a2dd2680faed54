import { areaOf, formatArea, wholeArea } from '../a1.ts'
import { cellAt, changeRow, settledCell } from '../cells.ts'
import { displayValue } from '../display.ts'
import { apiError, invalid } from '../error.ts'
import { copiedCell } from '../formula/references.ts'
import { checkProtection } from '../protection.ts'
import { meets } from '../ranges.ts'
import { effectiveValue } from '../render.ts'
import type {
  Actor,
  Area,
  Book,
  Cell,
  CellPlace,
  ExtendedValue,
  GridRange,
  JsonObject,
  Sheet,
} from '../types.ts'

type CopyPaste = {
  readonly source?: GridRange
  readonly destination?: GridRange
  readonly pasteType?: string
  readonly pasteOrientation?: string
}

/** What is copied: cells as lines of the destination, so already turned when the paste transposes. */
type Block = { readonly lines: readonly (readonly Copy[])[]; readonly height: number; readonly width: number }
type Copy = { readonly cell: Cell | undefined; readonly place: CellPlace }

/** What each kind of paste makes of a cell; `pasted` has its references already shifted. */
type Paste = (target: Cell, pasted: Cell, copy: Copy) => Cell

const pastes: Readonly<Record<string, Paste>> = {
  PASTE_NORMAL: (_, pasted) => pasted,
  PASTE_FORMULA: (target, pasted) => withValue(target, pasted.userEnteredValue),
  PASTE_VALUES: (target, _, copy) => withValue(target, plainValue(copy)),
  PASTE_FORMAT: (target, { userEnteredFormat, dataValidation }) => {
    const { userEnteredFormat: _, dataValidation: __, ...rest } = target
    return {
      ...rest,
      ...(userEnteredFormat !== undefined && { userEnteredFormat }),
      ...(dataValidation !== undefined && { dataValidation }),
    }
  },
}

function withValue(target: Cell, value: ExtendedValue | undefined): Cell {
  const { userEnteredValue: _, textFormatRuns: __, ...rest } = target
  return value === undefined ? rest : { ...rest, userEnteredValue: value }
}

function plainValue({ cell, place }: Copy): ExtendedValue | undefined {
  const value = effectiveValue(cell, place)
  const error = value?.errorValue && displayValue(value, undefined, place.locale)
  return error === undefined ? value : { stringValue: error }
}

/**
 * Fills the destination with the source, repeated where it spans a multiple of the source; a destination that does
 * not is taken as its first cell only. Empty cells are pasted too. Hidden rows are copied as the others. Conditional
 * formats are not copied.
 * @throws ApiError 400 when the paste would pass the grid; 501 for the kinds of paste that are not done here
 */
export function copyPaste(book: Book, body: CopyPaste, actor: Actor): JsonObject {
  const type = body.pasteType ?? 'PASTE_NORMAL'
  const paste = pastes[type]
  if (paste === undefined) throw notDone(type)
  const source = areaOf(book, body.source ?? {})
  const { sheet, area: asked } = areaOf(book, body.destination ?? {})
  const isTurned = body.pasteOrientation === 'TRANSPOSE'
  const block = copyBlock(source.sheet, source.area, book.properties.locale, isTurned)
  const fitted = (span: number, size: number) => (span % size === 0 ? span : size)
  const area: Area = {
    ...asked,
    bottom: asked.top + fitted(asked.bottom - asked.top, block.height),
    right: asked.left + fitted(asked.right - asked.left, block.width),
  }
  checkInside(sheet, area)
  checkProtection(sheet, area, actor)
  const merges = type === 'PASTE_NORMAL' ? copyMerges(source.sheet, source.area, isTurned) : null
  for (let row = area.top; row < area.bottom; row += 1) {
    const line = block.lines[(row - area.top) % block.height] ?? []
    changeRow(sheet, row, (cells) => {
      for (let column = area.left; column < area.right; column += 1) {
        const copy = line[(column - area.left) % block.width]
        if (copy === undefined) continue
        const pasted = copiedCell(copy.cell, row - copy.place.row, column - copy.place.column)
        cells[column] = settledCell(paste(cells[column] ?? {}, pasted ?? {}, copy))
      }
    })
  }
  if (merges !== null) pasteMerges(sheet, area, block, merges)
  return {}
}

function notDone(type: string) {
  const message = `The local sheet does not offer ${type}.`
  return apiError({ code: 501, message, status: 'UNIMPLEMENTED' })
}

function checkInside(sheet: Sheet, area: Area): void {
  const grid = wholeArea(sheet)
  if (area.bottom <= grid.bottom && area.right <= grid.right) return
  throw invalid(
    `Range (${formatArea(sheet, area)}) exceeds grid limits. ` +
      `Max rows: ${grid.bottom}, max columns: ${grid.right}`,
  )
}

function copyBlock(sheet: Sheet, area: Area, locale: string, isTurned: boolean): Block {
  const [rows, columns] = [area.bottom - area.top, area.right - area.left]
  const [height, width] = isTurned ? [columns, rows] : [rows, columns]
  // The rows as they are now: the paste may be over them.
  const before: Sheet = { ...sheet, rows: [...sheet.rows] }
  const copyAt = (row: number, column: number): Copy => ({
    cell: cellAt(before, row, column),
    place: { sheet: before, row, column, locale },
  })
  const lines = Array.from({ length: height }, (_, down) =>
    Array.from({ length: width }, (__, across) =>
      isTurned ? copyAt(area.top + across, area.left + down) : copyAt(area.top + down, area.left + across),
    ),
  )
  return { lines, height, width }
}

/** The merges wholly in the source, counted from its corner. */
function copyMerges(sheet: Sheet, area: Area, isTurned: boolean): Area[] {
  const isInside = (merge: Area) =>
    merge.top >= 0 &&
    merge.left >= 0 &&
    merge.bottom <= area.bottom - area.top &&
    merge.right <= area.right - area.left
  return sheet.merges
    .map((merge) => ({
      top: (merge.startRowIndex ?? 0) - area.top,
      bottom: (merge.endRowIndex ?? 0) - area.top,
      left: (merge.startColumnIndex ?? 0) - area.left,
      right: (merge.endColumnIndex ?? 0) - area.left,
    }))
    .filter(isInside)
    .map((merge) =>
      isTurned ? { top: merge.left, bottom: merge.right, left: merge.top, right: merge.bottom } : merge,
    )
}

function pasteMerges(sheet: Sheet, area: Area, block: Block, merges: readonly Area[]): void {
  sheet.merges = sheet.merges.filter((merge) => !meets(area, merge))
  const { sheetId } = sheet.properties
  for (let top = area.top; top < area.bottom; top += block.height) {
    for (let left = area.left; left < area.right; left += block.width) {
      for (const merge of merges) {
        sheet.merges.push({
          sheetId,
          startRowIndex: top + merge.top,
          endRowIndex: top + merge.bottom,
          startColumnIndex: left + merge.left,
          endColumnIndex: left + merge.right,
        })
      }
    }
  }
}
