import { apiError, invalid } from './error.ts'
import { enumNames, enumSpecs, type FieldSpec, messageSpecs } from './schema.ts'
import type { Json, JsonObject } from './types.ts'

type Violation = { readonly field: string; readonly description: string }

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const at = (path: string): string => (path === '' ? '' : ` at '${path}'`)
const join = (path: string, name: string): string => (path === '' ? snake(name) : `${path}.${snake(name)}`)

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongValue(path: string, type: string, value: unknown): Violation {
  return { field: path, description: `Invalid value${at(path)} (${type}), ${JSON.stringify(value)}` }
}

/**
 * Reads a JSON body as Google's protobuf parser does: names in camelCase or snake_case, null as absent,
 * numbers also as text. Every unknown name, wrong type, unknown enum value and server-only field is refused.
 * @returns the message with camelCase names, no null, no absent field
 * @throws ApiError 400 with Google's wording and one field violation per fault
 */
export function parseMessage(type: string, input: unknown): JsonObject {
  const violations: Violation[] = []
  const message = readMessage(type, input, '', violations)
  if (violations.length > 0 || message === undefined) throw refusal(violations)
  return message
}

function refusal(violations: readonly Violation[]) {
  const descriptions = violations.slice(0, 20).map((violation) => violation.description)
  return apiError({
    code: 400,
    message: descriptions.join('\n'),
    status: 'INVALID_ARGUMENT',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: violations.slice(0, 20),
      },
    ],
  })
}

function readMessage(
  type: string,
  input: unknown,
  path: string,
  violations: Violation[],
): JsonObject | undefined {
  const spec = messageSpecs.get(type)
  if (spec === undefined) throw new Error(`no message ${type} in the schema`)
  if (!isObject(input)) {
    violations.push(
      Array.isArray(input)
        ? payload(path, 'Proto field is not repeating, cannot start list.')
        : wrongValue(path, `type.googleapis.com/google.apps.sheets.v4.${type}`, input),
    )
    return undefined
  }
  const output: Record<string, Json> = {}
  for (const [name, value] of Object.entries(input)) {
    const field = spec.fields.get(camel(name))
    if (field === undefined) violations.push(unknownName(name, path))
    else if (value === null || value === undefined) continue
    else if (field.readOnly) violations.push(readOnly(join(path, field.name)))
    else if (spec.oneof && Object.keys(output).length > 0) violations.push(secondOfOneof(path, field.name))
    else setField(output, field, readField(field, value, join(path, field.name), violations))
  }
  return output
}

/** A name such as `__proto__` never gets here: names come from the schema. */
function setField(output: Record<string, Json>, field: FieldSpec, value: Json | undefined): void {
  if (value !== undefined) output[field.name] = value
}

function payload(path: string, reason: string): Violation {
  const name = path.slice(path.lastIndexOf('.') + 1)
  const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
  return {
    field: parent,
    description: `Invalid JSON payload received. Unknown name "${name}"${at(parent)}: ${reason}`,
  }
}

function unknownName(name: string, path: string): Violation {
  return {
    field: path,
    description: `Invalid JSON payload received. Unknown name "${name}"${at(path)}: Cannot find field.`,
  }
}

/** Google refuses these too; the wording of this refusal is ours. */
function readOnly(path: string): Violation {
  return { field: path, description: `Invalid value${at(path)}: the field is read-only.` }
}

function secondOfOneof(path: string, name: string): Violation {
  return {
    field: path,
    description: `Invalid value${at(path)} (oneof), oneof field 'kind' is already set. Cannot set '${name}'`,
  }
}

function readField(
  field: FieldSpec,
  value: unknown,
  path: string,
  violations: Violation[],
): Json | undefined {
  if (field.shape === 'one') return readOne(field.type, value, path, violations)
  if (field.shape === 'map') return readMap(field.type, value, path, violations)
  if (!Array.isArray(value)) {
    violations.push(payload(path, 'Proto field is repeating, expected a list.'))
    return undefined
  }
  const items: Json[] = []
  for (const [index, item] of value.entries()) {
    const read = readOne(field.type, item, `${path}[${index}]`, violations)
    if (read !== undefined) items.push(read)
  }
  return items
}

function readMap(type: string, value: unknown, path: string, violations: Violation[]): Json | undefined {
  if (!isObject(value)) {
    violations.push(wrongValue(path, 'Map', value))
    return undefined
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      readOne(type, item, `${path}['${key}']`, violations) ?? {},
    ]),
  )
}

function readOne(type: string, value: unknown, path: string, violations: Violation[]): Json | undefined {
  switch (type) {
    case 'any':
      return value as Json
    case 'int':
    case 'num':
      return readNumber(type, value, path, violations)
    case 'bool':
      if (typeof value === 'boolean') return value
      if (value === 'true' || value === 'false') return value === 'true'
      violations.push(wrongValue(path, 'TYPE_BOOL', value))
      return undefined
    case 'str':
    case 'mask':
      if (typeof value === 'string') return value
      violations.push(wrongValue(path, 'TYPE_STRING', value))
      return undefined
  }
  const names = enumSpecs.get(type)
  if (names === undefined) return readMessage(type, value, path, violations)
  if (typeof value === 'string' && names.has(value)) return value
  const enumName = `type.googleapis.com/google.apps.sheets.v4.${enumNames[type] ?? type}`
  violations.push(wrongValue(path, enumName, value))
  return undefined
}

function readNumber(
  type: 'int' | 'num',
  value: unknown,
  path: string,
  violations: Violation[],
): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const fits =
    typeof number === 'number' &&
    Number.isFinite(number) &&
    (type === 'num' || (Number.isInteger(number) && Math.abs(number) <= 2 ** 31))
  if (fits) return number
  violations.push(wrongValue(path, type === 'int' ? 'TYPE_INT32' : 'TYPE_DOUBLE', value))
  return undefined
}

/** Parses a body that must be a JSON object; an empty body is an empty message. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('Invalid JSON payload received. Parser terminated before end of string.')
  }
}
