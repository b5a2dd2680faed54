/** What an expression yields. NaN inside an evaluation is an answer that is not there; see `evaluate`. */
export type Scalar = string | number | boolean
/** An array is XPath's node-set: rows of a repeat, a field's values over rows, or codes of a select_multiple. */
export type Value = Scalar | readonly Value[]

/** What an expression can see of the answers, the place it is evaluated at and the time. */
export type Scope = {
  /**
   * The answer for `${name}`: '' when empty; an array for a select_multiple (codes), for a repeat (one item per row,
   * itself not empty) and for a field of a repeat seen from outside it (one value per row, '' where empty).
   */
  readonly resolve: (name: string) => Value
  /** The answer the expression belongs to, written `.`. */
  readonly self: Value
  /** The row it is in, from 1; 0 outside a repeat. Written `position(..)`. */
  readonly position: number
  /** A bare name: an attribute of the choice under examination, '' when it has none of that name. */
  readonly attribute: (name: string) => Value
  /** Milliseconds since epoch, UTC. */
  readonly now: number
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | 'div' | 'mod'
export type Operator = 'or' | 'and' | Comparison | Arithmetic

export type FunctionName =
  | 'coalesce'
  | 'concat'
  | 'contains'
  | 'count'
  | 'count-selected'
  | 'date'
  | 'false'
  | 'format-date'
  | 'if'
  | 'int'
  | 'max'
  | 'min'
  | 'not'
  | 'now'
  | 'number'
  | 'once'
  | 'regex'
  | 'round'
  | 'selected'
  | 'starts-with'
  | 'string'
  | 'string-length'
  | 'sum'
  | 'today'
  | 'true'

export type Link = { readonly operator: Operator; readonly operand: Node }

/**
 * A parsed expression, as plain data. Operators of one precedence stand side by side in a `chain`, applied from left
 * to right: a tree is then as deep as its source is nested, however long the source.
 */
export type Node =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'position' }
  | { readonly kind: 'negation'; readonly operand: Node }
  | { readonly kind: 'chain'; readonly first: Node; readonly rest: readonly Link[] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Node[] }

export type Expression = { readonly source: string; readonly tree: Node }

/** Whether it is an expression; its tree is not looked at, which may be what parses it. */
export const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'source' in value && 'tree' in value
