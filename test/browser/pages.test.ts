import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { unfit } from './fit.ts'
import { press } from './project-sheet.ts'
import { type Started, startRecueil } from './recueil.ts'

/** As narrow as phones are in use. */
const narrow = { ...phone, viewport: { width: 360, height: 740 } } as const

describe('every page', () => {
  let recueil: Started
  let browser: Browser
  let endpoint = ''

  const post = async (path: string, body: object): Promise<string> => {
    const response = await fetch(`${recueil.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.ok).toBe(true)
    return ((await response.json()) as { readonly id: string }).id
  }
  const accept = (form: string, answers: object): Promise<string> =>
    post(`forms/${form}/records`, { id: crypto.randomUUID(), answers })

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(8941), openBrowser()])
    endpoint = await post('endpoints', { url: 'http://127.0.0.1:1/', description: 'Personne (exemple)' })
    const asked = { nom: 'ONG A (exemple)', type: '22', reseaux: ['pfongue', 'ongis'] }
    for (const nom of [asked.nom, 'ONG A, exemple']) await accept('organisation', { ...asked, nom })
    const sheet = await accept('fiche-projet', projectSheet)
    for (const to of ['validee', 'publiee']) await post(`records/${sheet}/transitions`, { to, note: '' })
    await accept('fiche-projet', { ...projectSheet, projet_titre: 'Retour, réintégration à Guédiawaye' })
    const tool = await accept('outil', {
      nom: 'Carte (exemple)',
      url: 'https://carte.example',
      porteur: asked.nom,
      type: 'carte_en_ligne',
      marche: 'Tout.',
      marche_pas: 'Rien.',
      propose_par: 'Exemple',
    })
    for (const to of ['verifie', 'publie']) await post(`records/${tool}/transitions`, { to, note: '' })
    const closing = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10)
    const campaign = { titre: 'Collecte (exemple)', formulaire: 'fiche-projet', reseaux: asked.reseaux }
    const opened = await accept('campagne', { ...campaign, cloture: closing })
    await post(`records/${opened}/transitions`, { to: 'ouverte', note: '' })
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
    '/consulter',
    '/consulter/FP-0001',
    '/consulter/OC-0001',
    '/consulter/PA-0001',
    '/exports',
    '/rien',
    '/coordination',
    '/coordination/feuille',
    '/coordination/quarantaine',
    '/coordination/quarantaine?etat=ecartes',
    '/coordination/fiches',
    '/coordination/fiches/FP-0002',
    '/coordination/fiches?form=action&statut=prevue',
    '/coordination/journal?suite=',
    '/coordination/plan/PA-0003',
    '/coordination/rencontres',
    '/coordination/rencontres/PA-0001',
    '/coordination/campagnes',
    '/coordination/campagnes/CM-0001',
    '/coordination/rapprochements',
    '/coordination/personnes-concernees',
    '/coordination/conservation',
    '/coordination/registre',
    '/coordination/extrait',
    '/coordination/webhooks',
    '/coordination/webhooks/{endpoint}',
    '/coordination/webhooks/{endpoint}/modifier',
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
    const page = await browser.newPage(narrow)
    const failures: string[] = []
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
    page.on('pageerror', (error) => failures.push(String(error)))
    const response = await page.goto(recueil.url + path.replace('{endpoint}', endpoint))
    expect(await violations(page)).toEqual([])
    expect(await unfit(page)).toEqual([])
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

  test('of the map has its filters as wide as each other', async () => {
    const page = await browser.newPage(narrow)
    await page.goto(`${recueil.url}/carte`)
    const widths = await page.locator('form select').evaluateAll((all) => all.map((one) => one.offsetWidth))
    expect(widths.length).toBeGreaterThan(3)
    expect(new Set(widths).size).toBe(1)
    await page.close()
  })

  test.each([
    ['/carte', 2],
    ['/tableau-de-bord', 7],
  ])('%s prints on few sheets of A4, without what asks', async (path, sheets) => {
    const page = await browser.newPage({ locale: 'fr-FR' })
    await page.goto(recueil.url + path)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main select:visible, main button:visible').count()).toBe(0)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(sheets)
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
