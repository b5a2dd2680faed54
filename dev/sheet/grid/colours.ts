import { columnIndex } from '../book/a1.ts'
import { cellAt } from '../book/cells.ts'
import { meets } from '../book/ranges.ts'
import { effectiveValue, formattedValue } from '../book/render.ts'
import type { Anchored, Book, Condition, GridRange, Json, JsonObject, Sheet } from '../book/types.ts'

export type Look = {
  readonly background?: string
  readonly colour?: string
  readonly bold?: true
  readonly italic?: true
}

const asObject = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}

/** `#rrggbb` of a Color or a ColorStyle of the API, whose parts go from 0 to 1. */
function css(colour: Json | undefined, style: Json | undefined): string | undefined {
  const rgb = asObject(asObject(style).rgbColor ?? colour)
  if (style === undefined && colour === undefined) return undefined
  const part = (name: string) =>
    Math.round(Number(rgb[name] ?? 0) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${part('red')}${part('green')}${part('blue')}`
}

function lookOf(format: JsonObject): Look {
  const text = asObject(format.textFormat)
  const background = css(format.backgroundColor, format.backgroundColorStyle)
  const colour = css(text.foregroundColor, text.foregroundColorStyle)
  return {
    ...(background !== undefined && { background }),
    ...(colour !== undefined && { colour }),
    ...(text.bold === true && { bold: true }),
    ...(text.italic === true && { italic: true }),
  }
}

/** How a cell looks: banding, then its own format, then the first conditional format that holds. */
export function cellLook(book: Book, sheet: Sheet, row: number, column: number): Look {
  const here = { top: row, bottom: row + 1, left: column, right: column + 1 }
  const covers = (range: GridRange | undefined) => range !== undefined && meets(here, range)
  const band = sheet.bandedRanges.find((item) => covers(item.range))
  const own = asObject(cellAt(sheet, row, column)?.userEnteredFormat)
  const rule = sheet.conditionalFormats.find((item) => {
    const range = item.ranges?.find(covers)
    return range !== undefined && holds(book, sheet, row, column, item, range)
  })
  return {
    ...(band !== undefined && bandLook(band, row)),
    ...lookOf(own),
    ...(rule !== undefined && lookOf(asObject(asObject(rule.booleanRule).format))),
  }
}

function bandLook(band: Anchored, row: number): Look {
  const colours = asObject(band.rowProperties)
  const hasHeader = colours.headerColor !== undefined || colours.headerColorStyle !== undefined
  const offset = row - (band.range?.startRowIndex ?? 0) - Number(hasHeader)
  const name = offset < 0 ? 'header' : offset % 2 === 0 ? 'firstBand' : 'secondBand'
  const background = css(colours[`${name}Color`], colours[`${name}ColorStyle`])
  return background === undefined ? {} : { background }
}

/** Text, number, blank conditions and formulas of the shape `=$B3="texte"`; any other does not hold here. */
function holds(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  rule: Anchored,
  range: GridRange,
): boolean {
  const condition = asObject(rule.booleanRule).condition as Condition | undefined
  const cell = cellAt(sheet, row, column)
  const place = { sheet, row, column, locale: book.properties.locale }
  const shown = formattedValue(cell, place) ?? ''
  const wanted = condition?.values?.[0]?.userEnteredValue ?? ''
  const number = effectiveValue(cell, place)?.numberValue
  switch (condition?.type) {
    case 'TEXT_EQ':
      return shown.toLowerCase() === wanted.toLowerCase()
    case 'TEXT_CONTAINS':
      return shown.toLowerCase().includes(wanted.toLowerCase())
    case 'TEXT_STARTS_WITH':
      return shown.toLowerCase().startsWith(wanted.toLowerCase())
    case 'BLANK':
      return shown === ''
    case 'NOT_BLANK':
      return shown !== ''
    case 'NUMBER_EQ':
      return number === Number(wanted)
    case 'NUMBER_GREATER':
      return number !== undefined && number > Number(wanted)
    case 'NUMBER_LESS':
      return number !== undefined && number < Number(wanted)
    case 'CUSTOM_FORMULA':
      return formulaHolds(book, sheet, row, column, wanted, range)
    default:
      return false
  }
}

const comparison = /^=(\$?)([A-Z]{1,3})(\$?)(\d+)\s*(=|<>)\s*"((?:[^"]|"")*)"$/

function formulaHolds(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
  range: GridRange,
): boolean {
  const match = comparison.exec(formula.trim())
  if (match === null) return false
  const [, fixedColumn, letters = '', fixedRow, digits, operator, text = ''] = match
  const shiftRight = fixedColumn === '$' ? 0 : column - (range.startColumnIndex ?? 0)
  const shiftDown = fixedRow === '$' ? 0 : row - (range.startRowIndex ?? 0)
  const place = {
    sheet,
    row: Number(digits) - 1 + shiftDown,
    column: columnIndex(letters) + shiftRight,
    locale: book.properties.locale,
  }
  const shown = formattedValue(cellAt(sheet, place.row, place.column), place) ?? ''
  const isEqual = shown.toLowerCase() === text.replaceAll('""', '"').toLowerCase()
  return operator === '=' ? isEqual : !isEqual
}
