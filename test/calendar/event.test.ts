import { describe, expect, test } from 'vitest'
import { type EventView, eventOf } from '../../src/calendar/index.ts'
import { spanOf } from '../../src/calendar/span.ts'
import type { Answers } from '../../src/form/answers.ts'
import { defineForm } from '../../src/form/index.ts'
import type { StoredRecord } from '../../src/record/index.ts'
import { field, formInput, lists, now } from '../form/sample.ts'

const form = defineForm(
  formInput(
    [
      field('title', 'text'),
      field('day', 'partial_date'),
      field('from', 'time'),
      field('to', 'time'),
      field('town', 'text', { undefinedLabel: { fr: 'À définir', en: 'To be defined' } }),
      field('room', 'text'),
      field('guests', 'list'),
    ],
    {
      calendar: {
        date: 'day',
        start: 'from',
        end: 'to',
        place: 'town',
        venue: 'room',
        details: ['guests'],
        states: { confirmed: ['sent'], postponed: [], cancelled: ['closed'] },
      },
    },
  ),
)

const record = (answers: Answers, changes: Partial<StoredRecord> = {}): StoredRecord => ({
  id: '6f0f8b7e-0000-4000-8000-000000000001',
  form: form.id,
  number: 1,
  reference: 'SA-0001',
  status: 'draft',
  revision: 3,
  answers,
  coordination: { note: '', assignee: '' },
  locale: 'fr',
  createdAt: now,
  updatedAt: now,
  erasedAt: null,
  ...changes,
})

function event(answers: Answers, changes: Partial<StoredRecord> = {}, view: Partial<EventView> = {}) {
  const { calendar } = form
  if (calendar === null) throw new Error('the form has a calendar')
  const page = new URL('https://recueil.example/plan')
  const whole: EventView = { form, calendar, lists, namesOf: () => new Map(), locale: 'fr', page, ...view }
  return eventOf(whole, record({ title: 'Atelier', ...answers }, changes))
}

describe('the span of a meeting', () => {
  test.each([
    ['a day', ['2018-09-24'], { kind: 'days', start: '2018-09-24', end: '2018-09-25' }],
    ['the last day of a year', ['2018-12-31'], { kind: 'days', start: '2018-12-31', end: '2019-01-01' }],
    ['a month', ['2018-10'], { kind: 'days', start: '2018-10-01', end: '2018-11-01' }],
    ['December', ['2018-12'], { kind: 'days', start: '2018-12-01', end: '2019-01-01' }],
    [
      'a month, whatever the hour',
      ['2018-10', '14:30'],
      { kind: 'days', start: '2018-10-01', end: '2018-11-01' },
    ],
    [
      'a day with its hours',
      ['2018-09-24', '14:30', '16:30'],
      { kind: 'hours', start: '2018-09-24T14:30', end: '2018-09-24T16:30' },
    ],
    [
      'an hour without an end',
      ['2018-09-24', '14:30'],
      { kind: 'hours', start: '2018-09-24T14:30', end: null },
    ],
    [
      'an end that is no later than its start',
      ['2018-09-24', '14:30', '14:30'],
      { kind: 'hours', start: '2018-09-24T14:30', end: null },
    ],
    ['no date', [undefined, '14:30'], null],
    ['what is no date', ['2018-02-30'], null],
  ])('%s', (_, [date, start, end], span) => {
    expect(spanOf(date, start, end)).toEqual(span)
  })
})

describe('an event', () => {
  test('is known by its reference and its host, never by an id that opens the record', () => {
    const made = event({ day: '2018-09-24' })
    expect(made).toMatchObject({ uid: 'SA-0001@recueil.example', sequence: 2, changedAt: now })
    expect(JSON.stringify(made)).not.toContain('6f0f8b7e')
  })

  test('says in its title that its day is still to be settled, and keeps nobody busy', () => {
    expect(event({ day: '2018-10' })).toMatchObject({ summary: 'Date à préciser\u00a0: Atelier', free: true })
    expect(event({ day: '2018-10' }, {}, { locale: 'en' })?.summary).toBe('Date to be settled: Atelier')
    expect(event({ day: '2018-10-02' })).toMatchObject({ summary: 'Atelier', free: false })
  })

  test('is in the state its form says, and a cancelled one says so in its title', () => {
    expect(event({ day: '2018-10-02' })?.status).toBe('TENTATIVE')
    expect(event({ day: '2018-10-02' }, { status: 'sent' })?.status).toBe('CONFIRMED')
    expect(event({ day: '2018-10' }, { status: 'closed' })).toMatchObject({
      status: 'CANCELLED',
      summary: 'closed\u00a0: Atelier',
      free: true,
    })
  })

  test('a postponed one is not sure and keeps nobody busy', () => {
    const { calendar } = form
    if (calendar === null) throw new Error('the form has a calendar')
    const postponing = {
      ...calendar,
      states: { confirmed: [], held: [], postponed: ['sent'], cancelled: [] },
    }
    expect(event({ day: '2018-10-02' }, { status: 'sent' }, { calendar: postponing })).toMatchObject({
      status: 'TENTATIVE',
      summary: 'sent\u00a0: Atelier',
      free: true,
    })
    const silent = { ...calendar, states: null }
    expect(event({ day: '2018-10-02' }, { status: 'sent' }, { calendar: silent })?.status).toBeNull()
  })

  test('takes place in its venue and town, or where that is to be defined', () => {
    expect(event({ day: '2018-10', room: 'Salle A', town: 'Dakar' })?.location).toBe('Salle A, Dakar')
    expect(event({ day: '2018-10', room: 'Salle A' })?.location).toBe('Salle A')
    expect(event({ day: '2018-10' })?.location).toBe('À définir')
  })

  test('tells the fields its form lists, its state, and where to read more', () => {
    expect(event({ day: '2018-10', guests: ['OIM', 'Enda'] })?.description).toBe(
      'guests\u00a0: OIM\u00a0; Enda\nStatut\u00a0: draft\nhttps://recueil.example/plan#SA-0001',
    )
  })

  test('is none without a date', () => {
    expect(event({})).toBeNull()
  })
})
