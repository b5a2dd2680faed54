import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, fold } from '../../src/calendar/fold.ts'

const octets = (text: string) => new TextEncoder().encode(text).length
const unfold = (folded: string) => folded.replaceAll('\r\n ', '')
/** Lines without breaks, in every kind of character, long enough to be folded more than once. */
const line = fc
  .array(fc.constantFrom('a', ' ', 'é', '’', '\u00a0', 'ŋ', 'م', '🙂', ';', '\\'), { maxLength: 300 })
  .map((characters) => characters.join(''))

describe('a long line', () => {
  test('is the same unfolded, each of its lines within 75 octets of whole characters', () => {
    fc.assert(
      fc.property(line, (text) => {
        const folded = fold(text)
        expect(unfold(folded)).toBe(text)
        for (const one of folded.split('\r\n')) {
          expect(octets(one)).toBeLessThanOrEqual(75)
          expect(one.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('is cut as late as can be', () => {
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75))
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
    expect(fold(`${'x'.repeat(74)}é`)).toBe(`${'x'.repeat(74)}\r\n é`)
    expect(fold('x'.repeat(75 + 74 + 1)).split('\r\n')).toHaveLength(3)
  })
})

describe('a text', () => {
  test('has its backslashes, semicolons, commas and line breaks escaped', () => {
    expect(escapeText('a\\b; c, d\r\ne\rf\ng : « h »')).toBe('a\\\\b\\; c\\, d\\ne\\nf\\ng : « h »')
  })

  test('loses the control characters no value may hold, and only those', () => {
    expect(escapeText('a\u0000b\u0007c\td\u007fe\u0085f')).toBe('abc\tdef')
  })

  test('cannot begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[\r\n]/)
      }),
    )
  })
})
