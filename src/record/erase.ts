import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { blankResponses } from '../store/attempts.ts'
import { blankEvents } from '../store/blank-events.ts'
import { deleteCommentsOn } from '../store/comments.ts'
import { deleteLinksOf } from '../store/links.ts'
import { deleteWithdrawnOf } from '../store/sheet-withdrawn.ts'
import { blankVersions } from '../store/versions.ts'
import { deleteInvitationsOf } from '../store/write-invitations.ts'
import { mentionsDue } from './mentions.ts'
import type { StoredRecord } from './record.ts'
import { judgedAgain, write } from './write.ts'

/**
 * Takes a record's content away for good: answers, notes, what its history says of them, and what receivers of its
 * webhooks answered. Its number stays taken. Erasing what is erased does nothing.
 * @param isToGo asked of the record as it is at the moment it is written; one of which it is false is left as it is
 */
export async function erase(
  context: Context,
  form: Form,
  record: StoredRecord,
  isToGo: (present: StoredRecord) => boolean = () => true,
): Promise<void> {
  if (record.erasedAt !== null) return
  await judgedAgain(context, record, async (present) => {
    if (!isToGo(present)) return
    const blank = { answers: {}, coordination: { note: '', assignee: '' }, erasedAt: context.now }
    await write(context, form, present, {
      change: blank,
      happenings: [{ type: 'record.erased' }],
      also: (event) => [
        blankEvents(context.db, present.id, event),
        blankResponses(context.db, present.id, event),
        deleteWithdrawnOf(context.db, present.id, event),
        ...(form.minutes === null
          ? []
          : [
              blankVersions(context.db, present.id, event),
              deleteCommentsOn(context.db, present.id, event),
              deleteLinksOf(context.db, present.id, event),
            ]),
        ...(form.campaign === null && form.directory === null
          ? []
          : deleteInvitationsOf(context.db, present, event)),
        ...mentionsDue(context, form, present, { ...present, ...blank }, event),
      ],
    })
  })
}
