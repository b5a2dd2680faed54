import { isClean } from '../form/index.ts'
import type { Coordination, StoredRecord } from '../record/index.ts'
import { type Acting, conflictOf } from './acting.ts'
import { codeOf } from './cell-answer.ts'
import { cellFits } from './cells.ts'
import type { CellEdit } from './edits.ts'
import type { Records } from './ports.ts'
import { cellText, emptyStatusReason } from './remark.ts'

/** Keeps what the coordinator wrote of the record: a note, who is in charge. */
export async function actOnCoordination(
  records: Records,
  acting: Acting,
  edits: readonly CellEdit[],
): Promise<void> {
  const own = edits.filter(({ column }) => coordinationKey(column.source.from) !== null)
  for (const edit of own) {
    const fault = coordinationFault(edit, acting.record())
    if (fault !== null) acting.refuse(edit, fault)
  }
  const kept = own.filter((edit) => !acting.isAnswered(edit))
  if (kept.length === 0) return
  const change = coordinationOf(kept)
  acting.take(await records.coordinate(acting.record(), change, kept.flatMap(conflictOf)), kept)
}

/** A status that was typed is the transition to it. */
export async function actOnStatus(
  records: Records,
  acting: Acting,
  edits: readonly CellEdit[],
): Promise<void> {
  const edit = edits.find(({ column }) => column.source.from === 'status')
  if (!edit) return
  const code = codeOf(edit.row.tab.form.workflow.states, edit.sheet)
  if (code === null) return acting.refuse(edit, unknownStatus(edit))
  if (code === acting.record().status) return acting.settle(edit)
  const acted = await records.transition(acting.record(), code, conflictOf(edit))
  if (!acting.take(acted, [edit]) && acted.kind === 'refused') acting.refuse(edit, acted.message)
}

const coordinationKey = (from: CellEdit['column']['source']['from']): keyof Coordination | null =>
  from === 'note' || from === 'assignee' ? from : null

const coordinationOf = (edits: readonly CellEdit[]): Partial<Coordination> =>
  Object.fromEntries(
    edits.map(({ column, sheet }) => [coordinationKey(column.source.from), cellText('text', sheet)]),
  )

/** Why a note or a name cannot be kept; null when it can. */
function coordinationFault({ column, sheet }: CellEdit, record: StoredRecord): string | null {
  const key = coordinationKey(column.source.from)
  if (key !== null && !cellFits(record.coordination[key])) {
    return 'Le texte de la fiche est plus long que la cellule\u00a0: corrigez-le sur le site.'
  }
  return isClean(cellText('text', sheet))
    ? null
    : 'Le texte contient des caractères invisibles. Saisissez-le de nouveau.'
}

function unknownStatus({ row, sheet }: CellEdit): string {
  if (sheet === '') return emptyStatusReason
  const labels = row.tab.form.workflow.states.map(({ label }) => `«\u00a0${label.fr}\u00a0»`)
  return `Les statuts sont ${labels.join(', ')}.`
}
