import { checkCatalogue } from '../../src/form/check-catalogue.ts'
import { checkForm } from '../../src/form/check-form.ts'
import type {
  Catalogue,
  ChoiceLists,
  FieldInput,
  Form,
  FormInput,
  Purpose,
} from '../../src/form/definition/index.ts'
import { defineCatalogue, defineForm, readAnswers, settle } from '../../src/form/index.ts'

/** 1 September 2018, noon in Dakar. */
export const now = Date.UTC(2018, 8, 1, 12)

export const text = (words: string) => ({ fr: words, en: words })

const choice = (code: string, attributes: Readonly<Record<string, string>> = {}) => ({
  code,
  label: { fr: `Choix ${code}`, en: `Choice ${code}` },
  attributes,
})

export const lists: ChoiceLists = {
  colours: [choice('red'), choice('green'), choice('blue'), choice('none')],
  regions: [choice('north'), choice('south')],
  towns: [
    choice('n1', { region: 'north' }),
    choice('n2', { region: 'north' }),
    choice('s1', { region: 'south' }),
  ],
}

export const workflow: FormInput['workflow'] = {
  initial: 'draft',
  states: ['draft', 'sent', 'closed'].map((code) => ({ code, label: text(code), color: '#FFFFFF' })),
  transitions: [
    { from: ['draft'], to: 'sent', by: ['anyone'] },
    { from: ['sent'], to: 'closed', by: ['coordinator'] },
    { from: ['sent'], to: 'draft', by: ['system'] },
  ],
}

/** What the personal data of these forms are for. */
export const purpose: Purpose = {
  id: 'reach',
  title: text('To reach people'),
  basis: 'consent',
  persons: text('people'),
  recipients: [],
  retention: { months: 12, from: 'acceptance', states: null, ends: 'fields' },
}
export const contact = { class: 'contact', purpose: 'reach' } as const
export const identity = { class: 'identity', purpose: 'reach' } as const

const asksPersonal = ({ data, fields = [] }: FieldInput): boolean => data != null || fields.some(asksPersonal)

/** A form as its author would write it, with these fields; what is personal in them has a purpose. */
export const formInput = (fields: readonly FieldInput[], changes: Partial<FormInput> = {}): FormInput => ({
  id: 'sample',
  title: text('Sample'),
  description: text('A form for tests.'),
  prefix: 'SA',
  sheet: { tab: 'Samples', newRows: false },
  titleField: fields[0]?.name ?? '',
  fields,
  purposes: fields.some(asksPersonal) ? [purpose] : [],
  workflow,
  ...changes,
})

export const formOf = (...fields: readonly FieldInput[]): Form => checkedForm(formInput(fields))

/** A field with its name for a label. */
export const field = (
  name: string,
  type: FieldInput['type'],
  more: Partial<FieldInput> = {},
): FieldInput => ({ name, type, label: text(name), ...more })

/** Every type of field at once, with rows that cascade. */
export const everything: Form = formOf(
  field('title', 'text', { required: true, maxLength: 40 }),
  field('story', 'text', { multiline: true, maxLength: 200 }),
  field('email', 'text', { format: 'email', data: contact }),
  field('phone', 'text', { format: 'tel', data: contact, visibility: 'members' }),
  field('site', 'text', { format: 'url' }),
  field('people', 'integer', { min: 0, max: 1_000_000 }),
  field('budget', 'decimal', { visibility: 'coordination' }),
  field('day', 'date'),
  field('month', 'partial_date', { undefinedLabel: { fr: 'À définir', en: 'To be defined' } }),
  field('hour', 'time'),
  field('colour', 'select_one', { choices: 'colours' }),
  field('colours', 'select_multiple', { choices: 'colours', exclusive: ['none'], maxCount: 3 }),
  field('other', 'text', { relevant: "${colour} = 'blue'" }),
  field('place', 'geopoint', { bounds: { south: 12, north: 17, west: -18, east: -11, decimals: 3 } }),
  field('papers', 'file', { maxCount: 2 }),
  field('intro', 'note'),
  field('partner', 'reference', { reference: { form: 'sample', label: 'title', free: true } }),
  field('partners', 'list', { maxCount: 5, maxLength: 30 }),
  field('zones', 'repeat', {
    maxCount: 4,
    unique: ['region', 'town'],
    fields: [
      field('region', 'select_one', { choices: 'regions', required: true }),
      field('town', 'select_one', { choices: 'towns', choice_filter: 'region = ${region}' }),
      field('households', 'integer', { min: 0 }),
      field('share', 'calculate', { calculation: 'round(100 * ${households} div ${total}, 0)' }),
      field('contact', 'text', { data: contact, relevant: '${households} > 10' }),
    ],
  }),
  field('total', 'calculate', { calculation: 'sum(${households})' }),
  field('agreed', 'acknowledge'),
)

/** Settled answers of `form`, which must have the right structure. */
export function settled(form: Form, input: unknown) {
  const reading = readAnswers(form, input)
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues))
  return settle(form, lists, reading.answers, { now })
}

/** The pointers of what must be corrected. */
export const pointers = (issues: readonly { readonly pointer: string }[]): readonly string[] =>
  issues.map(({ pointer }) => pointer)

/** A form that was checked as the build checks it. */
export function checkedForm(input: FormInput): Form {
  const form = defineForm(input)
  checkForm(form)
  return form
}

/** A catalogue that was. */
export function checkedCatalogue(...parts: Parameters<typeof defineCatalogue>): Catalogue {
  const catalogue = defineCatalogue(...parts)
  checkCatalogue(catalogue)
  return catalogue
}
