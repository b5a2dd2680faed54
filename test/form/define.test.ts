import { describe, expect, test } from 'vitest'
import { ficheProjet } from '../../forms/fiche-projet.ts'
import type { FieldInput, FormInput } from '../../src/form/definition/index.ts'
import { findField } from '../../src/form/index.ts'
import {
  checkedCatalogue,
  checkedForm,
  field,
  formInput,
  formOf,
  identity,
  lists,
  text,
  workflow,
} from './sample.ts'

const title = field('title', 'text')
const rows = field('rows', 'repeat', { fields: [field('inner', 'text')] })
const states = workflow.states
const transition = { from: ['draft'], to: 'sent', by: ['anyone'] } as const

describe('a field has every key once defined', () => {
  test('required: true is the expression true()', () => {
    expect(findField(formOf(field('a', 'text', { required: true })), 'a')?.required?.source).toBe('true()')
    expect(findField(formOf(field('a', 'text', { required: false })), 'a')?.required).toBeNull()
  })

  test('a row field takes visibility, personal data and section from its repeat', () => {
    const form = checkedForm(
      formInput(
        [
          field('title', 'text', { section: 'one' }),
          field('rows', 'repeat', {
            section: 'one',
            data: identity,
            visibility: 'members',
            fields: [field('inner', 'text')],
          }),
        ],
        { sections: [{ id: 'one', title: text('One') }] },
      ),
    )
    expect(findField(form, 'inner')).toMatchObject({
      section: 'one',
      data: { ...identity, publish: 'never' },
      visibility: 'members',
    })
  })

  test('personal data is for the coordinators unless the form says otherwise', () => {
    expect(findField(formOf(field('a', 'text', { data: identity })), 'a')?.visibility).toBe('coordination')
  })
})

describe('a bad definition is refused, naming form, field and reason', () => {
  const badFields: readonly (readonly [string, readonly FieldInput[], RegExp])[] = [
    ['no field', [], /^Form "sample": it has no field/],
    ['a name with a capital', [field('Title', 'text')], /"sample", field "Title": its name must be/],
    ['a name with a hyphen', [field('a-b', 'text')], /field "a-b"/],
    ['a name of 64 characters', [field('a'.repeat(64), 'text')], /its name must be/],
    ['the name __proto__', [field('__proto__', 'text')], /field "__proto__": its name must be/],
    ['the name constructor', [field('constructor', 'text')], /field "constructor"/],
    ['the name of a personal link’s key', [field('cle', 'text')], /field "cle"/],
    ['the same name twice', [title, title], /field "title": the name is used twice/],
    [
      'the same name in a row',
      [title, { ...rows, fields: [title] }],
      /field "title": the name is used twice/,
    ],
    ...(
      ['required', 'relevant', 'constraint', 'warning', 'calculation', 'default', 'choice_filter'] as const
    ).map(
      (key) =>
        [
          `a ${key} that cannot be read`,
          [field('a', 'text', { [key]: '${a' })],
          new RegExp(`"sample", field "a": ${key} cannot be read: `),
        ] as const,
    ),
    [
      'an unknown reference',
      [field('a', 'text', { relevant: '${nowhere} = 1' })],
      /field "a": relevant refers to \$\{nowhere\}, which is not a field/,
    ],
    [
      'a bare name outside a choice filter',
      [field('a', 'text', { relevant: 'title = 1' })],
      /field "a": relevant has the bare name "title"/,
    ],
    [
      'a cycle of calculations',
      [
        field('a', 'calculate', { calculation: '${b} + 1' }),
        field('b', 'calculate', { calculation: '${a} + 1' }),
      ],
      /^Form "sample": relevances and calculations form a cycle: a → b → a/,
    ],
    [
      'a cycle through a row',
      [
        title,
        field('rows', 'repeat', {
          relevant: '${total} > 0',
          fields: [field('amount', 'integer')],
        }),
        field('total', 'calculate', { calculation: 'sum(${amount})' }),
      ],
      /cycle: rows → total → amount → rows/,
    ],
    ['a field relevant by itself', [field('a', 'text', { relevant: "${a} = ''" })], /cycle: a → a/],
    ['a select without a list', [field('a', 'select_one')], /field "a": a select_one needs choices/],
    [
      'a list on a text',
      [field('a', 'text', { choices: 'colours' })],
      /choices is for a field of type select_one/,
    ],
    ['a calculation without expression', [field('a', 'calculate')], /a calculate needs calculation/],
    [
      'a calculation on a text',
      [field('a', 'text', { calculation: '1' })],
      /calculation is for a field of type/,
    ],
    ['a reference to nothing', [field('a', 'reference')], /a reference needs reference/],
    ['a repeat without fields', [title, field('r', 'repeat')], /field "r": a repeat needs fields/],
    [
      'a repeat in a repeat',
      [title, field('r', 'repeat', { fields: [{ ...rows }] })],
      /field "rows": a repeat cannot stand in the rows of a repeat/,
    ],
    [
      'unique names that are not of the rows',
      [title, { ...rows, unique: ['title'] }],
      /field "rows": unique names "title"/,
    ],
    [
      'a context that is no field',
      [title, { ...rows, context: ['inner'] }],
      /context of "rows" names "inner"/,
    ],
    ['min above max', [field('a', 'integer', { min: 2, max: 1 })], /its min 2 is above its max 1/],
    ['a constraint without its message', [field('a', 'text', { constraint: '. != 1' })], /go together/],
    ['a warning without its message', [field('a', 'text', { warning: '. != 1' })], /go together/],
    ['a wrong HXL tag', [field('a', 'text', { hxl: 'org' })], /"org" is not an HXL tag/],
    ['an unknown section', [field('a', 'text', { section: 'x' })], /its section "x" is unknown/],
  ]
  test.each(badFields)('%s', (_, fields, reason) => {
    expect(() => checkedForm(formInput(fields))).toThrow(reason)
  })

  const badForms: readonly (readonly [string, Partial<FormInput>, RegExp])[] = [
    ['an id that is no slug', { id: 'Sample Form' }, /^Form "Sample Form": its id must be/],
    ['a prefix in lower case', { prefix: 'sa' }, /its prefix "sa"/],
    ['a title field that is not there', { titleField: 'nothing' }, /titleField names no field: "nothing"/],
    [
      'a title field in a row',
      { titleField: 'inner' },
      /titleField names "inner", which is a field of a repeat/,
    ],
    [
      'a publication in an unknown state',
      { publication: { states: ['gone'], field: null } },
      /publication names no state: "gone"/,
    ],
    [
      'a glossary in an unknown state',
      {
        fields: [title, field('words', 'list')],
        glossary: {
          preferred: 'title',
          avoid: 'words',
          definition: 'title',
          source: 'title',
          states: ['gone'],
          starting: [],
        },
      },
      /glossary names no state: "gone"/,
    ],
    [
      'a section that no field knows',
      { sections: [{ id: 'one', title: text('One') }] },
      /its section "" is not/,
    ],
    [
      'an initial state that is unknown',
      { workflow: { ...workflow, initial: 'x' } },
      /initial state "x" is unknown/,
    ],
    [
      'a state twice',
      { workflow: { ...workflow, states: [...states, ...states] } },
      /the state "draft" is there twice/,
    ],
    [
      'a transition to an unknown state',
      { workflow: { ...workflow, transitions: [{ ...transition, to: 'gone' }] } },
      /transition to "gone": the state "gone" is unknown/,
    ],
    [
      'a transition from an unknown state',
      { workflow: { ...workflow, transitions: [{ ...transition, from: ['gone'] }] } },
      /transition to "sent": the state "gone" is unknown/,
    ],
    [
      'a transition nobody may make',
      { workflow: { ...workflow, transitions: [{ ...transition, by: [] }] } },
      /transition to "sent": nobody may make it/,
    ],
    [
      'a guard on an unknown field',
      {
        workflow: {
          ...workflow,
          transitions: [{ ...transition, guard: '${gone} = 1', guard_message: text('no') }],
        },
      },
      /transition to "sent": guard refers to \$\{gone\}/,
    ],
    [
      'a seed whose id is no UUID',
      { seeds: [{ id: 'one', answers: {} }] },
      /the seed id "one" is not a UUID/,
    ],
  ]
  test.each(badForms)('%s', (_, changes, reason) => {
    expect(() => checkedForm(formInput([title, rows], changes))).toThrow(reason)
  })
})

describe('a catalogue whose forms and lists do not fit is refused', () => {
  const other = (changes: Partial<FormInput>) =>
    checkedForm(
      formInput([title], { id: 'other', prefix: 'OT', sheet: { tab: 'Others', newRows: false }, ...changes }),
    )
  const secondOnMap = {
    ...ficheProjet,
    id: 'other',
    prefix: 'OT',
    sheet: { tab: 'Others', newRows: false },
    fields: ficheProjet.fields.map((one) => (one.tab === null ? one : { ...one, tab: `${one.tab} 2` })),
  }
  const faults: readonly (readonly [string, () => unknown, RegExp])[] = [
    [
      'a choice list that is missing',
      () => checkedCatalogue([formOf(field('a', 'select_one', { choices: 'nothing' }))], lists),
      /^Form "sample", field "a": the choice list "nothing" is missing/,
    ],
    [
      'an attribute no choice has',
      () =>
        checkedCatalogue(
          [formOf(field('a', 'select_one', { choices: 'towns', choice_filter: 'country = 1' }))],
          lists,
        ),
      /field "a": choice_filter names "country"/,
    ],
    [
      'an exclusive code the list does not have',
      () =>
        checkedCatalogue(
          [formOf(field('a', 'select_multiple', { choices: 'colours', exclusive: ['pink'] }))],
          lists,
        ),
      /field "a": exclusive names "pink"/,
    ],
    [
      'a reference to a missing form',
      () =>
        checkedCatalogue(
          [formOf(field('a', 'reference', { reference: { form: 'gone', label: 'title', free: true } }))],
          lists,
        ),
      /field "a": it refers to the form "gone", which is missing/,
    ],
    [
      'a reference labelled by a missing field',
      () =>
        checkedCatalogue(
          [
            formOf(field('a', 'reference', { reference: { form: 'other', label: 'name', free: true } })),
            other({}),
          ],
          lists,
        ),
      /field "a": it refers to the field "name"/,
    ],
    [
      'an id twice',
      () => checkedCatalogue([formOf(title), formOf(title)], lists),
      /its id "sample" is used twice/,
    ],
    [
      'a prefix twice',
      () => checkedCatalogue([formOf(title), other({ prefix: 'SA' })], lists),
      /^Form "other": its prefix "SA" is used twice/,
    ],
    [
      'a tab twice, case apart',
      () => checkedCatalogue([formOf(title), other({ sheet: { tab: 'SAMPLES', newRows: true } })], lists),
      /^Form "other": its tab "SAMPLES" is used twice/,
    ],
    [
      'a tab that a repeat has already',
      () => checkedCatalogue([formOf(title, { ...rows, tab: 'Others' }), other({})], lists),
      /its tab "Others" is used twice/,
    ],
    [
      'a second form on the map, which the page of the map would not show',
      () => checkedCatalogue([ficheProjet, secondOnMap], lists),
      /^Form "other": it has a map, and "fiche-projet" has one already/,
    ],
    [
      'a code twice in a list',
      () => checkedCatalogue([formOf(title)], { twice: [...(lists.towns ?? []), ...(lists.towns ?? [])] }),
      /^Choice list "twice": the code "n1" is there twice/,
    ],
    [
      'a code with a space',
      () =>
        checkedCatalogue([formOf(title)], { spaced: [{ code: 'a b', label: text('a b'), attributes: {} }] }),
      /^Choice list "spaced": the code "a b"/,
    ],
  ]
  test.each(faults)('%s', (_, define, reason) => {
    expect(define).toThrow(reason)
  })
})
