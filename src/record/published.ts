import type { Context } from '../context.ts'
import type { Form } from '../form/definition.ts'
import { visibleAnswers } from '../form/index.ts'
import { allRecords } from '../store/records.ts'
import type { StoredRecord } from './record.ts'

/** Whether everyone may see a record: its form publishes it in its present state, and its author agreed. */
export const isPublished = (form: Form, record: StoredRecord): boolean =>
  isInPublication(form, record) &&
  (form.publication?.field == null || record.answers[form.publication.field] === 'public')

const isInPublication = ({ publication }: Form, record: StoredRecord): boolean =>
  publication !== null && record.erasedAt === null && publication.states.includes(record.status)

/** The records of a form as somebody sees them, and those they know nothing of but that they exist. */
export type Seen = {
  /** With the answers they may see, by number. */
  readonly records: readonly StoredRecord[]
  /** Published records that their authors show to fewer people: whole, to be counted and nothing else. */
  readonly withheld: readonly StoredRecord[]
}

/** What everyone may see of a form's records. */
export async function publicRecords({ db }: Context, form: Form): Promise<Seen> {
  const published = (await allRecords(db, form)).filter((record) => isInPublication(form, record))
  const { shown = [], withheld = [] } = Object.groupBy(published, (record) =>
    isPublished(form, record) ? 'shown' : 'withheld',
  )
  return { records: shown.map((record) => asPublished(form, record)), withheld }
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
  coordination: { note: '', assignee: '' },
})
