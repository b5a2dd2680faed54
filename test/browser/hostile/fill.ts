import type { Field, Form } from '../../../src/form/definition/index.ts'
import { corpus } from './corpus.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * The answers with every free text of the form, those of its rows included, in place of what stood there: each another
 * of the corpus, and others again for another `turn`.
 */
export function hostile(form: Form, answers: Values, turn: number): Values {
  let next = turn * 17
  const nextFitting = (field: Field): string => {
    for (let tried = 0; tried < corpus.length; tried++) {
      const text = corpus[next++ % corpus.length] ?? ''
      if (text.length <= field.maxLength) return text
    }
    throw new Error(`nothing is short enough for ${field.name}`)
  }
  const texts = (fields: readonly Field[], values: Values): Values =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = values[field.name]
        if (field.type === 'repeat')
          return Array.isArray(value)
            ? [[field.name, value.map((row) => texts(field.fields, row as Values))]]
            : []
        if (field.type === 'text' && field.format === null) return [[field.name, nextFitting(field)]]
        if (field.type === 'list' && field.format === null)
          return [[field.name, [nextFitting(field), nextFitting(field)].slice(0, field.maxCount)]]
        if (field.type === 'reference' && field.reference?.free) return [[field.name, nextFitting(field)]]
        return value === undefined ? [] : [[field.name, value]]
      }),
    )
  return texts(form.fields, answers)
}
