import type { Form } from '../form/definition/index.ts'
import { withNewRow } from './new-row.ts'
import type { Typed } from './typed.ts'

/** A repeat that needs rows starts with them: a person should not have to ask for what is required. */
export function withFirstRows(form: Form, typed: Typed, now: number): Typed {
  return form.fields
    .filter(({ type }) => type === 'repeat')
    .flatMap((repeat) => Array.from({ length: repeat.minCount }, () => repeat))
    .reduce((sum, repeat) => withNewRow(form, repeat, sum, now), typed)
}

/**
 * What the address already answers ("?action_id=PA-0003"), as if it were typed: it is checked like anything typed. It
 * agrees to nothing: a consent is the person's own act (GDPR recital 32).
 */
export function withAsked(form: Form, typed: Typed, query: Readonly<Record<string, string>>): Typed {
  const asked = form.fields.flatMap(({ name, type }): readonly [string, readonly string[]][] => {
    const value = query[name]
    return value === undefined || type === 'repeat' || type === 'acknowledge'
      ? []
      : [[name, [value.slice(0, mostAsked)]]]
  })
  return { ...typed, values: new Map([...typed.values, ...asked]) }
}

/** An address answers in a word: longer texts are typed. In UTF-16 code units. */
const mostAsked = 250
