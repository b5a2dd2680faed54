import type { Context } from '../context.ts'
import {
  contestedCell,
  isSettable,
  presentText,
  recordReference,
  recordsIn,
  type Side,
  standing,
  type Told,
  toldBy,
  wordsOf,
} from '../sheet/index.ts'
import type { StoredEvent } from '../store/events.ts'
import { findByReferences } from '../store/records.ts'
import { openSheetEvents } from '../store/sheet-decisions.ts'

/** An edit of the sheet that waits for a decision. */
export type OpenEdit = {
  readonly event: StoredEvent
  readonly told: Told
  /** Whose value the record had once the edit was answered. */
  readonly stands: Side
  /** What the cell shows now; null when there is no such cell any more. */
  readonly present: string | null
  /** Whether that is something else than what stood then. */
  readonly isChanged: boolean
  /** Whether the value that was lost can be taken here. */
  readonly isSettable: boolean
}

/** The edits that wait for a decision, the latest first, with the record as it is now: three queries and the names. */
export async function openEdits(context: Context, limit: number): Promise<readonly OpenEdit[]> {
  const { db, catalogue } = context
  const events = await openSheetEvents(db, limit)
  const edits = events.flatMap((event) => {
    const told = toldBy(event)
    return told === null ? [] : [{ event, told }]
  })
  const references = [...new Set(edits.map(({ told }) => recordReference(told.row)))]
  const forms = catalogue.forms.filter(({ id }) => events.some(({ form }) => form === id))
  const [records, words] = await Promise.all([
    findByReferences(db, catalogue, references),
    wordsOf(
      { ...catalogue, forms },
      recordsIn(() => context),
    ),
  ])
  return edits.map(({ event, told }): OpenEdit => {
    const record = records.find(({ id }) => id === event.record)
    const cell = record ? contestedCell(catalogue, words, record, told) : null
    const present = cell === null ? null : presentText(cell)
    const stands = standing(event)
    return {
      event,
      told,
      stands,
      present,
      isChanged: present === null || !isSameText(present, told[stands]),
      isSettable: cell !== null && isSettable(cell),
    }
  })
}

/** The catalogue of the pages has French spaces where that of the sheet has plain ones. */
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
