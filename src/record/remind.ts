import {
  awaitedMinutes,
  type Due,
  dueReminders,
  reminderNotice,
  reminderRange,
  rowKey,
  writtenMeetings,
} from '../calendar/index.ts'
import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { placeOf } from '../form/index.ts'
import { findDated } from '../store/dated.ts'
import { findSketches } from '../store/sketches.ts'
import type { Note } from '../store/write-events.ts'
import { emitOnce } from './emit-once.ts'
import { derivedId, eventOf } from './event.ts'
import { withGroupAsSet } from './settings.ts'

/**
 * Emits the reminders that are due, each once: its event's id is made of what it reminds of and of the date it counts
 * from, so that a sweep cut off, run twice or run at the same time as another doubles nothing, and a date that was moved
 * is reminded of anew. Nothing is written when nothing is new.
 * @returns how many were not yet emitted when it looked
 */
export async function remind(context: Context): Promise<number> {
  const due = await allDue(context)
  if (due.length === 0) return 0
  const named = await Promise.all(due.map(async (one) => ({ ...one, id: await idOf(one) })))
  // Only where something is new is it asked how the group is called, and once.
  let called: Promise<Context> | undefined
  const asSet = () => {
    called ??= withGroupAsSet(context)
    return called
  }
  return emitOnce(
    context,
    named.map(({ form, due: one, id }) => ({
      id,
      note: async () => noteOf(await asSet(), form, one, id),
    })),
  )
}

type DueOf = { readonly form: Form; readonly due: Due }

/** What is due of every form: one query for all of them, and one for minutes if some are awaited. */
async function allDue(context: Context): Promise<readonly DueOf[]> {
  const { db, catalogue, now } = context
  const forms = catalogue.forms.filter(({ reminders }) => reminders.length > 0)
  const sought = forms.flatMap((form) =>
    form.reminders.map((reminder) => ({
      form: form.id,
      field: reminder.date,
      repeat: placeOf(form, reminder.date)?.repeat?.name ?? null,
      states: reminder.states,
      ...reminderRange(reminder, now),
    })),
  )
  const records = Map.groupBy(await findDated(db, catalogue, sought), ({ form }) => form)
  const dueOf = (written: ReadonlySet<string>) =>
    forms.flatMap((form) =>
      dueReminders(form, records.get(form.id) ?? [], now, written).map((due) => ({ form, due })),
    )
  const due = dueOf(new Set())
  return due.some((one) => one.due.reminder.awaitsMinutes) ? dueOf(await written(context)) : due
}

/** The references of the meetings whose minutes are on their way. */
async function written({ db, catalogue }: Context): Promise<ReadonlySet<string>> {
  const awaited = awaitedMinutes(catalogue)
  const wanted = awaited.map(({ minutes }) => ({ form: minutes.form, fields: [minutes.field] }))
  const sketches = await findSketches(db, wanted)
  return new Set(awaited.flatMap((one) => [...writtenMeetings(catalogue, one, sketches)]))
}

const idOf = ({ form, due }: DueOf): Promise<string> =>
  derivedId([due.record.id, due.reminder.event, due.days, due.date, rowKey(form, due)])

function noteOf(context: Context, form: Form, due: Due, id: string): Note {
  const { catalogue, site } = context
  const { record, reminder, date, days } = due
  const view = { form, lists: catalogue.lists, group: catalogue.group, locale: 'fr', site } as const
  const happening = {
    type: 'reminder',
    event: reminder.event,
    notice: reminderNotice(view, due),
    reminder: { date, days },
  } as const
  const event = { ...eventOf(context, form, record, happening), id }
  return { record: record.id, revision: record.revision, event }
}
