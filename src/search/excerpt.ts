import { wordsOf } from './words.ts'

/** A piece of a text, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly found: boolean }

/** In UTF-16 code units: what an excerpt shows before the first word found, and in all. */
const before = 70
const most = 260

/** The whole text in pieces: words that begin with one of these, and what is between them. Pure. */
export function marked(text: string, beginnings: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of wordsOf(text).filter((word) => isFound(word.text, beginnings))) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false })
    pieces.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

/** The part of a text around the first word found, cut between words, or its beginning; its lines in one. Pure. */
export function excerpt(text: string, beginnings: readonly string[]): readonly Piece[] {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ')
  const words = wordsOf(line)
  const first = words.find((word) => isFound(word.text, beginnings))?.start ?? 0
  const from = words.find(({ start }) => start >= first - before)?.start ?? 0
  const start = first <= before ? 0 : from
  const last = words.findLast(({ end }) => end <= start + most)?.end ?? line.length
  const end = line.length <= start + most ? line.length : Math.max(last, start)
  return [
    ...(start > 0 ? [{ text: '… ', found: false }] : []),
    ...marked(line.slice(start, end), beginnings),
    ...(end < line.length ? [{ text: ' …', found: false }] : []),
  ]
}

const isFound = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning))
