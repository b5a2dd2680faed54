import type { ExtendedValue } from '../types.ts'
import { readTokens, type Token } from './tokens.ts'

export type Operator = '+' | '-' | '*' | '/' | '&'

export type Expression =
  | { readonly kind: 'value'; readonly value: ExtendedValue }
  | { readonly kind: 'error'; readonly type: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operand?: Expression }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }

export type FunctionName = 'UPPER' | 'LOWER' | 'ROW' | 'COLUMN'

const functionNames: Readonly<Record<string, FunctionName>> = {
  UPPER: 'UPPER',
  MAJUSCULE: 'UPPER',
  LOWER: 'LOWER',
  MINUSCULE: 'LOWER',
  ROW: 'ROW',
  LIGNE: 'ROW',
  COLUMN: 'COLUMN',
  COLONNE: 'COLUMN',
}

const errorTypes: Readonly<Record<string, string>> = {
  '#REF!': 'REF',
  '#N/A': 'N_A',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#ERROR!': 'ERROR',
}

/** Longer formulas are not read, so that none is nested too deep to be calculated. */
const tokenLimit = 1000

type Reader = { readonly tokens: readonly Token[]; position: number }

/** What is not understood, anywhere in the formula. */
const unknown: Expression = { kind: 'error', type: 'NAME' }

/**
 * Reads a formula of constants, cells of its own tab, `+ - * / &`, UPPER, LOWER, ROW, COLUMN, NA and HYPERLINK, under
 * their English or French names. Any other is the first error it holds, such as `#REF!`, or else `#NAME?`.
 */
export function parseFormula(formula: string): Expression {
  const tokens = readTokens(formula.slice(1)).filter((token) => token.kind !== 'space')
  if (tokens.length > tokenLimit) return unknown
  const reader: Reader = { tokens, position: 0 }
  const expression = readBinary(reader, 0)
  if (expression !== null && reader.position === tokens.length) return expression
  const error = tokens.find((token) => token.kind === 'error')
  return error === undefined ? unknown : { kind: 'error', type: errorType(error.text) }
}

const errorType = (text: string): string => errorTypes[text.toUpperCase()] ?? 'ERROR'

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [['&'], ['+', '-'], ['*', '/']]

function readBinary(reader: Reader, level: number): Expression | null {
  const operators = levels[level]
  if (operators === undefined) return readUnary(reader)
  let left = readBinary(reader, level + 1)
  for (;;) {
    const mark = reader.tokens[reader.position]
    const operator = mark?.kind === 'mark' ? operators.find((item) => item === mark.text) : undefined
    if (left === null || operator === undefined) return left
    reader.position += 1
    const right = readBinary(reader, level + 1)
    left = right === null ? null : { kind: 'operation', operator, left, right }
  }
}

function readUnary(reader: Reader): Expression | null {
  if (takes(reader, '+')) return readUnary(reader)
  if (!takes(reader, '-')) return readOperand(reader)
  const right = readUnary(reader)
  const left: Expression = { kind: 'value', value: { numberValue: 0 } }
  return right === null ? null : { kind: 'operation', operator: '-', left, right }
}

function readOperand(reader: Reader): Expression | null {
  const token = reader.tokens[reader.position]
  if (token === undefined) return null
  reader.position += 1
  switch (token.kind) {
    case 'number':
      return { kind: 'value', value: { numberValue: Number(token.text.replace(',', '.')) } }
    case 'text':
      return { kind: 'value', value: { stringValue: token.text.slice(1, -1).replaceAll('""', '"') } }
    case 'error':
      return { kind: 'error', type: errorType(token.text) }
    case 'reference': {
      const { tab, start, end } = token.reference
      const isCell = tab === undefined && end === undefined
      if (!isCell || start.row === undefined || start.column === undefined) return null
      return { kind: 'cell', row: start.row.index, column: start.column.index }
    }
    case 'name':
      return readNamed(reader, token.text.toUpperCase())
    case 'mark': {
      if (token.text !== '(') return null
      const inner = readBinary(reader, 0)
      return takes(reader, ')') ? inner : null
    }
    default:
      return null
  }
}

function readNamed(reader: Reader, name: string): Expression | null {
  const operands = takes(reader, '(') ? readOperands(reader) : undefined
  if (operands === null) return null
  const boolean =
    name === 'TRUE' || name === 'VRAI' ? true : name === 'FALSE' || name === 'FAUX' ? false : null
  if (boolean !== null) return operands?.length ? null : { kind: 'value', value: { boolValue: boolean } }
  const [first, second, ...rest] = operands ?? []
  if (operands === undefined || rest.length > 0) return null
  if (name === 'NA') return first === undefined ? { kind: 'error', type: 'N_A' } : null
  if (name === 'HYPERLINK' || name === 'LIEN_HYPERTEXTE') return second ?? first ?? null
  const known = Object.hasOwn(functionNames, name) ? functionNames[name] : undefined
  if (known === undefined || second !== undefined) return null
  if (known === 'UPPER' || known === 'LOWER') {
    return first === undefined ? null : { kind: 'call', name: known, operand: first }
  }
  if (first === undefined) return { kind: 'call', name: known }
  if (first.kind !== 'cell') return null
  // The place of a cell is known without its value: a cell may ask for its own.
  return { kind: 'value', value: { numberValue: (known === 'ROW' ? first.row : first.column) + 1 } }
}

/** What is between the parentheses, after the first one; `;` separates in French, `,` elsewhere. */
function readOperands(reader: Reader): Expression[] | null {
  const operands: Expression[] = []
  if (takes(reader, ')')) return operands
  for (;;) {
    const operand = readBinary(reader, 0)
    if (operand === null) return null
    operands.push(operand)
    if (takes(reader, ')')) return operands
    if (!takes(reader, ';') && !takes(reader, ',')) return null
  }
}

function takes(reader: Reader, mark: string): boolean {
  const token = reader.tokens[reader.position]
  if (token?.kind !== 'mark' || token.text !== mark) return false
  reader.position += 1
  return true
}
