import type { GeoPoint, Row } from '../form/answers.ts'
import type { StoredRecord } from '../record/record.ts'
import { answerCell, type CellValue, momentSerial, textCell, type Words } from './cells.ts'
import type { Column } from './columns.ts'
import type { Tab } from './layout.ts'

/** A row as the sheet is to show it: every column of its tab has a value. Pure. */
export type DesiredRow = {
  readonly tab: Tab
  readonly reference: string
  readonly cells: ReadonlyMap<string, CellValue>
}

/**
 * The rows of a record: one in its form's tab, one in a repeat's tab for each row of the repeat. None if
 * erased.
 */
export function desiredRows(tabs: readonly Tab[], record: StoredRecord, words: Words): readonly DesiredRow[] {
  if (record.erasedAt !== null) return []
  return tabs.flatMap((tab) => {
    if (tab.repeat === null) return [desiredRow(tab, record, null, 0, words)]
    const rows = (record.answers[tab.repeat.name] ?? []) as readonly Row[]
    return rows.map((row, index) => desiredRow(tab, record, row, index + 1, words))
  })
}

/** The reference of a row of a repeat: FP-0012/3. */
const rowReference = (reference: string, position: number): string => `${reference}/${position}`

/** Whether a text has the shape of a reference: FP-0012, or FP-0012/3. */
export const isReference = (text: string): boolean => /^[A-Z]{2,8}-\d{4,}(\/\d+)?$/.test(text)

/** The reference of the record that a row is of: FP-0012 for FP-0012 and FP-0012/3. */
export const recordReference = (reference: string): string => reference.replace(/\/\d+$/, '')

/** Which row of its repeat a reference names, from 1; 0 for the record itself. */
export const rowPosition = (reference: string): number => Number(/\/(\d+)$/.exec(reference)?.[1] ?? 0)

function desiredRow(
  tab: Tab,
  record: StoredRecord,
  row: Row | null,
  position: number,
  words: Words,
): DesiredRow {
  const cells = new Map(
    tab.columns.map((column) => [column.key, cellOf(tab, column, record, row, position, words)] as const),
  )
  return { tab, reference: row === null ? record.reference : rowReference(record.reference, position), cells }
}

function cellOf(
  tab: Tab,
  { source }: Column,
  record: StoredRecord,
  row: Row | null,
  position: number,
  words: Words,
): CellValue {
  switch (source.from) {
    case 'reference':
      return row === null ? record.reference : rowReference(record.reference, position)
    case 'position':
      return position
    case 'status': {
      const state = tab.form.workflow.states.find(({ code }) => code === record.status)
      return state?.label.fr ?? record.status
    }
    case 'note':
      return textCell(record.coordination.note)
    case 'assignee':
      return textCell(record.coordination.assignee)
    case 'created':
      return momentSerial(record.createdAt)
    case 'updated':
      return momentSerial(record.updatedAt)
    case 'sort':
      return textCell(String(record.answers[source.date] ?? ''))
    case 'remark':
    case 'board':
      return ''
    case 'record':
    case 'row': {
      const answer = (source.from === 'row' ? row : record.answers)?.[source.field.name]
      if (source.part === 'whole') return answerCell(source.field, answer, words)
      return answer === undefined ? '' : (answer as GeoPoint)[source.part]
    }
    default:
      return source satisfies never
  }
}

/** A row whose content is gone: every cell of ours empty but the reference, and why in the remark. */
export function blankRow(tab: Tab, reference: string, remark: string): DesiredRow {
  const cells = tab.columns.map(({ key, source }): readonly [string, CellValue] => {
    if (source.from === 'reference') return [key, reference]
    return [key, source.from === 'remark' ? remark : '']
  })
  return { tab, reference, cells: new Map(cells) }
}
