import { describe, expect, test } from 'vitest'
import type { ReminderInput } from '../../src/form/definition/index.ts'
import { fillTemplate } from '../../src/form/template.ts'
import { checkedForm, field, formInput, identity, text } from './sample.ts'

const fields = [
  field('title', 'text'),
  field('day', 'date'),
  field('leader', 'text', { data: identity }),
  field('budget', 'integer', { visibility: 'coordination' }),
  field('partner', 'reference', { reference: { form: 'sample', label: 'title', free: true } }),
  field('tasks', 'repeat', { fields: [field('task', 'text'), field('deadline', 'date')] }),
  field('others', 'repeat', { fields: [field('other', 'text')] }),
]
const reminder: ReminderInput = {
  event: 'sample.reminder',
  date: 'day',
  days: [-3],
  states: ['sent'],
  subject: text('${title}'),
  text: text('${title}'),
}
const define = (changes: Partial<ReminderInput>) =>
  checkedForm(formInput(fields, { reminders: [{ ...reminder, ...changes }] }))

describe('a reminder that does not hold together is refused', () => {
  test.each<[string, Partial<ReminderInput>, RegExp]>([
    ['an event of one word', { event: 'reminder' }, /"reminder" is not an event type/],
    ['a date that is a text', { date: 'title' }, /"title" is not a date/],
    ['no day', { days: [] }, /days must be given/],
    ['a day twice', { days: [1, 1] }, /each once/],
    ['half a day', { days: [0.5] }, /0.5 is not a number of days/],
    ['no state', { states: [] }, /due in no state/],
    ['an unknown state', { states: ['gone'] }, /the state "gone" is unknown/],
    ['a condition on nothing', { when: "${nothing} = ''" }, /refers to \$\{nothing\}/],
    [
      'minutes of what is no meeting',
      { awaitsMinutes: true },
      /minutes are awaited from the date of a calendar/,
    ],
    ['an unknown field', { text: text('${nothing}') }, /"nothing", which is not a field/],
    ['a person', { text: text('${leader}') }, /"leader", which is personal/],
    ['what may be a person', { text: text('${partner}') }, /"partner", which may be the name of a person/],
    ['what is not for members', { subject: text('${budget}') }, /"budget", which is for the coordination/],
    ['rows', { text: text('${tasks}') }, /"tasks", which is a repeat/],
    ['a field of a row it is not about', { text: text('${task}') }, /"task", which is a field of other rows/],
    [
      'a row that its subject does not tell from others',
      { date: 'deadline', subject: text('${title}, ${deadline}') },
      /does not say which row/,
    ],
    [
      'a field of other rows',
      { date: 'deadline', subject: text('${task} ${other}') },
      /"other", which is a field of other rows/,
    ],
  ])('%s', (_, changes, reason) => {
    expect(() => define(changes)).toThrow(reason)
  })

  test('one that does is completed', () => {
    expect(define({}).reminders).toEqual([{ ...reminder, when: null, awaitsMinutes: false }])
    expect(() => define({ date: 'deadline', subject: text('${task}') })).not.toThrow()
  })
})

test('a line of a template goes with the answers it shows', () => {
  const shown = (name: string) => ({ title: 'Atelier', day: '' })[name] ?? ''
  expect(fillTemplate('${title}\n\nLe ${day}\n${title} (${day})\nFin', shown)).toBe(
    'Atelier\n\nAtelier ()\nFin',
  )
})
