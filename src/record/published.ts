import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { visibleAnswers } from '../form/index.ts'
import { allRecords } from '../store/records.ts'
import type { StoredRecord } from './record.ts'

/** Whether everyone may see a record: its form publishes it in its present state, and its author agreed. */
export const isPublished = (form: Form, record: Judged): boolean =>
  isInPublication(form, record) &&
  (form.publication?.field == null || record.answers[form.publication.field] === 'public')

/** Whether everyone may know that there is a record like theirs: its author shows it to nobody less. */
export const mayBeMentioned = ({ publication }: Form, { answers }: StoredRecord): boolean =>
  publication?.field == null || answers[publication.field] === 'public'

const isInPublication = ({ publication }: Form, { status, erasedAt }: Judged): boolean =>
  publication !== null && erasedAt == null && publication.states.includes(status)

/** What tells whether everyone may see a record. */
type Judged = Pick<StoredRecord, 'status' | 'answers'> & Partial<Pick<StoredRecord, 'erasedAt'>>

/** The records of a form as somebody sees them, and those they know nothing of but that they exist. */
export type Seen<One = StoredRecord> = {
  /** With the answers they may see, by number. */
  readonly records: readonly One[]
  /** Published records that their authors show to fewer people: whole, to be counted and nothing else. */
  readonly withheld: readonly One[]
}

/** What everyone may see of a form's records. */
export async function publicRecords({ db }: Context, form: Form): Promise<Seen> {
  const { records, withheld } = publicOf(form, await allRecords(db, form))
  return { records: records.map((record) => ({ ...record, coordination: nothingKept })), withheld }
}

/**
 * What everyone may see of records of a form that were read already. Of a record read in part, the field that its
 * publication depends on and the numbers that a number is a part of (`disclosure.of`) must be among what was read.
 */
export function publicOf<One extends Judged>(form: Form, all: readonly One[]): Seen<One> {
  const published = all.filter((record) => isInPublication(form, record))
  const { shown = [], withheld = [] } = Object.groupBy(published, (record) =>
    isPublished(form, record) ? 'shown' : 'withheld',
  )
  return {
    records: shown.map((record) => ({
      ...record,
      answers: visibleAnswers(form, record.answers, 'public'),
    })),
    withheld,
  }
}

/** What whoever asks may see: coordinators everything, in every state. */
export async function recordsSeen(context: Context, form: Form): Promise<Seen> {
  if (context.actor.role !== 'coordinator') return publicRecords(context, form)
  return { records: await allRecords(context.db, form), withheld: [] }
}

/** A record without what is not for everyone: answers, and what the coordination keeps beside them. */
export const asPublished = (form: Form, record: StoredRecord): StoredRecord => ({
  ...record,
  answers: visibleAnswers(form, record.answers, 'public'),
  coordination: nothingKept,
})

const nothingKept = { note: '', assignee: '' } as const
/**
 * The orders of a form, the newest first: everyone's are those that were sent, as everyone may read them; coordinators,
 * who ask for their own, have them all.
 */
export async function ordersSeen(
  { db, actor }: Context,
  form: Form,
  asked: 'public' | 'coordination',
): Promise<readonly StoredRecord[]> {
  const orders = (await allRecords(db, form)).toReversed()
  if (asked === 'coordination' && actor.role === 'coordinator') return orders
  return orders
    .filter(({ status }) => form.order?.sent.includes(status) ?? false)
    .map((record) => asPublished(form, record))
}
