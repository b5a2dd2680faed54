import { displayValue, errorText, isMoment } from './display.ts'
import { computeCell } from './formula/evaluate.ts'
import type { Cell, CellPlace, ExtendedValue, Json, JsonObject } from './types.ts'

export type RenderOption = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA'
export type DateTimeOption = 'SERIAL_NUMBER' | 'FORMATTED_STRING'

/** What a cell amounts to: its value, or what its formula gives; undefined for a blank. */
export function effectiveValue(cell: Cell | undefined, place: CellPlace): ExtendedValue | undefined {
  return computeCell(cell, place).value
}

const text = '"((?:[^"]|"")*)"'
const linkPattern = new RegExp(
  `^=(?:HYPERLINK|LIEN_HYPERTEXTE)\\(\\s*${text}\\s*(?:[;,](?:\\s*${text}\\s*|[^"()]*))?\\)$`,
  'i',
)

/** Where a cell made by HYPERLINK leads; only an address written in the formula is known. */
export function hyperlinkOf(cell: Cell | undefined): string | undefined {
  const match = linkPattern.exec(cell?.userEnteredValue?.formulaValue ?? '')
  return match?.[1]?.replaceAll('""', '"')
}

/** The number format a cell shows its value in: its own, or that of the cell its formula points to. */
export function numberFormat(cell: Cell | undefined, place: CellPlace): JsonObject | undefined {
  const own = cell?.userEnteredFormat?.numberFormat as JsonObject | undefined
  return own ?? computeCell(cell, place).format
}

/** A cell as `values` reads it; an empty cell is "". */
export function renderCell(
  cell: Cell | undefined,
  option: RenderOption,
  dateTime: DateTimeOption,
  place: CellPlace,
): Json {
  if (cell?.userEnteredValue === undefined) return ''
  const formula = cell.userEnteredValue.formulaValue
  if (option === 'FORMULA' && formula !== undefined) return formula
  const wantsText = dateTime === 'FORMATTED_STRING' && isMoment(numberFormat(cell, place))
  if (option === 'FORMATTED_VALUE' || wantsText) return formattedValue(cell, place) ?? ''
  const value = effectiveValue(cell, place)
  if (value?.errorValue !== undefined) return errorText(value.errorValue.type)
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? ''
}

/** What the grid shows in a cell, in the spreadsheet's locale; undefined for an empty cell. */
export function formattedValue(cell: Cell | undefined, place: CellPlace): string | undefined {
  const { value, format } = computeCell(cell, place)
  const own = cell?.userEnteredFormat?.numberFormat as JsonObject | undefined
  return displayValue(value, own ?? format, place.locale)
}
