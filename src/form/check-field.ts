import type { Field, FieldType, Form } from './definition/index.ts'
import { attributes, type Expression, references } from './expression/index.ts'
import { faultOf } from './fault.ts'
import { findField } from './fields.ts'

/** A field's name is a key of JSON, a column's technical name and part of a control's name. */
const fieldName = /^[a-z][a-z0-9_]{0,62}$/
/** Names every JavaScript object already has, and those of what a page's form sends beside the answers. */
const reserved = ['constructor', 'prototype', 'id', 'action', 'revision', 'cle', 'campagne']
/** HXL 1.1: a tag, then attributes (hxlstandard.org/standard/1-1final); a place has two, parted by "|". */
const hxl = /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*(\|#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*)?$/

type Rule = { readonly broken: boolean; readonly reason: string }

/** Checks one field by itself and against its form. @throws Error naming the form, the field and the reason */
export function checkField(form: Form, field: Field, repeat: Field | null): void {
  const rules = [
    ...naming(form, field),
    ...keysOfType(field, repeat),
    ...limits(field),
    ...messages(field),
    ...expressions(form, field),
  ]
  const fault = rules.find(({ broken }) => broken)
  if (fault) throw faultOf(form.id, `field "${field.name}"`, fault.reason)
}

const naming = (form: Form, { name, section, hxl: tag, hxlLabel }: Field): readonly Rule[] => [
  {
    broken: !fieldName.test(name) || reserved.includes(name),
    reason:
      'its name must be a lower-case letter, then letters, digits or _, 63 in all, and not a reserved word',
  },
  {
    broken: form.sections.length > 0 && !form.sections.some(({ id }) => id === section),
    reason: `its section "${section}" is not one of the form's sections`,
  },
  {
    broken: form.sections.length === 0 && section !== '',
    reason: `its section "${section}" is unknown: the form has no sections`,
  },
  ...[tag, hxlLabel].map((one) => ({
    broken: one !== null && !hxl.test(one),
    reason: `"${one}" is not an HXL tag with its attributes`,
  })),
]

/** A key that only some types take, and whether those must have it. One table for all fields: it is read at start-up. */
type TypedKey = {
  readonly key: string
  readonly given: (field: Field) => boolean
  readonly types: readonly FieldType[]
  readonly needed: boolean
}

const selects: readonly FieldType[] = ['select_one', 'select_multiple']
const numeric: readonly FieldType[] = ['integer', 'decimal']
const typedKeys: readonly TypedKey[] = [
  { key: 'choices', given: ({ choices }) => choices !== null, types: selects, needed: true },
  { key: 'choice_filter', given: (field) => field.choice_filter !== null, types: selects, needed: false },
  {
    key: 'exclusive',
    given: ({ exclusive }) => exclusive.length > 0,
    types: ['select_multiple'],
    needed: false,
  },
  { key: 'reference', given: ({ reference }) => reference !== null, types: ['reference'], needed: true },
  {
    key: 'calculation',
    given: ({ calculation }) => calculation !== null,
    types: ['calculate'],
    needed: true,
  },
  { key: 'format', given: ({ format }) => format !== null, types: ['text', 'list'], needed: false },
  { key: 'multiline', given: ({ multiline }) => multiline, types: ['text'], needed: false },
  { key: 'min', given: ({ min }) => min !== null, types: numeric, needed: false },
  { key: 'max', given: ({ max }) => max !== null, types: numeric, needed: false },
  { key: 'bounds', given: ({ bounds }) => bounds !== null, types: ['geopoint'], needed: false },
  { key: 'fields', given: ({ fields }) => fields.length > 0, types: ['repeat'], needed: true },
  { key: 'tab', given: ({ tab }) => tab !== null, types: ['repeat'], needed: false },
  { key: 'unique', given: ({ unique }) => unique.length > 0, types: ['repeat'], needed: false },
  { key: 'context', given: ({ context }) => context.length > 0, types: ['repeat'], needed: false },
]

function keysOfType(field: Field, repeat: Field | null): readonly Rule[] {
  const wrong = typedKeys.find(({ given, types, needed }) =>
    types.includes(field.type) ? needed && !given(field) : given(field),
  )
  const ofRows = field.unique.find((name) => !field.fields.some((inner) => inner.name === name))
  return [
    {
      broken: repeat !== null && field.type === 'repeat',
      reason: 'a repeat cannot stand in the rows of a repeat',
    },
    { broken: wrong !== undefined, reason: wrong ? reasonOf(wrong, field) : '' },
    { broken: ofRows !== undefined, reason: `unique names "${ofRows}", which is not a field of its rows` },
  ]
}

const reasonOf = ({ key, types }: TypedKey, { type }: Field): string =>
  types.includes(type)
    ? `a ${type} needs ${key}`
    : `${key} is for a field of type ${types.join(' or ')}, not ${type}`

function limits({ min, max, maxLength, minCount, maxCount, bounds }: Field): readonly Rule[] {
  const whole = (n: number, least: number) => Number.isSafeInteger(n) && n >= least
  return [
    { broken: min !== null && max !== null && min > max, reason: `its min ${min} is above its max ${max}` },
    { broken: !whole(maxLength, 1), reason: 'its maxLength must be a whole number above 0' },
    { broken: !whole(minCount, 0) || !whole(maxCount, 1), reason: 'its counts must be whole numbers' },
    { broken: minCount > maxCount, reason: `its minCount ${minCount} is above its maxCount ${maxCount}` },
    {
      broken: bounds !== null && (bounds.south > bounds.north || bounds.west > bounds.east),
      reason: 'its bounds are empty (south above north, or west east of east)',
    },
    {
      broken: bounds !== null && !(whole(bounds.decimals, 0) && bounds.decimals <= 7),
      reason: 'the decimals of its bounds must be a whole number from 0 to 7',
    },
  ]
}

const messages = (field: Field): readonly Rule[] => [
  {
    broken: (field.constraint === null) !== (field.constraint_message === null),
    reason: 'constraint and constraint_message go together',
  },
  {
    broken: (field.warning === null) !== (field.warning_message === null),
    reason: 'warning and warning_message go together',
  },
]

function expressions(form: Form, field: Field): readonly Rule[] {
  const { required, relevant, constraint, warning, calculation, default: initial, choice_filter } = field
  const all = { required, relevant, constraint, warning, calculation, default: initial, choice_filter }
  return Object.entries(all).flatMap(([key, expression]) =>
    expression === null ? [] : expressionRules(form, key, expression),
  )
}

/** An expression may look at fields of its form alone; a bare name is an attribute, which only a choice filter has. */
export function expressionRules(form: Form, key: string, expression: Expression): readonly Rule[] {
  const unknown = references(expression).find((name) => !findField(form, name))
  const bare = key === 'choice_filter' ? undefined : attributes(expression)[0]
  return [
    {
      broken: unknown !== undefined,
      reason: `${key} refers to \${${unknown}}, which is not a field of the form`,
    },
    {
      broken: bare !== undefined,
      reason: `${key} has the bare name "${bare}"; a field is written \${${bare}}`,
    },
  ]
}
