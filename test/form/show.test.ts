import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/form/answers.ts'
import {
  defineForm,
  describeForm,
  displayAnswer,
  findField,
  visibleAnswers,
  withoutPersonal,
} from '../../src/form/index.ts'
import type { Locale } from '../../src/form/text.ts'
import { everything, lists, settled } from './sample.ts'

describe('an answer as people read it', () => {
  const shown = (name: string, answer: Answer | undefined, locale: Locale) => {
    const field = findField(everything, name)
    if (!field) throw new Error(name)
    return displayAnswer(field, lists, answer, locale, new Map([['SA-0001', 'The first']]))
  }
  const cases: readonly (readonly [string, Answer | undefined, string, string])[] = [
    ['day', '2018-09-24', '24/09/2018', '24/09/2018'],
    ['month', '2018-10', 'octobre 2018', 'October 2018'],
    ['month', '2018-09-24', '24/09/2018', '24/09/2018'],
    ['month', undefined, 'À définir', 'To be defined'],
    ['hour', '14:30', '14\u00a0h\u00a030', '14:30'],
    ['hour', '09:00', '9\u00a0h', '09:00'],
    ['people', 1_500_000, '1\u202f500\u202f000', '1,500,000'],
    ['budget', 1234.5, '1\u202f234,5', '1,234.5'],
    ['colour', 'red', 'Choix red', 'Choice red'],
    ['colour', 'gone', 'gone', 'gone'],
    ['colours', ['red', 'blue'], 'Choix red, Choix blue', 'Choice red, Choice blue'],
    [
      'place',
      { lat: 14.693, lon: -17.447 },
      '14,693°\u00a0N\u00a0; 17,447°\u00a0O',
      '14.693°\u00a0N, 17.447°\u00a0W',
    ],
    ['partner', 'SA-0001', 'The first', 'The first'],
    ['partner', 'Another', 'Another', 'Another'],
    ['partners', ['a', 'b'], 'a\u00a0; b', 'a; b'],
    ['agreed', true, 'Oui', 'Yes'],
    ['zones', [{}, {}], '2 lignes', '2 rows'],
    ['title', undefined, '', ''],
  ]
  test.each(cases)('%s %j', (name, answer, fr, en) => {
    expect(shown(name, answer, 'fr')).toBe(fr)
    expect(shown(name, answer, 'en')).toBe(en)
  })
})

describe('who sees what', () => {
  const { answers } = settled(everything, {
    title: 'a',
    phone: '77 123 45 67',
    budget: 3,
    zones: [{ region: 'north', households: 20, contact: 'someone' }],
  })

  test('everyone sees what is public, members more, coordinators all', () => {
    expect(visibleAnswers(everything, answers, 'public')).toEqual({
      title: 'a',
      zones: [{ region: 'north', households: 20, share: 100 }],
      total: 20,
    })
    expect(Object.keys(visibleAnswers(everything, answers, 'members'))).toEqual([
      'title',
      'phone',
      'zones',
      'total',
    ])
    expect(visibleAnswers(everything, answers, 'coordination')).toEqual(answers)
  })

  test('personal data is left out, rows included', () => {
    expect(withoutPersonal(everything, answers)).toEqual({
      title: 'a',
      budget: 3,
      zones: [{ region: 'north', households: 20, share: 100 }],
      total: 20,
    })
  })
})

describe('a described form', () => {
  const described = describeForm(everything, lists)

  test('is plain JSON with expressions as they were written', () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described)
    expect(described.fields.find(({ name }) => name === 'other')?.relevant).toBe("${colour} = 'blue'")
  })

  test('makes the same form again', () => {
    expect(defineForm(described)).toEqual(everything)
  })

  test('brings the lists it draws on, and no other', () => {
    expect(Object.keys(described.lists).sort()).toEqual(['colours', 'regions', 'towns'])
    expect(Object.keys(describeForm(everything, { ...lists, other: [] }).lists)).not.toContain('other')
  })
})
