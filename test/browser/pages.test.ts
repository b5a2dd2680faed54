import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { press } from './project-sheet.ts'
import { type Started, startRecueil } from './recueil.ts'

describe('every page', () => {
  let recueil: Started
  let browser: Browser

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(8941), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  const paths = [
    '/',
    '/carte',
    '/carte?region=SN01&theme=rien',
    '/plan',
    '/formulaires',
    '/vos-donnees',
    '/plaidoyers',
    '/bibliotheque',
    '/lexique',
    '/recherche?q=migration',
    '/consulter/PA-0001',
    '/exports',
    '/rien',
    '/coordination',
    '/coordination/feuille',
    '/coordination/quarantaine?etat=ecartes',
    '/coordination/fiches?form=action&statut=prevue',
    '/coordination/journal?suite=',
    '/coordination/plan/PA-0003',
    '/coordination/rencontres',
    '/coordination/rencontres/PA-0001',
    '/coordination/extrait',
    '/coordination/webhooks',
    '/coordination/webhooks/nouveau?genre=mailman3',
    '/coordination/reglages',
    '/coordination/personnes',
    '/comptes-rendus',
    '/tableau-de-bord',
    '/tableau-de-bord/bilan',
    ...['fiche-projet', 'action', 'presence', 'compte-rendu', 'outil'].map((id) => `/formulaires/${id}`),
    ...['plaidoyer', 'organisation', 'terme', 'document', 'commande'].map(
      (id) => `/formulaires/${id}?lang=en`,
    ),
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
