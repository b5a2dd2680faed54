import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/form/answers.ts'
import { readAnswers } from '../../src/form/index.ts'
import { answersFromTyped, typedFromEntries } from '../../src/page/answers-from-form.ts'
import { withRepeatAction } from '../../src/page/repeat-action.ts'
import { typedFromAnswers } from '../../src/page/typed.ts'
import { type Entries, now, visit } from './example.ts'

const names = new Map()
const answersOf = (entries: Entries) => answersFromTyped(visit, typedFromEntries(visit, entries), names)

describe('the answers a submitted form stands for', () => {
  test('rows keep the order of the page whatever numbers a script gave them', () => {
    expect(
      answersOf([
        ['zones.row', '7'],
        ['zones.7.region', 'SN02'],
        ['zones.row', '2'],
        ['zones.2.region', 'SN01'],
        ['zones.2.point.lat', '14,7'],
        ['zones.2.point.lon', '-17,4'],
      ]),
    ).toEqual({ zones: [{ region: 'SN02' }, { region: 'SN01', point: { lat: 14.7, lon: -17.4 } }] })
  })

  test('what cannot be read as its type goes on as the text it is, for the validation to refuse', () => {
    expect(
      answersOf([
        ['personnes', 'abc'],
        ['jour', 'demain'],
        ['debut.month', '10'],
      ]),
    ).toEqual({ personnes: 'abc', jour: 'demain', debut: '10' })
  })

  test('controls of nobody and calculated fields are left aside', () => {
    expect(
      answersOf([
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['double', '9'],
        ['lieu.evil', 'x'],
      ]),
    ).toEqual({})
  })

  test('half a place is passed on as half a place', () => {
    expect(
      answersOf([
        ['zones.row', '0'],
        ['zones.0.point.lat', '14.7'],
      ]),
    ).toEqual({ zones: [{ point: { lat: 14.7 } }] })
  })

  test('answers shown in the controls of a form come back as themselves', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const text = fc.string({ minLength: 1, maxLength: 40 }).map((one) => one.replace(/\s+/g, ' ').trim())
    const answers = fc.record(
      {
        lieu: text.filter((one) => one !== ''),
        personnes: fc.integer({ min: 0, max: 10 ** 9 }),
        cout: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((cents) => cents / 100),
        jour: day,
        debut: fc.oneof(
          day,
          day.map((one) => one.slice(0, 7)),
        ),
        heure: fc.constantFrom('00:00', '09:05', '23:59'),
        genre: fc.constantFrom('a', 'b'),
        langues: fc.uniqueArray(fc.constantFrom('wo', 'ff', 'fr'), { minLength: 1 }),
        accord: fc.constant(true as const),
        zones: fc.array(
          fc.record({ region: fc.constant('SN01'), point: fc.constant({ lat: 14.7, lon: -17.4 }) }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answers, fc.constantFrom('fr' as const, 'en' as const), (before, locale) => {
        const typed = typedFromAnswers(visit, before as Answers, names, locale)
        expect(answersFromTyped(visit, typed, names)).toEqual(before)
      }),
    )
  })

  test('whatever is posted, reading it never throws', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('zones.row', 'zones.0.region', 'zones.0.point.lat', 'jour', 'langues', 'debut.year'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (entries) => {
        expect(readAnswers(visit, answersOf(entries))).toHaveProperty('ok')
      }),
    )
  })
})

describe('rows added and removed without a script', () => {
  const two = typedFromEntries(visit, [
    ['zones.row', '0'],
    ['zones.0.region', 'SN01'],
    ['zones.row', '1'],
    ['zones.1.region', 'SN02'],
    ['lieu', 'Pikine'],
    ['genre', 'a'],
  ])

  test('adding leaves all that was typed, and starts the row with its defaults', () => {
    const added = withRepeatAction(visit, two, 'add:zones', now)
    expect(added?.rows.get('zones')).toBe(3)
    expect(Object.fromEntries(added?.values ?? [])).toEqual({
      ...Object.fromEntries(two.values),
      'zones.2.venue': ['a'],
    })
  })

  test('removing the first row moves the second up', () => {
    const left = withRepeatAction(visit, two, 'remove:zones:0', now)
    expect(left?.rows.get('zones')).toBe(1)
    expect(Object.fromEntries(left?.values ?? [])).toEqual({
      lieu: ['Pikine'],
      genre: ['a'],
      'zones.0.region': ['SN02'],
    })
  })

  test('a row beyond the most is not added, and a row that is not there is not removed', () => {
    const full = withRepeatAction(visit, two, 'add:zones', now)
    expect(full && withRepeatAction(visit, full, 'add:zones', now)?.rows.get('zones')).toBe(3)
    expect(withRepeatAction(visit, two, 'remove:zones:5', now)).toEqual(two)
  })

  test('sending is no such action', () => {
    expect(withRepeatAction(visit, two, 'send', now)).toBeNull()
    expect(withRepeatAction(visit, two, 'add:lieu', now)).toBeNull()
  })
})
