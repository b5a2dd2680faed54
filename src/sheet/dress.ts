import type { sheets_v4 } from '@googleapis/sheets'
import type { Column, Kind } from './columns.ts'

/** How a column looks and what its cells offer. Pure. */
const formats: Readonly<Record<Kind, sheets_v4.Schema$NumberFormat | null>> = {
  // Text stays text when it is typed over: telephone numbers, codes with a leading zero.
  text: { type: 'TEXT' },
  free: null,
  date: { type: 'DATE', pattern: 'dd/mm/yyyy' },
  moment: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' },
  time: { type: 'TIME', pattern: 'hh:mm' },
}

/** #DCE9F5 as Google wants it, each part from 0 to 1. */
export function colour(hex: string): sheets_v4.Schema$Color {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255
  return { red: part(1), green: part(3), blue: part(5) }
}

/** What the rows above the records look like. */
export const headFormat: sheets_v4.Schema$CellFormat = {
  backgroundColor: colour('#1F4E5F'),
  textFormat: { bold: true, foregroundColor: colour('#FFFFFF') },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'TOP',
}

const grey = colour('#E8EAED')

/** The format and the drop-down list of a column's cells from a row down. */
export function dressRequests(
  sheetId: number,
  column: Column,
  index: number,
  fromRow: number,
): readonly sheets_v4.Schema$Request[] {
  const range = { sheetId, startRowIndex: fromRow, startColumnIndex: index, endColumnIndex: index + 1 }
  const numberFormat = formats[column.kind]
  const format: sheets_v4.Schema$CellFormat = {
    verticalAlignment: 'TOP',
    wrapStrategy: column.wrap ? 'WRAP' : 'CLIP',
    ...(numberFormat && { numberFormat }),
    ...(column.owner === 'mirror' && { backgroundColor: grey }),
  }
  const fields = `userEnteredFormat(${Object.keys(format).join(',')})`
  return [
    { repeatCell: { range, cell: { userEnteredFormat: format }, fields } },
    ...listRequests(column, range),
  ]
}

/** The drop-down list of a range in a column; nothing for a column without choices. */
export function listRequests(
  column: Column,
  range: sheets_v4.Schema$GridRange,
): readonly sheets_v4.Schema$Request[] {
  if (column.choices.length === 0) return []
  const values = column.choices.map((label) => ({ userEnteredValue: label }))
  const rule = { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true, strict: false }
  return [{ setDataValidation: { range, rule } }]
}
