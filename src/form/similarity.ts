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

/** A text made ready to be compared with many others. */
export type Shape = {
  readonly comparable: string
  /** Its pairs of letters, word by word, each with how often it has it, and how many there are in all. */
  readonly pairs: ReadonlyMap<string, number>
  readonly count: number
  readonly numbers: string
}

export function shapeOf(text: string): Shape {
  const comparable = wordsOf(text).join(' ')
  const pairs = new Map<string, number>()
  const all = pairsOf(text)
  for (const pair of all) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  return { comparable, pairs, count: all.length, numbers: (comparable.match(/\p{N}+/gu) ?? []).join(' ') }
}

/**
 * How alike two short texts are, from 0 (nothing in common) to 1 (the same but for case, accents, order and small
 * words): Dice's coefficient of their pairs of letters, word by word (en.wikipedia.org/wiki/Dice-Sørensen_coefficient).
 */
export const similarity = (one: string, other: string): number => likeness(shapeOf(one), shapeOf(other), 0)

/**
 * The same of texts made ready; 0 when it is below `least`, which most pairs of a directory are found to be after a few
 * letters: a page compares tens of thousands.
 */
export function likeness(one: Shape, other: Shape, least: number): number {
  const all = one.count + other.count
  if (all === 0) return one.comparable === other.comparable ? 1 : 0
  // Every pair of the one that the other lacks makes what they may still share less.
  let shared = one.count
  for (const [pair, times] of one.pairs) {
    shared -= Math.max(0, times - (other.pairs.get(pair) ?? 0))
    if (2 * shared < least * all) return 0
  }
  return (2 * shared) / all
}

/** Names shorter than this, acronyms above all, are alike when they are the same; in UTF-16 code units. */
const longEnough = 8

/**
 * Whether two names are one, or one with a slip of the pen. Names that differ in a number are two: "phase 1", "phase 2".
 * @param least how alike they must be at least, above 0
 */
export const isAlike = (one: string, other: string, least: number): boolean =>
  areAlike(shapeOf(one), shapeOf(other), least)

/** The same of names made ready. */
export function areAlike(one: Shape, other: Shape, least: number): boolean {
  const [left, right] = [one.comparable, other.comparable]
  if (left === right) return left !== ''
  if (Math.min(left.length, right.length) < longEnough) return false
  return one.numbers === other.numbers && likeness(one, other, least) >= least
}

/** Two letters next to each other, the edges of words included, so that short words count as well. */
const pairsOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => {
    const edged = [...` ${word} `]
    return edged.slice(1).map((letter, index) => `${edged[index]}${letter}`)
  })
