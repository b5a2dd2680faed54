import type { Text } from '../form/text.ts'
import { shownText } from './cell-reading.ts'
import type { CellValue } from './cells.ts'

/** Words that a human typed, compared with those we know. Pure. */

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const apostrophes = /[‘’‛ʼ′`]/g
const quotationMarks = /[«»“”„‟]/g
const dashes = /[\u2010-\u2015\u2212]/g

/**
 * A text for comparison: without accents, upper case, ligatures or a typographer's signs, and without spaces
 * beside punctuation, which French asks for and hands forget.
 */
export const foldLabel = (text: string): string =>
  text
    // An acute accent alone, typed for an apostrophe, would be lost with the accents.
    .replaceAll('´', "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(quotationMarks, '"')
    .replace(dashes, '-')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\p{L}\p{N} ]) ?/gu, '$1')
    .trim()

/** Whether two texts are the same label but for case, accents, spaces and the shape of quotes and dashes. */
export const sameLabel = (one: string, other: string): boolean => foldLabel(one) === foldLabel(other)

type Named = { readonly code: string; readonly label: Text }
type Index = ReadonlyMap<string, readonly string[]>

const trimmed = (text: string): string => text.trim()
const french = ({ label }: Named): string => label.fr
const code = ({ code }: Named): string => code
const english = ({ label }: Named): string => label.en

/** The ways to recognise a choice, surest first: a sheet shows the French label. */
const ways: readonly (readonly [key: (choice: Named) => string, fold: (text: string) => string])[] = [
  [french, trimmed],
  [code, trimmed],
  [french, foldLabel],
  [code, foldLabel],
  [english, foldLabel],
]

/** Finds the codes that a text may mean, by label or code: none, one, or several that are equally likely. */
export function finder(choices: readonly Named[]): (text: string) => readonly string[] {
  // Most cells hold a label exactly as it is: the folded ones are made only when needed.
  const indexes = new Map<(typeof ways)[number], Index>()
  return (text) => {
    for (const way of ways) {
      const [key, fold] = way
      const index = indexes.get(way) ?? indexBy(choices, (choice) => fold(key(choice)))
      indexes.set(way, index)
      const wanted = fold(text)
      const found = wanted === '' ? undefined : index.get(wanted)
      if (found) return found
    }
    return []
  }
}

function indexBy(choices: readonly Named[], key: (choice: Named) => string): Index {
  const index = new Map<string, string[]>()
  for (const choice of choices) {
    const codes = index.get(key(choice))
    if (!codes) index.set(key(choice), [choice.code])
    else if (!codes.includes(choice.code)) codes.push(choice.code)
  }
  return index
}

/** The code of the state or choice whose label (or code) a human typed; null when none or several. */
export function codeOf(choices: readonly Named[], typed: CellValue): string | null {
  const [found, ...others] = finder(choices)(shownText(typed))
  return others.length === 0 ? (found ?? null) : null
}
