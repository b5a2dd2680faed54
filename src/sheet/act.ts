import type { StoredRecord } from '../record/index.ts'
import { actOnAnswers } from './act-answers.ts'
import { actOnCoordination, actOnStatus } from './act-coordination.ts'
import { type ActedOn, beginActing } from './acting.ts'
import type { Words } from './cells.ts'
import type { CellEdit } from './edits.ts'
import type { Records } from './ports.ts'
import { changedRowReason, forbiddenReason, unsureReason } from './remark.ts'

/**
 * Does to the record what the coordinator did to its rows, through `record`: the same rules, guards, events and
 * webhooks as anywhere else. Answers first, since guards look at them; the status last.
 */
export async function actOn(
  records: Records,
  words: Words,
  record: StoredRecord,
  edits: readonly CellEdit[],
): Promise<ActedOn> {
  const acting = beginActing(records, record)
  for (const edit of edits) {
    const reason = reasonAgainst(edit)
    if (reason !== null) acting.refuse(edit, reason)
  }
  const open = edits.filter((edit) => edit.verdict !== 'error' && !acting.isAnswered(edit))
  await actOnAnswers(records, acting, words, open)
  if (!acting.isOvertaken()) await actOnCoordination(records, acting, open)
  if (!acting.isOvertaken()) await actOnStatus(records, acting, open)
  await acting.writeDown()
  return acting.result()
}

/** Why an edit cannot be kept whatever it says; null when it may. */
function reasonAgainst({ verdict, row }: CellEdit): string | null {
  switch (verdict) {
    case 'unsure':
      return unsureReason
    case 'forbidden':
      return forbiddenReason
    case 'conflict':
      // The record's rows are told by their numbers: by now another one may stand at this number.
      return row.tab.repeat === null ? null : changedRowReason
    case 'sheet':
    case 'error':
      return null
  }
}
