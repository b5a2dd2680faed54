import type { Answer, Answers, GeoPoint, Row } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { labelOfReference, type Names } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import { formatNumber } from './format.ts'

/**
 * What stands in a form's controls: texts by control name ("zones.0.zone_region"), exactly as typed, and how many
 * rows each repeat has. Rows are numbered from 0 without gaps.
 */
export type Typed = {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly rows: ReadonlyMap<string, number>
}

/** The only text of a control; '' when there is none. */
export const typedOne = (typed: Typed, name: string): string => typed.values.get(name)?.[0] ?? ''

/** The controls of a field are named after it; these types have several, each with its part. */
export const parts = {
  partial_date: ['day', 'month', 'year'],
  geopoint: ['lat', 'lon'],
} as const

/** The names of every control of a field at `name`. */
export function controlNames(field: Field, name: string): readonly string[] {
  if (field.type === 'partial_date' || field.type === 'geopoint') {
    return parts[field.type].map((part) => `${name}.${part}`)
  }
  return [name]
}

/** The name of the control an error of this field is linked to. */
export const firstControl = (field: Field, name: string): string => controlNames(field, name)[0] ?? name

/** What the controls show for these answers. */
export function typedFromAnswers(form: Form, answers: Answers, names: Names, locale: Locale): Typed {
  const values = new Map<string, readonly string[]>()
  const rows = new Map<string, number>()
  const fill = (fields: readonly Field[], from: Answers | Row, prefix: string) => {
    for (const field of fields) {
      const answer = from[field.name]
      if (field.type === 'repeat') {
        const list = Array.isArray(answer) ? (answer as readonly Row[]) : []
        rows.set(field.name, list.length)
        list.forEach((row, index) => {
          fill(field.fields, row, `${field.name}.${index}.`)
        })
      } else if (answer !== undefined) {
        for (const [name, texts] of controlTexts(field, prefix + field.name, answer, names, locale)) {
          values.set(name, texts)
        }
      }
    }
  }
  fill(form.fields, answers, '')
  return { values, rows }
}

type Entry = readonly [string, readonly string[]]

function controlTexts(field: Field, name: string, answer: Answer, names: Names, locale: Locale): Entry[] {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return [[name, [formatNumber(Number(answer), locale)]]]
    case 'date':
      return [[name, [String(answer).split('-').reverse().join('/')]]]
    case 'time':
      return [[name, [String(answer).replace(':', 'h')]]]
    case 'partial_date': {
      const [year = '', month = '', day = ''] = String(answer).split('-')
      return [
        [`${name}.day`, [day]],
        [`${name}.month`, [month]],
        [`${name}.year`, [year]],
      ]
    }
    case 'geopoint': {
      const { lat, lon } = answer as GeoPoint
      return [
        [`${name}.lat`, [formatNumber(lat, locale)]],
        [`${name}.lon`, [formatNumber(lon, locale)]],
      ]
    }
    case 'select_multiple':
      return [[name, answer as readonly string[]]]
    case 'list':
      return [[name, [(answer as readonly string[]).join('\n')]]]
    case 'reference':
      return [
        [name, [field.reference?.free ? labelOfReference(names, field, String(answer)) : String(answer)]],
      ]
    case 'acknowledge':
      return [[name, [answer === true ? 'true' : '']]]
    case 'file':
    case 'note':
    case 'calculate':
    case 'repeat':
      return []
    case 'text':
    case 'select_one':
      return [[name, [String(answer)]]]
  }
}
