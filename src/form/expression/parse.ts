import { expressionError } from './error.ts'
import { functions, isFunctionName } from './functions.ts'
import type { Expression, FunctionName, Link, Node, Operator } from './node.ts'
import { compilePattern } from './pattern/index.ts'
import { type Token, tokenize } from './tokens.ts'

// Far above what a form needs, and low enough that no source costs much to read or to evaluate.
const longest = 5000
const deepest = 100

/** Operators from the loosest to the tightest, all left-associative (XPath 1.0, §3.4 and §3.5). */
const precedence: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/** `token` is the one at `next`; past the last, `token` stays the end. */
type Cursor = { readonly tokens: readonly Token[]; next: number; token: Token }

/** Reads an XLSForm expression. Throws an ExpressionError that says where and why it is none. */
export function parseExpression(source: string): Expression {
  if (source.length > longest)
    throw expressionError(longest + 1, `an expression has at most ${longest} characters`)
  const tokens = tokenize(source)
  const cursor: Cursor = { tokens, next: 0, token: tokens[0] }
  const tree = chain(cursor, 0, 0)
  if (cursor.token.kind !== 'end') throw unexpected(cursor.token, 'an operator or the end')
  return { source, tree }
}

function chain(cursor: Cursor, level: number, depth: number): Node {
  const operators = precedence[level]
  if (operators === undefined) return unary(cursor, depth)
  const first = chain(cursor, level + 1, depth)
  const rest: Link[] = []
  for (let operator = taken(cursor, operators); operator !== null; operator = taken(cursor, operators))
    rest.push({ operator, operand: chain(cursor, level + 1, depth) })
  return rest.length === 0 ? first : { kind: 'chain', first, rest }
}

function unary(cursor: Cursor, depth: number): Node {
  if (depth > deepest) throw expressionError(cursor.token.position, `nested more than ${deepest} levels deep`)
  if (taken(cursor, ['-']) === null) return primary(cursor, depth)
  return { kind: 'negation', operand: unary(cursor, depth + 1) }
}

function primary(cursor: Cursor, depth: number): Node {
  const { token } = cursor
  advance(cursor)
  switch (token.kind) {
    case 'number':
      return { kind: 'literal', value: numeral(token) }
    case 'quoted':
      return { kind: 'literal', value: token.text }
    case 'reference':
      return { kind: 'reference', name: token.text }
    case 'name':
      if (taken(cursor, ['(']) !== null) return call(cursor, token, depth + 1)
      if (precedence.flat().some((operator) => operator === token.text)) break
      return { kind: 'attribute', name: token.text }
    case 'symbol':
      if (token.text === '.') return { kind: 'self' }
      if (token.text !== '(') break
      return closed(cursor, chain(cursor, 0, depth + 1))
  }
  throw unexpected(token, 'a value')
}

/** The rest of a call, from behind its opening parenthesis. */
function call(cursor: Cursor, { text: name, position }: Token, depth: number): Node {
  if (name === 'position') {
    if (taken(cursor, ['..']) === null) throw unexpected(cursor.token, '..')
    return closed(cursor, { kind: 'position' })
  }
  if (!isFunctionName(name)) throw expressionError(position, `there is no function ${name}()`)
  const operands: Node[] = []
  const starts: Token[] = []
  const empty = cursor.token.kind === 'symbol' && cursor.token.text === ')'
  while (!empty && (starts.length === 0 || taken(cursor, [',']) !== null)) {
    starts.push(cursor.token)
    operands.push(chain(cursor, 0, depth))
  }
  checkArity(name, operands.length, position)
  const [, pattern] = operands
  const [, start] = starts
  // A pattern written out is checked here, from behind its quote; a computed one can only be when it is used.
  if (name === 'regex' && pattern?.kind === 'literal' && start?.kind === 'quoted')
    compilePattern(start.text, start.position + 1)
  return closed(cursor, { kind: 'call', name, operands })
}

function checkArity(name: FunctionName, count: number, position: number): void {
  const [least, most] = functions[name].arity
  if (count >= least && count <= most) return
  const wanted = least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`
  throw expressionError(position, `${name}() takes ${wanted} argument(s), not ${count}`)
}

function numeral({ text, position }: Token): number {
  const value = Number(text)
  // Infinity has no literal in XPath and none in JSON.
  if (!Number.isFinite(value)) throw expressionError(position, 'this number is too large')
  return value
}

/** The node, once the parenthesis that holds it is closed. */
function closed(cursor: Cursor, node: Node): Node {
  if (taken(cursor, [')']) === null) throw unexpected(cursor.token, ')')
  return node
}

/** Takes the next token if it is one of these operators or signs, and says which. */
function taken<T extends string>(cursor: Cursor, texts: readonly T[]): T | null {
  const { kind, text } = cursor.token
  if (kind !== 'symbol' && kind !== 'name') return null
  const found = texts.find((each) => each === text)
  if (found === undefined) return null
  advance(cursor)
  return found
}

function advance(cursor: Cursor): void {
  cursor.next += 1
  cursor.token = cursor.tokens[cursor.next] ?? cursor.token
}

function unexpected({ kind, text, position }: Token, wanted: string): Error {
  return expressionError(position, `expected ${wanted}, found ${kind === 'end' ? 'the end' : text || "''"}`)
}
