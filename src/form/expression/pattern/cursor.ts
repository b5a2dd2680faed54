import { type ExpressionError, expressionError } from '../error.ts'

/** A place in a pattern: `at` counts its UTF-16 code units from 0, `start` is its position in the expression. */
export type Cursor = { readonly source: string; readonly start: number; at: number }

/** An error to throw about what is at an offset of the pattern. */
export function patternError(cursor: Cursor, at: number, reason: string): ExpressionError {
  return expressionError(cursor.start + at, reason)
}

/** Passes `sign` if it comes next, and says whether it did. */
export function accept(cursor: Cursor, sign: string): boolean {
  const found = cursor.source.startsWith(sign, cursor.at)
  if (found) cursor.at += sign.length
  return found
}

/** Passes what a sticky expression finds here; null if it finds nothing. */
export function sticky(cursor: Cursor, shape: RegExp): RegExpExecArray | null {
  shape.lastIndex = cursor.at
  const match = shape.exec(cursor.source)
  if (match !== null) cursor.at = shape.lastIndex
  return match
}

/** Passes one character (a code point) and returns it; '' at the end. */
export function next(cursor: Cursor): string {
  const codePoint = cursor.source.codePointAt(cursor.at)
  const character = codePoint === undefined ? '' : String.fromCodePoint(codePoint)
  cursor.at += character.length
  return character
}
