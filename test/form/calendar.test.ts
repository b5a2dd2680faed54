import { describe, expect, test } from 'vitest'
import { checkedCatalogue, checkedForm, field, formInput } from './sample.ts'

describe('a calendar that does not hold together is refused', () => {
  const calendar = { date: 'day', start: 'from', end: 'from', place: 'title' }
  const states = { confirmed: ['sent'], postponed: [], cancelled: [] }
  const fields = [
    field('title', 'text'),
    field('day', 'date'),
    field('from', 'time'),
    field('rows', 'repeat', { fields: [field('inner', 'text')] }),
  ]
  test.each([
    ['a field that is not there', { place: 'nothing' }, /calendar.place names no field: "nothing"/],
    ['a field of a row', { venue: 'inner' }, /calendar.venue names "inner", which is a field of a repeat/],
    ['a date that is a text', { date: 'title' }, /calendar.date must be a date or a partial_date/],
    ['an hour that is a date', { start: 'day' }, /calendar.start must be a time/],
    ['a repeat told in a line', { details: ['rows'] }, /calendar.details names "rows", which is a repeat/],
    ['an unknown state', { states: { ...states, cancelled: ['gone'] } }, /states names no state: "gone"/],
    [
      'minutes of meetings in an unknown state',
      { minutes: { form: 'minutes', field: 'meeting', states: ['gone'], days: 2 } },
      /minutes names no state: "gone"/,
    ],
    [
      'a meeting held and never confirmed',
      { states: { ...states, held: ['closed'] } },
      /states.held names "closed", which is not among those confirmed/,
    ],
    [
      'a state of two meanings',
      { states: { ...states, cancelled: ['sent'] } },
      /the state "sent" two meanings/,
    ],
  ])('%s', (_, changes, reason) => {
    const input = formInput(fields, { calendar: { ...calendar, ...changes } })
    expect(() => checkedForm(input)).toThrow(reason)
  })

  test('one that does is completed', () => {
    expect(checkedForm(formInput(fields, { calendar })).calendar).toEqual({
      ...calendar,
      venue: null,
      details: [],
      states: null,
      minutes: null,
    })
  })

  test('minutes in a form that does not refer to the meetings', () => {
    const minutes = { form: 'nothing', field: 'meeting', states: ['sent'], days: 2 }
    const form = checkedForm(formInput(fields, { calendar: { ...calendar, minutes } }))
    expect(() => checkedCatalogue([form], {})).toThrow(/refers to it: "nothing.meeting"/)
  })
})
