import { expressionError } from '../error.ts'
import type { PatternNode } from './node.ts'

/** A state of the nondeterministic automaton: where to go on, and what has to come first. */
type State =
  | { readonly kind: 'literal'; readonly character: string; readonly next: State }
  | { readonly kind: 'set'; readonly test: RegExp; readonly next: State }
  | { readonly kind: 'start' | 'end'; readonly next: State }
  | { readonly kind: 'fork'; readonly ways: State[] }
  | { readonly kind: 'match' }

export type Machine = { readonly first: State; readonly match: State }

/** Nodes of a pattern with its repetitions written out. It bounds the states, and so the work per character. */
const largest = 2000

/** Thompson's construction, from the end to the beginning. Throws an ExpressionError at `start` if it is too large. */
export function build(pattern: PatternNode, start: number): Machine {
  let size = 0
  const match: State = { kind: 'match' }
  return { first: before(pattern, match), match }

  /** The state from which `node` and then `next` is to be matched. */
  function before(node: PatternNode, next: State): State {
    size += 1
    if (size > largest) throw expressionError(start, 'this pattern repeats too much')
    switch (node.kind) {
      case 'sequence':
        return node.items.reduceRight((after, item) => before(item, after), next)
      case 'choice':
        return { kind: 'fork', ways: node.options.map((option) => before(option, next)) }
      case 'repetition': {
        let first = node.most === Infinity ? loop(node.item, next) : next
        for (let count = node.least; node.most < Infinity && count < node.most; count += 1)
          first = { kind: 'fork', ways: [before(node.item, first), next] }
        for (let count = 0; count < node.least; count += 1) first = before(node.item, first)
        return first
      }
      default:
        return { ...node, next }
    }
  }

  function loop(item: PatternNode, next: State): State {
    const ways = [next]
    const fork: State = { kind: 'fork', ways }
    ways.push(before(item, fork))
    return fork
  }
}

/**
 * Whether the whole text matches. Every state is followed at once, so that the work is at most the number of states
 * times the number of characters (Unicode code points), whatever the pattern (Thompson 1968).
 */
export function matches({ first, match }: Machine, text: string): boolean {
  const characters = [...text]
  let reached = closure(new Set([first]), 0, characters.length)
  for (const [index, character] of characters.entries()) {
    if (reached.size === 0) return false
    const after = new Set<State>()
    for (const state of reached) {
      if (state.kind === 'literal' && state.character === character) after.add(state.next)
      if (state.kind === 'set' && state.test.test(character)) after.add(state.next)
    }
    reached = closure(after, index + 1, characters.length)
  }
  return reached.has(match)
}

/** Adds to these states all that is reached from them without reading a character. */
function closure(states: Set<State>, index: number, length: number): ReadonlySet<State> {
  // A set's iteration comes to what is added on the way, once.
  for (const state of states) {
    if (state.kind === 'fork') for (const way of state.ways) states.add(way)
    if (state.kind === 'start' && index === 0) states.add(state.next)
    if (state.kind === 'end' && index === length) states.add(state.next)
  }
  return states
}
