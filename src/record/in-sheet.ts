import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { insertDeliveries, insertDeliveriesOf } from '../store/deliveries.ts'
import { deleteWithdrawn, insertWithdrawn } from '../store/sheet-withdrawn.ts'
import { countEvents, insertFirstEvent, insertNotes, insertNotice } from '../store/write-events.ts'
import { commit } from './commit.ts'
import { derivedId, eventAbout, eventOf } from './event.ts'
import type { SheetHappening } from './happening.ts'
import { derivedKey } from './key.ts'
import type { StoredRecord } from './record.ts'

/** Something that happened in the sheet to a record, and changed nothing of it. */
export type Noted = {
  readonly form: Form
  readonly record: StoredRecord
  readonly happening: SheetHappening
}

/**
 * Writes down what changes nothing of the record. The same thing of the same revision is written once, however often it
 * is said: whoever says it may be cut off and say it again.
 * @returns false when the record has changed or was erased in the meantime, and nothing was written
 */
export async function note(
  context: Context,
  form: Form,
  record: StoredRecord,
  happenings: readonly SheetHappening[],
): Promise<boolean> {
  const noted = happenings.map((happening) => ({ form, record, happening }))
  const { written, asked } = await noteAll(context, noted)
  return written === asked
}

/**
 * The same of several records at once, in one batch: what is about one that changed or was erased meanwhile is left out.
 * @returns how many different things were to be written down, and how many of them are
 */
export async function noteAll(
  context: Context,
  noted: readonly Noted[],
): Promise<{ readonly written: number; readonly asked: number }> {
  const { db, now } = context
  const notes = await Promise.all(
    noted.map(async ({ form, record, happening }) => {
      // Under the secret: the id stays when what was typed is erased, and must not tell whoever guesses it.
      const about = JSON.stringify([record.id, record.revision, happening])
      const id = await derivedId([await derivedKey(context.secret, `note of ${about}`)])
      const event = { ...eventOf(context, form, record, happening), id }
      return { record: record.id, revision: record.revision, event }
    }),
  )
  const ids = [...new Set(notes.map(({ event }) => event.id))]
  const [, , counted] = await db.batch<{ count: number }>([
    insertNotes(db, notes),
    insertDeliveriesOf(db, ids, now),
    countEvents(db, ids),
  ])
  context.wake()
  return { written: counted?.results[0]?.count ?? 0, asked: ids.length }
}

/** Tells of something about a whole tab of the sheet, and no record. */
export async function alert(context: Context, form: Form, tab: string, message: string): Promise<void> {
  const { db, now } = context
  const told = { form: form.id, tab, message }
  const event = eventAbout(context, 'sheet.braked', told, { tab, reason: message })
  await db.batch([insertNotice(db, form.id, event), insertDeliveries(db, event.id, now)])
  context.wake()
}

/** The coordinator took a row of the record out of the sheet: it is not put back unasked. The record is as it was. */
export async function withdrawRow(
  context: Context,
  form: Form,
  record: StoredRecord,
  tab: string,
  row: string,
): Promise<void> {
  const { db, now } = context
  const event = eventOf(context, form, record, { type: 'sheet.withdrawn', tab, row })
  await db.batch([
    insertWithdrawn(db, { tab, row, record: record.id, at: now }),
    insertFirstEvent(db, record.id, form.prefix, event),
    insertDeliveries(db, event.id, now),
  ])
  context.wake()
}

/** The row is to be shown again, or was seen again. Does nothing when it was not taken out. */
export async function restoreRow(
  context: Context,
  form: Form,
  record: StoredRecord,
  tab: string,
  row: string,
): Promise<void> {
  await commit(context, form, record.id, {
    write: deleteWithdrawn(context.db, tab, row),
    events: [eventOf(context, form, record, { type: 'sheet.restored', tab, row })],
    also: [],
  })
}
