import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { openBrowser, phone } from './browser.ts'
import { type Started, startRecueil } from './recueil.ts'

let recueil: Started
let browser: Browser
let mail: Server
let link = ''

/** A page of another site with the link in it, as a webmail shows it. */
function startMail(port: number): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<a href="${link}">Votre lien</a>`)
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  ;[recueil, browser, mail] = await Promise.all([
    startRecueil(9040, undefined, { ACCESS_DEV: 'off' }),
    openBrowser(),
    startMail(8953),
  ])
  const response = await fetch(`${recueil.url}/api/v1/forms/fiche-projet/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), answers: projectSheet }),
  })
  link = ((await response.json()) as { editUrl: string }).editUrl
})
afterAll(async () => {
  mail?.close()
  await browser?.close()
  await recueil?.kill()
})

/** Opens the link from the other site: "localhost" is another site than "127.0.0.1". */
async function opened(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto('http://localhost:8953/')
  await page.getByRole('link', { name: 'Votre lien' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'FP-0001' }).waitFor()
  return page
}

const title = (page: Page) => page.getByLabel('Titre du projet')
const bare = () => link.split('?')[0] ?? ''

describe('an edit link opened from a mail', () => {
  test('is gone from the address and from the history at once, and the page can be loaded again', async () => {
    const page = await opened(true)
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.waitForURL(bare())
    const response = await page.reload()
    expect([response?.status(), page.url()]).toEqual([200, bare()])
    await title(page).fill('Titre corrigé (exemple)')
    await page.getByRole('button', { name: 'Enregistrer' }).last().click()
    await page.getByText('Vos corrections sont enregistrées').waitFor()
    expect(page.url()).toMatch(/\/fiches\/FP-0001\?corrigee=1(#.*)?$/)
    await page.goBack()
    await page.waitForLoadState('load')
    expect(page.url()).toBe(bare())
    expect(await page.evaluate('document.cookie')).toBe('')
    expect(await page.evaluate('JSON.stringify([{...sessionStorage}, {...localStorage}])')).not.toContain(
      'cle',
    )
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('is gone after the first step without JavaScript', async () => {
    const page = await opened(false)
    expect(page.url()).toBe(link)
    await title(page).fill('')
    await page.getByRole('button', { name: 'Enregistrer' }).last().click()
    await page.locator('#page-erreurs').waitFor()
    expect(page.url()).toBe(`${bare()}#page-erreurs`)
    await title(page).fill('Sans JavaScript (exemple)')
    await page.getByRole('button', { name: 'Enregistrer' }).last().click()
    await page.getByText('Vos corrections sont enregistrées').waitFor()
    expect(page.url()).toMatch(/\/fiches\/FP-0001\?corrigee=1(#.*)?$/)
    await page.context().close()
  })
})
