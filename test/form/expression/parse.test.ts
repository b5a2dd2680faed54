import { describe, expect, test } from 'vitest'
import {
  attributes,
  isExpressionError,
  parseExpression,
  references,
} from '../../../src/form/expression/index.ts'

function faultOf(source: string): { position: number; message: string } {
  try {
    parseExpression(source)
  } catch (error) {
    if (isExpressionError(error)) return { position: error.position, message: error.message }
    throw error
  }
  throw new Error(`${source} was accepted`)
}

describe('a fault says where it is', () => {
  test.each([
    ['', 1, 'expected a value, found the end'],
    ['   ', 4, 'expected a value, found the end'],
    ['1 +', 4, 'expected a value, found the end'],
    ['1 2', 3, 'expected an operator or the end, found 2'],
    ['${a} = and', 8, 'expected a value, found and'],
    ['(1 + 2', 7, 'expected ), found the end'],
    ['1 + 2)', 6, 'expected an operator or the end, found )'],
    ['${a} & 1', 6, 'unexpected &'],
    ["'abc", 1, 'this quote is never closed'],
    ['1 = ‘a’', 5, 'unexpected ‘'],
    ['${a', 1, 'a reference is $ and a name in braces'],
    ['${1a}', 1, 'a reference is $ and a name in braces'],
    ['1 == 2', 4, 'expected a value, found ='],
    ['1 ! 2', 3, 'unexpected !'],
    ['..', 1, 'expected a value, found ..'],
    ['${a} + nope(1)', 8, 'there is no function nope()'],
    ['constructor()', 1, 'there is no function constructor()'],
    ['1 + selected(${a})', 5, 'selected() takes 2 argument(s), not 1'],
    ['today(1)', 1, 'today() takes 0 argument(s), not 1'],
    ['min()', 1, 'min() takes at least 1 argument(s), not 0'],
    ['round(1, 2, 3)', 1, 'round() takes 1 to 2 argument(s), not 3'],
    ['concat(1,)', 10, 'expected a value, found )'],
    ['concat(1 2)', 10, 'expected ), found 2'],
    ['position(1)', 10, 'expected .., found 1'],
    ["concat('' '')", 11, "expected ), found ''"],
    ['9'.repeat(400), 1, 'this number is too large'],
  ])('%s', (source, position, reason) => {
    expect(faultOf(source)).toEqual({ position, message: `at character ${position}: ${reason}` })
  })

  test('a bad pattern is a fault at its own character', () => {
    expect(faultOf("regex(., 'ab[c')").position).toBe("regex(., 'ab[".length)
    expect(faultOf('1 or regex(${a}, "(a")').position).toBe('1 or regex(${a}, "('.length)
  })
})

describe('what one source may ask for is bounded', () => {
  test('5,000 characters are read, one more is not', () => {
    expect(() => parseExpression(`'${'a'.repeat(4998)}'`)).not.toThrow()
    expect(faultOf(`'${'a'.repeat(4999)}'`).position).toBe(5001)
  })

  test.each([
    ['parentheses', '(', '1', ')'],
    ['calls', 'not(', '1', ')'],
    ['signs', '-', '1', ''],
  ])('%s nest 100 deep, and no deeper', (_, open, inside, close) => {
    const nested = (depth: number) => open.repeat(depth) + inside + close.repeat(depth)
    expect(() => parseExpression(nested(100))).not.toThrow()
    expect(faultOf(nested(101)).position).toBe(open.length * 101 + 1)
  })

  test('a chain of operators is as long as the source', () => {
    expect(() => parseExpression(`1${'+1'.repeat(2499)}`)).not.toThrow()
  })
})

test('spaces, line breaks and both quotes are as in XPath', () => {
  expect(parseExpression('1+2').tree).toEqual(parseExpression(' 1\n\t+ 2\u00a0').tree)
  expect(parseExpression('"a"').tree).toEqual(parseExpression("'a'").tree)
  expect(parseExpression("concat(')')").tree).toEqual(parseExpression('concat( ")" )').tree)
})

test('a hyphen belongs to the name before it, as in XPath', () => {
  expect(attributes(parseExpression('a-b'))).toEqual(['a-b'])
  expect(attributes(parseExpression('a - b'))).toEqual(['a', 'b'])
})

test('operators are words for a value only where one can stand', () => {
  expect(attributes(parseExpression('order div android'))).toEqual(['order', 'android'])
})

test('names are told apart: answers and attributes, each once, in order', () => {
  const expression = parseExpression(
    "region = ${zone} and -count(${rows}) < 1 or if(${été}, name, ${zone}) = region and 'x' = position(..)",
  )
  expect(references(expression)).toEqual(['zone', 'rows', 'été'])
  expect(attributes(expression)).toEqual(['region', 'name'])
})

test('the source is kept as it was written', () => {
  expect(parseExpression(' ${a}  =1').source).toBe(' ${a}  =1')
})
