import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { allFields, type Names } from '../form/names.ts'
import type { Locale } from '../form/text.ts'
import type { StoredRecord } from '../record/index.ts'
import { publicNames, referencesOf } from '../record/public-text.ts'
import { asPublished } from '../record/published.ts'
import { flatAnswers, type Shown } from './flat-answers.ts'

/** What everyone reads of a record once it is published, with the names that everyone may know. */
export async function publicAnswers(
  context: Context,
  form: Form,
  record: StoredRecord,
  locale: Locale,
): Promise<readonly Shown[]> {
  const { answers } = asPublished(form, record)
  const nameOf = await publicNames(context, [record])
  const known = new Map(referencesOf(form, answers).map((answer) => [answer, nameOf(answer) || answer]))
  const names: Names = new Map(
    allFields(form).flatMap(({ reference }) =>
      reference === null ? [] : [[`${reference.form}.${reference.label}`, known] as const],
    ),
  )
  return flatAnswers(form, answers, { lists: context.catalogue.lists, names, locale })
}
