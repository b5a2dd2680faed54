import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { fillProjectSheet, fillZone, press } from './project-sheet.ts'
import { type Started, startRecueil, until } from './recueil.ts'

let recueil: Started
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  ;[recueil, browser] = await Promise.all([startRecueil(8961), openBrowser()])
  context = await browser.newContext(phone)
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
})

const openForm = async (within = context): Promise<Page> => {
  const page = await within.newPage()
  await page.goto(`${recueil.url}/formulaires/fiche-projet`)
  return page
}
const addZone = (page: Page) => page.getByRole('button', { name: 'Ajouter une zone' }).click()
const back = async (page: Page) => {
  await page.goBack()
  await page.waitForLoadState('load')
}
const titleOf = (page: Page) => page.getByLabel('Titre du projet').inputValue()
const idOf = (page: Page) => page.locator('[name="id"]').inputValue()
const departmentsOf = (page: Page) =>
  page
    .locator('[name$=".zone_departement"]')
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
const countRecords = async () => {
  const response = await fetch(`${recueil.url}/api/v1/records?form=fiche-projet`)
  return ((await response.json()) as { records: readonly unknown[] }).records.length
}

describe('whoever goes back', () => {
  test('from the receipt finds what was sent, and sends no second record', async () => {
    const page = await openForm()
    await fillProjectSheet(page, 'Retour arrière — exemple')
    await page.getByLabel('Adresse électronique').fill('projet@exemple.org')
    await fillZone(page, 0, 'SN01', 'SN0102')
    await addZone(page)
    await fillZone(page, 1, 'SN07', 'SN0702')
    await page.locator('nav.sections a').first().click()
    await press(page)
    await page.waitForURL(/\/recu\b/)
    const receipt = page.url()

    await back(page)
    expect(await departmentsOf(page)).toEqual(['SN0102', 'SN0702'])
    await press(page)
    await page.waitForURL(/\/recu\b/)
    expect(page.url()).toBe(receipt)

    await back(page)
    await page.getByLabel('Titre du projet').fill('Autre titre — exemple')
    await press(page)
    await page.getByRole('button', { name: 'En faire une nouvelle fiche' }).waitFor()
    expect(await departmentsOf(page)).toEqual(['SN0102', 'SN0702'])
    expect(await countRecords()).toBe(1)

    const later = await openForm()
    expect(await titleOf(later)).toBe('')
    await later.close()

    await page.goto(receipt.replace('/recu', ''))
    await fillZone(page, 0, 'SN13', 'SN1302')
    await addZone(page)
    await fillZone(page, 2, 'SN10', 'SN1001')
    await page.goto(`${recueil.url}/plan`)
    await back(page)
    expect(await departmentsOf(page)).toEqual(['SN1302', 'SN0702', 'SN1001'])
    await page.reload()
    expect(await departmentsOf(page)).toEqual(['SN0102', 'SN0702'])
    await page.close()
  })

  test('without JavaScript opens a refused form at its errors, wherever a row was added', async () => {
    const plain = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await openForm(plain)
    await addZone(page)
    await press(page)
    expect(new URL(page.url()).hash).toBe('#page-erreurs')
    await plain.close()
  })
})

test('a draft that was not sent is found again, in another tab too, until it is erased', async () => {
  const page = await openForm()
  await page.getByLabel('Titre du projet').fill('Pas encore envoyé — exemple')
  await page.locator('[name="projet_resume"]').fill('La migration clandestine.')
  await page.getByText('Votre saisie est gardée').waitFor()
  const id = await idOf(page)
  await page.close()
  const again = await openForm()
  expect(await titleOf(again)).toBe('Pas encore envoyé — exemple')
  expect(await idOf(again)).toBe(id)
  await again.getByText('Le groupe dit plutôt').waitFor()
  again.on('dialog', (dialog) => dialog.accept())
  await again.getByRole('button', { name: 'Effacer le brouillon' }).click()
  await until(async () => (await titleOf(again)) === '' && (await idOf(again)) !== id)
  await again.close()
})

test('a zone takes its presence from the project until the person gives another', async () => {
  const page = await openForm(await browser.newContext(phone))
  const status = (code: string) => page.locator(`[name="projet_statut"][value="${code}"]`)
  const presence = (zone: number) => page.locator(`[name="zones.${zone}.zone_statut"]:checked`).inputValue()
  await page.locator('[name="couverture"][value="zones"]').check()
  await status('2').check()
  expect(await presence(0)).toBe('2')
  await addZone(page)
  expect(await presence(1)).toBe('2')
  await page.locator('[name="zones.1.zone_statut"][value="3"]').check()
  await status('1').check()
  expect(await presence(0)).toBe('1')
  expect(await presence(1)).toBe('3')
  await page.close()
})

test('zones are numbered anew when one is removed', async () => {
  const page = await openForm(await browser.newContext(phone))
  await page.locator('[name="couverture"][value="zones"]').check()
  await addZone(page)
  await addZone(page)
  await page.getByRole('button', { name: 'Retirer Zone 2' }).click()
  expect(await page.locator('.row > legend').allTextContents()).toEqual(['Zone 1', 'Zone 2'])
  await page.close()
})
