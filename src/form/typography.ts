import type { Catalogue } from './definition/index.ts'
import { isExpression } from './expression/index.ts'

const narrow = '\u202f'
const wide = '\u00a0'

/**
 * French spaces where a plain one was typed: no line begins with a punctuation mark. Narrow before ; ! ? and wide
 * before : and inside « » (Lexique des règles typographiques en usage à l'Imprimerie nationale). Nothing is added.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replaceAll(/ (?=[;!?])/g, narrow)
    .replaceAll(/ (?=[:»%])/g, wide)
    .replaceAll('« ', `«${wide}`)

/** A catalogue whose French words have their spaces, for pages; codes, expressions and seeds are as they were. */
export function typeset(catalogue: Catalogue): Catalogue {
  return {
    forms: catalogue.forms.map((form) => ({ ...spaced(form), seeds: form.seeds })),
    lists: spaced(catalogue.lists),
    group: spaced(catalogue.group),
  }
}

/** The same value with frenchSpaces in every `fr` of it. */
function spaced<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(spaced) as Value
  if (typeof value !== 'object' || value === null || isExpression(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'fr' && typeof inner === 'string' ? frenchSpaces(inner) : spaced(inner),
    ]),
  ) as Value
}
