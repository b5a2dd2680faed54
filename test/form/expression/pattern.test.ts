import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isExpressionError, parseExpression } from '../../../src/form/expression/index.ts'
import { evaluated } from './evaluated.ts'

const matches = (pattern: string, text: string) =>
  evaluated('regex(., ${pattern})', { self: text, answers: { pattern } })

test.each([
  ['[0-9]{9}', '771234567', true],
  ['[0-9]{9}', '7712345678', false],
  ['(\\+221)?[ ]?(77|78|76|70|33)( ?\\d){7}', '+221 77 123 45 67', true],
  ['[\\w.-]+@([\\w-]+\\.)+[a-z]{2,}', 'contact@exemple.sn', true],
  ['[\\w-.]+', 'a-b.c', true],
  ["[\\p{L}\\p{M}' -]+", "N'Diaye Aïssatou", true],
  ['\\p{Lu}\\p{Ll}+', 'Sédhiou', true],
  ['\\P{L}+', '123', true],
  ['[^\\d\\s]+', 'a b', false],
  ['a|b|', '', true],
  ['^abc$', 'abc', true],
  ['a^b', 'ab', false],
  ['(a|ab)(c|bcd)', 'abcd', true],
  ['a{2}', 'aaa', false],
  ['a{2,}', 'aaaa', true],
  ['a{0}', '', true],
  ['a+?b*?', 'aab', true],
  ['(?:ab)+', 'abab', true],
  ['()*', '', true],
  ['(a*)*b', 'aaab', true],
  ['.', '🌍', true],
  ['.', '\n', false],
  ['[🌍-🌏]', '🌎', true],
  ['[]]', ']', false],
  ['[\\]\\\\^-]+', ']\\^-', true],
  ['a\\.b\\n', 'a.b\n', true],
  ['x}]', 'x}]', true],
])('%s matches the whole of %j: %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected)
})

describe('what is no pattern, or not supported, is a fault at its character', () => {
  test.each([
    ['(a', 1, 'this ( is never closed'],
    ['a)', 2, 'this ) closes nothing'],
    ['a[bc', 2, 'this [ is never closed'],
    ['[a-', 1, 'this [ is never closed'],
    ['[]', 1, 'these brackets are empty'],
    ['[z-a]', 2, 'this range runs backwards'],
    ['[a-\\d]', 4, '\\d is not supported here'],
    ['[a[b]]', 3, '[ is written \\[ here'],
    ['*a', 1, 'there is nothing for * to repeat'],
    ['a++', 3, 'there is nothing for + to repeat'],
    ['^*', 2, 'there is nothing for * to repeat'],
    ['a{x}', 2, 'there is nothing for { to repeat'],
    ['a{3,2}', 2, 'this range runs backwards'],
    ['a{1001}', 2, 'at most 1000 repetitions'],
    ['(a)\\1', 4, '\\1 is not supported here'],
    ['\\bmot', 1, '\\b is not supported here'],
    ['\\p{Greek}', 1, '\\p is not supported here'],
    ['a\\', 2, '\\ is not supported here'],
    ['a(?=b)', 2, 'lookaround is not supported, nor is any (?…) but (?:…)'],
    ['(?<n>a)', 1, 'lookaround is not supported, nor is any (?…) but (?:…)'],
    ['(a{1000}){1000}', 1, 'this pattern repeats too much'],
    [`${'(){1000}'.repeat(3)}`, 1, 'this pattern repeats too much'],
    [`${'('.repeat(102)}`, 102, 'nested more than 100 levels deep'],
  ])('%s', (pattern, offset, reason) => {
    const before = 'regex(., "'
    const position = before.length + offset
    const fault = (() => {
      try {
        return parseExpression(`${before}${pattern}")`)
      } catch (error) {
        return error
      }
    })()
    expect(isExpressionError(fault) && fault.message).toBe(`at character ${position}: ${reason}`)
    expect(matches(pattern, 'a')).toBe(false)
  })
})

describe('time is linear, whatever pattern and value', () => {
  const long = 'a'.repeat(50_000)
  test.each([
    ['(a+)+$', `${long}b`, false],
    ['(a*)*', `${long}b`, false],
    ['(a|a)*', long, true],
    ['(a|aa)+', `${long}!`, false],
    ['(.*)*x', long, false],
    ['(a?){500}a{500}', 'a'.repeat(500), true],
  ])('%s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })
})

const atom = fc.constantFrom(
  'a',
  'b',
  '1',
  'é',
  '.',
  '\\d',
  '\\w',
  '\\S',
  '\\.',
  '[ab]',
  '[^a1]',
  '[a-c\\d]',
  '\\p{L}',
)
const { pattern } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.array(tie('item'), { maxLength: 3 }).map((items) => items.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((options) => options.join('|')),
  ),
  item: fc.oneof(
    atom,
    fc.constantFrom('^', '$'),
    fc
      .tuple(
        fc.oneof(
          atom,
          tie('pattern').map((inside) => `(${inside})`),
        ),
        fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?', ''),
      )
      .map((parts) => parts.join('')),
  ),
}))

test('matching agrees with JavaScript on what both can say', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', 'é', '.', '\n', '🌍'), maxLength: 8 })
  fc.assert(
    fc.property(pattern, text, (pattern, text) => {
      expect(matches(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(text))
    }),
    { numRuns: 2000 },
  )
})

test('any text at all is a pattern or a fault, never a crash', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'ab-^$.*+?(){}[]|\\pdLu,:=<12é\ud800') })
  fc.assert(
    fc.property(noise, noise, (pattern, text) => typeof matches(pattern, text) === 'boolean'),
    {
      numRuns: 2000,
    },
  )
})
