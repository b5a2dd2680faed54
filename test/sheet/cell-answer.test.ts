import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, GeoPoint } from '../../src/form/answers.ts'
import { isBlank } from '../../src/form/characters.ts'
import type { Field } from '../../src/form/definition/index.ts'
import { isErrorCell, readCells } from '../../src/sheet/cell-answer.ts'
import { answerCell, textCell } from '../../src/sheet/cells.ts'
import {
  fieldOf,
  holds,
  lists,
  member,
  place,
  read,
  readPoint,
  refusal,
  region,
  themes,
  toDefine,
  words,
} from './cell-sample.ts'

const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const line = fc
  .string({ unit: 'binary' })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => !isBlank(text))
const codes = (list: 'regions' | 'themes' | 'pays') => lists[list].map(({ code }) => code)
const minutes = fc.nat(1439).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

const editable: readonly (readonly [string, Field, fc.Arbitrary<Answer>])[] = [
  [
    'a text',
    place,
    fc
      .string({ unit: 'binary' })
      .map((text) => text.replaceAll(/\r\n?/g, '\n'))
      .filter((text) => !isBlank(text)),
  ],
  ['a whole number', fieldOf('integer'), fc.maxSafeInteger()],
  ['a number', fieldOf('decimal'), fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['a day', fieldOf('date'), day],
  [
    'a day or month',
    fieldOf('partial_date'),
    fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
    ),
  ],
  ['a time', fieldOf('time'), minutes],
  ['a choice', region, fc.constantFrom(...codes('regions'))],
  // "Ter" before "mer, air" would be read as "Ter, mer" and "air": see the test of labels with commas.
  [
    'choices',
    themes,
    fc.uniqueArray(fc.constantFrom('retour', 'emploi', 'route', 'formation', 'oeuvres', 'autre', 'b'), {
      minLength: 1,
    }),
  ],
  ['a list', fieldOf('list'), fc.array(line, { minLength: 1 })],
  ['a record by name', member(false), fc.constantFrom('ME-0001', 'ME-0002', 'ME-0003', 'ME-0004')],
  ['a record or another name', member(true), fc.oneof(fc.constantFrom('ME-0001', 'ME-0004'), line)],
  ['an acknowledgement', fieldOf('acknowledge'), fc.constant(true)],
]

describe('an answer shown in a cell', () => {
  test.each(editable)('comes back unchanged: %s', (_, field, answers) => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(read(field, answerCell(field, answer, words))).toEqual(holds(answer))
      }),
    )
    expect(read(field, answerCell(field, undefined, words))).toEqual(holds(undefined))
  })

  test('comes back unchanged from the two cells of a point', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
    fc.assert(
      fc.property(fc.record({ lat: degrees(90), lon: degrees(180) }), ({ lat, lon }: GeoPoint) => {
        expect(readPoint(lat, lon)).toEqual(holds({ lat, lon }))
      }),
    )
  })

  test('but was too long for it, is not taken for an edit', () => {
    const cut = textCell('a'.repeat(50_001))
    for (const whole of [cut, cut.slice(10), `${cut} et la fin`]) {
      expect(refusal(read(fieldOf('text'), whole))).toContain('corrigez-le sur le site')
    }
    expect(read(fieldOf('text'), 'a'.repeat(50_000))).toEqual(holds('a'.repeat(50_000)))
  })

  test.each(['file', 'repeat', 'note', 'calculate'] as const)(
    'is never read where it cannot be edited: %s',
    (type) => {
      const field = { ...fieldOf('text'), type }
      for (const whole of ['', 'abc', 12]) expect(read(field, whole).ok).toBe(false)
    },
  )
})

describe('a cell', () => {
  test.each(editable)('of blanks of any kind is empty: %s', (_, field) => {
    for (const whole of ['', ' ', '\u00a0\u202f', '\n\t\u200b']) {
      expect(read(field, whole)).toEqual(holds(undefined))
    }
  })

  test.each(['A définir', 'à definir', ' A\u00a0DÉFINIR ', 'to be defined'])(
    'is empty when it says “%s”',
    (whole) => {
      expect(read(place, whole)).toEqual(holds(undefined))
      expect(read(fieldOf('date', { undefinedLabel: toDefine }), whole)).toEqual(holds(undefined))
      expect(read(fieldOf('text'), whole)).toEqual(holds(whole))
    },
  )

  test('in error is refused whatever its field, and says which error', () => {
    for (const [, field] of editable) {
      expect(refusal(read(field, '#REF!'))).toBe(
        'la cellule affiche une erreur (#REF!), ce n’est pas une valeur',
      )
    }
    expect(refusal(readPoint(14.7, '#N/A'))).toContain('(#N/A)')
  })

  test('that is not what its field is made of is refused', () => {
    expect(readCells(fieldOf('geopoint'), { whole: '14,7 -17,4' }, words).ok).toBe(false)
    expect(readCells(fieldOf('text'), { lat: 'a', lon: 'b' }, words).ok).toBe(false)
  })

  test('never makes reading throw or wait, whatever it holds', () => {
    const long = fc.constantFrom('lun.', '1 ', '; ', 'a', ' .', 'Formation,').map((text) => text.repeat(5000))
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), long)
    fc.assert(
      fc.property(fc.constantFrom(...editable), anything, ([, field], whole) => {
        const reading = read(field, whole)
        if (!reading.ok) expect(reading.message.length).toBeLessThan(600)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an error cell', () => {
  test.each([
    ...['#REF!', '#N/A', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', 'Loading...'],
    ...['#NOM?', '#VALEUR!', '#NOMBRE!', '#NUL!', '#ERREUR!', 'Chargement…'],
  ])('is one that shows %s', (value) => {
    expect(isErrorCell(value)).toBe(true)
  })

  test.each(['', 'N/A', '#1', 'REF', 'Voir #REF! plus haut', 0, false])(
    'is not one that holds “%s”',
    (value) => {
      expect(isErrorCell(value)).toBe(false)
    },
  )
})
