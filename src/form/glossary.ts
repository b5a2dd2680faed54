import { folded } from './characters.ts'
import type { Term } from './definition/index.ts'

/** A term somebody wrote, as it stands in the glossary, and what the group says instead. */
export type TermHint = { readonly avoided: string; readonly preferred: string }

/** What others said in their own words; while it is being typed, to the end. 12" opens none. Each reads the text once. */
const quotation = /«[^»]*(?:»|$)|“[^”]*(?:”|$)|(?<![\p{L}\p{N}])"[^"]*(?:"|$)/gu

/**
 * The terms of a text that the group would rather not read: whole words, in any case, with or without accents, in a
 * simple plural or feminine; the longest that fits, the group's own terms among them, which are never hinted at. Words
 * in quotation marks are somebody else's. Pure.
 */
export function hintsIn(text: string, terms: readonly Term[]): readonly TermHint[] {
  const all = terms
    .flatMap(({ preferred, avoid }) => [
      { words: wordsOf(preferred), hint: null },
      ...avoid.map((avoided) => ({ words: wordsOf(avoided), hint: { avoided, preferred } })),
    ])
    .toSorted((one, other) => other.words.join(' ').length - one.words.join(' ').length)
  let left = simple(text.replaceAll(quotation, ' \u0000 '))
  return all.flatMap(({ words, hint }) => {
    // Most terms are in no text: looking for their words costs less than making their pattern.
    if (words.length === 0 || !words.every((word) => left.includes(word))) return []
    const rest = left.replace(patternOf(words), ' \u0000 ')
    const isThere = rest !== left
    left = rest
    return isThere && hint ? [hint] : []
  })
}

const simple = (text: string): string => folded(text).replaceAll('’', "'")

const wordsOf = (term: string): readonly string[] =>
  simple(term)
    .split(' ')
    .filter((word) => word !== '')

function patternOf(words: readonly string[]): RegExp {
  const forms = words.map((word) => `${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:es|[sxe])?`)
  return new RegExp(`(?<![\\p{L}\\p{N}])${forms.join(' ')}(?![\\p{L}\\p{N}])`, 'gu')
}

/** The starting terms with the lexicon's own: one about the same words takes their place. Pure. */
export function mergedTerms(starting: readonly Term[], own: readonly Term[]): readonly Term[] {
  const taken = new Set(own.flatMap(({ preferred, avoid }) => [preferred, ...avoid].map(simple)))
  const kept = starting
    .filter(({ preferred }) => !taken.has(simple(preferred)))
    .map(({ preferred, avoid }) => ({ preferred, avoid: avoid.filter((one) => !taken.has(simple(one))) }))
  return [...own, ...kept]
}
