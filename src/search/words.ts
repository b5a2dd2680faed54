import { simplified } from '../form/characters.ts'

/** What FTS5's unicode61 takes for a word, marks that it drops included. */
const wordPattern = /[\p{L}\p{N}\p{Co}\p{M}]+/gu

/** "l'école", "qu’on", "jusqu'à": the elided word before an apostrophe says nothing. */
const elision = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu

/** Words that nearly every French text has; nobody looks for them. */
const emptyWords = new Set(
  'a au aux ce ces dans de des du en est et il la le les leur ou par pas pour que qui sa se ses son sur un une'.split(
    ' ',
  ),
)

/** Words a query may have; each is looked for in every text found. */
const mostWords = 8
const longestWord = 40

export type Word = { readonly text: string; readonly start: number; readonly end: number }

/** The words of a text, simplified, with where they stand in it. Pure. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: found, index }) => ({
    text: simplified(found),
    start: index,
    end: index + found.length,
  }))
}

/**
 * What a query looks for: the beginnings of words, all of which must be there. A plural finds its singular, as its last
 * "s" or "x" is left out; words without meaning are left out unless there is nothing else. Pure.
 */
export function beginningsIn(query: string): readonly string[] {
  const words = wordsOf(query.slice(0, 400).replace(elision, ' '))
    .map(({ text }) => text.slice(0, longestWord))
    .filter((text) => text !== '')
  const telling = words.filter((word) => !emptyWords.has(word))
  const beginnings = (telling.length > 0 ? telling : words).map((word) =>
    word.length > 3 ? word.replace(/[sx]$/, '') : word,
  )
  return [...new Set(beginnings)].slice(0, mostWords)
}

/** These beginnings as a query in FTS5's syntax: strings in quotation marks, in which nothing is syntax. Pure. */
export const matchOf = (beginnings: readonly string[]): string =>
  beginnings.map((beginning) => `"${beginning.replaceAll('"', '""')}"*`).join(' AND ')

/** Whether every beginning begins a word of one of these texts. Pure. */
export function holdsAll(texts: readonly string[], beginnings: readonly string[]): boolean {
  const words = texts.flatMap((text) => wordsOf(text).map((word) => word.text))
  return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))
}
