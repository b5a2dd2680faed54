import type { sheets_v4 } from '@googleapis/sheets'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readTokens, writeReference } from '../../../dev/sheet/book/formula/tokens.ts'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { googleClient, update } from './client.ts'

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

const read = async (range: string, valueRenderOption = 'UNFORMATTED_VALUE') => {
  const { spreadsheetId } = sheet
  const { data } = await client.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption })
  return data.values?.map((line) => (line.length === 1 ? line[0] : line))
}

/** Types the formula in D5, with something in the cells around. */
async function typed(formula: string) {
  sheet.book.paste(tab, 4, 0, 'dakar\tThiès\t2,5')
  sheet.book.edit(tab, 4, 3, formula)
  return (await read('D5'))?.[0]
}

describe('a formula', () => {
  test.each([
    ['=B5', 'Thiès'],
    ['=$B$5', 'Thiès'],
    ['=B5&" — vu"', 'Thiès — vu'],
    ['=UPPER(B5)', 'THIÈS'],
    ['=majuscule( b5 & "x" )', 'THIÈSX'],
    ['=ROW()', 5],
    ['=LIGNE(C9)', 9],
    ['=1+2', 3],
    ['=1+2*3-(4-2)/2', 6],
    ['=-C5*2', -5],
    ['=C5&"x"', '2,5x'],
    ['="3"*2', 6],
    ['=A1+1', 1],
    ['=A1&"x"', 'x'],
    ['=VRAI', true],
    ['="#REF!"', '#REF!'],
    ['=LIEN_HYPERTEXTE("https://example.org";B5)', 'Thiès'],
  ])('%s gives %j', async (formula, value) => {
    expect(await typed(formula)).toBe(value)
  })

  test.each([
    ['=A1+#REF!', '#REF!'],
    ['=SOMME(#REF!;A1)', '#REF!'],
    ['=AA1', '#REF!'],
    ['=D5', '#REF!'],
    ['=NA()', '#N/A'],
    ['=1/0', '#DIV/0!'],
    ['=C5/A1', '#DIV/0!'],
    ['=B5*2', '#VALUE!'],
    ['=UPPER(NA())', '#N/A'],
    ['=NB.SI(A:A;"x")', '#NAME?'],
    ['=SOMME(A1:A5)', '#NAME?'],
    ["='Feuille 1'!B5", '#NAME?'],
    ['=inconnu', '#NAME?'],
    ['=(', '#NAME?'],
    [`=${'('.repeat(5000)}`, '#NAME?'],
    ['=constructor()', '#NAME?'],
  ])('%s gives the error %s', async (formula, error) => {
    expect(await typed(formula)).toBe(error)
  })

  test('that fails has the type of its error in the effective value', async () => {
    await typed('=1/0')
    const { data } = await client.spreadsheets.get({
      spreadsheetId: sheet.spreadsheetId,
      ranges: ['D5'],
      fields: 'sheets.data.rowData.values(effectiveValue.errorValue.type,formattedValue)',
    })
    expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
      { effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } }, formattedValue: '#DIV/0!' },
    ])
  })

  test('that points to a date shows it as one', async () => {
    sheet.book.paste(tab, 0, 0, '24/09/2018\t=A1\t=A1&" !"\t=A1+1')
    expect(await read('A1:D1')).toEqual([[43367, 43367, '24/09/2018 !', 43368]])
    expect(await read('B1:B1', 'FORMATTED_VALUE')).toEqual(['24/09/2018'])
  })

  test('that points to a blank is blank', async () => {
    expect(await typed('=A1')).toBeUndefined()
  })

  test('in a circle is #REF!, and so is what reads it', async () => {
    sheet.book.paste(tab, 0, 0, '=B1\t=C1\t=A1\t=B1&"x"\t=E1\t1')
    expect(await read('A1:F1')).toEqual([['#REF!', '#REF!', '#REF!', '#REF!', '#REF!', 1]])
  })

  test('may be at the end of a long chain, or read the same cells many times over', async () => {
    const chain = Array.from({ length: 900 }, (_, index) => `=A${index + 1}+1\t=B${index + 1}+B${index + 1}`)
    sheet.book.paste(tab, 0, 0, ['1\t1', ...chain.slice(0, 899)].join('\n'))
    expect(await read('A900:B900')).toEqual([[900, 2 ** 899]])
  })
})

describe('the references of formulas', () => {
  beforeEach(() => {
    sheet.book.paste(tab, 0, 0, 'a\tb\tc\n1\t2\t=A2&B2\t=SOMME(A2:B2)\t=SOMME($B:$B)\n3\t4\t=A3&$B$3')
    sheet.book.addTab('Zones')
    sheet.book.edit('Zones', 0, 0, `='Feuille 1'!B3&"A1"`)
  })

  const formulas = async () => [await read('A2:G3', 'FORMULA'), (await read('Zones!A1:A1', 'FORMULA'))?.[0]]

  test('follow rows and columns that are inserted', async () => {
    sheet.book.insertRows(tab, 2, 2)
    sheet.book.insertColumns(tab, 1)
    expect(await read('A2:F5', 'FORMULA')).toEqual([
      [1, '', 2, '=A2&C2', '=SOMME(A2:C2)', '=SOMME($C:$C)'],
      [],
      [],
      [3, '', 4, '=A5&$C$5'],
    ])
    expect((await read('Zones!A1:A1', 'FORMULA'))?.[0]).toBe(`='Feuille 1'!C5&"A1"`)
  })

  test('become #REF! when what they point to is deleted; ranges shrink', async () => {
    sheet.book.deleteColumns(tab, 1)
    expect(await formulas()).toEqual([
      [
        [1, '=A2&#REF!', '=SOMME(A2:A2)', '=SOMME(#REF!)'],
        [3, '=A3&#REF!'],
      ],
      '=#REF!&"A1"',
    ])
    expect(await read('A2:D3')).toEqual([
      [1, '#REF!', '#NAME?', '#REF!'],
      [3, '#REF!'],
    ])
  })

  test('follow what moves', async () => {
    sheet.book.moveColumn(tab, 0, 4)
    sheet.book.moveRow(tab, 1, 2)
    expect((await read('A2:E3', 'FORMULA'))?.map((line) => line[1])).toEqual(['=E2&$A$2', '=E3&A3'])
  })

  test('are those of the row they are sorted to', async () => {
    await update(client, sheet.spreadsheetId, [
      {
        sortRange: {
          range: { sheetId: 0, startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }],
        },
      },
    ])
    expect((await read('A2:C3', 'FORMULA'))?.map((line) => line[2])).toEqual(['=A2&$B$3', '=A3&B3'])
    expect((await read('A2:C3'))?.map((line) => line[2])).toEqual(['32', '12'])
  })
})

test('a formula cut into tokens is whole, and its references are written as they were read', () => {
  const part = fc.constantFrom(
    '$',
    'A',
    'b',
    'BC',
    '1',
    '20',
    ':',
    '!',
    "'",
    '"',
    '(',
    '.',
    '#REF!',
    ' ',
    'é',
    '=',
  )
  const formula = fc.oneof(
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(formula, (text) => {
      const tokens = readTokens(text)
      expect(tokens.map((token) => token.text).join('')).toBe(text)
      for (const token of tokens) {
        if (token.kind !== 'reference') continue
        const { tab: title = '' } = token.reference
        const cells = token.text.slice(title.length)
        expect(writeReference(token.reference)).toBe(title + cells.toUpperCase())
      }
    }),
    { numRuns: 3000 },
  )
})
