import { core } from './hxl-core.ts'

/** The syntax of HXL 1.1 (hxlstandard.org, "Tagging conventions"). */
const tagSyntax = /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/

/**
 * What is wrong with a table of HXL, a line each: the standard's own rules, and those of libhxl's default schema
 * (hxl-default-schema.json: dates, numbers, white space) that a validator checks first. Written apart from what makes it.
 * @param rows the headers, the tags, then the data
 */
export function hxlFaults([
  headers = [],
  tags = [],
  ...data
]: readonly (readonly string[])[]): readonly string[] {
  const faults: string[] = []
  if (tags.length !== headers.length) faults.push(`${tags.length} tags under ${headers.length} headers`)
  tags.forEach((tag, column) => {
    const fault = (what: string) => faults.push(`column ${column + 1} (${tag}): ${what}`)
    const [hashtag = '', ...attributes] = tag.split('+')
    if (!tagSyntax.test(tag)) fault('not a tag')
    if (!core.includes(hashtag.slice(1)) && !hashtag.startsWith('#x_')) fault('not a core hashtag')
    if (new Set(attributes).size !== attributes.length) fault('an attribute twice')
    if (attributes.includes('fr') || attributes.includes('en')) fault('a language without i_')
    const alike = tags.findIndex((other) => sorted(other) === sorted(tag))
    if (alike !== column) fault(`the same as column ${alike + 1}`)
    data.forEach((row, index) => {
      const wrong = valueFault(hashtag, attributes, row[column] ?? '')
      if (wrong !== null) faults.push(`line ${index + 3}, ${tag}: ${wrong}`)
    })
  })
  for (const [index, row] of data.entries())
    if (row.length !== headers.length) faults.push(`line ${index + 3} has ${row.length} cells`)
  return faults
}

/** Attributes come in any order. */
const sorted = (tag: string): string => {
  const [hashtag, ...attributes] = tag.split('+')
  return [hashtag, ...attributes.sort()].join('+')
}

const numbers = ['#population', '#affected', '#inneed', '#targeted', '#reached', '#value']

function valueFault(hashtag: string, attributes: readonly string[], value: string): string | null {
  if (value === '') return null
  if (value !== value.trim() || /\s\s|[\r\n\t]/.test(value)) return 'stray white space'
  if (hashtag === '#date' && !/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(value))
    return `no ISO date: ${value}`
  const isNumber = numbers.includes(hashtag) || (hashtag === '#indicator' && attributes.includes('num'))
  if (isNumber && !/^-?\d+(\.\d+)?$/.test(value)) return `no number: ${value}`
  if (hashtag === '#geo' && (attributes.includes('lat') || attributes.includes('lon'))) {
    const most = attributes.includes('lat') ? 90 : 180
    if (!(Math.abs(Number(value)) <= most)) return `no degrees: ${value}`
  }
  return null
}
