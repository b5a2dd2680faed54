import { meetingHappening, meetingNotice } from '../calendar/index.ts'
import type { Context } from '../context.ts'
import type { Calendar, Field, Form } from '../form/definition/index.ts'
import { findField, findForm } from '../form/index.ts'
import { referenceNames } from '../store/records.ts'
import type { Happening } from './happening.ts'
import type { StoredRecord } from './record.ts'
import { withGroupAsSet } from './settings.ts'

/** What a change of a record is to those who are to come to the meeting it is: nothing, or one thing to tell them. */
export async function meetingHappenings(
  context: Context,
  form: Form,
  before: StoredRecord,
  after: StoredRecord,
): Promise<readonly Happening[]> {
  const { calendar } = form
  const event = meetingHappening(form, before, after)
  if (calendar === null || event === null) return []
  const [{ catalogue, site }, names] = await Promise.all([
    withGroupAsSet(context),
    namesFor(context, form, calendar),
  ])
  const view = {
    form,
    calendar,
    lists: catalogue.lists,
    group: catalogue.group,
    namesOf: (field: Field) => names.get(field.name) ?? new Map(),
    locale: 'fr',
    page: site === '' ? null : new URL('/plan', site),
  } as const
  return [{ type: 'meeting', event, notice: meetingNotice(view, event, before, after) }]
}

/** What the records are called that the told fields refer to: one query a field that refers to any. */
async function namesFor(
  { db, catalogue }: Context,
  form: Form,
  { place, venue, details }: Calendar,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const told = [form.titleField, place, venue, ...details].flatMap((name) => {
    const field = name === null ? undefined : findField(form, name)
    const target = field?.reference ? findForm(catalogue, field.reference.form) : undefined
    return field?.reference && target ? [{ name: field.name, target, label: field.reference.label }] : []
  })
  return new Map(
    await Promise.all(
      told.map(async ({ name, target, label }) => [name, await referenceNames(db, target, label)] as const),
    ),
  )
}
