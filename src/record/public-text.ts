import type { Context } from '../context.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm, placedFields, rowsOf } from '../form/index.ts'
import { type PublicNames, type PublicText, textOfAnswers, textOfDocument } from '../search/index.ts'
import { findByReferences } from '../store/records.ts'
import type { VersionContent } from './publish.ts'
import { asPublished, isPublished } from './published.ts'
import type { StoredRecord } from './record.ts'
import { parseReference } from './reference.ts'

/**
 * What everyone may read of a record now, in its state of now; null when it is not everyone's. Of minutes it is their
 * newest version, whatever became of the record since.
 * @param newest the content of that version, if there is one
 */
export function publicText(
  { catalogue }: Context,
  form: Form,
  record: StoredRecord,
  newest: string | null,
  names: PublicNames,
): PublicText | null {
  if (record.erasedAt !== null) return null
  if (form.minutes !== null)
    return newest === null || newest === '' ? null : versionText(form, JSON.parse(newest) as VersionContent)
  if (!isPublished(form, record)) return null
  return textOfAnswers(form, catalogue.lists, asPublished(form, record).answers, record.reference, names)
}

/** What everyone may read of a version. */
export const versionText = (form: Form, { reference, answers, document }: VersionContent): PublicText => ({
  title: String(answers[form.titleField] ?? reference),
  text: textOfDocument(document),
})

/** What everyone may know a record by; minutes are known by their versions alone. */
export function publicName(form: Form, record: StoredRecord): string | null {
  if (form.minutes !== null || !isPublished(form, record)) return null
  const name = asPublished(form, record).answers[form.titleField]
  return name === undefined ? null : String(name)
}

/** The names of what these records refer to, as far as everyone may know them: one query, none without references. */
export async function publicNames(
  { db, catalogue }: Context,
  records: readonly StoredRecord[],
): Promise<PublicNames> {
  const references = records.flatMap((record) => {
    const form = findForm(catalogue, record.form)
    return form ? referencesOf(form, record.answers) : []
  })
  const found = await findByReferences(db, catalogue, [...new Set(references)])
  const names = new Map(
    found.map((record) => {
      const form = findForm(catalogue, record.form)
      return [record.reference, form ? publicName(form, record) : null]
    }),
  )
  return (answer) => (parseReference(catalogue, answer) === null ? answer : (names.get(answer) ?? ''))
}

/** What the answers of a form refer to, rows included: references, and names of nobody's. */
export const referencesOf = (form: Form, answers: Answers): readonly string[] =>
  placedFields(form)
    .filter(({ field }) => field.reference !== null)
    .flatMap(({ field, repeat }) =>
      repeat === null ? [answers[field.name]] : rowsOf(answers, repeat.name).map((row) => row[field.name]),
    )
    .filter((answer) => typeof answer === 'string')
