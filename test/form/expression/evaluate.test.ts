import { describe, expect, test } from 'vitest'
import { emptyScope, evaluate, isTrue, parseExpression } from '../../../src/form/expression/index.ts'
import { evaluated, scopeOf } from './evaluated.ts'

const answers = { two: 2, price: '2.5', start: '2018-10-01', codes: ['a', 'b'] }

describe('arithmetic', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['8 div 4 div 2', 1],
    ['7 mod 3', 1],
    ['-7 mod 3', -1],
    ['--2', 2],
    ['-${two} + 3', 1],
    ['3 - -${two}', 5],
    ['${price} * ${two}', 5],
    ['true() + 1', 2],
    ['.5 + 1.', 1.5],
    ['0 * -1', 0],
  ])('%s is %s', (source, expected) => {
    expect(evaluated(source, { answers })).toBe(expected)
  })

  test.each(['${missing} + 1', '-${missing}', "'x' * 2", '1 div 0', '0 div 0', "'1e3' + 1", '${codes} + 1'])(
    '%s is empty',
    (source) => {
      expect(evaluated(source, { answers })).toBe('')
    },
  )

  test.each([
    ['${start} - 17805', 0],
    ["${start} - '2018-09-24'", 7],
    ['today() + 7', 17805],
    ["'2018-10-01T12:00' - ${start}", 0.5],
  ])('a date counts days: %s is %s', (source, expected) => {
    expect(evaluated(source, { answers })).toBe(expected)
  })

  test.each([
    "'2018-10' + 0",
    "'2018-02-30' + 0",
    "'2018-13-01' + 0",
    "'2018-10-01T25:00' + 0",
    "'14:30' + 0",
  ])('what is no date counts no days: %s', (source) => {
    expect(evaluated(source)).toBe('')
  })
})

describe('boolean operators', () => {
  test.each([
    ['1 = 1 and 2 = 2', true],
    ['1 = 1 and 2 = 3', false],
    ['1 = 2 or 2 = 2', true],
    ['true() or false() and false()', true],
    ['1 < 2 = true()', true],
    ["'false' and true()", true],
    ["'' or 0", false],
    ['${codes} and ${two}', true],
    ['${missing} or ${missing}', false],
    ["number('x') or false()", false],
  ])('%s is %s', (source, expected) => {
    expect(evaluated(source, { answers })).toBe(expected)
  })

  test.each([
    ['${known} or ${asked}', ['known']],
    ['not(${known}) and ${asked}', ['known']],
    ['not(${known}) or ${asked}', ['known', 'asked']],
  ])('%s asks for no more than it needs', (source, expected) => {
    const asked: string[] = []
    const resolve = (name: string) => {
      asked.push(name)
      return true
    }
    evaluate(parseExpression(source), { ...emptyScope, resolve })
    expect(asked).toEqual(expected)
  })
})

test('a value is seen as it is: text, number, boolean or set', () => {
  expect(evaluated('${codes}', { answers })).toEqual(['a', 'b'])
  expect(evaluated('.', { self: 12 })).toBe(12)
  expect(evaluated(`"l'eau"`)).toBe("l'eau")
})

test('a bare name is an attribute of the choice, beside answers', () => {
  const source = 'region = ${zone_region} and starts-with(name, "S")'
  const attributes = { region: 'sedhiou', name: 'Sédhiou' }
  expect(evaluated(source, { attributes, answers: { zone_region: 'sedhiou' } })).toBe(true)
  expect(evaluated(source, { attributes, answers: { zone_region: 'dakar' } })).toBe(false)
})

test('position(..) is the row', () => {
  expect(evaluated('position(..) = 1', { position: 1 })).toBe(true)
  expect(evaluated('position(..)')).toBe(0)
})

test.each([
  ["'a'", true],
  ["''", false],
  ['0', false],
  ['-1', true],
  ["''+1", false],
  ['${codes}', true],
  ['${missing}', false],
])('%s is true: %s', (source, expected) => {
  expect(isTrue(parseExpression(source), scopeOf({ answers }))).toBe(expected)
})

test('a tree that went through JSON evaluates to the same', () => {
  const expression = parseExpression("if(selected(${codes}, 'b') and . > 3, concat(., '-', region), 1)")
  const scope = scopeOf({ answers, self: 4, attributes: { region: 'dakar' } })
  expect(evaluate(JSON.parse(JSON.stringify(expression)), scope)).toBe('4-dakar')
})
