import type { Answers, Row } from '../form/answers.ts'
import type { Field, Form } from '../form/definition/index.ts'
import { type Finder, finderOf } from './match.ts'
import { alsoKnownAs, nobody, type Person } from './person.ts'
import { asksOfPerson, isAbout } from './take-out.ts'

/**
 * How else the person is known, by the personal answers that stand beside one that names them: so that what a record
 * said of them before is found too.
 */
function knownBy(form: Form, answers: Answers, find: Finder): Person {
  const levels: (readonly [readonly Field[], Answers | Row])[] = [
    [form.fields, answers],
    ...form.fields
      .filter(({ type }) => type === 'repeat')
      .flatMap(({ name, fields }) => {
        const rows = answers[name]
        return Array.isArray(rows) ? (rows as readonly Row[]).map((row) => [fields, row] as const) : []
      }),
  ]
  const texts = levels
    .filter(([fields, level]) => isAbout(fields, level, find))
    .flatMap(([fields, level]) =>
      fields.flatMap((field) => {
        const text = asksOfPerson(field) ? level[field.name] : undefined
        return typeof text === 'string'
          ? [{ format: field.format, text, isNamed: find(text).length > 0 }]
          : []
      }),
    )
  const of = (keeps: (one: (typeof texts)[number]) => boolean) => texts.filter(keeps).map(({ text }) => text)
  return {
    names: of(({ format, isNamed }) => format === null && isNamed),
    emails: of(({ format }) => format === 'email'),
    phones: of(({ format }) => format === 'tel'),
  }
}

/** What a record says, or said when it was published. */
type Said = { readonly form: Form; readonly answers: Answers }

const knownByAll = (said: readonly Said[], find: Finder): Person =>
  said.map(({ form, answers }) => knownBy(form, answers, find)).reduce<Person>(alsoKnownAs, nobody)

/** The person, and how else any of these know them: so that all that was said of them is found. Pure. */
export const wholePerson = (person: Person, said: readonly Said[]): Person =>
  alsoKnownAs(person, knownByAll(said, finderOf(person)))

/** How else any of these know the person than those who look for them. Pure. */
export function furtherWays(person: Person, said: readonly Said[]): Person {
  const find = finderOf(person)
  const { names, emails, phones } = knownByAll(said, find)
  const isFurther = (text: string) => find(text).length === 0
  return {
    names: names.filter(isFurther),
    emails: emails.filter(isFurther),
    phones: phones.filter(isFurther),
  }
}
