import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { violations } from './axe.ts'
import { openBrowser } from './browser.ts'
import { everythingKept } from './left.ts'
import { type Started, startRecueil, until } from './recueil.ts'

let recueil: Started
let browser: Browser
beforeAll(async () => {
  recueil = await startRecueil(8951)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
})

const desk = '/coordination/personnes-concernees'
const phone = { viewport: { width: 360, height: 760 }, javaScriptEnabled: false }

/** Without accents and case, so that she is found however she is written. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const isNamed = (text: string) =>
  plain(text).includes('exemplaire') ||
  plain(text)
    .replace(/[\s.-]/g, '')
    .includes('777654321')

const sync = () =>
  fetch(`${recueil.url}/api/v1/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })

async function accepted(changes: object): Promise<string> {
  const response = await fetch(`${recueil.url}/api/v1/forms/fiche-projet/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), answers: { ...projectSheet, ...changes } }),
  })
  return ((await response.json()) as { reference: string }).reference
}

/** What of all that is kept names her. */
const left = async () => (await everythingKept(recueil)).filter(isNamed)

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).last()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

describe('a person who asks to be forgotten', () => {
  test('is, on a phone and without a script: the database, the sheet and what the mirror remembers name her no more', async () => {
    const reference = await accepted({
      contact_nom: 'Aïssatou Exemplaire',
      contact_courriel: 'aissatou@exemplaire.example',
      contact_tel: '+221777654321',
      projet_resume: 'Aïssatou Exemplaire suit ce projet.',
    })
    await sync()
    await until(async () => (await left()).length > 5)
    const page = await browser.newPage(phone)
    await page.goto(recueil.url + desk)
    await page.getByLabel('Prénom et nom').fill('exemplaire aissatou')
    await press(page, 'Chercher')
    await press(page, 'Chercher aussi par là')
    await page.locator(`[name="sort:${reference}"][value="takeOut"]`).check()
    await press(page, 'Voir ce qui sera effacé')
    await page.getByLabel('Je sais que cela ne peut pas être défait').check()
    await press(page, 'Effacer définitivement')
    expect(await page.textContent('main')).toContain('Cette personne n’est nommée nulle part.')
    expect(isNamed(page.url())).toBe(false)
    await page.close()
    await sync()
    await until(async () => (await left()).length === 0).catch(() => undefined)
    expect(await left()).toEqual([])
  })
})

describe('each page of the desk', () => {
  test('can be used by everyone and fits a phone', async () => {
    await accepted({ contact_nom: 'Ndeye Untelle', projet_resume: 'Ndeye Untelle, 77 123 45 67.' })
    const page = await browser.newPage({ viewport: { width: 360, height: 760 } })
    const look = async () => {
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await page.goto(recueil.url + desk)
    await look()
    await page.getByLabel('Prénom et nom').fill('untelle ndeye')
    await press(page, 'Chercher')
    await look()
    await page.locator('[value="takeOut"]').first().check()
    await press(page, 'Voir ce qui sera effacé')
    await look()
    await press(page, 'Effacer définitivement')
    expect(await page.textContent('main')).toContain('Cochez d’abord')
    await look()
    await press(page, 'Revenir au choix')
    await press(page, 'Version à lire ou à imprimer')
    await look()
    await page.close()
  })
})
