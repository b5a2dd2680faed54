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

const write = (range: string, values: string[][]) =>
  client.spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption: 'RAW',
    requestBody: { values },
  })

async function append(range: string, insertDataOption?: string) {
  const { data } = await client.spreadsheets.values.append({
    spreadsheetId,
    range,
    valueInputOption: 'RAW',
    requestBody: { values: [['x', 'y']] },
    ...(insertDataOption !== undefined && { insertDataOption }),
  })
  return data
}

describe('values.append', () => {
  /** The two tables of Google's guide: A1:C2 and B4:D6. */
  const fill = async () => {
    const line = ['a', 'b', 'c']
    await write("'Feuille 1'!A1", [line, line])
    await write("'Feuille 1'!B4", [line, line, line])
  }

  test.each([
    ['Feuille 1', 'B7'],
    ["'Feuille 1'!B4", 'B7'],
    ["'Feuille 1'!C5:D5", 'B7'],
    ["'Feuille 1'!B2:D4", 'B7'],
    ["'Feuille 1'!A3:G10", 'B7'],
    ["'Feuille 1'!A1", 'A3'],
    ["'Feuille 1'!E4", 'E4'],
    ["'Feuille 1'!A4", 'A4'],
  ])('to %s of the guide’s example starts at %s', async (range, start) => {
    await fill()
    const { updates } = await append(range)
    expect(updates?.updatedRange?.split('!')[1]?.split(':')[0]).toBe(start)
  })

  test('tells the table it found, and none where there is none', async () => {
    await fill()
    expect(await append("'Feuille 1'!B4")).toEqual({
      spreadsheetId,
      tableRange: "'Feuille 1'!B4:D6",
      updates: {
        spreadsheetId,
        updatedRange: "'Feuille 1'!B7:C7",
        updatedRows: 1,
        updatedColumns: 2,
        updatedCells: 2,
      },
    })
    expect((await append("'Feuille 1'!H1")).tableRange).toBeUndefined()
  })

  test('writes over what stands below the table, unless rows are to be inserted', async () => {
    await fill()
    await append("'Feuille 1'!A1")
    expect(sheet.book.values('Feuille 1')[2]).toEqual(['x', 'y'])
    expect(sheet.book.values('Feuille 1')).toHaveLength(6)
    // Rows 1 to 6 are one table now: nothing empty lies between.
    await append("'Feuille 1'!A1", 'INSERT_ROWS')
    expect(sheet.book.values('Feuille 1')[6]).toEqual(['x', 'y'])
  })

  test('inserted rows push down what follows', async () => {
    await fill()
    await append("'Feuille 1'!A1", 'INSERT_ROWS')
    expect(sheet.book.values('Feuille 1').slice(2, 5)).toEqual([['x', 'y'], [], ['', 'a', 'b', 'c']])
  })

  test('makes the grid grow at its end', async () => {
    await write("'Feuille 1'!A1000", [['fin']])
    await append("'Feuille 1'!A1000")
    await append("'Feuille 1'!A1000", 'INSERT_ROWS')
    expect(sheet.book.sheet('Feuille 1').properties.gridProperties.rowCount).toBe(1002)
    expect(sheet.book.values('Feuille 1').slice(999)).toEqual([['fin'], ['x', 'y'], ['x', 'y']])
  })

  test('reads texts as typed when asked, and answers with what is there then', async () => {
    const { data } = await client.spreadsheets.values.append({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      responseValueRenderOption: 'UNFORMATTED_VALUE',
      requestBody: { values: [['12,5', null, '=1']] },
    })
    expect(data.updates?.updatedData?.values?.[0]?.[0]).toBe(12.5)
  })

  test('refuses a tab that is not there, and a call that does not say how to read the values', async () => {
    expect((await refusal(append("'Disparu'!A1"))).message).toBe("Unable to parse range: 'Disparu'!A1")
    const unsaid = client.spreadsheets.values.append({
      spreadsheetId,
      range: 'A1',
      requestBody: { values: [['x']] },
    })
    expect((await refusal(unsaid)).status).toBe(400)
  })
})
