import { describe, expect, test } from 'vitest'
import type { FormInput, PlanInput } from '../../src/form/definition/index.ts'
import { checkedCatalogue, checkedForm, field, formInput, lists, text } from './sample.ts'

const list = Object.keys(lists)[0] ?? ''
const code = lists[list]?.[0]?.code ?? ''
const fields = [
  field('title', 'text'),
  field('series', 'select_one', { choices: list }),
  field('order', 'integer'),
  field('rows', 'repeat', {
    fields: [field('inner', 'text'), field('state', 'select_one', { choices: list }), field('proof', 'text')],
  }),
  field('day', 'partial_date'),
  field('start', 'time'),
  field('end', 'time'),
]
const criteria = {
  field: 'rows',
  text: 'inner',
  assessment: 'state',
  evidence: 'proof',
  met: [code],
  partly: [],
  unmet: [],
}
const rhythm = { series: [code], months: 12, least: 1, most: 2, placeDays: 30 }
const plan: PlanInput = { series: 'series', titles: {}, order: 'order', columns: [], criteria, rhythm }
const calendar = { date: 'day', start: 'start', end: 'end', place: 'title' }
const define = (changes: Partial<FormInput>) => checkedForm(formInput(fields, { plan, calendar, ...changes }))

describe('a plan', () => {
  test('that says no more than its table is completed', () => {
    const { criteria: _, rhythm: __, ...bare } = plan
    expect(define({ plan: bare }).plan).toEqual({ ...bare, held: [], criteria: null, rhythm: null })
  })

  test.each<[string, Partial<PlanInput>, RegExp]>([
    [
      'a column of no field',
      { columns: [{ question: text('?'), columns: [{ label: text('?'), fields: ['no'] }] }] },
      /names no field: "no"/,
    ],
    ['a state that is none', { held: ['no'] }, /plan.held names no state: "no"/],
    ['criteria that are no repeat', { criteria: { ...criteria, field: 'title' } }, /which is no repeat/],
    [
      'an assessment that is no choice',
      { criteria: { ...criteria, assessment: 'inner' } },
      /assessment must be a select_one/,
    ],
    ['an assessment of two meanings', { criteria: { ...criteria, unmet: [code] } }, /two meanings/],
    ['a rhythm that nothing can keep', { rhythm: { ...rhythm, most: 0 } }, /allows nothing/],
    ['a rhythm that is not whole', { rhythm: { ...rhythm, least: 0.5 } }, /whole numbers/],
  ])('is refused with %s', (_, changes, reason) => {
    expect(() => define({ plan: { ...plan, ...changes } })).toThrow(reason)
  })

  test('is refused with a rhythm and no calendar', () => {
    expect(() => define({ calendar: null })).toThrow(/needs a calendar/)
  })

  test.each<[string, Partial<PlanInput>]>([
    ['rhythm', { rhythm: { ...rhythm, series: ['no'] } }],
    ['criteria', { criteria: { ...criteria, met: ['no'] } }],
  ])('is refused when its %s names a code that is not offered', (key, changes) => {
    const form = define({ plan: { ...plan, ...changes } })
    expect(() => checkedCatalogue([form], lists)).toThrow(new RegExp(`plan.${key} names "no"`))
  })
})
