import type { Answer, Answers, Row } from './answers.ts'
import type { Field, Form } from './definition/index.ts'
import { evaluate, type Value } from './expression/index.ts'
import { rowsOf } from './fields.ts'
import { scopeOf } from './scope.ts'

type Draft = { [name: string]: Answer }

/** What an empty form starts with: the defaults of its fields, without rows. `now`: ms since epoch, UTC. */
export function initialAnswers(form: Form, { now }: { readonly now: number }): Answers {
  const draft: Draft = {}
  for (const field of form.fields) {
    if (!field.default) continue
    const answer = answerOf(
      field,
      evaluate(field.default, scopeOf({ form, answers: draft, row: null, now }, undefined)),
    )
    if (answer !== undefined) draft[field.name] = answer
  }
  return draft
}

/** What a new row of a repeat starts with, after the rows already there. `now`: ms since epoch, UTC. */
export function initialRow(
  form: Form,
  repeat: Field,
  answers: Answers,
  { now }: { readonly now: number },
): Row {
  const draft: Draft = {}
  const rows = [...rowsOf(answers, repeat.name), draft]
  const place = {
    form,
    answers: { ...answers, [repeat.name]: rows },
    row: { repeat: repeat.name, index: rows.length - 1 },
    now,
  }
  for (const field of repeat.fields) {
    if (!field.default) continue
    const answer = answerOf(field, evaluate(field.default, scopeOf(place, undefined)))
    if (answer !== undefined) draft[field.name] = answer
  }
  return draft
}

/** An expression's value as an answer of the field's type; nothing for what such a field cannot start with. */
function answerOf(field: Field, value: Value): Answer | undefined {
  if (value === '') return undefined
  switch (field.type) {
    case 'integer':
    case 'decimal': {
      const number = Number(value)
      return Number.isFinite(number) ? number : undefined
    }
    case 'select_multiple':
    case 'list': {
      const texts = typeof value === 'object' ? value.map(String) : splitList(field, String(value))
      return texts.length === 0 ? undefined : texts
    }
    case 'acknowledge':
      return value === true ? true : undefined
    case 'text':
    case 'reference':
    case 'select_one':
    case 'date':
    case 'partial_date':
    case 'time':
      return String(value)
    case 'geopoint':
    case 'file':
    case 'note':
    case 'calculate':
    case 'repeat':
      return undefined
  }
}

/** Codes are parted by spaces, as in XLSForm; a list's items may hold spaces, so a text is one item. */
const splitList = (field: Field, text: string): readonly string[] =>
  field.type === 'select_multiple' ? text.split(' ').filter((code) => code !== '') : [text]
