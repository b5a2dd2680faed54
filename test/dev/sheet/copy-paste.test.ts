import type { sheets_v4 } from '@googleapis/sheets'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, refusal, update } from './client.ts'

let sheet: LocalSheet
let client: sheets_v4.Sheets
const tab = 'Feuille 1'

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  client = googleClient(sheet)
})

afterEach(async () => {
  await sheet.close()
})

type Corners = readonly [top: number, left: number, bottom: number, right: number]
const range = ([top, left, bottom, right]: Corners, sheetId = 0) => ({
  sheetId,
  startRowIndex: top,
  startColumnIndex: left,
  endRowIndex: bottom,
  endColumnIndex: right,
})

function paste(
  source: Corners,
  destination: sheets_v4.Schema$GridRange,
  pasteType = 'PASTE_NORMAL',
  pasteOrientation = 'NORMAL',
) {
  const copyPaste = { source: range(source), destination, pasteType, pasteOrientation }
  return update(client, sheet.spreadsheetId, [{ copyPaste }])
}

const shown = async (asked: string, valueRenderOption = 'UNFORMATTED_VALUE') => {
  const { spreadsheetId } = sheet
  const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: asked, valueRenderOption })
  return data.values
}

describe('the destination of a paste', () => {
  beforeEach(() => sheet.book.paste(tab, 0, 0, 'a\tb\nc\td'))

  test('repeats the source when it spans a multiple of it', async () => {
    await paste([0, 0, 2, 2], range([2, 2, 6, 6]))
    expect(await shown('C3:F6')).toEqual([
      ['a', 'b', 'a', 'b'],
      ['c', 'd', 'c', 'd'],
      ['a', 'b', 'a', 'b'],
      ['c', 'd', 'c', 'd'],
    ])
  })

  test('repeats in one direction only when it spans a multiple in that one', async () => {
    await paste([0, 0, 2, 2], range([2, 0, 6, 1]))
    expect(await shown('A3:F9')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test.each([
    ['smaller than the source', [4, 0, 5, 1]],
    ['larger without being a multiple', [4, 0, 7, 3]],
  ] as const)('that is %s gets the source once, from its corner', async (_, corners) => {
    await paste([0, 0, 2, 2], range(corners))
    expect(await shown('A5:D9')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('may be on another tab, and may overlap the source', async () => {
    await update(client, sheet.spreadsheetId, [{ addSheet: { properties: { sheetId: 9, title: 'Copie' } } }])
    await paste([0, 0, 2, 2], range([1, 1, 3, 3], 9))
    expect(await shown('Copie!B2:C3')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    await paste([0, 0, 2, 2], range([1, 0, 3, 2]))
    expect(await shown('A1:B4')).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('is emptied by the empty cells of the source', async () => {
    await paste([5, 5, 6, 7], range([0, 0, 1, 2]))
    expect(await shown('A1:B2')).toEqual([[], ['c', 'd']])
    expect(sheet.book.cell(tab, 0, 0)).toEqual({})
  })

  test('is refused outside the grid, and in the ranges others have protected', async () => {
    const refused = async (destination: sheets_v4.Schema$GridRange) =>
      (await refusal(paste([0, 0, 2, 2], destination))).message
    expect(await refused(range([999, 0, 1000, 1]))).toBe(
      "Invalid requests[0].copyPaste: Range ('Feuille 1'!A1000:B1001) exceeds grid limits. " +
        'Max rows: 1000, max columns: 26',
    )
    expect(await refused(range([1000, 0, 1001, 1]))).toContain('exceeds grid limits')
    expect(await refused(range([0, 0, 1, 1], 5))).toBe('Invalid requests[0].copyPaste: No grid with id: 5')
    sheet.book.request({ addProtectedRange: { protectedRange: { range: range([5, 1, 6, 2]) } } })
    expect(await refused(range([4, 0, 5, 1]))).toContain('You are trying to edit a protected cell')
    await paste([0, 0, 2, 2], range([6, 0, 7, 1]))
  })
})

describe('a paste', () => {
  beforeEach(() => {
    sheet.book.paste(tab, 0, 0, '3\t=A1*2\t=$A$1+A$1+$A1\t=A1/0')
    const format = { userEnteredFormat: { textFormat: { bold: true } }, note: 'revoir' }
    const fields = 'userEnteredFormat.textFormat.bold,note'
    sheet.book.request({ repeatCell: { range: range([0, 1, 1, 2]), cell: format, fields } })
    sheet.book.edit(tab, 1, 0, '10')
  })

  test('of all copies values, formats and notes, and shifts what $ does not fix in formulas', async () => {
    await paste([0, 1, 1, 4], range([1, 1, 2, 2]))
    expect(await shown('B2:D2', 'FORMULA')).toEqual([['=A2*2', '=$A$1+A$1+$A2', '=A2/0']])
    expect(await shown('B2:D2')).toEqual([[20, 16, '#DIV/0!']])
    expect(sheet.book.cell(tab, 1, 1)).toMatchObject({
      note: 'revoir',
      userEnteredFormat: { textFormat: { bold: true } },
    })
  })

  test('of a formula leaves #REF! for a cell that would be beyond the grid’s edge', async () => {
    await paste([0, 1, 1, 3], range([3, 0, 4, 1]))
    expect(await shown('A4:B4', 'FORMULA')).toEqual([['=#REF!*2', '=$A$1+#REF!+$A4']])
    expect(await shown('A4:B4')).toEqual([['#REF!', '#REF!']])
  })

  test('of values writes what formulas give, errors as their text, and leaves the format', async () => {
    sheet.book.request({
      repeatCell: { range: range([4, 0, 5, 1]), cell: { note: 'à moi' }, fields: 'note' },
    })
    await paste([0, 1, 1, 4], range([4, 0, 5, 1]), 'PASTE_VALUES')
    expect(await shown('A5:C5', 'FORMULA')).toEqual([[6, 9, '#DIV/0!']])
    expect(sheet.book.cell(tab, 4, 0)).toEqual({ userEnteredValue: { numberValue: 6 }, note: 'à moi' })
  })

  test('of formulas leaves the format; of formats leaves the value and brings the dropdown', async () => {
    const rule = { condition: { type: 'BOOLEAN' } }
    sheet.book.request({ setDataValidation: { range: range([0, 1, 1, 2]), rule } })
    await paste([0, 1, 1, 2], range([1, 1, 2, 2]), 'PASTE_FORMULA')
    expect(sheet.book.cell(tab, 1, 1)).toEqual({ userEnteredValue: { formulaValue: '=A2*2' } })
    await paste([0, 1, 1, 2], range([1, 0, 2, 1]), 'PASTE_FORMAT')
    expect(sheet.book.cell(tab, 1, 0)).toEqual({
      userEnteredValue: { numberValue: 10 },
      userEnteredFormat: { textFormat: { bold: true } },
      dataValidation: rule,
    })
  })

  test('that transposes turns rows into columns', async () => {
    sheet.book.paste(tab, 5, 0, 'a\tb\tc\nd\te\tf')
    await paste([5, 0, 7, 3], range([9, 0, 10, 1]), 'PASTE_VALUES', 'TRANSPOSE')
    expect(await shown('A10:C12')).toEqual([
      ['a', 'd'],
      ['b', 'e'],
      ['c', 'f'],
    ])
  })

  test('of all copies merges, and undoes those it covers', async () => {
    const merge = (corners: Corners) => ({ mergeCells: { range: range(corners), mergeType: 'MERGE_ALL' } })
    await update(client, sheet.spreadsheetId, [merge([5, 0, 6, 2]), merge([10, 1, 12, 2])])
    await paste([5, 0, 6, 2], range([10, 0, 12, 2]))
    expect(sheet.book.sheet(tab).merges).toEqual([
      range([5, 0, 6, 2]),
      range([10, 0, 11, 2]),
      range([11, 0, 12, 2]),
    ])
  })

  test.each(['PASTE_NO_BORDERS', 'PASTE_DATA_VALIDATION', 'PASTE_CONDITIONAL_FORMATTING'])(
    'of kind %s says that it is not done here',
    async (type) => {
      expect(await refusal(paste([0, 0, 1, 1], range([5, 0, 6, 1]), type))).toEqual({
        status: 501,
        message: `Invalid requests[0].copyPaste: The local sheet does not offer ${type}.`,
      })
    },
  )

  test('of an unknown kind is refused as Google’s parser does', async () => {
    const refused = await refusal(paste([0, 0, 1, 1], range([5, 0, 6, 1]), 'PASTE_ALL'))
    expect(refused.message).toBe(
      "Invalid value at 'requests[0].copy_paste.paste_type' " +
        '(type.googleapis.com/google.apps.sheets.v4.PasteType), "PASTE_ALL"',
    )
  })
})
