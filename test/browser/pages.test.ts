import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { press } from './project-sheet.ts'
import { type Started, startRecueil } from './recueil.ts'

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

describe('every page', () => {
  let recueil: Started
  let browser: Browser
  let axe = ''

  beforeAll(async () => {
    ;[recueil, browser, axe] = await Promise.all([
      startRecueil(8941),
      openBrowser(),
      readFile(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8'),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  /** What axe finds against WCAG 2.2 A and AA, each with the elements at fault. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe)
    const found = await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
    )
    return (found as readonly Violation[]).map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
  }

  const paths = [
    '/',
    '/plan',
    '/formulaires',
    '/vos-donnees',
    '/rien',
    ...['fiche-projet', 'action', 'presence', 'compte-rendu', 'outil'].map((id) => `/formulaires/${id}`),
    ...['plaidoyer', 'organisation', 'terme', 'document'].map((id) => `/formulaires/${id}?lang=en`),
  ]

  test.each(paths)('%s can be used by everyone and fits a phone', async (path) => {
    const page = await browser.newPage(phone)
    const failures: string[] = []
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
    page.on('pageerror', (error) => failures.push(String(error)))
    const response = await page.goto(recueil.url + path)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    if (response?.ok()) expect(failures).toEqual([])
    await page.close()
  })

  test('asks nothing of anyone else', async () => {
    const page = await browser.newPage(phone)
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    for (const path of paths) await page.goto(recueil.url + path)
    expect([...hosts]).toEqual([new URL(recueil.url).host])
    await page.close()
  })

  test('of a form that was refused can be used by everyone too', async () => {
    const page = await browser.newPage(phone)
    await page.goto(`${recueil.url}/formulaires/presence?lang=fr`)
    await press(page)
    await page.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})
