import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cell, Table } from '../../src/export/table.ts'
import { writeXlsx } from '../../src/export/xlsx.ts'
import { readCsv } from '../support/csv-reader.ts'

const run = promisify(execFile)
const office = (process.env.PATH ?? '')
  .split(':')
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path))

/** Why there is no LibreOffice to ask, or null when there is. */
const missing = office === undefined ? 'no LibreOffice here: soffice is not on the PATH' : null

const texts: readonly string[] = [
  'Retour et réintégration — exemple',
  '=1+1',
  '=HYPERLINK("http://exemple.org";"x")',
  '@SOMME(A1)',
  '+221771234567',
  '-5',
  '00123',
  '2018-10',
  '24/09/2018',
  ' des espaces ',
  'deux\nlignes',
  '<f>1</f> & "guillemets"',
  '_x0041_',
  'ŋ ñ ë مرحبا 😀',
  'é'.repeat(40_000),
]
const values: readonly Cell[] = [
  0,
  -12,
  1_500_000,
  14.691,
  { day: '2018-09-24' },
  { day: '1999-12-31' },
  true,
  false,
  null,
]

const table = (name: string, header: string, cells: readonly Cell[]): Table => ({
  name,
  columns: [
    { key: 'a', header, tag: null },
    { key: 'b', header: 'Fin', tag: null },
  ],
  rows: cells.map((cell) => [cell, 'x']),
})

/** As LibreOffice shows a cell in English: what is no text in its own way. */
function shown(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return cell.toLocaleString('en-US', { maximumFractionDigits: 10 })
  if (typeof cell === 'boolean') return String(cell).toUpperCase()
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/')
  return cell
}

describe('a workbook, opened in LibreOffice', () => {
  let folder = ''

  beforeAll(async () => {
    if (office === undefined) return
    folder = await mkdtemp(join(tmpdir(), 'recueil-office-'))
    const tables = [table("Plan d'action", 'Texte é', texts), table('Valeurs', 'Valeur', values)]
    await writeFile(join(folder, 'donnees.xlsx'), await writeXlsx(tables))
    // Commas, quotes, UTF-8, in English, as shown, no formulas, every tab.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,true,false,false,-1'
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(office, [
      profile,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      join(folder, 'donnees.xlsx'),
    ])
  })
  afterAll(async () => {
    if (folder !== '') await rm(folder, { recursive: true, force: true })
  })

  const read = async (tab: string) => readCsv(await readFile(join(folder, `donnees-${tab}.csv`), 'utf8'))

  test('has every text as it was written, nothing of it a formula, a number or a date', async ({ skip }) => {
    if (missing !== null) skip(missing)
    const [header, ...rows] = await read("Plan d'action")
    expect(header).toEqual(['Texte é', 'Fin'])
    const longest = texts.length - 1
    expect(rows.slice(0, longest).map(([cell]) => cell)).toEqual(texts.slice(0, longest))
    expect(rows[longest]?.[0]).toHaveLength(32_767)
    expect(rows[longest]?.[0]).toMatch(/é \[…\] \(texte coupé\)$/)
  })

  test('has numbers, days and yes or no as such', async ({ skip }) => {
    if (missing !== null) skip(missing)
    const [, ...rows] = await read('Valeurs')
    expect(rows.map(([cell]) => cell)).toEqual(values.map(shown))
  })
})
