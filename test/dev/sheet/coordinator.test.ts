import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { type GoogleError, googleClient, update } from './client.ts'

let folder: string
let sheet: LocalSheet
const tab = 'Feuille 1'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-sheet-'))
  sheet = await startLocalSheet({ folder })
})

afterEach(async () => {
  await sheet.close()
  await rm(folder, { recursive: true })
})

test('clearing a block empties its cells and leaves their format, note and dropdown', () => {
  sheet.book.paste(tab, 0, 0, 'a\tb\tc\nd\te\tf')
  const range = { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 }
  const cell = { note: 'à revoir', userEnteredFormat: { textFormat: { bold: true } } }
  sheet.book.request({ repeatCell: { range, cell, fields: 'note,userEnteredFormat.textFormat.bold' } })
  sheet.book.clearCells(tab, 0, 0, 2, 2)
  expect(sheet.book.values(tab)).toEqual([
    ['', '', 'c'],
    ['', '', 'f'],
  ])
  expect(sheet.book.cell(tab, 0, 0)).toEqual(cell)
  expect(() => sheet.book.clearCells(tab, 1000, 0, 1, 1)).toThrow('exceeds grid limits')
})

test('a lookup by the id of a column does not find its copy in a duplicated tab', async () => {
  const client = googleClient(sheet)
  const { spreadsheetId } = sheet
  const dimensionRange = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }
  const developerMetadata = {
    metadataId: 12,
    metadataKey: 'champ',
    metadataValue: 'titre',
    visibility: 'PROJECT',
    location: { dimensionRange },
  }
  await update(client, spreadsheetId, [{ createDeveloperMetadata: { developerMetadata } }])
  sheet.book.duplicateTab(tab, 'Copie')
  const found = async (developerMetadataLookup: object) => {
    const requestBody = { dataFilters: [{ developerMetadataLookup }] }
    const { data } = await client.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody })
    return (data.matchedDeveloperMetadata ?? []).map((match) => match.developerMetadata)
  }
  expect(await found({ metadataId: 12 })).toMatchObject([{ metadataId: 12, location: { dimensionRange } }])
  const [original, copy, ...others] = await found({ metadataKey: 'champ' })
  expect(others).toEqual([])
  expect(original?.metadataId).toBe(12)
  expect(copy).toMatchObject({ metadataValue: 'titre', location: { dimensionRange: { startIndex: 1 } } })
  expect(copy?.location?.dimensionRange?.sheetId).not.toBe(0)
  expect(copy?.metadataId).not.toBe(12)
})

describe('the spreadsheet', () => {
  /** What Google's client meets when it reads, and when it writes. */
  async function answers() {
    const client = googleClient(sheet)
    const { spreadsheetId } = sheet
    const clear = { updateCells: { range: { sheetId: 0 }, fields: 'userEnteredValue' } }
    const calls = [client.spreadsheets.get({ spreadsheetId }), update(client, spreadsheetId, [clear])]
    const settled = await Promise.allSettled(calls)
    return settled.map((result) => {
      if (result.status === 'fulfilled') return 'done'
      const { status, response } = result.reason as GoogleError
      return [status, response?.data?.error?.status, response?.data?.error?.message].join(' ')
    })
  }

  test('in the bin is not found, also after a restart, and is there again once restored', async () => {
    const missing = '404 NOT_FOUND Requested entity was not found.'
    sheet.book.trash()
    expect(await answers()).toEqual([missing, missing])
    await sheet.close()
    sheet = await startLocalSheet({ folder })
    expect(await answers()).toEqual([missing, missing])
    sheet.book.restore()
    expect(await answers()).toEqual(['done', 'done'])
  })

  test('replaced by an Office file is refused until it is Google’s again, after those it is not shared with', async () => {
    const refused =
      '400 FAILED_PRECONDITION This operation is not supported for this document. ' +
      'The document must not be an Office file.'
    sheet.book.makeOffice()
    expect(await answers()).toEqual([refused, refused])
    sheet.book.unshare()
    expect((await answers())[0]).toContain('403')
    sheet.book.share()
    sheet.book.makeOffice(false)
    expect(await answers()).toEqual(['done', 'done'])
  })
})
