import type { sheets_v4 } from '@googleapis/sheets'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, refusal, row, text, update } from './client.ts'

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

const tab = 700
const column = (index: number) => ({
  sheetId: tab,
  dimension: 'COLUMNS',
  startIndex: index,
  endIndex: index + 1,
})
const tag = (metadataId: number, index: number): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'champ',
      metadataValue: `c${index}`,
      visibility: 'PROJECT',
      location: { dimensionRange: column(index) },
    },
  },
})

async function bootstrap(): Promise<void> {
  await update(client, spreadsheetId, [
    {
      addSheet: {
        properties: {
          sheetId: tab,
          title: 'Projets',
          gridProperties: { rowCount: 10, columnCount: 3, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: tab, rowIndex: 0, columnIndex: 0 },
        rows: [row('ID', 'Titre', 'Statut')],
        fields: 'userEnteredValue',
      },
    },
    tag(11, 0),
    tag(12, 1),
    tag(13, 2),
    {
      addProtectedRange: {
        protectedRange: { protectedRangeId: 21, range: { sheetId: tab, endRowIndex: 1 }, warningOnly: true },
      },
    },
    {
      updateDimensionProperties: { range: column(1), properties: { pixelSize: 240 }, fields: 'pixelSize' },
    },
  ])
}

const append = (rows: sheets_v4.Schema$RowData[]): sheets_v4.Schema$Request => ({
  appendCells: { sheetId: tab, rows, fields: 'userEnteredValue' },
})

async function columnsByTag(): Promise<Map<number, sheets_v4.Schema$ValueRange>> {
  const { data } = await client.spreadsheets.values.batchGetByDataFilter({
    spreadsheetId,
    requestBody: {
      dataFilters: [11, 12, 13].map((metadataId) => ({ developerMetadataLookup: { metadataId } })),
      majorDimension: 'COLUMNS',
      valueRenderOption: 'UNFORMATTED_VALUE',
    },
  })
  return new Map(
    (data.valueRanges ?? []).map((match) => [
      match.dataFilters?.[0]?.developerMetadataLookup?.metadataId ?? 0,
      match.valueRange ?? {},
    ]),
  )
}

describe('a fresh spreadsheet', () => {
  test('has one tab, the French locale and the time zone of Dakar', async () => {
    const { data } = await client.spreadsheets.get({ spreadsheetId })
    expect(data.properties).toMatchObject({
      title: 'GT MIGRATION — tableau de suivi',
      locale: 'fr_FR',
      timeZone: 'Africa/Dakar',
    })
    expect(data.sheets?.map((item) => item.properties)).toEqual([
      {
        sheetId: 0,
        title: 'Feuille 1',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    ])
  })
})

describe('a tab made by the mirror', () => {
  test('is read back with its properties, column tags and protections through a nested fields mask', async () => {
    await bootstrap()
    const { data } = await client.spreadsheets.get({
      spreadsheetId,
      fields:
        'sheets(properties(sheetId,title),protectedRanges/protectedRangeId,' +
        'data(columnMetadata(pixelSize,developerMetadata(metadataId,location.locationType))))',
    })
    expect(data.sheets?.[1]?.properties).toEqual({ sheetId: tab, title: 'Projets' })
    expect(data.sheets?.[1]?.protectedRanges).toEqual([{ protectedRangeId: 21 }])
    expect(data.sheets?.[1]?.data?.[0]?.columnMetadata?.[1]).toEqual({
      pixelSize: 240,
      developerMetadata: [{ metadataId: 12, location: { locationType: 'COLUMN' } }],
    })
    expect(Object.keys(data)).toEqual(['sheets'])
  })

  test('is found by its column tags after the tab was renamed, a column moved and the rows sorted', async () => {
    await bootstrap()
    await update(client, spreadsheetId, [
      append([row('FP-0001', 'Zinguinchor', 'ouvert'), row('FP-0002', 'Agadez', 'clos')]),
    ])
    sheet.book.renameTab('Projets', "L'année 2018")
    sheet.book.moveColumn("L'année 2018", 0, 2)
    sheet.book.sort("L'année 2018", 0)
    const columns = await columnsByTag()
    expect(columns.get(11)).toEqual({
      range: "'L''année 2018'!C1:C10",
      majorDimension: 'COLUMNS',
      values: [['ID', 'FP-0002', 'FP-0001']],
    })
    expect(columns.get(12)?.range).toBe("'L''année 2018'!A1:A10")
    expect(columns.get(12)?.values).toEqual([['Titre', 'Agadez', 'Zinguinchor']])
  })

  test('is written again in place, and shows its new state in the answer of the same call', async () => {
    await bootstrap()
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      fields: 'updatedSpreadsheet.sheets.data.rowData.values.effectiveValue',
      requestBody: {
        requests: [append([row('FP-0001')])],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Projets!A2:A'],
      },
    })
    expect(data).toEqual({
      updatedSpreadsheet: {
        sheets: [{ data: [{ rowData: [{ values: [{ effectiveValue: { stringValue: 'FP-0001' } }] }] }] }],
      },
    })
  })

  test('grows downwards when rows are appended beyond its grid, and never to the right', async () => {
    await bootstrap()
    await update(client, spreadsheetId, [
      append(Array.from({ length: 30 }, (_, index) => row(`FP-${index}`))),
    ])
    expect(sheet.book.sheet('Projets').properties.gridProperties.rowCount).toBe(31)
    expect(await refusal(update(client, spreadsheetId, [append([row('1', '2', '3', '4')])]))).toEqual({
      status: 400,
      message:
        'Invalid requests[0].appendCells: Attempting to write column: 3, beyond the last requested column of: 2',
    })
  })

  test('keeps a text that looks like a formula as text, and numbers as numbers', async () => {
    await bootstrap()
    const values = [text('=IMPORTDATA("https://example.org")'), { userEnteredValue: { numberValue: 0.5 } }]
    await update(client, spreadsheetId, [append([{ values }])])
    expect(sheet.book.values('Projets')[1]).toEqual(['=IMPORTDATA("https://example.org")', 0.5])
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: 'Projets!A2:B2' })
    expect(data.values).toEqual([['=IMPORTDATA("https://example.org")', '0,5']])
  })
})

describe('a batch', () => {
  test('changes nothing when its last request is refused', async () => {
    await bootstrap()
    const before = sheet.book.version()
    const poison = append([row('x'.repeat(50_001))])
    expect(
      await refusal(update(client, spreadsheetId, [append([row('FP-0001')]), tag(99, 1), poison])),
    ).toEqual({
      status: 400,
      message:
        'Invalid requests[2].appendCells: Your input contains more than the maximum of 50000 characters in a ' +
        'single cell.',
    })
    expect(sheet.book.values('Projets')).toHaveLength(1)
    expect(sheet.book.metadata()).toHaveLength(3)
    expect(sheet.book.version()).toBe(before)
  })

  test('takes a cell of exactly 50,000 characters', async () => {
    await bootstrap()
    await update(client, spreadsheetId, [append([row('x'.repeat(50_000))])])
    expect(sheet.book.values('Projets')[1]).toEqual(['x'.repeat(50_000)])
  })

  test.each([
    [
      'a tab',
      { addSheet: { properties: { sheetId: tab, title: 'Autre' } } },
      'a sheet with that ID already exists.',
    ],
    [
      'a title',
      { addSheet: { properties: { title: 'Projets' } } },
      'already exists. Please enter another name.',
    ],
    ['a tag', tag(11, 2), 'Developer metadata with ID: 11 already exists.'],
    [
      'a protection',
      { addProtectedRange: { protectedRange: { protectedRangeId: 21, range: { sheetId: tab } } } },
      'a range with that ID already exists.',
    ],
  ])('is refused when %s takes an id in use', async (_, request, message) => {
    await bootstrap()
    const refused = await refusal(update(client, spreadsheetId, [request]))
    expect(refused.status).toBe(400)
    expect(refused.message).toContain(message)
  })

  test('is refused for a tab that is gone, in the words for cells and in those for tabs', async () => {
    const cells = update(client, spreadsheetId, [{ appendCells: { sheetId: 5, rows: [], fields: '*' } }])
    expect((await refusal(cells)).message).toBe('Invalid requests[0].appendCells: No grid with id: 5')
    const properties = { sheetId: 5, title: 'x' }
    const renamed = update(client, spreadsheetId, [
      { updateSheetProperties: { properties, fields: 'title' } },
    ])
    expect((await refusal(renamed)).message).toBe(
      'Invalid requests[0].updateSheetProperties: No sheet with id: 5',
    )
  })
})
