import type { Context } from '../context.ts'
import { simplified } from '../form/characters.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm, placedFields } from '../form/index.ts'
import type { PublicText } from '../search/index.ts'
import {
  deleteSearchable,
  type Looked,
  markSearchDue,
  putSearchable,
  recordsDueForSearch,
  settleSearch,
} from '../store/searchable.ts'
import { publicName, publicNames, publicText, versionText } from './public-text.ts'
import type { VersionContent } from './publish.ts'
import { isPublished } from './published.ts'
import type { StoredRecord } from './record.ts'

/**
 * What a change of a record does to the search, to be written with its first event: what everyone may see now is
 * searchable, what everyone could see before and may not any more is not. Nothing for what never was everyone's. Of
 * minutes the versions are searchable (`searchableVersion`), and not the record.
 * @param before null when it is new
 */
export async function searchChanges(
  context: Context,
  form: Form,
  before: StoredRecord | null,
  after: StoredRecord,
  event: string,
): Promise<readonly D1PreparedStatement[]> {
  const { db } = context
  const mentions = before === null ? [] : mentioning(context, form, before, after, event)
  if (after.erasedAt !== null) return [deleteSearchable(db, after.id, event), ...mentions]
  if (form.minutes !== null) return []
  if (isPublished(form, after)) {
    const text = publicText(context, form, after, null, await publicNames(context, [after]))
    return text === null ? mentions : [putSearchable(db, entryOf(after, text), event), ...mentions]
  }
  if (before === null || !isPublished(form, before)) return []
  return [deleteSearchable(db, after.id, event), ...mentions]
}

/** Makes a version of minutes searchable, in place of the one before it. */
export const searchableVersion = (
  { db }: Context,
  form: Form,
  record: StoredRecord,
  content: VersionContent,
  event: string,
): readonly D1PreparedStatement[] =>
  form.minutes === null ? [] : [putSearchable(db, entryOf(record, versionText(form, content)), event)]

/** Records that mention this one are found by its name: when everyone knows another one, they are looked at again. */
function mentioning(
  { db, catalogue }: Context,
  form: Form,
  before: StoredRecord,
  after: StoredRecord,
  event: string,
): readonly D1PreparedStatement[] {
  if (publicName(form, before) === publicName(form, after)) return []
  const forms = catalogue.forms
    .filter((one) => placedFields(one).some(({ field }) => field.reference?.form === form.id))
    .map(({ id }) => id)
  return forms.length === 0 ? [] : [markSearchDue(db, before.reference, forms, event)]
}

const entryOf = ({ id }: StoredRecord, { title, text }: PublicText) => ({
  record: id,
  title: simplified(title),
  text: simplified(text),
})

/** Records a run looks at: a constant number of queries (the free plan allows 50 an invocation), little time. */
const lookedAtPerRun = 20

/** Looks at records that are due for the search, some at a time. @returns how many it looked at */
export async function fillSearch(context: Context): Promise<number> {
  const due = await recordsDueForSearch(context.db, context.catalogue, lookedAtPerRun)
  if (due.length === 0) return 0
  const names = await publicNames(
    context,
    due.map(({ record }) => record),
  )
  const looked = due.map(({ record, newest }): Looked => {
    const form = findForm(context.catalogue, record.form)
    const text = form ? publicText(context, form, record, newest, names) : null
    const entry = text === null ? { record: record.id, title: null, text: '' } : entryOf(record, text)
    return { ...entry, revision: record.revision }
  })
  await settleSearch(context.db, looked)
  return due.length
}
