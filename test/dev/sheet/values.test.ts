import type { sheets_v4 } from '@googleapis/sheets'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, refusal } from './client.ts'

let sheet: LocalSheet
let client: sheets_v4.Sheets
let spreadsheetId: string

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  client = googleClient(sheet)
  spreadsheetId = sheet.spreadsheetId
})

afterEach(async () => {
  await sheet.close()
})

describe('values', () => {
  test('typed in the spreadsheet’s locale become numbers, dates and booleans', async () => {
    await client.spreadsheets.values.update({
      spreadsheetId,
      range: "'Feuille 1'!A1",
      valueInputOption: 'USER_ENTERED',
      requestBody: {
        values: [['1 234,5', '24/09/2018', 'VRAI', "'007", '12%', '1.5', '31/02/2018', null, '']],
      },
    })
    expect(sheet.book.values('Feuille 1')).toEqual([[1234.5, 43367, true, '007', 0.12, '1.5', '31/02/2018']])
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: 'Feuille 1' })
    expect(data).toEqual({
      range: "'Feuille 1'!A1:Z1000",
      majorDimension: 'ROWS',
      values: [['1234,5', '24/09/2018', 'VRAI', '007', '12%', '1.5', '31/02/2018']],
    })
  })

  test('written raw are kept as they are', async () => {
    const { data } = await client.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [{ range: 'Feuille 1!B2:C2', values: [['01000', 3]] }],
        includeValuesInResponse: true,
      },
    })
    expect(data.totalUpdatedCells).toBe(2)
    expect(data.responses?.[0]?.updatedData?.values).toEqual([['01000', '3']])
    expect(sheet.book.values('Feuille 1')).toEqual([[], ['', '01000', 3]])
  })

  test('are refused for a range that cannot be read or starts beyond the grid', async () => {
    const get = (range: string) => refusal(client.spreadsheets.values.get({ spreadsheetId, range }))
    expect(await get('Disparu!A1:B2')).toEqual({
      status: 400,
      message: 'Unable to parse range: Disparu!A1:B2',
    })
    expect(await get("'Feuille 1'!AB1")).toEqual({
      status: 400,
      message: "Range ('Feuille 1'!AB1) exceeds grid limits. Max rows: 1000, max columns: 26",
    })
  })

  test('by data filter come in an order of their own, each with its filter', async () => {
    const ranges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2']
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: ranges.map((a1Range) => ({ a1Range })) },
    })
    const answered = (data.valueRanges ?? []).map((match) => match.dataFilters?.[0]?.a1Range)
    expect(answered).not.toEqual(ranges)
    expect(answered.toSorted()).toEqual(ranges)
    for (const match of data.valueRanges ?? []) {
      expect(match.valueRange?.range).toBe(`'Feuille 1'!${match.dataFilters?.[0]?.a1Range}`)
    }
  })
})
