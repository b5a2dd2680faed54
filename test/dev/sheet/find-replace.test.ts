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

type Asked = Omit<sheets_v4.Schema$FindReplaceRequest, 'find' | 'replacement'>

/** Replaces in the first tab, unless another scope is asked. */
async function replace(find: string, replacement: string, asked: Asked = {}) {
  const scope = asked.range || asked.allSheets ? {} : { sheetId: 0 }
  const findReplace = { find, replacement, ...scope, ...asked }
  const { replies } = await update(client, sheet.spreadsheetId, [{ findReplace }])
  return replies?.[0]?.findReplace
}

const values = () => sheet.book.values(tab)

describe('what is found', () => {
  test('is counted by occurrence, cell, row and tab, and a count of 0 is left out', async () => {
    sheet.book.paste(tab, 0, 0, 'Google Sheets\tee\nrien\nune')
    expect(await replace('e', 'o')).toEqual({
      occurrencesChanged: 7,
      valuesChanged: 4,
      rowsChanged: 3,
      sheetsChanged: 1,
    })
    expect(values()).toEqual([['Googlo Shoots', 'oo'], ['rion'], ['uno']])
    expect(await replace('zzz', 'o')).toEqual({})
  })

  test('ignores case unless asked, and may be the entire cell only', async () => {
    sheet.book.paste(tab, 0, 0, 'Clos\tclos\tclos hier')
    expect(await replace('CLOS', 'x', { matchCase: true })).toEqual({})
    await replace('clos', 'fini', { matchEntireCell: true })
    expect(values()).toEqual([['fini', 'fini', 'clos hier']])
    await replace('clos', 'fini', { matchCase: true })
    expect(values()).toEqual([['fini', 'fini', 'fini hier']])
  })

  test('is never an empty cell, even for an expression that matches nothing', async () => {
    sheet.book.paste(tab, 0, 0, 'a\t\tb')
    const asked = { searchByRegex: true, matchEntireCell: true }
    expect(await replace('x*', 'vide', asked)).toEqual({})
    expect((await replace('.*', 'plein', asked))?.valuesChanged).toBe(2)
    expect(values()).toEqual([['plein', '', 'plein']])
  })

  test('is read as a plain text unless it is an expression', async () => {
    sheet.book.paste(tab, 0, 0, 'a.c (1)\tabc (1)')
    await replace('a.c (1)', '$0 \\')
    expect(values()).toEqual([['$0 \\', 'abc (1)']])
  })

  test('by expression puts its groups in the replacement, as Google’s own example', async () => {
    sheet.book.paste(tab, 0, 0, 'Google Sheets\tGoogle Docs')
    await replace('o.* (.*)', '$1 Rocks', { searchByRegex: true })
    expect(values()).toEqual([['GSheets Rocks', 'GDocs Rocks']])
    await replace('(?<first>\\w+) (Rocks)', '${first}: \\$1 $20', { searchByRegex: true })
    expect(values()).toEqual([['GSheets: $1 Rocks0', 'GDocs: $1 Rocks0']])
  })

  test('is what a number shows, and what replaces it is entered as if typed', async () => {
    sheet.book.paste(tab, 0, 0, '1,5\t24/09/2018\tVRAI')
    await replace('5', '25')
    await replace('2018', '2019')
    expect(values()).toEqual([[1.25, 43732, true]])
    await replace('vrai', '=1+1')
    expect(sheet.book.cell(tab, 0, 2).userEnteredValue).toEqual({ formulaValue: '=1+1' })
  })

  test('in a cell formatted as text stays text', async () => {
    const range = { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }
    const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } }
    sheet.book.request({ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } })
    sheet.book.edit(tab, 0, 0, '0102')
    await replace('2', '3')
    expect(values()).toEqual([['0103']])
    await replace('0103', '=A2')
    expect(sheet.book.cell(tab, 0, 0).userEnteredValue).toEqual({ stringValue: '=A2' })
  })

  test('in formulas is searched only when asked, in the formula as it is written', async () => {
    sheet.book.paste(tab, 0, 0, 'vu\t=A1&" vu"')
    expect(await replace('vu', 'lu')).toMatchObject({ occurrencesChanged: 1, valuesChanged: 1 })
    expect(await replace('A1', 'A2', { includeFormulas: true })).toEqual({
      occurrencesChanged: 1,
      formulasChanged: 1,
      rowsChanged: 1,
      sheetsChanged: 1,
    })
    expect(sheet.book.cell(tab, 0, 1).userEnteredValue).toEqual({ formulaValue: '=A2&" vu"' })
  })
})

describe('where it is searched', () => {
  beforeEach(() => {
    sheet.book.addTab('Zones')
    for (const title of [tab, 'Zones']) sheet.book.paste(title, 0, 0, 'a\ta\na\ta')
  })

  test('is a range, a tab or all of them', async () => {
    const range = { sheetId: 0, startRowIndex: 1, startColumnIndex: 1 }
    expect(await replace('a', 'b', { range })).toMatchObject({ valuesChanged: 1 })
    expect(values()).toEqual([
      ['a', 'a'],
      ['a', 'b'],
    ])
    expect(await replace('a', 'c')).toMatchObject({ valuesChanged: 3, sheetsChanged: 1 })
    expect(await replace('a', 'd', { allSheets: true })).toMatchObject({ valuesChanged: 4, rowsChanged: 2 })
  })

  test('is one scope exactly, something to find, and an expression that can be read', async () => {
    const refused = async (findReplace: sheets_v4.Schema$FindReplaceRequest) =>
      await refusal(update(client, sheet.spreadsheetId, [{ findReplace }]))
    expect(await refused({ find: 'a' })).toEqual({
      status: 400,
      message: "Invalid requests[0].findReplace: Must specify one of 'range', 'sheetId' or 'allSheets'.",
    })
    expect((await refused({ find: 'a', sheetId: 0, allSheets: true })).message).toBe(
      "Invalid requests[0].findReplace: oneof field 'scope' is already set. Cannot set 'allSheets'",
    )
    expect((await refused({ find: 'a', sheetId: 8 })).message).toContain('No grid with id: 8')
    expect((await refused({ sheetId: 0, replacement: 'b' })).message).toContain("'find' must not be empty")
    expect((await refused({ find: '(', sheetId: 0, searchByRegex: true })).status).toBe(400)
    const group = { find: 'a', replacement: '$1', sheetId: 0, searchByRegex: true }
    expect((await refused(group)).message).toContain('$1 refers to no group')
  })

  test('may hold a protected cell as long as it does not change', async () => {
    sheet.book.edit(tab, 0, 0, 'en-tête')
    const range = { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }
    sheet.book.request({ addProtectedRange: { protectedRange: { range } } })
    expect(await replace('a', 'b')).toMatchObject({ valuesChanged: 3 })
    expect((await refusal(replace('en', 'b'))).message).toContain('protected cell')
  })
})
