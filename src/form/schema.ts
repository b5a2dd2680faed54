import * as v from 'valibot'
import type { Answers, GeoPoint } from './answers.ts'
import { bidiControl, controlCharacter, tidy } from './characters.ts'
import type { Bounds, Field, Form, TextFormat } from './definition/index.ts'
import { hasFormat } from './formats.ts'
import type { FaultCode } from './messages.ts'
import { isDate, isPartialDate, isTime } from './moments.ts'

type AnswersSchema = v.GenericSchema<unknown, Answers>

const schemas = new WeakMap<Form, AnswersSchema>()

/**
 * The valibot schema of a form's answers: their structure and types, not the form's rules (see `settle`) nor its
 * lists. Every field is optional; empty answers must have been left out. Issues' messages are `FaultCode`s.
 */
export function answersSchema(form: Form): AnswersSchema {
  let schema = schemas.get(form)
  if (!schema) {
    schema = objectOf(form.fields)
    schemas.set(form, schema)
  }
  return schema
}

const fault = (code: FaultCode): FaultCode => code

function objectOf(fields: readonly Field[]): v.GenericSchema<unknown, Answers> {
  const entries = fields.flatMap((field) => {
    const schema = fieldSchema(field)
    return schema ? [[field.name, v.exactOptional(schema)] as const] : []
  })
  const plain = v.custom<Record<string, unknown>>(isPlainObject, fault('type'))
  return v.pipe(plain, v.strictObject(Object.fromEntries(entries), fault('key'))) as v.GenericSchema<
    unknown,
    Answers
  >
}

const isPlainObject = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** The schema of one field's answer; none for a field that takes no answer. */
function fieldSchema(field: Field): v.GenericSchema | null {
  switch (field.type) {
    case 'text':
    case 'reference':
      return text(field.maxLength, field.multiline, field.format)
    case 'integer':
      return bounded(
        v.pipe(
          v.unknown(),
          v.number(fault('type')),
          v.check((input) => Number.isInteger(input), fault('integer')),
        ),
        field,
      )
    case 'decimal':
      return bounded(v.pipe(v.unknown(), v.number(fault('type'))), field)
    case 'date':
      return v.pipe(v.string(fault('type')), v.trim(), v.check(isDate, fault('date')))
    case 'partial_date':
      return v.pipe(v.string(fault('type')), v.trim(), v.check(isPartialDate, fault('date')))
    case 'time':
      return v.pipe(v.string(fault('type')), v.trim(), v.check(isTime, fault('time')))
    case 'select_one':
      return code
    case 'select_multiple':
      return v.pipe(
        items(code, field.maxCount),
        v.checkItems((item, index, all) => all.indexOf(item) === index, fault('twice')),
      )
    case 'list':
      return items(text(field.maxLength, false, field.format), field.maxCount)
    case 'geopoint':
      return point(field.bounds ?? world)
    case 'file':
      return items(file, field.maxCount)
    case 'acknowledge':
      return v.literal(true, fault('type'))
    case 'repeat':
      return items(objectOf(field.fields), field.maxCount)
    case 'note':
    case 'calculate':
      return null
  }
}

function text(maxLength: number, multiline: boolean, format: TextFormat | null) {
  return v.pipe(
    v.string(fault('type')),
    v.transform((input) => tidy(input, multiline)),
    v.check((input) => input.isWellFormed(), fault('surrogate')),
    v.check((input) => !controlCharacter.test(input), fault('control')),
    v.check((input) => !bidiControl.test(input), fault('bidi')),
    v.maxLength(maxLength, fault('too-long')),
    v.check((input) => format === null || hasFormat(input, format), fault('format')),
  )
}

/** Codes are at most 63 characters long (see `defineCatalogue`); whether the list has one is for `settle` to say. */
const code = v.pipe(v.string(fault('type')), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, fault('code')))

/** Counted before its items are read, so that a huge array costs one issue. */
const items = (item: v.GenericSchema, maxCount: number) =>
  v.pipe(
    v.array(v.unknown(), fault('type')),
    v.maxLength(maxCount, fault('too-many')),
    v.array(item, fault('type')),
  )

/** Beyond the safe integers, JSON, D1 and Sheets would each keep another number. */
const bounded = (number: v.GenericSchema<unknown, number>, { min, max }: Field) =>
  v.pipe(
    number,
    v.check((input) => Math.abs(input) <= Number.MAX_SAFE_INTEGER, fault('range')),
    v.check((input) => min === null || input >= min, fault('range')),
    v.check((input) => max === null || input <= max, fault('range')),
    // -0 becomes 0.
    v.transform((input) => input + 0),
  )

const world: Bounds = { south: -90, north: 90, west: -180, east: 180, decimals: 7 }

const point = (bounds: Bounds) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isPlainObject, fault('type')),
    v.strictObject({ lat: v.number(fault('type')), lon: v.number(fault('type')) }, fault('type')),
    v.check(({ lat, lon }) => isInside(lat, lon, bounds), fault('outside')),
    v.transform(({ lat, lon }): GeoPoint => ({ lat: rounded(lat, bounds), lon: rounded(lon, bounds) })),
  )

const isInside = (lat: number, lon: number, { south, north, west, east }: Bounds): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east

const rounded = (degrees: number, { decimals }: Bounds): number =>
  Math.round(degrees * 10 ** decimals) / 10 ** decimals + 0

const file = v.strictObject(
  {
    id: v.pipe(v.string(fault('type')), v.regex(/^[A-Za-z0-9_-]{1,64}$/, fault('type'))),
    name: text(255, false, null),
    type: v.pipe(v.string(fault('type')), v.regex(/^[a-z0-9.+-]{1,63}\/[a-z0-9.+-]{1,127}$/, fault('type'))),
    size: v.pipe(v.number(fault('type')), v.safeInteger(fault('type')), v.minValue(0, fault('type'))),
  },
  fault('type'),
)
