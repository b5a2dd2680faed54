import { describe, expect, test } from 'vitest'
import { defineCatalogue, initialAnswers, initialRow, offeredChoices, settle } from '../../src/form/index.ts'
import { everything, field, formOf, lists, now, pointers, settled, text } from './sample.ts'

const title = { title: 'A title' }
const issuesOf = (input: object) => pointers(settled(everything, { ...title, ...input }).issues)

describe('relevance', () => {
  test('an irrelevant answer is dropped', () => {
    const kept = settled(everything, { ...title, colour: 'blue', other: 'more' })
    const dropped = settled(everything, { ...title, colour: 'red', other: 'more' })
    expect(kept.answers.other).toBe('more')
    expect(dropped.answers).toEqual({ ...title, colour: 'red', total: 0 })
  })

  test('its pointer is told whether it was answered or not, rows included', () => {
    const { irrelevant } = settled(everything, { ...title, zones: [{ region: 'north' }, { households: 11 }] })
    expect([...irrelevant].sort()).toEqual(['/other', '/zones/0/contact'])
  })

  test('what depends on a dropped answer is dropped too, in whatever order the form asks', () => {
    const form = formOf(
      field('c', 'text', { relevant: "${b} = 'x'" }),
      field('b', 'text', { relevant: "${a} = 'x'" }),
      field('a', 'text'),
    )
    expect(settled(form, { a: 'x', b: 'x', c: 'x' }).answers).toEqual({ a: 'x', b: 'x', c: 'x' })
    expect(settled(form, { a: 'y', b: 'x', c: 'x' }).answers).toEqual({ a: 'y' })
  })

  test('an irrelevant repeat is dropped with its rows, and its rules do not hold', () => {
    const form = formOf(
      field('kind', 'text'),
      field('rows', 'repeat', {
        relevant: "${kind} = 'rows'",
        required: true,
        minCount: 2,
        fields: [field('inner', 'text', { required: true })],
      }),
      field('rows_count', 'calculate', { calculation: 'count(${rows})' }),
    )
    expect(settled(form, { kind: 'none', rows: [{}] })).toMatchObject({
      answers: { kind: 'none', rows_count: 0 },
      issues: [],
    })
    expect(pointers(settled(form, { kind: 'rows', rows: [{ inner: 'a' }] }).issues)).toEqual(['/rows'])
    expect(pointers(settled(form, { kind: 'rows' }).issues)).toEqual(['/rows'])
  })

  test('a required answer that is not relevant is not missing', () => {
    const form = formOf(field('a', 'text'), field('b', 'text', { relevant: "${a} = 'x'", required: true }))
    expect(pointers(settled(form, { a: 'x' }).issues)).toEqual(['/b'])
    expect(pointers(settled(form, { a: 'y' }).issues)).toEqual([])
  })
})

describe('calculations', () => {
  test('are done whatever was sent for them', () => {
    const { answers } = settled(everything, {
      ...title,
      total: 1_000_000,
      zones: [
        { region: 'north', households: 30, share: 99 },
        { region: 'south', households: 10 },
      ],
    })
    expect(answers.total).toBe(40)
    expect(answers.zones).toEqual([
      { region: 'north', households: 30, share: 75 },
      { region: 'south', households: 10, share: 25 },
    ])
  })

  test('see rows as settled: an answer dropped from a row does not count', () => {
    const form = formOf(
      field('total', 'calculate', { calculation: 'sum(${amount})' }),
      field('rows', 'repeat', {
        fields: [field('counts', 'text'), field('amount', 'integer', { relevant: "${counts} = 'yes'" })],
      }),
    )
    const rows = [
      { counts: 'yes', amount: 1 },
      { counts: 'no', amount: 2 },
    ]
    expect(settled(form, { rows }).answers.total).toBe(1)
  })

  test('know the row they are in', () => {
    const form = formOf(
      field('rows', 'repeat', {
        fields: [field('a', 'text'), field('number', 'calculate', { calculation: 'position(..)' })],
      }),
    )
    expect(settled(form, { rows: [{ a: 'x' }, { a: 'y' }] }).answers.rows).toEqual([
      { a: 'x', number: 1 },
      { a: 'y', number: 2 },
    ])
  })

  test('leave nothing when there is nothing to calculate from', () => {
    const form = formOf(field('a', 'integer'), field('double', 'calculate', { calculation: '2 * ${a}' }))
    expect(settled(form, {}).answers).toEqual({})
    expect(settled(form, { a: 21 }).answers).toEqual({ a: 21, double: 42 })
  })

  test('know the time they are given', () => {
    const form = formOf(field('when', 'calculate', { calculation: 'string(today())' }))
    expect(settled(form, {}).answers).toEqual({ when: '2018-09-01' })
  })
})

describe('rules', () => {
  test('a missing answer is told in words that fit its type', () => {
    const form = formOf(
      field('a', 'text', { required: true, label: text('Nom') }),
      field('b', 'select_one', { required: true, choices: 'colours' }),
      field('c', 'acknowledge', { required: true, label: text('J’accepte.') }),
      field('d', 'text', { required: true, label: text('Pourquoi ?') }),
    )
    expect(settled(form, {}).issues.map(({ message }) => message.fr)).toEqual([
      'Indiquez «\u00a0Nom\u00a0».',
      'Choisissez une réponse\u00a0: «\u00a0b\u00a0».',
      'Cochez la case «\u00a0J’accepte\u00a0».',
      'Répondez à cette question\u00a0: «\u00a0Pourquoi ?\u00a0».',
    ])
  })

  test('required may depend on another answer', () => {
    const form = formOf(field('a', 'integer'), field('b', 'date', { required: "${a} != ''" }))
    expect(pointers(settled(form, {}).issues)).toEqual([])
    expect(pointers(settled(form, { a: 0 }).issues)).toEqual(['/b'])
  })

  test('a code that the list does not have is refused', () => {
    expect(issuesOf({ colour: 'pink' })).toEqual(['/colour'])
    expect(issuesOf({ colours: ['red', 'pink'] })).toEqual(['/colours'])
  })

  test('an exclusive code goes alone', () => {
    expect(issuesOf({ colours: ['none'] })).toEqual([])
    expect(issuesOf({ colours: ['red', 'none'] })).toEqual(['/colours'])
  })

  test('a row offers the choices of its own region alone', () => {
    const zones = [
      { region: 'north', town: 'n1' },
      { region: 'south', town: 'n1' },
    ]
    expect(issuesOf({ zones })).toEqual(['/zones/1/town'])
    const place = { form: everything, answers: { zones }, row: { repeat: 'zones', index: 1 }, now }
    const town = everything.fields.flatMap(({ fields }) => fields).find(({ name }) => name === 'town')
    expect(town && offeredChoices(town, lists, place).map(({ code }) => code)).toEqual(['s1'])
  })

  test('rows that must differ and do not are refused at the later one, upper case apart', () => {
    expect(issuesOf({ zones: [{ region: 'north' }, { region: 'south' }, { region: 'north' }] })).toEqual([
      '/zones/2/region',
    ])
    expect(
      issuesOf({
        zones: [
          { region: 'north', town: 'n1' },
          { region: 'north', town: 'n2' },
        ],
      }),
    ).toEqual([])
    const form = formOf(field('rows', 'repeat', { unique: ['a'], fields: [field('a', 'text')] }))
    expect(pointers(settled(form, { rows: [{ a: 'Ñ' }, { a: 'ñ' }] }).issues)).toEqual(['/rows/1/a'])
  })

  test('a row in which nothing is answered is to be filled in or removed', () => {
    const form = formOf(field('rows', 'repeat', { fields: [field('a', 'text'), field('b', 'text')] }))
    expect(pointers(settled(form, { rows: [{ a: 'x' }, {}] }).issues)).toEqual(['/rows/1'])
  })

  test('a repeat wants its rows, a list its items', () => {
    const form = formOf(
      field('rows', 'repeat', { minCount: 2, fields: [field('a', 'text')] }),
      field('items', 'list', { minCount: 2 }),
    )
    expect(pointers(settled(form, {}).issues)).toEqual(['/rows'])
    expect(pointers(settled(form, { rows: [{ a: 'x' }], items: ['a'] }).issues)).toEqual(['/rows', '/items'])
    expect(pointers(settled(form, { rows: [{ a: 'x' }, { a: 'y' }], items: ['a', 'b'] }).issues)).toEqual([])
  })

  test('a constraint holds for answers that are there', () => {
    const form = formOf(
      field('a', 'integer'),
      field('b', 'integer', { constraint: '. <= ${a}', constraint_message: text('Too many.') }),
    )
    expect(settled(form, { a: 1, b: 2 }).issues).toEqual([{ pointer: '/b', message: text('Too many.') }])
    expect(settled(form, { a: 1 }).issues).toEqual([])
  })

  test('a warning does not block', () => {
    const form = formOf(field('a', 'integer', { warning: '. > 10', warning_message: text('Sure?') }))
    expect(settled(form, { a: 11 })).toMatchObject({
      issues: [],
      warnings: [{ pointer: '/a', message: text('Sure?') }],
    })
    expect(settled(form, { a: 10 }).warnings).toEqual([])
  })

  test('issues come in the order of the form', () => {
    const form = formOf(
      field('b', 'text', { required: true }),
      field('rows', 'repeat', { fields: [field('z', 'text', { required: true }), field('y', 'text')] }),
      field('a', 'text', { required: true }),
    )
    expect(pointers(settled(form, { rows: [{ y: 'y' }, { y: 'y' }] }).issues)).toEqual([
      '/b',
      '/rows/0/z',
      '/rows/1/z',
      '/a',
    ])
  })
})

describe('what a form starts with', () => {
  const form = formOf(
    field('status', 'select_one', { choices: 'colours', default: "'red'" }),
    field('several', 'select_multiple', { choices: 'colours', default: "'red blue'" }),
    field('count', 'integer', { default: '1 + 1' }),
    field('day', 'date', { default: 'today()' }),
    field('rows', 'repeat', {
      fields: [
        field('row_status', 'select_one', { choices: 'colours', default: '${status}' }),
        field('number', 'integer', { default: 'position(..)' }),
      ],
    }),
  )

  test('the defaults of its fields, of their types', () => {
    expect(initialAnswers(form, { now })).toEqual({
      status: 'red',
      several: ['red', 'blue'],
      count: 2,
      day: '2018-09-01',
    })
  })

  test('a new row starts from the answers already given', () => {
    const repeat = form.fields.find(({ name }) => name === 'rows')
    const answers = { status: 'blue', rows: [{ row_status: 'red' }] }
    expect(repeat && initialRow(form, repeat, answers, { now })).toEqual({ row_status: 'blue', number: 2 })
  })
})

test('answers and lists are left as they were', () => {
  const answers = Object.freeze({ title: 'a', zones: Object.freeze([Object.freeze({ households: 1 })]) })
  expect(() => settle(everything, defineCatalogue([everything], lists).lists, answers, { now })).not.toThrow()
  expect(answers).toEqual({ title: 'a', zones: [{ households: 1 }] })
})
