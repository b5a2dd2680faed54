import { compare } from './compare.ts'
import { toBoolean, toNumber } from './convert.ts'
import { functions } from './functions.ts'
import type { Expression, Node, Operator, Scope, Value } from './node.ts'

/** Nothing answered, outside any repeat, at the epoch. */
export const emptyScope: Scope = {
  resolve: () => '',
  self: '',
  position: 0,
  attribute: () => '',
  now: 0,
}

/**
 * The expression's value. Never throws, whatever the values. A number that no answer can hold is the empty value:
 * NaN, as any arithmetic with an empty value gives (docs.getodk.org, "Empty values in math"), or a division by 0.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  const value = run(expression.tree, scope)
  if (typeof value !== 'number') return value
  // Adding 0 turns a negative zero into the only zero there is in JSON.
  return Number.isFinite(value) ? value + 0 : ''
}

/** Whether the expression's value is true as XPath 1.0 (§4.3) converts it: not false, 0 or empty. */
export function isTrue(expression: Expression, scope: Scope): boolean {
  return toBoolean(evaluate(expression, scope))
}

function run(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'reference':
      return scope.resolve(node.name)
    case 'attribute':
      return scope.attribute(node.name)
    case 'self':
      return scope.self
    case 'position':
      return scope.position
    case 'negation':
      return -toNumber(run(node.operand, scope))
    case 'chain':
      return node.rest.reduce(
        (left, { operator, operand }) => operate(operator, left, () => run(operand, scope)),
        run(node.first, scope),
      )
    case 'call':
      return functions[node.name].apply(
        node.operands.map((operand) => run(operand, scope)),
        scope,
      )
  }
}

function operate(operator: Operator, left: Value, right: () => Value): Value {
  switch (operator) {
    case 'or':
      return toBoolean(left) || toBoolean(right())
    case 'and':
      return toBoolean(left) && toBoolean(right())
    case '+':
      return toNumber(left) + toNumber(right())
    case '-':
      return toNumber(left) - toNumber(right())
    case '*':
      return toNumber(left) * toNumber(right())
    case 'div':
      return toNumber(left) / toNumber(right())
    case 'mod':
      // The sign is the dividend's, in XPath (§3.5) as in JavaScript.
      return toNumber(left) % toNumber(right())
    default:
      return compare(operator, left, right())
  }
}
