import { simplified } from './characters.ts'

/** What says nothing of what a thing is: French and English articles, prepositions and forms of association. */
const small = new Set(
  'a au aux d de des du en et for l la le les of ong ngo pour sur the un une asbl association'.split(' '),
)

/** The words of a title without accents, case, punctuation and small words; all of them when there are only small ones. */
function wordsOf(text: string): readonly string[] {
  const all = simplified(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = all.filter((word) => !small.has(word))
  return (telling.length === 0 ? all : telling).toSorted()
}

/** A text as it is compared: "Les Enfants d’Abord" and "enfants — d'abord" are the same. */
export const comparable = (text: string): string => wordsOf(text).join(' ')

/**
 * How alike two short texts are, from 0 (nothing in common) to 1 (the same but for case, accents, order and small
 * words): Dice's coefficient of their pairs of letters, word by word (en.wikipedia.org/wiki/Dice-Sørensen_coefficient).
 */
export function similarity(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  if (left.length + right.length === 0) return comparable(one) === comparable(other) ? 1 : 0
  const rest = new Map<string, number>()
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of left) {
    const left = rest.get(pair) ?? 0
    if (left > 0) {
      shared++
      rest.set(pair, left - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

/** Names shorter than this, acronyms above all, are alike when they are the same; in UTF-16 code units. */
const longEnough = 8

/**
 * Whether two names are one, or one with a slip of the pen. Names that differ in a number are two: "phase 1", "phase 2".
 * @param least how alike they must be at least
 */
export function isAlike(one: string, other: string, least: number): boolean {
  const [left, right] = [comparable(one), comparable(other)]
  if (left === right) return left !== ''
  if (Math.min(left.length, right.length) < longEnough) return false
  return numbersIn(left) === numbersIn(right) && similarity(one, other) >= least
}

const numbersIn = (text: string): string => (text.match(/\p{N}+/gu) ?? []).join(' ')

/** Two letters next to each other, the edges of words included, so that short words count as well. */
const pairsOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => {
    const edged = [...` ${word} `]
    return edged.slice(1).map((letter, index) => `${edged[index]}${letter}`)
  })
