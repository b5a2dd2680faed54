import type { Answer, Answers } from './answers.ts'
import { attributeOf } from './attribute.ts'
import type { Choice, Form } from './definition/index.ts'
import type { Scope, Value } from './expression/index.ts'
import { placeOf, rowsOf } from './fields.ts'

/** One row of a repeat, counted from 0. */
export type RowPlace = { readonly repeat: string; readonly index: number }

/** Where an expression is evaluated: among which answers, in which row (null: in none), when (ms since epoch, UTC). */
export type Place = {
  readonly form: Form
  readonly answers: Answers
  readonly row: RowPlace | null
  readonly now: number
}

/**
 * What an expression at this place sees. A name is a field of the same row if the row has it, else of the record; a
 * field of a repeat seen from outside is one value a row, a repeat one item (its number) a row.
 */
export function scopeOf(place: Place, self: Answer | undefined, choice: Choice | null = null): Scope {
  return {
    resolve: (name) => resolve(place, name),
    self: valueIn(self),
    position: place.row ? place.row.index + 1 : 0,
    attribute: (name) => (choice ? attributeOf(choice, name) : ''),
    now: place.now,
  }
}

function resolve({ form, answers, row }: Place, name: string): Value {
  const found = placeOf(form, name)
  if (!found) return ''
  if (!found.repeat) {
    return found.field.type === 'repeat'
      ? rowsOf(answers, name).map((_, index) => index + 1)
      : valueIn(answers[name])
  }
  const rows = rowsOf(answers, found.repeat.name)
  if (row?.repeat === found.repeat.name) return valueIn(rows[row.index]?.[name])
  return rows.map((one) => valueIn(one[name]))
}

/** An answer as expressions have it: '' when empty, a point as ODK writes it ("14.7 -17.4 0 0"), files by name. */
function valueIn(answer: Answer | undefined): Value {
  if (answer === undefined) return ''
  if (typeof answer !== 'object') return answer
  if ('lat' in answer) return `${answer.lat} ${answer.lon} 0 0`
  return answer.map((item, index) => {
    if (typeof item === 'string') return item
    return 'id' in item && typeof item.name === 'string' ? item.name : index + 1
  })
}
