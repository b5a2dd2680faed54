import type { Answer, Answers, Row } from '../form/answers.ts'
import type { Field } from '../form/definition/index.ts'
import { pointerOf, rowsOf } from '../form/index.ts'
import type { StoredRecord } from '../record/index.ts'
import { type Acting, conflictOf } from './acting.ts'
import { readCells } from './cell-answer.ts'
import type { Words } from './cells.ts'
import type { CellEdit } from './edits.ts'
import type { Records } from './ports.ts'
import { irrelevantReason } from './remark.ts'
import { rowPosition } from './rows.ts'

/**
 * Revises the record by the edits of its answers, all at once, since one may only be right with another; those at
 * fault are refused, and the rest is tried again.
 */
export async function actOnAnswers(
  records: Records,
  acting: Acting,
  words: Words,
  edits: readonly CellEdit[],
): Promise<void> {
  let patches = readPatches(edits, words, acting)
  while (patches.length > 0) {
    const all = patches.flatMap((patch) => patch.edits)
    const record = acting.record()
    const acted = await records.revise(record, patched(record, patches), all.flatMap(conflictOf))
    if (acting.take(acted, all)) {
      for (const patch of patches) refuseDropped(acting, patch)
      return
    }
    if (acted.kind !== 'refused') return
    const named = patches.filter((patch) => acted.pointers.some((pointer) => isUnder(pointer, patch.pointer)))
    // A rule that is told of another question: the last of several edits is taken for the one that broke it.
    const atFault = named.length > 0 ? named : patches.slice(-1)
    for (const patch of atFault) refusePatch(acting, patch, acted.message)
    patches = patches.filter((patch) => !atFault.includes(patch))
  }
}

/** Both cells of a point are one answer, refused once. */
function refusePatch(acting: Acting, { edits: [edit, ...parts] }: Patch, reason: string): void {
  if (edit) acting.refuse(edit, reason)
  for (const part of parts) acting.settle(part)
}

/** An edited answer: of the record itself (position 0), or of a row of its repeat. */
type Patch = {
  readonly field: Field
  readonly repeat: string | null
  readonly position: number
  readonly pointer: string
  readonly answer: Answer | undefined
  readonly edits: readonly CellEdit[]
}

/** The edited answers that can be read; the others are refused. Both cells of a point are one answer. */
function readPatches(edits: readonly CellEdit[], words: Words, { refuse }: Acting): readonly Patch[] {
  const patches: Patch[] = []
  const byAnswer = Map.groupBy(
    edits.filter(({ column }) => 'field' in column.source),
    ({ row, column }) =>
      `${row.tab.key} ${row.reference} ${'field' in column.source ? column.source.field.name : ''}`,
  )
  for (const group of byAnswer.values()) {
    const [edit] = group
    if (!edit || !('field' in edit.column.source)) continue
    const { field } = edit.column.source
    const reading = readCells(field, edit.cells, words)
    if (!reading.ok) {
      for (const one of group) refuse(one, reading.message)
      continue
    }
    const repeat = edit.row.tab.repeat?.name ?? null
    const position = rowPosition(edit.row.reference)
    const pointer = repeat === null ? pointerOf(field.name) : pointerOf(repeat, position - 1, field.name)
    patches.push({ field, repeat, position, pointer, answer: reading.answer, edits: group })
  }
  return patches
}

function patched({ answers }: StoredRecord, patches: readonly Patch[]): Answers {
  let changed = answers
  for (const { field, repeat, position, answer } of patches) {
    if (repeat === null) {
      changed = withAnswer(changed, field.name, answer)
      continue
    }
    const rows = rowsOf(changed, repeat).map((row, index) =>
      index === position - 1 ? withAnswer(row, field.name, answer) : row,
    )
    changed = { ...changed, [repeat]: rows }
  }
  return changed
}

function withAnswer<Holder extends Answers | Row>(
  holder: Holder,
  name: string,
  answer: Answer | undefined,
): Holder {
  const { [name]: _, ...others } = holder
  return (answer === undefined ? others : { ...others, [name]: answer }) as Holder
}

/** A question that the other answers make irrelevant keeps no answer, as on the site; whoever typed one is told. */
function refuseDropped({ record, refuse }: Acting, patch: Patch): void {
  const { field, repeat, position, answer, edits } = patch
  const { answers } = record()
  const holder = repeat === null ? answers : rowsOf(answers, repeat)[position - 1]
  const [edit] = edits
  if (answer !== undefined && holder?.[field.name] === undefined && edit) refuse(edit, irrelevantReason)
}

const isUnder = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`)
