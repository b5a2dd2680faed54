import type { Answer } from '../form/answers.ts'
import type { CellValue } from './cells.ts'

/** What a human's edit comes to. Pure. */
export type CellReading =
  /** `undefined`: an empty answer. */
  | { readonly ok: true; readonly answer: Answer | undefined }
  /**
   * `message`: in French, what is wrong and what is accepted; in lower case and without a final stop, so
   * that it can follow the name of the question.
   */
  | { readonly ok: false; readonly message: string }

export const answered = (answer: Answer | undefined): CellReading => ({ ok: true, answer })
export const refused = (message: string): CellReading => ({ ok: false, message })

/** A cell's value as a French sheet shows it: 12,5, VRAI, FAUX; line ends "\n". */
export function shownText(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX'
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n')
  // No exponent, and no more digits than a sheet keeps: both would change a telephone number.
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Number(value.toPrecision(15))).replace('.', ',')
}

/** Enough of a cell to recognise it, in characters. */
const longestQuote = 40

/** « a cell's value », shortened, on one line. */
export function quoted(value: CellValue): string {
  const characters = [...shownText(value).replace(/\s+/g, ' ').trim()]
  const cut = characters.length > longestQuote ? '…' : ''
  return `«\u00a0${characters.slice(0, longestQuote).join('')}${cut}\u00a0»`
}
