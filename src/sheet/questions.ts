import type { sheets_v4 } from '@googleapis/sheets'
import { toCell } from './cells.ts'
import type { Column } from './columns.ts'
import { headFormat } from './dress.ts'
import type { AnyTab } from './layout.ts'

type Request = sheets_v4.Schema$Request

/** A column where it stands in the grid. */
export type PlacedColumn = { readonly column: Column; readonly index: number }

/** Whether a row of questions stands above the header, as in the group's minutes: on the tab of a plan. Pure. */
export const hasQuestions = ({ key, form }: AnyTab): boolean =>
  form !== null && form.plan !== null && key === form.id

/** The questions of a plan in a row, each in one cell merged above its columns, as far as they stand side by side. */
export function questionRequests(
  tab: AnyTab,
  columns: readonly PlacedColumn[],
  row: number,
): readonly Request[] {
  if (!hasQuestions(tab)) return []
  const line = { sheetId: tab.sheetId, startRowIndex: row, endRowIndex: row + 1 }
  const runs = runsOf(tab, columns).flatMap(({ question, start, end }): readonly Request[] => {
    const range = { ...line, startColumnIndex: start, endColumnIndex: end }
    const written = { range: { ...range, endColumnIndex: start + 1 }, cell: toCell(question) }
    return [
      { repeatCell: { ...written, fields: 'userEnteredValue' } },
      ...(end - start > 1 ? [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }] : []),
    ]
  })
  const dressed = { range: line, cell: { userEnteredFormat: headFormat }, fields: 'userEnteredFormat' }
  return [{ repeatCell: dressed }, ...runs]
}

type Run = { readonly question: string; readonly start: number; end: number }

function runsOf(tab: AnyTab, columns: readonly PlacedColumn[]): readonly Run[] {
  const runs: Run[] = []
  for (const { column, index } of [...columns].sort((one, other) => one.index - other.index)) {
    const question = questionOf(tab, column)
    const last = runs.at(-1)
    if (question === null) continue
    if (last?.question === question && last.end === index) last.end = index + 1
    else runs.push({ question, start: index, end: index + 1 })
  }
  return runs
}

function questionOf(tab: AnyTab, { source }: Column): string | null {
  if (!('field' in source)) return null
  const asked = tab.form?.plan?.columns.find(({ columns }) =>
    columns.some(({ fields }) => fields.includes(source.field.name)),
  )
  return asked?.question.fr ?? null
}
