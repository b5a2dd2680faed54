import { answered, type CellReading, quoted, refused } from './cell-reading.ts'
import type { CellValue } from './cells.ts'

/** Numbers that a human typed in a cell. Pure. */

/** Figures, perhaps in groups of three parted by any space, with a decimal comma or point. */
const figures = /^[+-]?(?:\d{1,3}(?:\s\d{3})+|\d+)(?:[.,]\d+)?$/
/** 1.500 is 1500 for some and 1,5 for others. */
const twoWays = /^[+-]?[1-9]\d{0,2}\.\d{3}$/

/** The number that a cell holds or spells; null when it is none. */
export function numberOf(value: CellValue): number | null {
  if (typeof value === 'number') return value
  const text = withPlainSign(value)
  return figures.test(text) ? Number(text.replace(/\s/g, '').replace(',', '.')) : null
}

const withPlainSign = (value: CellValue): string =>
  String(value)
    .trim()
    .replace(/^[\u2212\u2013]/, '-')

/** A number, `whole` or not, as it is: bounds and fractions are for the form to judge. */
export function readNumber(value: CellValue, whole: boolean): CellReading {
  if (typeof value === 'string' && twoWays.test(withPlainSign(value))) {
    return refused(`${quoted(value)} se lit de deux façons\u202f; écrivez par exemple 1500 ou 1,5`)
  }
  const number = numberOf(value)
  if (number !== null) return answered(number)
  const accepted = whole ? 'un nombre entier, comme 1500' : 'un nombre, comme 1500 ou 12,5'
  return refused(`${quoted(value)} n’est pas un nombre\u202f; écrivez ${accepted}`)
}
