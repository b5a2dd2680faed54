import { describe, expect, test } from 'vitest'
import { examine, jsonSchema } from '../../src/form/index.ts'
import { isValid } from './json-schema.ts'
import { everything, lists, now } from './sample.ts'

const schema = jsonSchema(everything, lists, 'fr')
const agree = (answers: object): readonly [boolean, boolean] => [
  isValid(schema, answers),
  examine(everything, lists, answers, { now }).issues.length === 0,
]
const zone = { region: 'north', town: 'n1', households: 3 }

describe('the JSON Schema and the form say the same', () => {
  test.each([
    ['the least', {}],
    [
      'texts',
      { story: 'مرحبا\nñ', email: 'a@exemple.org', phone: '77 123 45 67', site: 'https://exemple.org' },
    ],
    ['numbers', { people: 0, budget: 1.5 }],
    ['times', { day: '2018-09-24', month: '2018-10', hour: '14:30' }],
    ['choices', { colour: 'red', colours: ['red', 'green'] }],
    ['a place', { place: { lat: 14.7, lon: -17.4 } }],
    ['lists', { partners: ['a', 'b'] }],
    ['a file', { papers: [{ id: 'a1', name: 'a.pdf', type: 'application/pdf', size: 3 }] }],
    ['rows', { zones: [zone, { region: 'south' }] }],
    ['consent', { agreed: true }],
  ])('that these are right: %s', (_, answers) => {
    expect(agree({ title: 'a', ...answers })).toEqual([true, true])
  })

  test.each([
    ['an unknown key', { nothing: 1 }],
    ['a key every object has', { toString: 1 }],
    ['a wrong type', { title: 1 }],
    ['a missing title', { title: undefined }],
    ['a text too long', { title: 'x'.repeat(41) }],
    ['a control character', { title: 'a\u0000' }],
    ['a mark of direction', { title: 'a\u202e' }],
    ['half a person', { people: 0.5 }],
    ['too few', { people: -1 }],
    ['too large a number', { budget: 1e300 }],
    ['a French date', { day: '24/09/2018' }],
    ['month 13', { month: '2018-13' }],
    ['an hour too late', { hour: '24:00' }],
    ['an unknown code', { colour: 'pink' }],
    ['a code twice', { colours: ['red', 'red'] }],
    ['a place elsewhere', { place: { lat: 48, lon: 2 } }],
    ['half a place', { place: { lat: 14 } }],
    ['too many items', { partners: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['too many rows', { zones: Array.from({ length: 5 }, () => zone) }],
    ['a row without its region', { zones: [{ households: 1 }] }],
    ['an unknown key in a row', { zones: [{ ...zone, nothing: 1 }] }],
    ['consent withheld', { agreed: false }],
  ])('that this is wrong: %s', (_, changes) => {
    const answers = Object.fromEntries(
      Object.entries({ title: 'a', ...changes }).filter(([, value]) => value !== undefined),
    )
    expect(agree(answers)).toEqual([false, false])
  })
})

test('it is plain JSON of draft 2020-12 with titles in the language asked for', () => {
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sample',
    properties: {
      colour: { enum: ['red', 'green', 'blue', 'none'] },
      title: { title: 'title', maxLength: 40 },
    },
    required: ['title'],
    additionalProperties: false,
  })
  expect(jsonSchema(everything, lists, 'en')).toMatchObject({
    properties: {
      colour: { 'x-enum-descriptions': ['Choice red', 'Choice green', 'Choice blue', 'Choice none'] },
    },
  })
})

test('it asks for no calculation and no note', () => {
  expect(Object.keys(schema.properties as object)).not.toContain('total')
  expect(Object.keys(schema.properties as object)).not.toContain('intro')
})
