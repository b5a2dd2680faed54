import type { Form } from '../form/definition/index.ts'
import { withNewRow } from './new-row.ts'
import type { Typed } from './typed.ts'

/**
 * What a button "add:zones" or "remove:zones:2" does to a form that has not been sent yet; null for any other
 * action. Adding beyond the most rows, or removing a row that is not there, changes nothing. `now`: milliseconds since 1970, UTC.
 */
export function withRepeatAction(form: Form, typed: Typed, action: string, now: number): Typed | null {
  const [verb, name, index] = action.split(':')
  const field = form.fields.find((one) => one.type === 'repeat' && one.name === name)
  if (!field || (verb !== 'add' && verb !== 'remove')) return null
  const count = typed.rows.get(field.name) ?? 0
  if (verb === 'add') return count >= field.maxCount ? typed : withNewRow(form, field, typed, now)
  const at = Number(index)
  if (!Number.isInteger(at) || at < 0 || at >= count) return typed
  return {
    values: withoutRow(typed.values, field.name, at),
    rows: new Map(typed.rows).set(field.name, count - 1),
  }
}

/** The values without those of a row; the rows after it move up. */
function withoutRow(values: Typed['values'], repeat: string, at: number): Typed['values'] {
  const kept = new Map<string, readonly string[]>()
  for (const [name, texts] of values) {
    const [head, index, ...rest] = name.split('.')
    const row = Number(index)
    if (head !== repeat || rest.length === 0 || row < at) kept.set(name, texts)
    else if (row > at) kept.set([head, row - 1, ...rest].join('.'), texts)
  }
  return kept
}
