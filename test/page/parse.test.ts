import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/page/format.ts'
import { parseDate, parseLines, parseNumber, parsePartialDate, parseTime } from '../../src/page/parse.ts'

describe('numbers as people type them', () => {
  test.each([
    ['1 500 000', 1_500_000],
    ['1\u202f500\u00a0000', 1_500_000],
    ['1500,5', 1500.5],
    ['1500.5', 1500.5],
    ['−3', -3],
    ['-17,4', -17.4],
    ['12.', 12],
    [',5', 0.5],
  ])('%j is %d', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })

  test.each(['abc', '1e5', '0x10', 'Infinity', '1,5,0', '--1', '12 km'])(
    '%j stays as it was typed',
    (typed) => {
      expect(parseNumber(typed)).toBe(typed)
    },
  )

  test('a number shown in a control is read back as itself, in both languages', () => {
    const numbers = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((value) => value / 1000)
    fc.assert(
      fc.property(numbers, fc.constantFrom('fr' as const, 'en' as const), (value, locale) => {
        expect(parseNumber(formatNumber(value, locale))).toBeCloseTo(value, 6)
      }),
    )
  })
})

describe('dates and times as people type them', () => {
  test.each([
    ['24/09/2018', '2018-09-24'],
    ['24-9-2018', '2018-09-24'],
    [' 4 . 9 . 2018 ', '2018-09-04'],
    ['2018-09-24', '2018-09-24'],
    ['31/02/2018', '2018-02-31'],
    ['septembre', 'septembre'],
    ['24/09/18', '24/09/18'],
  ])('the date %j becomes %j', (typed, value) => {
    expect(parseDate(typed)).toBe(value)
  })

  test.each([
    ['', '10', '2018', '2018-10'],
    ['4', '9', '2018', '2018-09-04'],
    ['', '', '', ''],
    ['4', '', '2018', '4/2018'],
    ['', '', '2018', '2018'],
  ])('day %j, month %j and year %j become %j', (day, month, year, value) => {
    expect(parsePartialDate(day, month, year)).toBe(value)
  })

  test.each([
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['9H', '09:00'],
    ['14:30', '14:30'],
    ['midi', 'midi'],
  ])('the time %j becomes %j', (typed, value) => {
    expect(parseTime(typed)).toBe(value)
  })
})

test('a list has one item a line, and blank lines are none', () => {
  expect(parseLines('OIM\r\n\r\n  Croix-Rouge \nEnda')).toEqual(['OIM', 'Croix-Rouge', 'Enda'])
})
