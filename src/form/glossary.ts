import { folded } from './characters.ts'
import type { Term } from './definition.ts'

/** A term somebody wrote, as it stands in the glossary, and what the group says instead. */
export type TermHint = { readonly avoided: string; readonly preferred: string }

/** What others said in their own words. */
const quotation = /«[^»]*»|“[^”]*”|"[^"]*"/g

/**
 * The terms of a text that the group would rather not read: whole words, in any case, with or without accents, in a
 * simple plural; the longest that fits. Words in quotation marks are somebody else's. Pure.
 */
export function hintsIn(text: string, terms: readonly Term[]): readonly TermHint[] {
  const all = terms
    .flatMap(({ preferred, avoid }) => avoid.map((avoided) => ({ avoided, preferred })))
    .toSorted((one, other) => other.avoided.length - one.avoided.length)
  let left = simple(text.replaceAll(quotation, ' \u0000 '))
  return all.filter(({ avoided }) => {
    const found = patternOf(avoided)
    const rest = left.replace(found, ' \u0000 ')
    const isThere = rest !== left
    left = rest
    return isThere
  })
}

const simple = (text: string): string => folded(text).replaceAll('’', "'")

function patternOf(term: string): RegExp {
  const words = simple(term)
    .split(' ')
    .map((word) => `${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[sx]?`)
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu')
}

/** The starting terms with the lexicon's own: one about the same words takes their place. Pure. */
export function mergedTerms(starting: readonly Term[], own: readonly Term[]): readonly Term[] {
  const taken = new Set(own.flatMap(({ preferred, avoid }) => [preferred, ...avoid].map(simple)))
  const kept = starting
    .filter(({ preferred }) => !taken.has(simple(preferred)))
    .map(({ preferred, avoid }) => ({ preferred, avoid: avoid.filter((one) => !taken.has(simple(one))) }))
  return [...own, ...kept]
}
