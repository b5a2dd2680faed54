import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../src/form/index.ts'
import { contact, everything, field, formOf, pointers } from './sample.ts'

const read = (input: unknown) => readAnswers(everything, input)
const pointersOf = (input: unknown): readonly string[] => {
  const reading = read(input)
  return reading.ok ? [] : pointers(reading.issues)
}
const answersOf = (input: unknown) => {
  const reading = read(input)
  return reading.ok ? reading.answers : reading.issues
}
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('hostile input is refused at its place', () => {
  const refused: readonly (readonly [string, string, readonly string[]])[] = [
    ['answers that are null', 'null', ['']],
    ['answers in an array', '[]', ['']],
    ['answers in a text', '"title"', ['']],
    ['an unknown key', '{"title":"a","nothing":1}', ['/nothing']],
    ['several unknown keys', '{"nothing":1,"other~/one":1}', ['/nothing', '/other~0~1one']],
    ['__proto__', '{"__proto__":{"title":"a"}}', ['/__proto__']],
    ['constructor', '{"constructor":{"prototype":1}}', ['/constructor']],
    ['__proto__ in a row', '{"zones":[{"__proto__":1}]}', ['/zones/0/__proto__']],
    ['toString, which every object has', '{"toString":"a"}', ['/toString']],
    ['a number for a text', '{"title":1}', ['/title']],
    ['an object for a text', '{"title":{"a":1}}', ['/title']],
    ['an array for a text', '{"title":["a"]}', ['/title']],
    ['a text for a number', '{"people":"12"}', ['/people']],
    ['true for a number', '{"people":true}', ['/people']],
    ['half a person', '{"people":1.5}', ['/people']],
    ['less than the minimum', '{"people":-1}', ['/people']],
    ['more than the maximum', '{"people":1000001}', ['/people']],
    ['a number beyond safe integers', '{"budget":1e300}', ['/budget']],
    ['a number beyond all', '{"budget":1e999}', ['/budget']],
    ['a text too long', JSON.stringify({ title: 'x'.repeat(41) }), ['/title']],
    ['a NUL', '{"title":"a\\u0000b"}', ['/title']],
    ['an escape character', '{"story":"a\\u001b[31m"}', ['/story']],
    ['a C1 control', '{"title":"a\\u0085b"}', ['/title']],
    ['DEL', '{"title":"a\\u007fb"}', ['/title']],
    ['half a character', '{"title":"a\\ud800b"}', ['/title']],
    ['a right-to-left override', '{"title":"abc\\u202etxt.exe"}', ['/title']],
    ['an isolate', '{"title":"a\\u2066b"}', ['/title']],
    ['a control character in an item', '{"partners":["ok","a\\u0007"]}', ['/partners/1']],
    ['29 February of a common year', '{"day":"2018-02-29"}', ['/day']],
    ['31 April', '{"day":"2018-04-31"}', ['/day']],
    ['a day before sheets can count', '{"day":"1066-10-14"}', ['/day']],
    ['a date written as in France', '{"day":"24/09/2018"}', ['/day']],
    ['month 13', '{"month":"2018-13"}', ['/month']],
    ['a year alone', '{"month":"2018"}', ['/month']],
    ['24:00', '{"hour":"24:00"}', ['/hour']],
    ['9:30', '{"hour":"9:30"}', ['/hour']],
    ['a place outside the bounds', '{"place":{"lat":48.8,"lon":2.3}}', ['/place']],
    ['half a place', '{"place":{"lat":14}}', ['/place']],
    ['a place of texts', '{"place":{"lat":"14","lon":"-17"}}', ['/place']],
    ['a place with more', '{"place":{"lat":14,"lon":-17,"alt":3}}', ['/place']],
    ['a code with a space', '{"colour":"red green"}', ['/colour']],
    ['one code for several', '{"colours":"red"}', ['/colours']],
    ['a code twice', '{"colours":["red","red"]}', ['/colours/1']],
    ['too many codes', '{"colours":["red","green","blue","none"]}', ['/colours']],
    ['too many items', JSON.stringify({ partners: ['a', 'b', 'c', 'd', 'e', 'f'] }), ['/partners']],
    ['an item too long', JSON.stringify({ partners: ['x'.repeat(31)] }), ['/partners/0']],
    ['a consent that is not given', '{"agreed":false}', ['/agreed']],
    ['a consent in words', '{"agreed":"true"}', ['/agreed']],
    ['a row that is a text', '{"zones":["north"]}', ['/zones/0']],
    ['rows in an object', '{"zones":{"0":{}}}', ['/zones']],
    ['an unknown key in a row', '{"zones":[{},{"nothing":1}]}', ['/zones/1/nothing']],
    ['a wrong type in a row', '{"zones":[{},{"households":"3"}]}', ['/zones/1/households']],
    ['too many rows', '{"zones":[{},{},{},{},{}]}', ['/zones']],
    [
      'a file without its size',
      '{"papers":[{"id":"a","name":"a.pdf","type":"application/pdf"}]}',
      ['/papers/0'],
    ],
    ['deep nesting', `{"title":${nested(5000)}}`, ['/title']],
    ['deep nesting in rows', `{"zones":[${nested(5000)}]}`, ['/zones/0']],
  ]
  test.each(refused)('%s', (_, json, expected) => {
    expect(pointersOf(JSON.parse(json))).toEqual(expected)
  })

  test('a huge array costs one issue', () => {
    expect(pointersOf({ zones: Array.from({ length: 100_000 }, () => ({ nothing: 1 })) })).toEqual(['/zones'])
    expect(pointersOf({ partners: Array.from({ length: 100_000 }, () => 1) })).toEqual(['/partners'])
  })

  test('no more than a hundred issues are told', () => {
    const input = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, 1]))
    expect(pointersOf(input)).toHaveLength(100)
  })

  test('a very long key is told at what holds it', () => {
    expect(pointersOf({ zones: [{ ['k'.repeat(10_000)]: 1 }] })).toEqual(['/zones/0'])
  })

  test('nothing it holds reaches the prototype of objects', () => {
    read(JSON.parse('{"__proto__":{"polluted":1},"zones":[{"__proto__":{"polluted":1}}]}'))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('what people write passes unchanged', () => {
  test.each([
    'Ŋaari Njaay',
    'Muñoz Señor',
    'Noël Ndèye Bë',
    'مرحبا بكم',
    'e\u0301 in two characters',
    'नमस्ते',
    '👩🏿‍🌾 avec émoji',
    "=SUM(1) et 'citation'",
    '<b>pas du HTML</b>',
  ])('%s', (title) => {
    expect(answersOf({ title })).toEqual({ title })
  })

  test('a phone number stays as it was typed', () => {
    expect(answersOf({ phone: '+221 77 123 45 67' })).toEqual({ phone: '+221 77 123 45 67' })
  })

  test('lines and tabs stay in a text of several lines, and become a space in a text of one', () => {
    expect(answersOf({ story: 'one\r\n\ttwo', title: 'one\r\n\ttwo' })).toEqual({
      story: 'one\n\ttwo',
      title: 'one two',
    })
  })
})

describe('addresses are checked by their kind', () => {
  const good: readonly (readonly [string, string])[] = [
    ['phone', '77 123 45 67'],
    ['phone', '33 821 00 00'],
    ['phone', '+221771234567'],
    ['phone', '00221 78 123 45 67'],
    ['phone', '+33 6 12 34 56 78'],
    ['email', 'prenom.nom+gt@exemple.org'],
    ['email', 'prénom@exämple.sn'],
    ['site', 'https://exemple.org/page?a=1#b'],
    ['site', 'http://exemple.sn'],
  ]
  test.each(good)('%s takes %s', (name, value) => {
    expect(answersOf({ [name]: value })).toEqual({ [name]: value })
  })

  const bad: readonly (readonly [string, string])[] = [
    ['phone', '12 345 67 89'],
    ['phone', '+221 77 123 45'],
    ['phone', 'mon numéro'],
    ['email', 'nom@exemple'],
    ['email', 'nom exemple.org'],
    ['email', 'a@b.org, c@d.org'],
    ['email', 'a..b@exemple.org'],
    ['site', 'www.exemple.org'],
    ['site', 'javascript:alert(1)'],
    ['site', 'ftp://exemple.org'],
    ['site', 'https://nom:secret@exemple.org'],
  ]
  test.each(bad)('%s refuses %s', (name, value) => {
    expect(pointersOf({ [name]: value })).toEqual([`/${name}`])
  })
})

describe('what is empty is left out', () => {
  test.each([
    ['null', { title: null }],
    ['an empty text', { title: '' }],
    ['spaces', { title: ' \u00a0\n' }],
    ['characters that show nothing', { title: '\u200b\ufeff' }],
    ['an empty array', { colours: [], partners: [], zones: [] }],
    ['a list of blanks', { partners: ['', '  '] }],
    ['an empty code', { colour: '' }],
  ])('%s', (_, input) => {
    expect(answersOf(input)).toEqual({})
  })

  test('the words for "not defined yet", whatever their accents and language', () => {
    for (const month of ['À définir', 'A definir ', 'to be  defined'])
      expect(answersOf({ month })).toEqual({})
  })

  test('a text is trimmed, and blank items of a list go', () => {
    expect(answersOf({ title: '  a  ', partners: ['a ', '', 'b'] })).toEqual({
      title: 'a',
      partners: ['a', 'b'],
    })
  })

  test('an empty row keeps its place', () => {
    expect(answersOf({ zones: [{}, { region: 'north' }] })).toEqual({ zones: [{}, { region: 'north' }] })
  })
})

test('what is sent for notes and calculations is ignored, whatever it is', () => {
  expect(answersOf({ intro: 1, total: { a: 1 }, zones: [{ region: 'north', share: 'x' }] })).toEqual({
    zones: [{ region: 'north' }],
  })
})

test('a place is rounded to the decimals of its bounds', () => {
  expect(answersOf({ place: { lat: 14.123456, lon: -17.0004 } })).toEqual({
    place: { lat: 14.123, lon: -17 },
  })
})

test('minus zero is zero', () => {
  expect(answersOf({ budget: -0 })).toStrictEqual({ budget: 0 })
})

test('the answers that can be read are given beside the issues, rows in their places', () => {
  const reading = read({
    title: 'a',
    people: 'x',
    zones: [{ households: 'x', region: 'north' }, 3],
    nothing: 1,
  })
  expect(reading).toMatchObject({ ok: false, rest: { title: 'a', zones: [{ region: 'north' }, {}] } })
})

describe('a message says what to do', () => {
  const messageOf = (input: unknown) => {
    const reading = read(input)
    return reading.ok ? null : reading.issues[0]?.message
  }
  test('how long a text may be and how long it is', () => {
    const form = formOf(field('a', 'text', { multiline: true, maxLength: 1200 }))
    const reading = readAnswers(form, { a: 'x'.repeat(1305) })
    expect(reading.ok ? null : reading.issues[0]?.message).toEqual({
      fr: '1\u202f200 caractères au plus\u202f; il y en a 1\u202f305. Raccourcissez le texte.',
      en: 'At most 1,200 characters; there are 1,305. Shorten the text.',
    })
  })

  test('the bounds of a number', () => {
    expect(messageOf({ people: -1 })?.fr).toBe('Écrivez un nombre entre 0 et 1\u202f000\u202f000.')
    expect(messageOf({ people: 'x' })?.en).toBe('Write a whole number, in figures only.')
  })

  test('that a day does not exist, where the month and the year do', () => {
    expect(messageOf({ month: '2019-02-31' })?.fr).toMatch(/^Ce jour n’existe pas/)
    expect(messageOf({ month: '2019-13-01' })?.fr).toMatch(/^Écrivez un mois et une année/)
    expect(messageOf({ month: '1850-02-01' })?.fr).toMatch(/^Écrivez un mois et une année/)
  })

  test('which item of a list is wrong, without what cannot be seen in it', () => {
    const form = formOf(field('a', 'list', { format: 'email', data: contact }))
    const reading = readAnswers(form, { a: ['nom@exemple.org', 'nom@'] })
    expect(reading.ok ? null : reading.issues[0]).toMatchObject({
      pointer: '/a/1',
      message: { fr: expect.stringMatching(/^«\u00a0nom@\u00a0»\u00a0: Écrivez une adresse/) },
    })
    expect(messageOf({ partners: ['x'.repeat(50)] })?.en).toMatch(/^“x{40}…”: At most 30/)
    expect(messageOf({ partners: ['a\u202eb'] })?.en).toMatch(/^“ab”: /)
  })
})
