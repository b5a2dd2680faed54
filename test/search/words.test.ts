import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningsIn, excerpt, holdsAll, marked, matchOf } from '../../src/search/index.ts'

describe('what a query looks for', () => {
  test.each([
    ['Migrants', ['migrant']],
    ["l’école d'été", ['ecole', 'ete']],
    ["qu'on jusqu’à Œuvre", ['on', 'oeuvre']],
    ['les enfants de la rue', ['enfant', 'rue']],
    ['les', ['les']],
    ['réseaux', ['reseau']],
    ['pays pays', ['pay']],
    ['bus', ['bus']],
    ['"a" OR b*', ['or', 'b']],
    ['  …!? ', []],
  ])('%s', (query, expected) => {
    expect(beginningsIn(query)).toEqual(expected)
  })

  test('is never more than eight words', () => {
    expect(beginningsIn('un deux trois quatre cinq six sept huit neuf dix onze').length).toBe(8)
  })

  test('is never syntax, whatever was typed', () => {
    expect(matchOf(['a"b', 'near'])).toBe('"a""b"* AND "near"*')
  })
})

describe('an excerpt', () => {
  const joined = (pieces: ReturnType<typeof excerpt>) => pieces.map(({ text }) => text).join('')

  test('marks the words found, as they are written', () => {
    expect(marked('L’École des migrants', ['ecole', 'migrant'])).toEqual([
      { text: 'L’', found: false },
      { text: 'École', found: true },
      { text: ' des ', found: false },
      { text: 'migrants', found: true },
    ])
  })

  test('is cut around the first word found', () => {
    const text = `${'avant '.repeat(60)}cœur ${'après '.repeat(90)}`
    const found = excerpt(text, ['coeur'])
    expect(found.filter((one) => one.found)).toEqual([{ text: 'cœur', found: true }])
    expect(joined(found)).toMatch(/^… avant .*après …$/)
    expect(joined(found).length).toBeLessThan(300)
  })

  test('says nothing that the text does not, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        const beginnings = beginningsIn(query)
        expect(joined(marked(text, beginnings))).toBe(text)
        const cut = joined(excerpt(text, beginnings)).replace(/^… /, '').replace(/ …$/, '')
        expect(
          text
            .trim()
            .replace(/\s*\n\s*/g, ' · ')
            .replace(/\s+/g, ' '),
        ).toContain(cut)
      }),
    )
  })

  test('finds in a text every word of that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(holdsAll([text], beginningsIn(text))).toBe(true)
      }),
    )
  })
})
