import type { Field, Form } from '../form/definition/index.ts'
import { type Names, referenceOfLabel } from '../form/names.ts'
import { parseDate, parseLines, parseNumber, parsePartialDate, parseTime } from './parse.ts'
import { controlNames, type Typed, typedOne } from './typed.ts'

/** Rows beyond this are not read: no repeat of a form may have more. */
const mostRows = 500

/**
 * Sorts the entries of a submitted form (name, text) by control. Names of no control are left aside. The rows of a
 * repeat are those its hidden `zones.row` controls list, in that order, whatever their numbers; they leave here
 * numbered from 0. Line ends become "\n", as browsers send "\r\n".
 */
export function typedFromEntries(form: Form, entries: Iterable<readonly [string, string]>): Typed {
  const sent = new Map<string, string[]>()
  for (const [name, text] of entries) {
    const texts = sent.get(name)
    if (texts) texts.push(text)
    else sent.set(name, [text])
  }
  const values = new Map<string, readonly string[]>()
  const rows = new Map<string, number>()
  const take = (field: Field, from: string, to: string) => {
    const sources = controlNames(field, from)
    controlNames(field, to).forEach((name, index) => {
      const texts = sent.get(sources[index] ?? from)
      if (texts)
        values.set(
          name,
          texts.map((text) => text.replace(/\r\n?/g, '\n')),
        )
    })
  }
  for (const field of form.fields) {
    if (field.type !== 'repeat') {
      take(field, field.name, field.name)
      continue
    }
    const numbers = [...new Set(sent.get(`${field.name}.row`) ?? [])].slice(0, mostRows)
    rows.set(field.name, numbers.length)
    numbers.forEach((number, index) => {
      for (const inner of field.fields) {
        take(inner, `${field.name}.${number}.${inner.name}`, `${field.name}.${index}.${inner.name}`)
      }
    })
  }
  return { values, rows }
}

/**
 * The answers that the controls stand for, in the shape `accept` reads; what cannot be read as its type stays the
 * text it is. Fields the page does not offer (files, notes, calculations) give nothing.
 */
export function answersFromTyped(form: Form, typed: Typed, names: Names): Record<string, unknown> {
  const row = (fields: readonly Field[], prefix: string): Record<string, unknown> => {
    const answers: Record<string, unknown> = {}
    for (const field of fields) {
      const value =
        field.type === 'repeat' ? rowsOf(field) : answerOf(field, prefix + field.name, typed, names)
      if (value !== undefined) answers[field.name] = value
    }
    return answers
  }
  const rowsOf = (field: Field) => {
    const count = typed.rows.get(field.name) ?? 0
    if (count === 0) return undefined
    return Array.from({ length: count }, (_, index) => row(field.fields, `${field.name}.${index}.`))
  }
  return row(form.fields, '')
}

function answerOf(field: Field, name: string, typed: Typed, names: Names): unknown {
  const text = typedOne(typed, name)
  const blank = text.trim() === ''
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return blank ? undefined : parseNumber(text)
    case 'date':
      return blank ? undefined : parseDate(text)
    case 'time':
      return blank ? undefined : parseTime(text)
    case 'partial_date': {
      const [day = '', month = '', year = ''] = controlNames(field, name).map((one) => typedOne(typed, one))
      return parsePartialDate(day, month, year) || undefined
    }
    case 'geopoint':
      return pointOf(typedOne(typed, `${name}.lat`).trim(), typedOne(typed, `${name}.lon`).trim())
    case 'select_multiple': {
      const codes = [...new Set((typed.values.get(name) ?? []).filter((code) => code !== ''))]
      return codes.length === 0 ? undefined : codes
    }
    case 'list': {
      const lines = parseLines(text)
      return lines.length === 0 ? undefined : lines
    }
    case 'reference':
      return blank ? undefined : referenceOfLabel(names, field, text)
    case 'acknowledge':
      return text === 'true' ? true : undefined
    case 'text':
    case 'select_one':
      return blank ? undefined : text
    case 'file':
    case 'note':
    case 'calculate':
    case 'repeat':
      return undefined
  }
}

function pointOf(lat: string, lon: string): unknown {
  if (lat === '' && lon === '') return undefined
  if (lat === '') return { lon: parseNumber(lon) }
  if (lon === '') return { lat: parseNumber(lat) }
  return { lat: parseNumber(lat), lon: parseNumber(lon) }
}
