import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { isDue, monthsBefore, soughtAt, withoutAnswers } from '../../src/privacy/due.ts'
import type { StoredRecord } from '../../src/record/record.ts'
import { unset } from '../../src/record/settings.ts'
import { field, formOf, identity } from '../form/sample.ts'

const at = (day: string) => Date.parse(day)
const now = at('2020-03-31T12:00:00Z')
const sought = (purpose: string, settings = unset, when = now) => {
  const found = soughtAt(catalogue, settings, when).find((one) => one.purpose.id === purpose)
  if (!found) throw new Error(purpose)
  return found
}
const record = (changes: Partial<StoredRecord>): StoredRecord => ({
  id: 'a',
  form: 'presence',
  number: 1,
  reference: 'PR-0001',
  status: 'enregistree',
  revision: 1,
  answers: { prenom_nom: 'Awa Exemple', telephone: '770000000' },
  coordination: { note: '', assignee: '' },
  locale: 'fr',
  createdAt: now,
  updatedAt: now,
  erasedAt: null,
  ...changes,
})

describe('a moment so many months earlier', () => {
  test('is the last day of a month that is too short', () => {
    expect(monthsBefore(at('2020-03-31T12:00:00Z'), 1)).toBe(at('2020-02-29T12:00:00Z'))
    expect(monthsBefore(at('2020-01-15T00:00:00Z'), 13)).toBe(at('2018-12-15T00:00:00Z'))
  })

  test('is never later for more months, nor for an earlier moment', () => {
    const moment = fc.integer({ min: 0, max: at('2100-01-01') })
    fc.assert(
      fc.property(moment, moment, fc.nat(200), fc.nat(200), (one, other, few, more) => {
        expect(monthsBefore(one, few + more)).toBeLessThanOrEqual(monthsBefore(one, few))
        expect(monthsBefore(Math.min(one, other), few)).toBeLessThanOrEqual(
          monthsBefore(Math.max(one, other), few),
        )
      }),
    )
  })
})

describe('a record is due for a purpose', () => {
  test('after its months, to the day, and not before', () => {
    const of = (created: string) => isDue(sought('presence-contact'), record({ createdAt: at(created) }))
    expect(of('2019-03-31T12:00:00Z')).toBe(true)
    expect(of('2019-03-31T12:00:01Z')).toBe(false)
  })

  test('after the months that the coordination set instead', () => {
    const old = record({ createdAt: at('2019-03-01') })
    const settings = { ...unset, retention: { 'presence-contact': 24 } }
    expect(isDue(sought('presence-contact'), old)).toBe(true)
    expect(isDue(sought('presence-contact', settings), old)).toBe(false)
  })

  test('counted from its last change, in the states that are said', () => {
    const member = record({
      form: 'organisation',
      status: 'inactive',
      answers: { contact_nom: 'Awa Exemple' },
    })
    const long = { createdAt: at('2010-01-01'), updatedAt: at('2019-01-01') }
    expect(isDue(sought('annuaire'), { ...member, ...long })).toBe(true)
    expect(isDue(sought('annuaire'), { ...member, ...long, updatedAt: now })).toBe(false)
    expect(isDue(sought('annuaire'), { ...member, ...long, status: 'active' })).toBe(false)
  })

  test('while something of it is left, and not once it is erased', () => {
    const old = record({ createdAt: at('2019-01-01') })
    expect(isDue(sought('presence-contact'), { ...old, answers: { prenom_nom: 'Awa Exemple' } })).toBe(false)
    expect(isDue(sought('presence-contact'), { ...old, erasedAt: now })).toBe(false)
    expect(isDue(sought('presence-contact'), { ...old, form: 'outil' })).toBe(false)
  })

  test('whole, where the purpose ends with the record, and those are first', () => {
    expect(sought('presence').fields).toBeNull()
    const kinds = soughtAt(catalogue, unset, now).map(({ fields }) => fields === null)
    expect(kinds).toEqual(kinds.toSorted((one, other) => Number(other) - Number(one)))
  })
})

test('what goes of the answers goes in rows too, and nothing else does', () => {
  const form = formOf(
    field('title', 'text'),
    field('rows', 'repeat', { fields: [field('who', 'text', { data: identity }), field('what', 'text')] }),
  )
  const answers = { title: 'a', rows: [{ who: 'Awa Exemple', what: 'b' }] }
  expect(withoutAnswers(form, answers, ['who'])).toEqual({ title: 'a', rows: [{ what: 'b' }] })
})
