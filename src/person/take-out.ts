import type { Answers, Row } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { rewritten } from '../form/rewrite.ts'
import type { Finder } from './match.ts'

/** Taking a person out of what a record says. Pure. */

/** What stands in place of a person whom nothing names any more, where something must stand. */
export const erasedName = 'Personne effacée'
const erasedInText = '[personne effacée]'
/** RFC 2606 keeps this ending from ever being an address. */
const erasedEmail = 'personne-effacee@exemple.invalid'

/** A text without the person: what was there alone is the erased person's, in a sentence it is put between brackets. */
export function withoutPersonIn(text: string, find: Finder): string {
  const spans = find(text)
  if (spans.length === 0) return text
  const [from, to] = spans[0] ?? [0, 0]
  if (spans.length === 1 && text.slice(0, from).trim() === '' && text.slice(to).trim() === '') {
    return text.includes('@') ? erasedEmail : erasedName
  }
  let rest = ''
  let end = 0
  for (const [start, stop] of spans) {
    rest += text.slice(end, start) + erasedInText
    end = stop
  }
  return rest + text.slice(end)
}

/** Any JSON without the person in its texts; what does not name them is the very same value. */
export function withoutPerson<Value>(value: Value, find: Finder): Value {
  if (typeof value === 'string') return withoutPersonIn(value, find) as Value
  if (Array.isArray(value)) return value.map((one) => withoutPerson(one, find)) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutPerson(one as unknown, find)]),
  ) as Value
}

/** Whether any text of a JSON value names the person. */
export function names(value: unknown, find: Finder): boolean {
  if (typeof value === 'string') return find(value).length > 0
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some((one) => names(one, find))
}

/** Whether a field asks something of a person. */
export const asksOfPerson = ({ data }: Field): boolean => data !== null

/** Answers, or a row of them, that a personal answer says are about the person. */
export const isAbout = (fields: readonly Field[], answers: Answers | Row, find: Finder): boolean =>
  fields.some((field) => asksOfPerson(field) && names(answers[field.name] ?? null, find))

/**
 * The answers without the person. Where a personal answer names them, the personal answers beside it are theirs too:
 * these go, or become the erased person's where the form requires one, and so do the agreements they gave. Elsewhere
 * they are taken out of the texts, and nothing else changes: rows, numbers and choices still count.
 */
export const answersWithout = (form: Form, answers: Answers, find: Finder): Answers =>
  rewritten(form.fields, answers, (fields, level) => {
    const isTheirs = isAbout(fields, level, find)
    return (field, answer) => {
      if (isTheirs && field?.type === 'acknowledge') return undefined
      return isTheirs && field && asksOfPerson(field) ? inPlaceOf(field) : withoutPerson(answer, find)
    }
  })

/** What stands in place of a personal answer that goes: something where the form requires one. */
export function inPlaceOf({ required, format }: Field): string | undefined {
  if (required === null) return undefined
  return format === 'email' ? erasedEmail : erasedName
}
