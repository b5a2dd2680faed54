import type { Answer, Answers } from './answers.ts'
import type { Field, Form } from './definition/index.ts'
import { evaluate, isTrue, type Value } from './expression/index.ts'
import { pointerOf, rowsOf } from './fields.ts'
import { settlingOrder } from './order.ts'
import { pick } from './pick.ts'
import { type RowPlace, scopeOf } from './scope.ts'

/** What relevance and calculations make of answers. */
export type Derived = {
  /** The relevant answers, in the order of the form, calculations done. */
  readonly answers: Answers
  /** Pointers of the fields that these answers make irrelevant, whether answered or not. */
  readonly irrelevant: ReadonlySet<string>
}

type Draft = { [name: string]: Answer }

/**
 * Drops answers that are not relevant, as in ODK, and does the calculations; a calculation sees its former value as
 * `.`. It judges nothing: browsers run it at every keystroke.
 * @param now milliseconds since epoch, UTC: what today() and now() say
 */
export function derive(form: Form, answers: Answers, { now }: { readonly now: number }): Derived {
  const draft: Draft = { ...answers }
  for (const { name, type } of form.fields) {
    if (type === 'repeat' && draft[name]) draft[name] = rowsOf(answers, name).map((row) => ({ ...row }))
  }
  const irrelevant = new Set<string>()
  for (const { field, repeat } of settlingOrder(form)) {
    if (!repeat) {
      settleField(field, draft, null)
      continue
    }
    rowsOf(draft, repeat.name).forEach((row, index) => {
      settleField(field, row as Draft, { repeat: repeat.name, index })
    })
  }
  return { answers: pick(form.fields, draft, () => true), irrelevant }

  function settleField(field: Field, holder: Draft, row: RowPlace | null): void {
    const scope = scopeOf({ form, answers: draft, row, now }, holder[field.name])
    if (field.relevant && !isTrue(field.relevant, scope)) {
      delete holder[field.name]
      irrelevant.add(row ? pointerOf(row.repeat, row.index, field.name) : pointerOf(field.name))
    } else if (field.calculation) {
      const answer = calculated(evaluate(field.calculation, scope), field.maxLength)
      if (answer === undefined) delete holder[field.name]
      else holder[field.name] = answer
    }
  }
}

/** What a calculation leaves as answer; nothing for an empty value. */
function calculated(value: Value, maxLength: number): Answer | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = joined(value).slice(0, maxLength).toWellFormed()
  return text === '' ? undefined : text
}

/** Several values in one text, by spaces, as ODK writes them. */
const joined = (value: Value): string =>
  typeof value === 'object' ? value.map(joined).join(' ') : String(value)
