import { accept, type Cursor, next, patternError, sticky } from './cursor.ts'
import type { PatternNode } from './node.ts'
import { readClass, readEscape, readSet } from './set.ts'

const deepest = 100
/** Repetitions are written out when the pattern is compiled, so their number is bounded. */
const mostTimes = 1000

const quantifier = /([*+?])|\{(\d+)(,(\d*))?\}/y

/**
 * Reads what ODK's regex() and JavaScript's `u` flag have in common, without what no machine can match in linear time
 * (backreferences, lookaround). Throws an ExpressionError, the pattern being at position `start` of the expression.
 */
export function readPattern(source: string, start: number): PatternNode {
  const cursor = { source, start, at: 0 }
  const node = readChoice(cursor, 0)
  if (cursor.at < source.length) throw patternError(cursor, cursor.at, 'this ) closes nothing')
  return node
}

function readChoice(cursor: Cursor, depth: number): PatternNode {
  if (depth > deepest) throw patternError(cursor, cursor.at, `nested more than ${deepest} levels deep`)
  const options = [readSequence(cursor, depth)]
  while (accept(cursor, '|')) options.push(readSequence(cursor, depth))
  return alone(options) ?? { kind: 'choice', options }
}

function readSequence(cursor: Cursor, depth: number): PatternNode {
  const items: PatternNode[] = []
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source.charAt(cursor.at)))
    items.push(readItem(cursor, depth))
  return alone(items) ?? { kind: 'sequence', items }
}

/** A choice or sequence of one thing is that thing, and takes no room of its own in the machine. */
function alone(nodes: readonly PatternNode[]): PatternNode | undefined {
  return nodes.length === 1 ? nodes[0] : undefined
}

function readItem(cursor: Cursor, depth: number): PatternNode {
  if (accept(cursor, '^')) return { kind: 'start' }
  if (accept(cursor, '$')) return { kind: 'end' }
  const item = readAtom(cursor, depth)
  const at = cursor.at
  const match = sticky(cursor, quantifier)
  if (match === null) return item
  // Lazy or not, the same whole values match.
  accept(cursor, '?')
  const [least, most] = bounds(match)
  if (least > most) throw patternError(cursor, at, 'this range runs backwards')
  if ((most === Infinity ? least : most) > mostTimes)
    throw patternError(cursor, at, `at most ${mostTimes} repetitions`)
  return { kind: 'repetition', item, least, most }
}

function bounds([, sign, least, comma, most]: RegExpExecArray): readonly [number, number] {
  if (sign !== undefined) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity]
  if (comma === undefined) return [Number(least), Number(least)]
  return [Number(least), most ? Number(most) : Infinity]
}

function readAtom(cursor: Cursor, depth: number): PatternNode {
  const named = readClass(cursor)
  if (named !== null) return named
  const at = cursor.at
  const character = next(cursor)
  switch (character) {
    case '(':
      return readGroup(cursor, depth)
    case '[':
      return readSet(cursor)
    case '.':
      return { kind: 'set', test: /^.$/u }
    case '\\':
      return { kind: 'literal', character: readEscape(cursor) }
    case '*':
    case '+':
    case '?':
    case '{':
      throw patternError(cursor, at, `there is nothing for ${character} to repeat`)
    default:
      return { kind: 'literal', character }
  }
}

function readGroup(cursor: Cursor, depth: number): PatternNode {
  const open = cursor.at - 1
  if (!accept(cursor, '?:') && accept(cursor, '?'))
    throw patternError(cursor, open, 'lookaround is not supported, nor is any (?…) but (?:…)')
  const inside = readChoice(cursor, depth + 1)
  if (!accept(cursor, ')')) throw patternError(cursor, open, 'this ( is never closed')
  return inside
}
