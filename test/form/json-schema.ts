/** Enough of JSON Schema 2020-12 to check answers against what `jsonSchema` makes. Unknown keywords are faults. */
type Schema = { readonly [keyword: string]: unknown }

const annotations = ['$schema', 'title', 'description', 'format', 'x-enum-descriptions']

/** Whether the value is valid under the schema. `format` only annotates, as 2020-12 has it by default. */
export function isValid(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    if (annotations.includes(keyword)) return true
    const check = keywords[keyword]
    if (!check) throw new Error(`keyword ${keyword}`)
    return check(argument, value, schema)
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keywords: Record<string, (argument: unknown, value: unknown, schema: Schema) => boolean> = {
  type: (argument, value) => {
    switch (argument) {
      case 'object':
        return isObject(value)
      case 'array':
        return Array.isArray(value)
      case 'integer':
        return Number.isInteger(value)
      case 'number':
        return typeof value === 'number'
      case 'string':
        return typeof value === 'string'
      default:
        throw new Error(`type ${argument}`)
    }
  },
  const: (argument, value) => value === argument,
  enum: (argument, value) => (argument as unknown[]).includes(value),
  minimum: (argument, value) => typeof value !== 'number' || value >= Number(argument),
  maximum: (argument, value) => typeof value !== 'number' || value <= Number(argument),
  maxLength: (argument, value) => typeof value !== 'string' || [...value].length <= Number(argument),
  pattern: (argument, value) => typeof value !== 'string' || new RegExp(String(argument), 'u').test(value),
  maxItems: (argument, value) => !Array.isArray(value) || value.length <= Number(argument),
  uniqueItems: (_, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (argument, value) =>
    !Array.isArray(value) || value.every((item) => isValid(argument as Schema, item)),
  properties: (argument, value) =>
    !isObject(value) ||
    Object.entries(argument as Record<string, Schema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || isValid(schema, value[name]),
    ),
  required: (argument, value) =>
    !isObject(value) || (argument as string[]).every((name) => Object.hasOwn(value, name)),
  additionalProperties: (argument, value, schema) =>
    argument !== false ||
    !isObject(value) ||
    Object.keys(value).every((name) => Object.hasOwn(schema.properties as object, name)),
}
