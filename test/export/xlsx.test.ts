import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { tabNames } from '../../src/export/tab-names.ts'
import type { Cell, Table } from '../../src/export/table.ts'
import { longestText, writeXlsx } from '../../src/export/xlsx.ts'
import { readSheets } from '../support/xlsx-reader.ts'

const table = (rows: readonly (readonly Cell[])[], name = 'Feuille'): Table => ({
  name,
  columns: (rows[0] ?? ['']).map((_, index) => ({ key: `k${index}`, header: `Colonne ${index}`, tag: null })),
  rows,
})
const cellsOf = async (rows: readonly (readonly Cell[])[]) => {
  const [sheet] = readSheets(await writeXlsx([table(rows)]))
  return sheet?.rows.slice(1) ?? []
}

/** What a workbook can hold of a text: no character that XML forbids, one kind of line end. */
const holdable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

describe('a workbook', () => {
  test('keeps any text as that text, and has no formula', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '=1+1',
        '@x',
        '+1',
        '-1',
        '\t=1',
        '<f>1</f>',
        ']]>',
        '_x000D_',
        '__x0041_',
        ' a ',
        'a\r\nb',
        '&amp;',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const bytes = await writeXlsx([table(rows)])
        const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
        expect(xml).not.toMatch(/<f[ />]/)
        const read = readSheets(bytes)[0]
          ?.rows.slice(1)
          .map((row) => row.map((cell) => cell ?? ''))
        expect(read).toEqual(rows.map((row) => row.map((cell) => holdable(cell))))
      }),
      { numRuns: 60 },
    )
  })

  test('has numbers, days and yes or no as what they are', async () => {
    expect(await cellsOf([[-5, 1.25, { day: '2018-09-24' }, true, false, null, '2018-10']])).toEqual([
      [-5, 1.25, { day: '2018-09-24' }, true, false, null, '2018-10'],
    ])
  })

  test('cuts a text that no cell can hold, and says so', async () => {
    const [[cut, whole] = []] = await cellsOf([['é'.repeat(longestText + 1), 'é'.repeat(longestText)]])
    expect(String(cut)).toHaveLength(longestText)
    expect(String(cut).endsWith('(texte coupé)')).toBe(true)
    expect(whole).toBe('é'.repeat(longestText))
  })

  test('has a bold header that stays in sight', async () => {
    const files = unzipSync(await writeXlsx([table([['a']])]))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"\/>/)
    expect(sheet).toMatch(/<row><c t="inlineStr" s="1">/)
  })

  test('is the same bytes for the same tables', async () => {
    const tables = [table([['a', 1]], 'A'), table([['b', 2]], 'B')]
    expect(await writeXlsx(tables)).toEqual(await writeXlsx(tables))
  })
})

describe('the names of tabs', () => {
  test('are ones that Excel allows, and none is there twice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 40 }),
            fc.constantFrom('Zones', 'zones', "'a'", '', 'a'.repeat(40)),
          ),
        ),
        (wanted) => {
          const names = tabNames(wanted)
          expect(names).toHaveLength(wanted.length)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
          for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
        },
      ),
    )
  })

  test('stay as they are where they may', () => {
    expect(tabNames(["Plan d'action", 'Zones', 'Zones', 'Outils/cartes'])).toEqual([
      ...["Plan d'action", 'Zones', 'Zones (2)', 'Outils cartes'],
    ])
  })
})
