import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openingName } from '../../src/spam/doubt.ts'
import { signOpening } from '../../src/spam/opening.ts'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { gridRows } from './grid.ts'
import { press } from './project-sheet.ts'
import { type Started, startRecueil, until } from './recueil.ts'

const port = 9010
let recueil: Started
let browser: Browser

beforeAll(async () => {
  ;[recueil, browser] = await Promise.all([
    startRecueil(port, undefined, { ACCESS_DEV: 'off' }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
})

const pending = async () =>
  ((await (await fetch(`${recueil.url}/api/v1/sync`)).json()) as { readonly pending: number }).pending

/** Has a form's page say that it was opened a minute ago, as it would to a person who takes their time. */
async function openedAwhile(page: Page): Promise<void> {
  const secret = (await readFile(join(recueil.stateFolder, 'secret'), 'utf8')).trim()
  const opening = await signOpening(secret, 'terme', Date.now() - 60_000)
  const written = new RegExp(`(name="${openingName}" value=")[^"]+`)
  await page.route('**/formulaires/terme', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const text = await response.text()
    expect(text).toMatch(written)
    await route.fulfill({ response, body: text.replace(written, `$1${opening}`) })
  })
}

test('a person who takes their time, and one whose draft was kept, have a receipt at once', async () => {
  const page = await browser.newPage(phone)
  await openedAwhile(page)
  await page.goto(`${recueil.url}/formulaires/terme`)
  await page.locator('[name="terme"]').fill('Terme d’une personne (exemple)')
  await page.locator('[name="definition"]').fill('Une définition exemple.')
  await page.getByText('Votre saisie est gardée').waitFor()
  await page.reload()
  expect(await page.locator('[name="terme"]').inputValue()).toBe('Terme d’une personne (exemple)')
  await press(page)
  await page.waitForURL(/\/recu\b/)
})

test('while a flood of programs goes on, a browser proves its work unasked, and one without JavaScript waits', async () => {
  const flood = Array.from({ length: 11 }, (_, index) =>
    fetch(`${recueil.url}/formulaires/terme`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ id: crypto.randomUUID(), terme: `Flot ${index}`, definition: 'Exemple.' }),
    }),
  )
  expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([303]))

  const fill = async (javaScriptEnabled: boolean, term: string) => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    const page = await context.newPage()
    await openedAwhile(page)
    await page.goto(`${recueil.url}/formulaires/terme`)
    await page.locator('[name="terme"]').fill(term)
    await page.locator('[name="definition"]').fill('Une définition exemple.')
    if (javaScriptEnabled)
      await page.waitForFunction('document.querySelector(\'[name="preuve-travail"]\').value !== ""')
    else await page.locator('noscript .notice').waitFor()
    await press(page)
    await page.waitForURL(/\/recu\b|\/envois\//)
    const path = new URL(page.url()).pathname
    await context.close()
    return path
  }
  expect(await fill(true, 'Terme prouvé (exemple)')).toMatch(/\/recu\b/)
  expect(await fill(false, 'Terme sans script (exemple)')).toMatch(/^\/envois\//)
})

test('a form filled in as a program does waits, is released by a coordinator, and is one row of the sheet', async () => {
  const page = await browser.newPage(phone)
  await page.goto(`${recueil.url}/formulaires/terme`)
  // Nobody sees the control, so only a program writes in it.
  const around = page.locator('div:has(> [name="site-web"])')
  expect(await around.evaluate((trap) => trap.clientWidth)).toBeLessThanOrEqual(1)
  await page.locator('[name="terme"]').fill('Terme d’un programme (exemple)')
  await page.locator('[name="definition"]').fill('Une définition exemple.')
  await page.evaluate('document.querySelector(\'[name="site-web"]\').value = "https://spam.example"')
  await press(page)
  await page.waitForURL(/\/envois\//)
  expect(await page.textContent('h1')).toBe('Reçu, en attente de vérification')
  expect(await page.textContent('main')).toContain('Une définition exemple.')
  expect(await violations(page)).toEqual([])
  // Nothing is kept on the phone of what was sent.
  expect(await page.evaluate('localStorage.getItem("recueil:terme")')).toBeNull()

  await recueil.kill()
  recueil = await startRecueil(port, recueil.stateFolder)
  expect(await pending()).toBe(0)
  const words = async () => (await gridRows(recueil, 'Lexique')).map((row) => row['Terme retenu'])
  expect(await words()).not.toContain('Terme d’un programme (exemple)')

  const desk = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await desk.goto(`${recueil.url}/coordination`)
  await desk.getByRole('link', { name: /^Envois à vérifier\s: \d+$/ }).click()
  await desk.getByText('un champ invisible a été rempli').waitFor()
  expect(await desk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(await violations(desk)).toEqual([])
  await desk.getByLabel('Terme d’un programme (exemple)').check()
  await desk.getByRole('button', { name: 'Accepter les envois choisis' }).click()
  await desk.getByText('C’est fait').waitFor()

  await until(async () => (await words()).includes('Terme d’un programme (exemple)'))
  await until(async () => (await pending()) === 0)
  expect((await words()).filter((word) => word === 'Terme d’un programme (exemple)')).toHaveLength(1)
  await page.reload()
  await page.waitForURL(/\/recu\b/)
  expect(await page.textContent('main')).toMatch(/LX-\d{4}/)
}, 180_000)
