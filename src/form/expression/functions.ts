import { isEmpty, momentOf, scalars, toBoolean, toIso, toNumber, toText } from './convert.ts'
import { formatDate } from './format-date.ts'
import type { FunctionName, Scope, Value } from './node.ts'
import { matchesPattern } from './pattern/index.ts'

type Definition = {
  /** The least and the most operands it takes: the parser sees to it. */
  readonly arity: readonly [number, number]
  readonly apply: (operands: readonly Value[], scope: Scope) => Value
}

const none = [0, 0] as const
const one = [1, 1] as const
const two = [2, 2] as const

/**
 * ODK's functions (getodk.github.io/xforms-spec, docs.getodk.org/form-operators-functions). Where those two leave a
 * case open, what ODK Collect (JavaRosa's XPathFuncExpr) does is done here, save that nothing ever throws.
 */
export const functions: Readonly<Record<FunctionName, Definition>> = {
  coalesce: { arity: two, apply: ([first = '', second = '']) => (isEmpty(first) ? second : first) },
  concat: { arity: [0, Infinity], apply: (operands) => operands.map(toText).join('') },
  contains: { arity: two, apply: ([text = '', part = '']) => toText(text).includes(toText(part)) },
  count: { arity: one, apply: ([set = '']) => (isEmpty(set) ? 0 : typeof set === 'object' ? set.length : 1) },
  'count-selected': { arity: one, apply: ([answer = '']) => codes(answer).length },
  // Also the way back from days since 1970-01-01, as in date(today() + 7).
  date: { arity: one, apply: ([value = '']) => momentOf(value).slice(0, 10) },
  false: { arity: none, apply: () => false },
  'format-date': {
    arity: two,
    apply: ([value = '', format = '']) => formatDate(momentOf(value), toText(format)),
  },
  if: { arity: [3, 3], apply: ([test = '', yes = '', no = '']) => (toBoolean(test) ? yes : no) },
  int: { arity: one, apply: ([value = '']) => Math.trunc(toNumber(value)) },
  max: { arity: [1, Infinity], apply: (operands) => extreme(operands, (each, than) => each > than) },
  min: { arity: [1, Infinity], apply: (operands) => extreme(operands, (each, than) => each < than) },
  not: { arity: one, apply: ([value = '']) => !toBoolean(value) },
  now: { arity: none, apply: (_, { now }) => toIso(now) },
  number: { arity: one, apply: ([value = '']) => toNumber(value) },
  once: { arity: one, apply: ([value = ''], { self }) => (isEmpty(self) ? value : self) },
  // The whole value must match. A computed pattern that is none matches nothing.
  regex: {
    arity: two,
    apply: ([value = '', pattern = '']) => matchesPattern(toText(pattern), toText(value)),
  },
  round: { arity: [1, 2], apply: ([value = '', digits = 0]) => round(toNumber(value), toNumber(digits)) },
  selected: { arity: two, apply: ([answer = '', code = '']) => codes(answer).includes(toText(code).trim()) },
  'starts-with': { arity: two, apply: ([text = '', part = '']) => toText(text).startsWith(toText(part)) },
  string: { arity: one, apply: ([value = '']) => toText(value) },
  // UTF-16 code units, as ODK Collect and Enketo count them and as `maxLength` does.
  'string-length': { arity: [0, 1], apply: ([value], { self }) => toText(value ?? self).length },
  sum: { arity: one, apply: ([set = '']) => numbers([set]).reduce((total, each) => total + each, 0) },
  // UTC, which is local time in Dakar.
  today: { arity: none, apply: (_, { now }) => toIso(now).slice(0, 10) },
  true: { arity: none, apply: () => true },
}

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name)
}

/** The codes of a select: items of an array, or words of a text, as ODK writes a select_multiple. */
function codes(answer: Value): readonly string[] {
  const items = typeof answer === 'object' ? scalars(answer).map(toText) : toText(answer).split(/\s+/)
  return items.filter((item) => item !== '')
}

/** What is a number in these; rows left empty do not count (XPath's sum() would make the whole NaN). */
function numbers(values: readonly Value[]): readonly number[] {
  return scalars(values)
    .map(toNumber)
    .filter((number) => !Number.isNaN(number))
}

function extreme(values: readonly Value[], beats: (each: number, than: number) => boolean): number {
  return numbers(values).reduce((best, each) => (beats(best, each) ? best : each), Number.NaN)
}

/** Halves go up (XPath 1.0 §4.4), in decimal: 1.005 to 2 digits is 1.01. Beyond 30 digits: NaN, as ODK Collect. */
function round(value: number, digits: number): number {
  const places = Math.trunc(digits)
  if (!(Math.abs(places) <= 30)) return Number.NaN
  if (!Number.isFinite(value)) return value
  return shift(Math.round(shift(value, places)), -places)
}

/** Times a power of ten, on the decimal digits rather than the binary ones. */
function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
