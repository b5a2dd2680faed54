import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'
import { openBrowser } from '../../browser/browser.ts'

let browser: Browser
let sheet: LocalSheet
let page: Page
const tab = 'Feuille 1'

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
  sheet.book.paste(tab, 0, 0, 'b\t2\nc\t3\na\t1')
  page = await browser.newPage()
  await page.goto(sheet.url)
})
afterEach(async () => {
  await page.close()
  await sheet.close()
})

const cell = (row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const shows = (...rows: readonly (readonly (string | number)[])[]) =>
  expect.poll(() => sheet.book.values(tab)).toEqual(rows)

test('the coordinator sorts by the column of the cell she chose', async () => {
  await cell(1, 1).click()
  await press('Trier A → Z')
  await shows(['a', 1], ['b', 2], ['c', 3])
  await press('Trier Z → A')
  await shows(['c', 3], ['b', 2], ['a', 1])
})

test('the coordinator edits cells, by a double click and by typing', async () => {
  await cell(1, 0).dblclick()
  await page.getByLabel('Cellule A2').fill('z')
  await page.keyboard.press('Enter')
  await shows(['b', 2], ['z', 3], ['a', 1])
  await cell(0, 2).click()
  await page.keyboard.type('=A1&B1')
  await page.keyboard.press('Tab')
  await expect.poll(() => cell(0, 2).textContent()).toBe('b2')
  await cell(0, 2).click()
  await page.keyboard.press('Delete')
  await shows(['b', 2], ['z', 3], ['a', 1])
})

test('the coordinator inserts a row and a column, and deletes a row', async () => {
  await cell(1, 1).click()
  await press('Insérer une ligne')
  await shows(['b', 2], [], ['c', 3], ['a', 1])
  await press('Insérer une colonne')
  await shows(['b', '', 2], [], ['c', '', 3], ['a', '', 1])
  await cell(2, 0).click()
  await press('Supprimer la ligne')
  await shows(['b', '', 2], [], ['a', '', 1])
})

test('the coordinator renames a tab, and adds another', async () => {
  await press('Renommer')
  const dialog = page.getByRole('dialog', { name: 'Nouveau titre de « Feuille 1 »' })
  await dialog.getByRole('textbox').fill('Suivi')
  await dialog.getByRole('button', { name: 'Valider' }).click()
  await page.getByRole('tab', { name: 'Suivi', selected: true }).waitFor()
  expect(sheet.book.tabs()).toEqual(['Suivi'])
  await press('Ajouter un onglet')
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  await press('Ajouter un onglet')
  await page.getByRole('textbox', { name: 'Titre du nouvel onglet' }).fill('Zones')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Zones', selected: true }).waitFor()
  expect(sheet.book.tabs()).toEqual(['Suivi', 'Zones'])
})
