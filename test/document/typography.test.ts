import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printed, withoutNarrow } from '../../src/document/index.ts'
import cases from './typography-cases.json'

describe('French typography', () => {
  test.each(cases)('$entree', ({ entree, html, sans_fine }) => {
    expect(printed(entree)).toBe(html)
    expect(withoutNarrow(printed(entree))).toBe(sans_fine)
  })

  test('done twice changes nothing', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'Été',
        ' ',
        ' ',
        '\u00a0',
        '\u202f',
        '«',
        '»',
        '?',
        '!',
        ';',
        ':',
        '...',
        "l'",
        '14h30',
        '1 500 000',
      ],
      ...['n°', 'M.', '42 %', 'https://exemple.sn/?a=1:2', 'a@b.sn', '(', ')', '–', '\n'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = printed(pieces.join(''))
        expect(printed(once)).toBe(once)
      }),
      { seed: 2018, numRuns: 500 },
    )
  })

  test('no address is touched, whatever stands around it', () => {
    for (const address of ['https://exemple.sn/?a=1:2;b!c', 'www.exemple.sn/a:b', "l'adresse@exemple.sn"])
      expect(printed(`voir ${address} : oui !`)).toContain(address)
  })
})
