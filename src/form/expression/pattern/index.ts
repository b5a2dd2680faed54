import { isExpressionError } from '../error.ts'
import { build, type Machine, matches } from './machine.ts'
import { readPattern } from './parse.ts'

/** A form has a handful of patterns; computed ones must not pile up. */
const mostKept = 100
const kept = new Map<string, Machine | null>()

/** A regular expression ready to match. Throws an ExpressionError; `start` is its position in the expression. */
export function compilePattern(source: string, start: number): Machine {
  return build(readPattern(source, start), start)
}

/**
 * Whether the whole text matches, as docs.getodk.org has it for regex() ("an exact and complete match"), in time
 * linear in the text. A source that is no pattern matches nothing.
 */
export function matchesPattern(source: string, text: string): boolean {
  let machine = kept.get(source)
  if (machine === undefined) {
    machine = attempt(source)
    if (kept.size >= mostKept) kept.clear()
    kept.set(source, machine)
  }
  return machine !== null && matches(machine, text)
}

function attempt(source: string): Machine | null {
  try {
    return compilePattern(source, 1)
  } catch (error) {
    if (isExpressionError(error)) return null
    throw error
  }
}
