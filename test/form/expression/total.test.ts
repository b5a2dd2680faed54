import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyScope,
  evaluate,
  isExpressionError,
  isTrue,
  type Node,
  parseExpression,
  type Value,
} from '../../../src/form/expression/index.ts'

type Call = Extract<Node, { kind: 'call' }>
type Chain = Extract<Node, { kind: 'chain' }>

const arities: Readonly<Record<Call['name'], readonly [number, number]>> = {
  coalesce: [2, 2],
  concat: [0, 4],
  contains: [2, 2],
  count: [1, 1],
  'count-selected': [1, 1],
  date: [1, 1],
  false: [0, 0],
  'format-date': [2, 2],
  if: [3, 3],
  int: [1, 1],
  max: [1, 4],
  min: [1, 4],
  not: [1, 1],
  now: [0, 0],
  number: [1, 1],
  once: [1, 1],
  regex: [2, 2],
  round: [1, 2],
  selected: [2, 2],
  'starts-with': [2, 2],
  string: [1, 1],
  'string-length': [0, 1],
  sum: [1, 1],
  today: [0, 0],
  true: [0, 0],
}
const levels: readonly (readonly Chain['rest'][number]['operator'][])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'a b',
    '-3.5',
    '2018-10',
    '2018-10-01',
    '2018-02-30',
    '2018-10-01T09:30Z',
    '09:30',
    '%Y %H',
  ),
  fc.string(),
)
const name = fc.constantFrom('a', 'zone_1', 'été', 'x.y-z')

/** Trees as the parser makes them. */
const { tree } = fc.letrec<{ tree: Node; chain: Node; call: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.constantFrom<Node>({ kind: 'self' }, { kind: 'position' }),
    fc.oneof(fc.nat(), fc.constantFrom(0.5, 1.25, 30)).map((value): Node => ({ kind: 'literal', value })),
    text.filter((value) => !value.includes('"')).map((value): Node => ({ kind: 'literal', value })),
    name.map((name): Node => ({ kind: 'reference', name })),
    name.map((name): Node => ({ kind: 'attribute', name })),
    tie('tree').map((operand): Node => ({ kind: 'negation', operand })),
    tie('chain'),
    tie('call'),
  ),
  chain: fc.constantFrom(...levels).chain((operators) =>
    fc.record({
      kind: fc.constant('chain'),
      first: tie('tree'),
      rest: fc.array(fc.record({ operator: fc.constantFrom(...operators), operand: tie('tree') }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ),
  call: fc
    .constantFrom(...(Object.keys(arities) as Call['name'][]))
    .chain((name) =>
      fc
        .array(tie('tree'), { minLength: arities[name][0], maxLength: arities[name][1] })
        .map((operands): Node => ({ kind: 'call', name, operands })),
    ),
}))

/** Values as answers give them, and stranger: any number, and sets in sets. */
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}))

/** Source for a tree, with parentheses round all that is compound. */
function print(node: Node): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? String(node.value) : `"${node.value}"`
    case 'reference':
      return `\${${node.name}}`
    case 'attribute':
      return node.name
    case 'self':
      return '.'
    case 'position':
      return 'position(..)'
    case 'negation':
      return `-${inner(node.operand)}`
    case 'chain':
      return [inner(node.first), ...node.rest.flatMap((link) => [link.operator, inner(link.operand)])].join(
        ' ',
      )
    case 'call':
      return `${node.name}(${node.operands.map(print).join(', ')})`
  }
}

function inner(node: Node): string {
  return node.kind === 'chain' ? `(${print(node)})` : print(node)
}

/** A pattern written out is checked when it is parsed, so that not every tree with one has a source. */
function hasSource(node: Node): boolean {
  if (node.kind === 'call')
    return node.operands.every(hasSource) && (node.name !== 'regex' || node.operands[1]?.kind !== 'literal')
  if (node.kind === 'chain')
    return hasSource(node.first) && node.rest.every(({ operand }) => hasSource(operand))
  return node.kind !== 'negation' || hasSource(node.operand)
}

test('printing a tree and parsing it again gives the tree', () => {
  const printable = tree.filter((tree) => hasSource(tree) && print(tree).length <= 5000)
  fc.assert(
    fc.property(printable, (tree) => {
      expect(parseExpression(print(tree)).tree).toEqual(tree)
    }),
    { numRuns: 500 },
  )
})

test('evaluation never throws, and its value can be written in JSON', () => {
  fc.assert(
    fc.property(tree, value, value, value, fc.double(), (tree, answer, self, attribute, now) => {
      const scope = { ...emptyScope, resolve: () => answer, attribute: () => attribute, self, now }
      const expression = { source: '', tree }
      const result = evaluate(expression, scope)
      if (typeof result === 'number') expect(JSON.parse(JSON.stringify(result))).toBe(result)
      expect(typeof isTrue(expression, scope)).toBe('boolean')
      expect(evaluate(expression, scope)).toEqual(result)
    }),
    { numRuns: 2000 },
  )
})

test('a value nested deeper than the stack is read all the same', () => {
  const deep = Array.from({ length: 200_000 }).reduce<Value>((inside) => [inside], 'a')
  const scope = { ...emptyScope, resolve: () => deep }
  expect(evaluate(parseExpression("concat(${a}) = 'a' and ${a} = 'a' and sum(${a}) = 0"), scope)).toBe(true)
})

test('any text at all is an expression or a fault within it', () => {
  const word = fc.constantFrom(
    ..."( ) , . .. + - * = != < <= div mod and or ${a} name 'x' 12 if( regex( \" $ é".split(' '),
  )
  const source = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(source, (source) => {
      try {
        expect(parseExpression(source).source).toBe(source)
      } catch (error) {
        if (!isExpressionError(error)) throw error
        expect(error.position).toBeGreaterThanOrEqual(1)
        expect(error.position).toBeLessThanOrEqual(source.length + 1)
      }
    }),
    { numRuns: 2000 },
  )
})
