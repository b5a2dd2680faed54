import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { placedFields } from '../form/index.ts'
import { markMentionsDue } from '../store/sheet-due.ts'
import type { StoredRecord } from './record.ts'

/**
 * The sheet shows a record that others refer to by one of its answers: when that answer changes, the others' rows are
 * due too. No statement when nothing refers to it, or by what did not change.
 */
export function mentionsDue(
  { db, catalogue }: Context,
  { id }: Form,
  before: StoredRecord,
  after: StoredRecord,
  eventId: string,
): readonly D1PreparedStatement[] {
  const forms = catalogue.forms.filter((form) =>
    placedFields(form).some(
      ({ field: { reference } }) =>
        reference?.form === id && before.answers[reference.label] !== after.answers[reference.label],
    ),
  )
  if (forms.length === 0) return []
  return [
    markMentionsDue(
      db,
      before.reference,
      forms.map((form) => form.id),
      eventId,
    ),
  ]
}
