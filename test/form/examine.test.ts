import { describe, expect, test } from 'vitest'
import { examine } from '../../src/form/index.ts'
import { everything, field, formOf, lists, now, pointers } from './sample.ts'

const examined = (input: unknown) => examine(everything, lists, input, { now })

describe('all there is to correct is told at once', () => {
  test('what cannot be read and what breaks a rule, in the order of the form', () => {
    const { issues } = examined({
      nothing: 1,
      people: 'many',
      colour: 'pink',
      zones: [{ households: 'x' }, 'no row', { region: 'north', town: 's1' }],
      agreed: false,
    })
    expect(pointers(issues)).toEqual([
      '/nothing',
      '/title',
      '/people',
      '/colour',
      '/zones/0/region',
      '/zones/0/households',
      '/zones/1',
      '/zones/1/region',
      '/zones/2/town',
      '/agreed',
    ])
  })

  test('an answer that cannot be read is not told missing as well', () => {
    const { issues } = examined({ title: 3 })
    expect(issues).toHaveLength(1)
    expect(issues[0]?.message.en).toBe('Write a text.')
  })

  test('right answers have no issue and are settled', () => {
    expect(examined({ title: ' a ', colour: 'red', other: 'x' })).toMatchObject({
      read: { title: 'a', colour: 'red', other: 'x' },
      answers: { title: 'a', colour: 'red', total: 0 },
      issues: [],
    })
  })
})

test('an answer that cannot be read does not block when its question is not asked', () => {
  const form = formOf(
    field('kind', 'text'),
    field('site', 'text', { format: 'url', relevant: "${kind} = 'site'" }),
    field('rows', 'repeat', { relevant: "${kind} = 'rows'", fields: [field('a', 'integer')] }),
  )
  const input = { kind: 'other', site: 'not an address', rows: [{ a: 'x' }] }
  expect(examine(form, lists, input, { now })).toMatchObject({ answers: { kind: 'other' }, issues: [] })
  expect(pointers(examine(form, lists, { ...input, kind: 'site' }, { now }).issues)).toEqual(['/site'])
  expect(pointers(examine(form, lists, { ...input, kind: 'rows' }, { now }).issues)).toEqual(['/rows/0/a'])
})

test('answers that are not an object are one issue beside those required', () => {
  expect(pointers(examined(null).issues)).toContain('')
})
