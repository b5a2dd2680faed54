import type { Context } from '../context.ts'
import type { Form, Term } from '../form/definition/index.ts'
import { mergedTerms } from '../form/glossary.ts'
import { allRecords } from '../store/records.ts'

/** The terms of the group's lexicon, over those it began with, for a form that has long texts: one query. */
export async function loadTerms({ db, catalogue }: Context, form: Form): Promise<readonly Term[]> {
  const lexicon = catalogue.forms.find(({ glossary }) => glossary !== null)
  const hasLongText = form.fields.some(
    ({ multiline, fields }) => multiline || fields.some((one) => one.multiline),
  )
  if (!lexicon?.glossary || !hasLongText) return []
  const { preferred, avoid, states, starting } = lexicon.glossary
  const own = (await allRecords(db, lexicon))
    .filter(({ status }) => states.includes(status))
    .map(({ answers }) => ({
      preferred: String(answers[preferred] ?? ''),
      avoid: Array.isArray(answers[avoid]) ? answers[avoid].map(String) : [],
    }))
  return mergedTerms(starting, own)
}
