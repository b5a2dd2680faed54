import type { sheets_v4 } from '@googleapis/sheets'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, refusal, row, update } from './client.ts'

let sheet: LocalSheet
let client: sheets_v4.Sheets
let spreadsheetId: string
const tab = 'Feuille 1'

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  client = googleClient(sheet)
  spreadsheetId = sheet.spreadsheetId
  sheet.book.paste(tab, 0, 0, 'ID\tTitre\nFP-0001\tUn\nFP-0002\tDeux')
})

afterEach(async () => {
  await sheet.close()
})

const data = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 }

describe('developer metadata', () => {
  const create = (
    metadataId: number,
    metadataKey: string,
    location: sheets_v4.Schema$DeveloperMetadataLocation,
  ) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey, visibility: 'PROJECT', location },
    },
  })
  const lookup = (developerMetadataLookup: sheets_v4.Schema$DeveloperMetadataLookup) => ({
    developerMetadataLookup,
  })
  const search = async (...dataFilters: sheets_v4.Schema$DataFilter[]) => {
    const answer = await client.spreadsheets.developerMetadata.search({
      spreadsheetId,
      requestBody: { dataFilters },
    })
    return (answer.data.matchedDeveloperMetadata ?? []).map((match) => match.developerMetadata?.metadataId)
  }

  test('are found by id, key, place and range, and no match is an empty answer', async () => {
    const dimensionRange = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }
    await update(client, spreadsheetId, [
      create(1, 'version', { spreadsheet: true }),
      create(2, 'onglet', { sheetId: 0 }),
      create(3, 'ligne', { dimensionRange }),
    ])
    expect(await search(lookup({ metadataId: 2 }))).toEqual([2])
    expect(await search(lookup({ metadataKey: 'version' }), lookup({ locationType: 'ROW' }))).toEqual([1, 3])
    expect(await search({ a1Range: 'A2:B5' })).toEqual([3])
    const metadataLocation = { sheetId: 0 }
    expect(
      await search(lookup({ metadataLocation, locationMatchingStrategy: 'INTERSECTING_LOCATION' })),
    ).toEqual([2, 3])
    expect(await search(lookup({ metadataLocation }))).toEqual([2])
    expect(await search(lookup({ metadataId: 99 }))).toEqual([])
    const found = await client.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 3 })
    expect(found.data.location).toEqual({ locationType: 'ROW', dimensionRange })
  })

  test('are updated and deleted by filter', async () => {
    await update(client, spreadsheetId, [create(1, 'version', { spreadsheet: true })])
    const { replies } = await update(client, spreadsheetId, [
      {
        updateDeveloperMetadata: {
          dataFilters: [lookup({ metadataKey: 'version' })],
          developerMetadata: { metadataValue: '2' },
          fields: 'metadataValue',
        },
      },
      { deleteDeveloperMetadata: { dataFilter: lookup({ metadataId: 1 }) } },
    ])
    expect(replies?.[0]?.updateDeveloperMetadata?.developerMetadata?.[0]).toMatchObject({
      metadataKey: 'version',
      metadataValue: '2',
    })
    expect(sheet.book.metadata()).toEqual([])
  })

  test('are refused on more than one column, and on a column that is not there', async () => {
    const columns = (startIndex: number, endIndex: number) =>
      update(client, spreadsheetId, [
        create(5, 'x', { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex } }),
      ])
    expect((await refusal(columns(0, 2))).message).toContain('must represent a single row or column')
    expect((await refusal(columns(26, 27))).status).toBe(400)
  })
})

test('values are written by data filter, and cleared', async () => {
  const filtered = await client.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'RAW',
      data: [{ dataFilter: { gridRange: data }, values: [['FP-0009'], [null, 'Trois']] }],
    },
  })
  expect(filtered.data.totalUpdatedCells).toBe(2)
  expect(sheet.book.values(tab).slice(1)).toEqual([
    ['FP-0009', 'Un'],
    ['FP-0002', 'Trois'],
  ])
  await client.spreadsheets.values.clear({ spreadsheetId, range: 'A2:A3' })
  expect(sheet.book.values(tab).slice(1)).toEqual([
    ['', 'Un'],
    ['', 'Trois'],
  ])
})

test('values wider than their range are refused', async () => {
  const written = client.spreadsheets.values.update({
    spreadsheetId,
    range: 'A1:B2',
    valueInputOption: 'RAW',
    requestBody: { values: [['1', '2', '3']] },
  })
  expect((await refusal(written)).message).toBe(
    "Requested writing within range ['Feuille 1'!A1:B2], but tried writing to column [3]",
  )
})

test('an update in place is refused beyond the grid', async () => {
  const at = (rowIndex: number, columnIndex: number) =>
    update(client, spreadsheetId, [
      { updateCells: { start: { sheetId: 0, rowIndex, columnIndex }, rows: [row('x', 'y')], fields: '*' } },
    ])
  expect((await refusal(at(1000, 0))).message).toBe(
    'Invalid requests[0].updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[1000]',
  )
  expect((await refusal(at(0, 25))).message).toBe(
    'Invalid requests[0].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
  )
  const range = { sheetId: 0, startRowIndex: 1000, endRowIndex: 1001 }
  const ranged = update(client, spreadsheetId, [{ updateCells: { range, rows: [], fields: '*' } }])
  expect((await refusal(ranged)).message).toBe(
    "Invalid requests[0].updateCells: Range ('Feuille 1'!A1001:Z1001) exceeds grid limits. " +
      'Max rows: 1000, max columns: 26',
  )
})

test('decorations follow the rows and columns they are on', async () => {
  const { replies } = await update(client, spreadsheetId, [
    { addNamedRange: { namedRange: { name: 'donnees', range: data } } },
    { addFilterView: { filter: { title: 'Mes lignes', filterViewId: 71, range: data } } },
    {
      addBanding: {
        bandedRange: { bandedRangeId: 72, range: data, rowProperties: { firstBandColor: { red: 1 } } },
      },
    },
    { addProtectedRange: { protectedRange: { protectedRangeId: 73, range: data, warningOnly: true } } },
    { setBasicFilter: { filter: { range: data } } },
    { mergeCells: { range: { ...data, endRowIndex: 2 }, mergeType: 'MERGE_ALL' } },
    {
      updateProtectedRange: {
        protectedRange: { protectedRangeId: 73, description: 'x' },
        fields: 'description',
      },
    },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    {
      moveDimension: {
        source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 },
        destinationIndex: 5,
      },
    },
  ])
  expect(replies).toHaveLength(9)
  const moved = { sheetId: 0, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 3, endColumnIndex: 5 }
  const answer = await client.spreadsheets.get({ spreadsheetId })
  const [described] = answer.data.sheets ?? []
  expect(answer.data.namedRanges?.[0]?.range).toEqual(moved)
  expect(described?.filterViews?.[0]?.range).toEqual(moved)
  expect(described?.bandedRanges?.[0]?.range).toEqual(moved)
  expect(described?.protectedRanges).toEqual([
    { protectedRangeId: 73, range: moved, warningOnly: true, description: 'x', requestingUserCanEdit: true },
  ])
  expect(described?.basicFilter?.range).toEqual(moved)
  expect(described?.merges).toEqual([{ ...moved, endRowIndex: 3 }])
  const named = await client.spreadsheets.values.get({ spreadsheetId, range: 'donnees' })
  expect(named.data.range).toBe("'Feuille 1'!D3:E4")
})

test('a duplicated tab, its properties and the spreadsheet’s are changed by the API', async () => {
  const { replies } = await update(client, spreadsheetId, [
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Copie', insertSheetIndex: 1 } },
    { updateSheetProperties: { properties: { sheetId: 9, index: 0, hidden: true }, fields: 'index,hidden' } },
    { updateSpreadsheetProperties: { properties: { locale: 'en_US' }, fields: 'locale' } },
  ])
  expect(replies?.[0]?.duplicateSheet?.properties).toMatchObject({ sheetId: 9, title: 'Copie', index: 1 })
  expect(sheet.book.tabs()).toEqual(['Copie', tab])
  expect(sheet.book.values('Copie')).toEqual(sheet.book.values(tab))
  sheet.book.edit(tab, 5, 0, '1.5')
  expect(sheet.book.values(tab)[5]).toEqual([1.5])
  const hidden = update(client, spreadsheetId, [{ deleteSheet: { sheetId: 0 } }])
  expect((await refusal(hidden)).message).toContain("You can't remove all the visible sheets")
})

test('grid data are given for the ranges asked, with dates as serials and as texts', async () => {
  sheet.book.edit(tab, 1, 2, '24/09/2018 14:30')
  const { data: answer } = await client.spreadsheets.get({
    spreadsheetId,
    ranges: ['B2:C2', 'C2'],
    includeGridData: true,
  })
  const [first, second] = answer.sheets?.[0]?.data ?? []
  expect(first).toMatchObject({ startRow: 1, startColumn: 1 })
  const [title, date] = first?.rowData?.[0]?.values ?? []
  expect(title?.formattedValue).toBe('Un')
  expect(date?.effectiveValue?.numberValue).toBeCloseTo(43367.604167, 5)
  expect(date?.formattedValue).toBe('24/09/2018 14:30:00')
  expect(second?.rowData?.[0]?.values).toHaveLength(1)
})

test('a hyperlink shows its label, and any other formula is kept without being calculated', async () => {
  sheet.book.edit(tab, 5, 0, '=LIEN_HYPERTEXTE("https://example.org";"la fiche")')
  sheet.book.edit(tab, 5, 1, '=NB.SI(A:A;"x")')
  const get = async (valueRenderOption: string) => {
    const answer = await client.spreadsheets.values.get({ spreadsheetId, range: 'A6:B6', valueRenderOption })
    return answer.data.values
  }
  expect(await get('UNFORMATTED_VALUE')).toEqual([['la fiche', '#NAME?']])
  expect((await get('FORMULA'))?.[0]?.[1]).toBe('=NB.SI(A:A;"x")')
})

test('a batch may be large: 5,000 rows of 20 columns are one call', async () => {
  const cells = Array.from({ length: 20 }, (_, index) => `valeur ${index}`)
  const rows = Array.from({ length: 5000 }, () => row(...cells))
  await update(client, spreadsheetId, [{ appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } }])
  expect(sheet.book.values(tab)).toHaveLength(5003)
  expect(sheet.calls.writes).toBe(1)
})
