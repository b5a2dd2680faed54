import { moment, scalars, toBoolean, toNumber, toText } from './convert.ts'
import type { Comparison, Scalar, Value } from './node.ts'

const time = /^\d\d:\d\d(:\d\d)?$/

/**
 * A comparison as XPath 1.0 has it (§3.4): a set compares true when one of its items does, or, against a boolean, by
 * whether it has any. Beyond XPath, as in ODK: an empty set is an unanswered question, the text ''.
 */
export function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return holds(operator, toBoolean(left), toBoolean(right))
  const others = items(right)
  return items(left).some((one) => others.some((other) => holds(operator, one, other)))
}

function items(value: Value): readonly Scalar[] {
  const found = scalars(value)
  return found.length === 0 ? [''] : found
}

function holds(operator: Comparison, left: Scalar, right: Scalar): boolean {
  switch (operator) {
    case '=':
      return equal(left, right)
    case '!=':
      return !equal(left, right)
    case '<':
      return order(left, right) < 0
    case '<=':
      return order(left, right) <= 0
    case '>':
      return order(left, right) > 0
    case '>=':
      return order(left, right) >= 0
  }
}

/** By number if one side is a number, else by text; '' is then no number, so it is not 0 (XPath 1.0 §3.4). */
function equal(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right)
  return left === right
}

/**
 * Negative, 0, positive, or NaN when there is no order, which every comparison takes for false. Two dates, months or
 * date-times are compared as far as both are known: 2018-10 is neither before nor after 2018-10-05. So are two
 * times of day. All else is compared by number (XPath 1.0 §3.4).
 */
function order(left: Scalar, right: Scalar): number {
  const texts = [toText(left), toText(right)]
  if (![moment, time].some((shape) => texts.every((text) => shape.test(text))))
    return sign(toNumber(left), toNumber(right))
  const [one = '', other = ''] = texts.map((text) => text.replace('Z', ''))
  const shared = Math.min(one.length, other.length)
  return sign(one.slice(0, shared), other.slice(0, shared))
}

function sign<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0
  return one < other ? -1 : one > other ? 1 : Number.NaN
}
