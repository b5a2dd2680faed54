import { betweenDigits, digitsOf, type Person } from './person.ts'

/** Where a text speaks of a person: from which character to which, in the order of the text, none in another. */
export type Span = readonly [from: number, to: number]

/** Finds a person in a text, however they are written there: accents, case, order of the names, form of the number. */
export type Finder = (text: string) => readonly Span[]

/** Makes the finder of a person. Pure; a text is read once for each way of writing them. */
export function finderOf({ names, emails, phones }: Person): Finder {
  const inFolded = [...names.flatMap(namePatterns), ...emails.map(emailPattern)]
  const inText = phones.map(phonePattern)
  return (text) => {
    const { letters, at } = foldedLetters(text)
    const spans = [
      ...inFolded.flatMap((pattern) =>
        spansOf(letters, pattern).map(([from, to]): Span => [at[from] ?? 0, (at[to - 1] ?? 0) + 1]),
      ),
      ...inText.flatMap((pattern) => spansOf(text, pattern)),
    ]
    return apart(spans.map(([from, to]): Span => [from, endOfLetter(text, to)]))
  }
}

/** Where a text matches a pattern, which has the flag g. */
export const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((found): Span => [found.index, found.index + found[0].length])

/** A letter's marks, written after it, are a part of it. */
function endOfLetter(text: string, end: number): number {
  const marks = /^\p{M}*/u.exec(text.slice(end))
  return end + (marks?.[0].length ?? 0)
}

/** The text without accents and upper case, "œ" as "oe", and where in the text each of its letters stands. */
function foldedLetters(text: string): { readonly letters: string; readonly at: readonly number[] } {
  let letters = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const letter = plain(text[index] ?? '')
    letters += letter
    for (let one = 0; one < letter.length; one += 1) at.push(index)
  }
  return { letters, at }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const notInWord = '(?<![\\p{L}\\p{N}])'
const notBeforeWord = '(?![\\p{L}\\p{N}])'

/** The words of a name, without accents and case. */
export const wordsOf = (name: string): readonly string[] => plain(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a name in their order, and with the last one first, or the first one last. */
export function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  const orders = [
    words,
    [...words.slice(-1), ...words.slice(0, -1)],
    [...words.slice(1), ...words.slice(0, 1)],
  ]
  return [...new Map(orders.map((order) => [order.join(' '), order])).values()]
}

const namePatterns = (name: string): readonly RegExp[] =>
  ordersOf(wordsOf(name)).map(
    (words) => new RegExp(notInWord + words.map(escaped).join("[\\s'.,-]+") + notBeforeWord, 'gu'),
  )

const emailPattern = (email: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}._%+-])${escaped(plain(email))}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'gu')

const between = `[\\s${escaped(betweenDigits.join(''))}]*`

/** A number of Senegal with or without the country's code; any other as its digits go, whatever stands between them. */
function phonePattern(phone: string): RegExp {
  const digits = digitsOf(phone)
  const code = digits.length === 9 ? `(?:(?:\\+|00)${between}221${between}|221${between})?` : '(?:\\+|00)?'
  return new RegExp(`(?<!\\d)${code}${[...digits].join(between)}(?!\\d)`, 'g')
}

/** Spans in their order, those that touch made one. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const found: [number, number][] = []
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}
