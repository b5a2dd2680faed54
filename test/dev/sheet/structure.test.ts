import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseMask, select } from '../../../dev/sheet/book/fields-mask.ts'
import { type Shift, shiftSpan } from '../../../dev/sheet/book/ranges.ts'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'

let sheet: LocalSheet
const tab = 'Feuille 1'

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  sheet.book.paste(tab, 0, 0, 'ID\tTitre\tNote\nc\tCarte\t3\na\tAtelier\t1\nb\tBilan\t2')
  sheet.book.request({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
      fields: 'gridProperties.frozenRowCount',
    },
  })
})

afterEach(async () => {
  await sheet.close()
})

const ids = () => sheet.book.values(tab).map((row) => row[0])
const tagColumn = (metadataId: number, startIndex: number, value = '') =>
  sheet.book.request({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId,
        metadataKey: 'champ',
        metadataValue: value,
        visibility: 'PROJECT',
        location: {
          dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
        },
      },
    },
  })
const taggedColumn = (metadataId: number) =>
  sheet.book.metadata().find((item) => item.metadataId === metadataId)?.location.dimensionRange?.startIndex

describe('a sort', () => {
  test('moves what the rows hold, not the height of the rows, and leaves the frozen rows', () => {
    sheet.book.request({
      updateDimensionProperties: {
        range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        properties: { pixelSize: 60 },
        fields: 'pixelSize',
      },
    })
    sheet.book.sort(tab, 0)
    expect(ids()).toEqual(['ID', 'a', 'b', 'c'])
    expect(sheet.book.sheet(tab).rowDimensions[1]).toEqual({ pixelSize: 60 })
    sheet.book.sort(tab, 2, 'descending')
    expect(ids()).toEqual(['ID', 'c', 'b', 'a'])
  })

  test('carries the format, the note and the dropdown of a cell along', () => {
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }
    sheet.book.request({
      repeatCell: {
        range,
        cell: { note: 'à revoir', userEnteredFormat: { textFormat: { bold: true } } },
        fields: 'note,userEnteredFormat.textFormat.bold',
      },
    })
    sheet.book.sort(tab, 0)
    expect(sheet.book.cell(tab, 3, 1)).toMatchObject({ note: 'à revoir' })
    expect(sheet.book.cell(tab, 1, 1).note).toBeUndefined()
  })

  test('leaves hidden and filtered rows where they are', () => {
    sheet.book.hideRow(tab, 1)
    sheet.book.sort(tab, 0)
    expect(ids()).toEqual(['ID', 'c', 'a', 'b'])
    sheet.book.hideRow(tab, 1, false)
    sheet.book.filter(tab, 0, ['a'])
    sheet.book.sort(tab, 0)
    expect(ids()).toEqual(['ID', 'b', 'a', 'c'])
    sheet.book.clearFilter(tab)
    sheet.book.sort(tab, 0)
    expect(ids()).toEqual(['ID', 'a', 'b', 'c'])
  })
})

describe('column metadata', () => {
  test('follow their column when it moves or others are inserted, and die with it', () => {
    tagColumn(1, 0)
    tagColumn(2, 1)
    sheet.book.insertColumns(tab, 0, 2)
    expect([taggedColumn(1), taggedColumn(2)]).toEqual([2, 3])
    sheet.book.moveColumn(tab, 2, 4)
    expect([taggedColumn(1), taggedColumn(2)]).toEqual([4, 2])
    expect(sheet.book.values(tab)[0]).toEqual(['', '', 'Titre', 'Note', 'ID'])
    sheet.book.deleteColumns(tab, 2)
    expect([taggedColumn(1), taggedColumn(2)]).toEqual([3, undefined])
  })

  test('are copied with a tab under ids of their own', () => {
    tagColumn(1, 0)
    sheet.book.duplicateTab(tab)
    expect(sheet.book.tabs()).toEqual([tab, 'Copie de Feuille 1'])
    const [original, copy] = sheet.book.metadata()
    expect(original?.location.dimensionRange?.sheetId).toBe(0)
    expect(copy?.metadataId).not.toBe(1)
    expect(copy).toMatchObject({ metadataKey: 'champ', location: { dimensionRange: { startIndex: 0 } } })
    sheet.book.deleteTab('Copie de Feuille 1')
    expect(sheet.book.metadata()).toEqual([original])
  })

  test('of one tab hold 30,000 characters, keys included', () => {
    tagColumn(1, 0, 'x'.repeat(29_990))
    expect(() => tagColumn(2, 1, '')).not.toThrow()
    expect(() => tagColumn(3, 2, 'y')).toThrow('exceeds the limit of 30000 characters')
  })
})

describe('the grid', () => {
  test('cannot lose all its rows, its last tab, or pass ten million cells', () => {
    const remove = (count: number) => sheet.book.deleteRows(tab, 0, count)
    expect(() => remove(1000)).toThrow("You can't delete all the rows on the sheet.")
    expect(() => sheet.book.deleteTab(tab)).toThrow("You can't remove all the sheets in a document.")
    const append = { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 400_000 } }
    expect(() => sheet.book.request(append)).toThrow('above the limit of 10000000 cells.')
    expect(() => sheet.book.deleteRows(tab, 1000)).toThrow("Cannot delete a row that doesn't exist.")
  })

  test('takes a dropdown on every row but the filtered ones, which must be asked for', () => {
    sheet.book.filter(tab, 0, ['a'])
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'oui' }] }, strict: true }
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 }
    sheet.book.request({ setDataValidation: { range, rule } })
    const dropdowns = () => [1, 2, 3].map((row) => sheet.book.cell(tab, row, 1).dataValidation !== undefined)
    expect(dropdowns()).toEqual([true, false, true])
    sheet.book.request({ setDataValidation: { range, rule, filteredRowsIncluded: true } })
    expect(dropdowns()).toEqual([true, true, true])
    expect(() => sheet.book.edit(tab, 1, 1, 'non')).toThrow('règles de validation')
    sheet.book.edit(tab, 1, 1, 'oui')
  })

  test('keeps only the masked fields of a cell that is written', () => {
    const start = { sheetId: 0, rowIndex: 1, columnIndex: 1 }
    sheet.book.request({ updateCells: { start, rows: [{ values: [{ note: 'vu' }] }], fields: 'note' } })
    expect(sheet.book.cell(tab, 1, 1)).toEqual({ userEnteredValue: { stringValue: 'Carte' }, note: 'vu' })
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 3 }
    sheet.book.request({ updateCells: { range, fields: 'userEnteredValue' } })
    expect(sheet.book.cell(tab, 1, 1)).toEqual({ note: 'vu' })
    expect(sheet.book.cell(tab, 1, 2)).toEqual({})
    expect(ids()[1]).toBe('c')
  })
})

describe('a shift of rows or columns', () => {
  const shift = (size: number): fc.Arbitrary<Shift> =>
    fc.oneof(
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.nat(size),
        count: fc.integer({ min: 1, max: 5 }),
      }),
      fc
        .tuple(fc.nat(size - 1), fc.integer({ min: 1, max: size }))
        .map(([start, length]) => ({ kind: 'delete' as const, start, end: Math.min(size, start + length) })),
      fc
        .tuple(fc.nat(size - 1), fc.integer({ min: 1, max: 3 }), fc.nat(size))
        .map(([start, length, destination]) => ({
          kind: 'move' as const,
          start,
          end: Math.min(size, start + length),
          destination,
        }))
        .filter((move) => move.destination <= move.start || move.destination >= move.end),
    )

  /** The same shift done on a list of marked items. */
  function shifted(size: number, change: Shift): number[] {
    const items = Array.from({ length: size }, (_, index) => index)
    if (change.kind === 'insert') items.splice(change.at, 0, ...Array<number>(change.count).fill(-1))
    if (change.kind === 'delete') items.splice(change.start, change.end - change.start)
    if (change.kind === 'move') {
      const moved = items.splice(change.start, change.end - change.start)
      const landing =
        change.destination > change.start ? change.destination - moved.length : change.destination
      items.splice(landing, 0, ...moved)
    }
    return items
  }

  test('takes what is tied to one column where that column goes', () => {
    fc.assert(
      fc.property(fc.nat(11), shift(12), (index, change) => {
        const place = shifted(12, change).indexOf(index)
        const span = shiftSpan({ start: index, end: index + 1 }, change)
        expect(span).toEqual(place < 0 ? null : { start: place, end: place + 1 })
      }),
    )
  })
})

test('a fields mask keeps exactly the paths it names', () => {
  const value = { a: [{ b: 1, c: { d: 2, e: 3 } }, { b: 4 }], f: 5, g: 6 }
  expect(select(value, parseMask('a(b,c/e),f'))).toEqual({ a: [{ b: 1, c: { e: 3 } }, { b: 4 }], f: 5 })
  expect(select(value, parseMask('*'))).toEqual(value)
  expect(select(value, parseMask('a.*,g'))).toEqual({ a: value.a, g: 6 })
})
