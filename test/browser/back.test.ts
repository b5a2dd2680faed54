import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { fillProjectSheet, fillZone, press } from './project-sheet.ts'
import { type Started, startRecueil } from './recueil.ts'

describe('whoever goes back', () => {
  let recueil: Started
  let browser: Browser

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(8961), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  const recordsOf = async () => {
    const response = await fetch(`${recueil.url}/api/v1/records?form=fiche-projet`)
    return ((await response.json()) as { records: { answers: { zones: { zone_departement?: string }[] } }[] })
      .records
  }

  test('from the receipt finds what was sent, and sends no second record', async () => {
    const page = await browser.newPage(phone)
    await page.goto(`${recueil.url}/formulaires/fiche-projet`)
    await fillProjectSheet(page, 'Retour arrière — exemple')
    await page.getByLabel('Adresse électronique').fill('projet@exemple.org')
    await fillZone(page, 0, 'SN01', 'SN0102')
    await page.getByRole('button', { name: 'Ajouter une zone' }).click()
    await fillZone(page, 1, 'SN07', 'SN0702')
    await press(page)
    await page.waitForURL(/\/recu\?cle=/)
    const receipt = page.url()

    await page.goBack()
    await page.waitForLoadState('load')
    expect(await page.locator('[name="zones.0.zone_departement"]').inputValue()).toBe('SN0102')
    expect(await page.locator('[name$=".zone_departement"]').count()).toBe(2)
    await press(page)
    await page.waitForURL(/\/recu\?cle=/)
    expect(page.url()).toBe(receipt)
    expect(await recordsOf()).toHaveLength(1)

    await page.goto(receipt.replace('/recu', ''))
    await fillZone(page, 0, 'SN13', 'SN1302')
    await page.goto(`${recueil.url}/plan`)
    await page.goBack()
    await page.waitForLoadState('load')
    const region = await page.locator('[name="zones.0.zone_region"]').inputValue()
    const department = await page.locator('[name="zones.0.zone_departement"]').inputValue()
    expect(department.startsWith(region)).toBe(true)
    await page.close()
  })

  test('to a new form later does not find what was sent', async () => {
    const page = await browser.newPage(phone)
    await page.goto(`${recueil.url}/formulaires/fiche-projet`)
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('')
    await page.close()
  })

  test('without JavaScript opens a refused form at its errors, wherever a row was added', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${recueil.url}/formulaires/fiche-projet`)
    await page.getByRole('button', { name: 'Ajouter une zone' }).click()
    await press(page)
    expect(new URL(page.url()).hash).toBe('#page-erreurs')
    await context.close()
  })
})
