import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { isProblem, problem } from '../problem.ts'
import { findRecord } from '../store/records.ts'
import { updateRecord } from '../store/write-record.ts'
import { type Change, commit } from './commit.ts'
import { consentChanges } from './consent.ts'
import { eventOf } from './event.ts'
import { type Happening, takesContent } from './happening.ts'
import { meetingHappenings } from './meeting.ts'
import type { StoredRecord } from './record.ts'
import { searchChanges } from './search-index.ts'
import { recordView } from './view.ts'

/** What changes of a record, what happened to it, and what else is written with the first of its events. */
export type Next = {
  readonly change: Partial<StoredRecord>
  readonly happenings: readonly [Happening, ...Happening[]]
  readonly also: (firstEvent: string) => Change['also'] | Promise<Change['also']>
}

/** Writes a record's next revision. @throws problem 'revision-stale' when another change came first, 'erased' */
export async function write(
  context: Context,
  form: Form,
  record: StoredRecord,
  { change, happenings, also }: Next,
): Promise<StoredRecord> {
  const next = { ...record, ...change, revision: record.revision + 1, updatedAt: context.now }
  const [first, ...further] = happenings
  const event = eventOf(context, form, next, first)
  const meeting = await meetingHappenings(context, form, record, next)
  const written = await commit(context, form, record.id, {
    write: updateRecord(
      context.db,
      next,
      record.revision,
      happenings.some(({ type }) => takesContent(type)),
    ),
    events: [event, ...[...further, ...meeting].map((happening) => eventOf(context, form, next, happening))],
    also: [
      ...(await also(event.id)),
      ...(await consentChanges(context, form, record, next, event.id)),
      ...(await searchChanges(context, form, record, next, event.id)),
    ],
  })
  if (written) return next
  throw stale(await present(context, record))
}

export const stale = (present: StoredRecord) =>
  problem('revision-stale', { extension: { record: recordView(present) } })

/** Does what does not depend on a revision seen before: when another change came first, it is judged again after it. */
export async function judgedAgain<Result>(
  context: Context,
  record: StoredRecord,
  act: (record: StoredRecord) => Promise<Result>,
): Promise<Result> {
  try {
    return await act(record)
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'revision-stale') throw cause
    return judgedAgain(context, await present(context, record), act)
  }
}

/** @throws problem 'not-found', 'erased' */
async function present(context: Context, { id }: StoredRecord): Promise<StoredRecord> {
  const record = await findRecord(context.db, context.catalogue, id)
  if (!record) throw problem('not-found')
  if (record.erasedAt !== null) throw problem('erased')
  return record
}
