import type { Context } from '../context.ts'
import { type Annex, type MinutesDocument, withAnnex } from '../document/index.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { labelOfReference } from '../form/names.ts'
import { findByReferences } from '../store/records.ts'
import { loadNames } from './load-names.ts'
import type { VersionContent } from './publish.ts'

/** The document of a version with its annex: those of its attendance who may be named today, the others as a number. */
export async function documentWithAnnex(
  context: Context,
  form: Form,
  { document, attendance }: VersionContent,
): Promise<MinutesDocument> {
  if (form.document === null) return document
  return withAnnex(document, form.document, await annexOf(context, attendance))
}

async function annexOf(context: Context, attendance: VersionContent['attendance']): Promise<Annex | null> {
  if (attendance === null) return null
  const records = await findByReferences(context.db, context.catalogue, attendance.named)
  const form = findForm(context.catalogue, records[0]?.form ?? '')
  const names = form ? await loadNames(context, [form]) : new Map()
  const field = form?.fields.find(({ name }) => name === form.attendance?.organisation)
  const named = attendance.named.flatMap((reference) => {
    const record = records.find((one) => one.reference === reference)
    if (!record || record.erasedAt !== null || !form?.attendance || !field) return []
    const { name, organisation, consent } = form.attendance
    if (record.answers[consent] !== true || record.status !== form.workflow.initial) return []
    return [
      {
        name: String(record.answers[name] ?? ''),
        organisation: labelOfReference(names, field, String(record.answers[organisation] ?? '')),
      },
    ]
  })
  return { named, unnamed: attendance.total - named.length }
}
