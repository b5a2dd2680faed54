import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { findForm } from '../form/index.ts'
import { isProblem, type Problem } from '../problem.ts'
import {
  accept,
  alert,
  coordinate,
  note,
  publishes,
  restoreRow,
  revise,
  type StoredRecord,
  transition,
  warningsOf,
  withdrawRow,
} from '../record/index.ts'
import { logStamp } from '../store/events.ts'
import { findByReferences, findRecord, referenceNames } from '../store/records.ts'
import { clearDue, countDue, dueRecords, markAllDue } from '../store/sheet-due.ts'
import { withdrawnRows } from '../store/sheet-withdrawn.ts'
import { boardsOfRecords } from './board/index.ts'
import type { Acted, Records } from './ports.ts'
import { exposedRemark } from './remark.ts'

/** The records in D1, changed only through `record`: by the form's rules, as the coordinator at work in the sheet. */
export function recordsIn(context: () => Context): Records {
  const formOf = (id: string): Form => {
    const form = findForm(context().catalogue, id)
    if (!form) throw new Error(`no form ${id}`)
    return form
  }
  return {
    due: (limit) => dueRecords(context().db, context().catalogue, limit),
    count: () => countDue(context().db),
    clear: (shown) => clearDue(context().db, shown),
    markAll: (forms) => markAllDue(context().db, forms, context().now),
    find: (references) => findByReferences(context().db, context().catalogue, references),
    names: (form, field) => referenceNames(context().db, formOf(form), field),
    revise: (record, answers, beside) =>
      acted(() =>
        revise(context(), formOf(record.form), record, { answers, revision: record.revision }, beside),
      ),
    coordinate: (record, change, beside) =>
      acted(() => coordinate(context(), formOf(record.form), record, change, beside)),
    transition: async (record, to, beside) => {
      const form = formOf(record.form)
      const done = await acted(() => transition(context(), form, record, { to, note: '' }, beside))
      if (done.kind !== 'done' || !publishes(form, record, to)) return done
      return { ...done, remark: exposedRemark(await warningsOf(context(), form, done.record)) }
    },
    accept: (form, id, answers) => acted(() => acceptRow(context(), formOf(form), id, answers)),
    recall: (id) => findRecord(context().db, context().catalogue, id),
    alert: (tab, message) => alert(context(), formOf(tab.split('/')[0] ?? ''), tab, message),
    stamp: () => logStamp(context().db),
    boards: (now) => boardsOfRecords(context().db, context().catalogue, now),
    note: (record, happenings) => note(context(), formOf(record.form), record, happenings),
    withdrawn: () => withdrawnRows(context().db),
    withdraw: (record, tab, row) => withdrawRow(context(), formOf(record.form), record, tab, row),
    restore: (record, tab, row) => restoreRow(context(), formOf(record.form), record, tab, row),
  }
}

async function acceptRow(
  context: Context,
  form: Form,
  id: string,
  answers: StoredRecord['answers'],
): Promise<StoredRecord> {
  await accept(context, form, { id, answers, locale: 'fr' })
  const record = await findRecord(context.db, context.catalogue, id)
  if (!record) throw new Error(`accepted, and not there: ${id}`)
  return record
}

async function acted(act: () => Promise<StoredRecord>): Promise<Acted> {
  try {
    return { kind: 'done', record: await act(), remark: '' }
  } catch (cause) {
    if (!isProblem(cause)) throw cause
    return refusal(cause)
  }
}

/** What a problem means to whoever typed in the sheet. @throws the problem when it is none of theirs */
function refusal(problem: Problem): Acted {
  switch (problem.code) {
    case 'revision-stale':
    case 'erased':
    case 'not-found':
    case 'same-id-other-answers':
      return { kind: 'overtaken' }
    case 'invalid':
    case 'transition-refused': {
      const messages = problem.errors.map(({ message }) => message.fr)
      const message = messages.length > 0 ? messages.join(' ') : (problem.detail ?? problem.title).fr
      return { kind: 'refused', message, pointers: problem.errors.map(({ pointer }) => pointer) }
    }
    default:
      throw problem
  }
}
