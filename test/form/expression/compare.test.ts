import { describe, expect, test } from 'vitest'
import { evaluated } from './evaluated.ts'

const answers = {
  zero: 0,
  five: 5,
  agreed: true,
  code: '01',
  start: '2018-10-01',
  month: '2018-10',
  late: '2018-10-05',
  opening: '09:30',
  one: ['a'],
  several: ['a', 'b'],
  none: [],
  counts: [3, '', 7],
  rows: [['a', 'b'], ['c'], []],
}

function cases(table: readonly (readonly [string, boolean])[]): void {
  test.each(table)('%s is %s', (source, expected) => {
    expect(evaluated(source, { answers })).toBe(expected)
  })
}

describe('an empty answer', () => {
  cases([
    ["${missing} = ''", true],
    ["${none} = ''", true],
    ["${none} != ''", false],
    ["${one} = ''", false],
    ["${zero} = ''", false],
    ["'' != 0", true],
    ['${missing} = 0', false],
    ['${missing} < 1', false],
    ['${missing} >= 0', false],
    ['${missing} + 1 > 0', false],
    ['${none} < 1', false],
  ])
})

describe('equality', () => {
  cases([
    ["'a' = 'a'", true],
    ["'a' = 'A'", false],
    ["${code} = '1'", false],
    ['${code} = 1', true],
    ["${five} = '5.0'", true],
    ["${agreed} = 'yes'", true],
    ["${agreed} = ''", false],
    ['false() = 0', true],
    ["number('x') = number('x')", false],
    ["number('x') != number('x')", true],
    ["${start} = '2018-10-01'", true],
    ['${month} = ${start}', false],
  ])
})

describe('order is by number', () => {
  cases([
    ["'10' > '9'", true],
    ["'b' > 'a'", false],
    ['1 < 2', true],
    ['2 <= 2', true],
    ['${five} >= 5', true],
    ['1 div 0 <= 1 div 0', true],
    ['true() > false()', true],
  ])
})

describe('order of dates goes as far as both are known', () => {
  cases([
    ['${start} < ${late}', true],
    ['${late} <= ${start}', false],
    ['${month} <= ${late}', true],
    ['${month} >= ${late}', true],
    ['${month} < ${late}', false],
    ["${month} > '2018-09-30'", true],
    ['${start} > today()', true],
    ['today() <= now()', true],
    ['today() >= now()', true],
    ["'2018-10-01T09:00Z' < '2018-10-01T09:00:30.5Z'", false],
    ["'2018-10-01T09:00:00Z' < '2018-10-01T09:00:30Z'", true],
    ['${start} = 17805', true],
    ['${start} < 17806', true],
    ['${start} < ${opening}', false],
  ])
})

describe('order of times of day', () => {
  cases([
    ["${opening} < '10:00'", true],
    ["${opening} > '10:00'", false],
    ["${opening} >= '09:30:15'", true],
  ])
})

describe('a set compares true when one of its items does', () => {
  cases([
    ["${several} = 'b'", true],
    ["${several} = 'c'", false],
    ["${several} != 'a'", true],
    ["${one} != 'a'", false],
    ['${counts} > 5', true],
    ['${counts} > 7', false],
    ["${counts} = ''", true],
    ['${one} = ${several}', true],
    ["${rows} = 'c'", true],
    ['${several} = true()', true],
    ['${none} = false()', true],
  ])
})
