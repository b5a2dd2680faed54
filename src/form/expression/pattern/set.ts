import { accept, type Cursor, next, patternError, sticky } from './cursor.ts'
import type { PatternNode } from './node.ts'

const classEscape = /\\(?:[dwsDWS]|[pP]\{(?:L[ul]?|M|Nd?|P|S|Z)\})/y

/** \d \w \s \p{L} and the like, as JavaScript's `u` flag has them; null if the pattern goes on with something else. */
export function readClass(cursor: Cursor): PatternNode | null {
  const source = classSource(cursor)
  return source === null ? null : setOf(source)
}

/** A set in brackets, from behind its `[`. */
export function readSet(cursor: Cursor): PatternNode {
  const open = cursor.at - 1
  const not = accept(cursor, '^') ? '^' : ''
  let members = ''
  while (!accept(cursor, ']')) {
    if (cursor.at >= cursor.source.length) throw patternError(cursor, open, 'this [ is never closed')
    members += readMember(cursor)
  }
  if (members === '') throw patternError(cursor, open, 'these brackets are empty')
  return setOf(`[${not}${members}]`)
}

function readMember(cursor: Cursor): string {
  const source = classSource(cursor)
  if (source !== null) return source
  const start = cursor.at
  const from = readCharacter(cursor)
  if (!sticky(cursor, /-(?=[^\]])/y)) return escaped(from)
  const to = readCharacter(cursor)
  if (from > to) throw patternError(cursor, start, 'this range runs backwards')
  return `${escaped(from)}-${escaped(to)}`
}

/** The code point of a character of a set, escaped or not. */
function readCharacter(cursor: Cursor): number {
  // Java's sets nest and JavaScript's do not, so that a form with it would not mean the same everywhere.
  if (cursor.source[cursor.at] === '[') throw patternError(cursor, cursor.at, '[ is written \\[ here')
  return (accept(cursor, '\\') ? readEscape(cursor) : next(cursor)).codePointAt(0) ?? 0
}

/** The character meant by an escape, from behind its backslash. */
export function readEscape(cursor: Cursor): string {
  const at = cursor.at - 1
  const character = next(cursor)
  const control = { n: '\n', r: '\r', t: '\t' }[character]
  if (control !== undefined) return control
  if (/[\p{L}\p{N}]|^$/u.test(character))
    throw patternError(cursor, at, `\\${character} is not supported here`)
  return character
}

function classSource(cursor: Cursor): string | null {
  return sticky(cursor, classEscape)?.[0] ?? null
}

function setOf(source: string): PatternNode {
  return { kind: 'set', test: new RegExp(`^${source}$`, 'u') }
}

function escaped(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`
}
