import type { Context } from '../context.ts'
import { documentOf, type MinutesDocument } from '../document/index.ts'
import type { Answers } from '../form/answers.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { compareItems } from '../plan/index.ts'
import { allRecords } from '../store/records.ts'
import { countVersions, insertVersion } from '../store/versions.ts'
import { attendanceFormOf, attendeesOf } from './attendance.ts'
import { loadNames } from './load-names.ts'
import { type Notice, subjectOf } from './notice.ts'
import type { StoredRecord } from './record.ts'
import { searchableVersion } from './search-index.ts'
import { withGroupAsSet } from './settings.ts'
import { fillText } from './template.ts'

/**
 * What a version keeps for good. Of those who were there it keeps references and no names: whoever withdraws consent,
 * or is erased, is named in no version any more, the old ones included.
 */
export type VersionContent = {
  readonly reference: string
  readonly answers: Answers
  readonly document: MinutesDocument
  /** Attendance records of those who may be named, and how many people there were; null when the meeting has no list. */
  readonly attendance: { readonly named: readonly string[]; readonly total: number } | null
}

/** A version about to be published: what its event tells of it, and the statements that keep it with that event. */
export type NextVersion = {
  readonly told: { readonly version: number; readonly notice: Notice }
  readonly statements: (event: string) => readonly D1PreparedStatement[]
}

/** Freezes a record as its next version, and words its announcement. */
export async function nextVersion(context: Context, form: Form, record: StoredRecord): Promise<NextVersion> {
  const { db, now } = context
  const [count, content, { catalogue }] = await Promise.all([
    countVersions(db, record.id),
    frozenOf(context, form, record),
    withGroupAsSet(context),
  ])
  const number = count + 1
  return {
    told: { version: number, notice: noticeOf({ ...context, catalogue }, form, record, number) },
    statements: (event) => [
      insertVersion(db, { record: record.id, number, at: now, content: JSON.stringify(content) }, event),
      ...searchableVersion(context, form, record, content, event),
    ],
  }
}

/** What a version of the record as it stands would keep. */
export async function frozenOf(context: Context, form: Form, record: StoredRecord): Promise<VersionContent> {
  const { reference, answers } = record
  const [{ catalogue }, names, plan, attendance] = await Promise.all([
    withGroupAsSet(context),
    loadNames(context, [form]),
    planOf(context, form),
    attendanceOf(context, form, answers),
  ])
  const { lists, group } = catalogue
  const document = documentOf({ form, lists, names, group: group?.name.fr ?? '', answers, plan })
  return { reference, answers, document, attendance }
}

/** The plan of action as it stands, if the document may show one: what is published of it, in its order. */
async function planOf(context: Context, { document }: Form) {
  const shown = document?.parts.find((part) => part.type === 'sections')?.plan ?? null
  const form = shown && findForm(context.catalogue, shown.form)
  if (!form?.plan) return null
  const { plan, publication } = form
  const records = await allRecords(context.db, form)
  return {
    form,
    plan,
    records: records
      .filter(({ status }) => publication?.states.includes(status))
      .toSorted((one, other) => compareItems(form, plan, one, other)),
  }
}

async function attendanceOf(context: Context, { minutes, fields }: Form, answers: Answers) {
  const field = fields.find(({ name }) => name === minutes?.meeting)
  const meeting = field === undefined ? undefined : answers[field.name]
  const meetings = findForm(context.catalogue, field?.reference?.form ?? '')
  const lists = meetings && attendanceFormOf(context, meetings)
  if (!lists || meeting === undefined) return null
  const attendees = await attendeesOf(context, lists, String(meeting))
  const named = attendees.filter(({ consents }) => consents).map(({ reference }) => reference)
  return { named, total: attendees.length }
}

function noticeOf(
  { catalogue, site }: Context,
  form: Form,
  { reference, answers }: StoredRecord,
  version: number,
): Notice {
  const announcement = form.minutes?.announcement
  const url = site === '' ? '' : new URL(`/comptes-rendus/${reference}`, site).href
  const filled = (template = '') =>
    fillText(catalogue, form, { reference, answers }, template, { version: String(version), url })
  const subject = version === 1 ? announcement?.subject : announcement?.correction
  return { subject: subjectOf(catalogue.group, filled(subject)), text: filled(announcement?.text), url }
}
