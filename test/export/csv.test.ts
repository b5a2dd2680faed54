import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmless, writeCsv, writeHxl } from '../../src/export/csv.ts'
import type { Cell, Table } from '../../src/export/table.ts'
import { readCsv } from '../support/csv-reader.ts'

const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  name: 'T',
  columns: (rows[0] ?? []).map((_, index) => ({ key: `k${index}`, header: `Colonne ${index}`, tag: '#org' })),
  rows,
})

/** As a spreadsheet looks at a cell: past what cannot be seen and what it may strip. */
const looksLikeFormula = (cell: string): boolean =>
  /^[=+\-@]/.test(cell.normalize('NFKC').replace(/^[\s\p{C}\p{Z}"]+/u, ''))

const dangerous = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        '\t',
        '\r',
        '\n',
        ' ',
        '\u00a0',
        '\u200b',
        '\ufeff',
      ),
      fc.constantFrom('"', "'", '«', '’', ';', ',', '|', 'cmd', '1', 'HYPERLINK(', 'é', '😀', '\ud800'),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('a CSV file', () => {
  test.each([',', ';', '\t'])('makes a formula of no text, parted by %j', (separator) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('FP-0001'), dangerous, dangerous), { minLength: 1 }),
        (rows) => {
          for (const write of [writeCsv, writeHxl]) {
            const text = write(tableOf(rows))
            // A program that parts by another sign sees other cells, and other quotes.
            const cells =
              separator === ','
                ? readCsv(text).flat()
                : text.replace(/^\ufeff/, '').split(new RegExp(`[${separator}\r\n]`))
            for (const cell of cells) expect(looksLikeFormula(cell), JSON.stringify(cell)).toBe(false)
          }
        },
      ),
    )
  })

  test('is read again as it was written, but for what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dangerous, dangerous), { minLength: 1 }), (rows) => {
        const [, ...read] = readCsv(writeCsv(tableOf(rows)))
        expect(read).toEqual(rows.map((row) => row.map(harmless)))
      }),
    )
  })

  test('leaves numbers, days and yes or no alone', () => {
    expect(writeCsv(tableOf([[-5, 0.25, { day: '2018-09-24' }, true, null]]))).toMatch(
      /\r\n-5,0\.25,2018-09-24,oui,\r\n$/,
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['"=1+1', `'"=1+1`],
    ['＝1+1', "'＝1+1"],
    ['-2', "'-2"],
    ['+221771234567', "'+221771234567"],
    ['@SOMME(A1)', "'@SOMME(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a ; =b', "a ; '=b"],
    ['a\n- b', "a\n'- b"],
    ['a = b', 'a = b'],
    ['l’été - fini', 'l’été - fini'],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(harmless(text)).toBe(written)
  })
})
