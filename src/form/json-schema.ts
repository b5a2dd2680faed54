import { listOf } from './choices.ts'
import type { ChoiceLists, Field, Form } from './definition/index.ts'
import { inLocale, type Locale } from './text.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/**
 * The JSON Schema (2020-12) of a form's answers, with titles, hints and choice labels in one language. It says
 * structure, types and codes; what depends on other answers is for the form's expressions. Its maxLength counts
 * characters where the form counts UTF-16 code units, so a text of many emoji may pass here and be refused there.
 */
export function jsonSchema(form: Form, lists: ChoiceLists, locale: Locale): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: inLocale(form.title, locale),
    description: inLocale(form.description, locale),
    ...objectSchema(form.fields, lists, locale),
  }
}

function objectSchema(fields: readonly Field[], lists: ChoiceLists, locale: Locale): JsonSchema {
  const asked = fields.filter(({ type }) => type !== 'note' && type !== 'calculate')
  const required = asked.filter((field) => field.required?.source === 'true()' && field.relevant === null)
  return {
    type: 'object',
    properties: Object.fromEntries(
      asked.map((field) => [
        field.name,
        {
          title: inLocale(field.label, locale),
          ...(field.hint && { description: inLocale(field.hint, locale) }),
          ...fieldSchema(field, lists, locale),
        },
      ]),
    ),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    additionalProperties: false,
  }
}

// As `characters.ts` refuses them, but for the carriage return, which becomes a line feed.
const allowedText =
  '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]*$'

function fieldSchema(field: Field, lists: ChoiceLists, locale: Locale): JsonSchema {
  switch (field.type) {
    case 'text':
    case 'reference':
      return textSchema(field)
    case 'integer':
      return { type: 'integer', ...bounds(field) }
    case 'decimal':
      return { type: 'number', ...bounds(field) }
    case 'date':
      return { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
    case 'partial_date':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?$' }
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }
    case 'select_one':
      return codes(field, lists, locale)
    case 'select_multiple':
      return { ...arrayOf(codes(field, lists, locale), field), uniqueItems: true }
    case 'list':
      return arrayOf(textSchema(field), field)
    case 'geopoint':
      return pointSchema(field)
    case 'file':
      return arrayOf(fileSchema, field)
    case 'acknowledge':
      return { const: true }
    case 'repeat':
      return arrayOf(objectSchema(field.fields, lists, locale), field)
    case 'note':
    case 'calculate':
      return {}
  }
}

const textSchema = ({ maxLength, format }: Field): JsonSchema => ({
  type: 'string',
  maxLength,
  pattern: allowedText,
  ...(format === 'email' && { format: 'email' }),
  ...(format === 'url' && { format: 'uri' }),
})

const bounds = ({ min, max }: Field): JsonSchema => ({
  minimum: min ?? -Number.MAX_SAFE_INTEGER,
  maximum: max ?? Number.MAX_SAFE_INTEGER,
})

/** Codes, and beside them their labels under the name that OpenAPI tools have agreed on. */
const codes = (field: Field, lists: ChoiceLists, locale: Locale): JsonSchema => ({
  type: 'string',
  enum: listOf(field, lists).map(({ code }) => code),
  'x-enum-descriptions': listOf(field, lists).map(({ label }) => inLocale(label, locale)),
})

const arrayOf = (items: JsonSchema, { maxCount }: Field): JsonSchema => ({
  type: 'array',
  items,
  maxItems: maxCount,
})

const pointSchema = ({ bounds: area }: Field): JsonSchema => ({
  type: 'object',
  properties: {
    lat: { type: 'number', minimum: area?.south ?? -90, maximum: area?.north ?? 90 },
    lon: { type: 'number', minimum: area?.west ?? -180, maximum: area?.east ?? 180 },
  },
  required: ['lat', 'lon'],
  additionalProperties: false,
})

const fileSchema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: { type: 'string', maxLength: 255 },
    type: { type: 'string' },
    size: { type: 'integer', minimum: 0 },
  },
  required: ['id', 'name', 'type', 'size'],
  additionalProperties: false,
}
