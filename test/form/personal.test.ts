import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldInput, FormInput, PersonalData, Purpose } from '../../src/form/definition/index.ts'
import { findField, visibleAnswers } from '../../src/form/index.ts'
import { initialsOf } from '../../src/form/initials.ts'
import {
  checkedCatalogue,
  checkedForm,
  contact,
  field,
  formInput,
  formOf,
  identity,
  purpose,
} from './sample.ts'

const define = (fields: readonly FieldInput[], changes: Partial<FormInput> = {}) =>
  checkedForm(formInput(fields, changes))
const sensitive = { class: 'sensitive', purpose: 'reach' } as const
const name = field('name', 'text', { data: identity })

describe('a form that asks personal data without saying so is refused', () => {
  test.each<[string, Partial<FieldInput>]>([
    ['an e-mail address', { format: 'email' }],
    ['a phone number', { format: 'tel' }],
    ['a name that the browser fills in', { autocomplete: 'name' }],
    ['an e-mail address that the browser fills in', { autocomplete: 'email' }],
    ['a phone number that the browser fills in', { autocomplete: 'tel' }],
  ])('%s', (_, more) => {
    expect(() => define([field('a', 'text', more)])).toThrow(/field "a": it asks for something personal/)
    expect(() => define([field('rows', 'repeat', { fields: [field('a', 'text', more)] })])).toThrow(
      /field "a"/,
    )
    expect(() => define([field('a', 'text', { ...more, data: contact })])).not.toThrow()
  })

  test('not the name of an organisation', () => {
    expect(() => define([field('a', 'text', { autocomplete: 'organization' })])).not.toThrow()
  })
})

describe('what a form says of personal data holds together', () => {
  const published = (publish: PersonalData['publish'], more: Partial<FieldInput> = {}) => [
    field('a', 'text', { data: { ...identity, publish }, ...more }),
    field('agreed', 'acknowledge'),
  ]
  test.each<[string, readonly FieldInput[], RegExp]>([
    ['an undeclared purpose', [field('a', 'text', { data: { ...identity, purpose: 'other' } })], /"other"/],
    ['never, and public', published('never', { visibility: 'public' }), /contradicts/],
    ['initials, and public', published('initials', { visibility: 'public' }), /contradicts/],
    ['full, and for the coordination', published('full'), /contradicts/],
    ['agreed to by no field', published({ agreed: 'b' }), /"b", by which it is agreed to/],
    ['agreed to by a text', published({ agreed: 'a' }), /is no acknowledgement/],
    [
      'initials of an address',
      [field('a', 'text', { data: { ...contact, publish: 'initials' } })],
      /initials/,
    ],
    [
      'sensitive, published',
      [field('a', 'text', { data: { ...sensitive, publish: 'initials' } })],
      /never published/,
    ],
  ])('refused: %s', (_, fields, reason) => {
    expect(() => define(fields, { purposes: [purpose] })).toThrow(reason)
  })

  test.each<[string, Partial<Purpose>, RegExp]>([
    ['of no month', { retention: { ...purpose.retention, months: 0 } }, /above 0/],
    ['in an unknown state', { retention: { ...purpose.retention, states: ['gone'] } }, /no state: "gone"/],
    ['that no field has', { id: 'other' }, /no field is asked for it/],
  ])('refused: a purpose %s', (_, changes, reason) => {
    const purposes =
      changes.id === undefined ? [{ ...purpose, ...changes }] : [purpose, { ...purpose, ...changes }]
    expect(() => define([name], { purposes })).toThrow(reason)
  })

  test('refused: sensitive data without consent', () => {
    const fields = [field('a', 'text', { data: sensitive })]
    expect(() => define(fields, { purposes: [{ ...purpose, basis: 'law' }] })).toThrow(/with consent alone/)
    expect(() => define(fields)).not.toThrow()
  })

  test('refused: an attendance list whose names are published otherwise than people agree to', () => {
    const attendance = {
      meeting: 'meeting',
      name: 'name',
      organisation: 'organisation',
      consent: 'agreed',
      mode: { field: 'mode', present: ['red'] },
      closed: [],
    }
    const list = (publish: PersonalData['publish']) =>
      define(
        [
          field('name', 'text', { data: { ...identity, publish } }),
          field('organisation', 'text'),
          field('meeting', 'reference', { reference: { form: 'sample', label: 'name', free: false } }),
          field('mode', 'select_one', { choices: 'colours' }),
          field('agreed', 'acknowledge'),
        ],
        { attendance },
      )
    expect(() => list('never')).toThrow(/as attendance.consent agrees to/)
    expect(() => list({ agreed: 'agreed' })).not.toThrow()
  })

  test('refused: two forms with different purposes of one id', () => {
    const other = { id: 'other', prefix: 'OT', sheet: { tab: 'Others', newRows: false } }
    const same = define([name], other)
    const different = define([name], { ...other, purposes: [{ ...purpose, basis: 'law' }] })
    expect(() => checkedCatalogue([define([name]), same], {})).not.toThrow()
    expect(() => checkedCatalogue([define([name]), different], {})).toThrow(/another purpose of this id/)
  })
})

describe('what a form does not say of personal data', () => {
  test('is that nobody but the coordination reads it, and nothing is published', () => {
    const { data, visibility } = findField(define([name]), 'name') ?? {}
    expect([data?.publish, visibility]).toEqual(['never', 'coordination'])
  })

  test('is that the sheet has neither contacts nor what is sensitive, unless the form chooses', () => {
    const mirrored = (more: Partial<FieldInput>) => findField(formOf(field('a', 'text', more)), 'a')?.mirrored
    expect(mirrored({ data: contact })).toBe(false)
    expect(mirrored({ data: sensitive })).toBe(false)
    expect(mirrored({ data: identity })).toBe(true)
    expect(mirrored({ data: contact, mirrored: true })).toBe(true)
  })
})

describe('what everyone is shown', () => {
  const form = define([
    field('leader', 'text', { data: { ...identity, publish: 'full' }, visibility: 'public' }),
    field('author', 'text', { data: { ...identity, publish: 'initials' }, visibility: 'members' }),
    field('guests', 'list', { data: { ...identity, publish: 'initials' } }),
    field('present', 'text', { data: { ...identity, publish: { agreed: 'agreed' } } }),
    field('phone', 'text', { data: contact }),
    field('agreed', 'acknowledge', { visibility: 'coordination' }),
    field('people', 'repeat', {
      fields: [field('person', 'text', { data: { ...identity, publish: { agreed: 'agreed' } } })],
    }),
  ])
  const answers = {
    leader: 'Awa Diop',
    author: 'Marie-Louise Sarr',
    guests: ['Ousmane Ba', 'Élise Ndour'],
    present: 'Jean Faye',
    phone: '770000000',
    people: [{ person: 'Fatou Sow' }],
  }

  test('of a name is what the field says: all, initials, all where agreed, nothing', () => {
    expect(visibleAnswers(form, answers, 'public')).toEqual({
      leader: 'Awa Diop',
      author: 'M.-L. S.',
      guests: ['O. B.', 'É. N.'],
      people: [{}],
    })
    expect(visibleAnswers(form, { ...answers, agreed: true }, 'public')).toMatchObject({
      present: 'Jean Faye',
      people: [{ person: 'Fatou Sow' }],
    })
  })

  test('is less than what members and the coordination read', () => {
    expect(visibleAnswers(form, answers, 'members')).toMatchObject({
      author: 'Marie-Louise Sarr',
      guests: ['O. B.', 'É. N.'],
    })
    expect(visibleAnswers(form, answers, 'coordination')).toEqual(answers)
  })

  test('as initials tells no two letters of a name in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(initialsOf(text)).not.toMatch(/\p{L}{2}/u)
      }),
    )
  })
})
