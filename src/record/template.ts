import type { Answer, Answers } from '../form/answers.ts'
import type { Catalogue, Form } from '../form/definition/index.ts'
import { displayAnswer } from '../form/index.ts'

const place = /\{(\w+)\}/g

type Source = { readonly reference: string; readonly answers: Answers }

/**
 * An answer made of another record's: "{date}" alone is that very answer, in a longer text it is what a person reads.
 * {reference} is the record's own. Undefined when the template is one place and there is no answer.
 */
export function fillTemplate(
  catalogue: Catalogue,
  form: Form,
  source: Source,
  template: string,
): Answer | undefined {
  const [, only] = /^\{(\w+)\}$/.exec(template) ?? []
  if (only !== undefined) return only === 'reference' ? source.reference : source.answers[only]
  return fillText(catalogue, form, source, template, {})
}

/** A text with its places filled as a person reads them, French. `further`: what else may stand in it, by name. */
export function fillText(
  { lists }: Catalogue,
  form: Form,
  source: Source,
  template: string,
  further: Readonly<Record<string, string>>,
): string {
  const known: Readonly<Record<string, string>> = { reference: source.reference, ...further }
  return template.replace(place, (_, name: string) => {
    const given = known[name]
    if (given !== undefined) return given
    const field = form.fields.find((one) => one.name === name)
    return field ? displayAnswer(field, lists, source.answers[name], 'fr', new Map()) : ''
  })
}

/** The paragraphs of a text: what stands between empty lines. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
