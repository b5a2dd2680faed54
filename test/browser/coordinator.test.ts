import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { violations } from './axe.ts'
import { openBrowser, phone } from './browser.ts'
import { gridRows } from './grid.ts'
import { type GridPage, openGrid } from './grid-page.ts'
import { type Started, startRecueil, until } from './recueil.ts'
import { openSink, type Sink } from './sink.ts'

const titles = ['Retour à Kolda — exemple', 'Accueil à Pikine — exemple', 'Insertion à Thiès — exemple']
const [first, second, third] = ['FP-0001', 'FP-0002', 'FP-0003'] as const
const remark = 'Remarque de synchronisation'
/** The sheet is looked at every ten seconds, and a row is gone when it was missed at two looks. */
const patience = 50_000
const twoWaits = { timeout: 120_000 }

/** The coordinator's work, as she does it: in the sheet, with everything else following. */
describe('the coordinator at work in the sheet', () => {
  let recueil: Started
  let browser: Browser
  let sink: Sink
  let grid: GridPage
  let secret = ''
  const links: string[] = []

  const send = async <Answer>(path: string, body: object): Promise<Answer> => {
    const response = await fetch(`${recueil.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(201)
    return (await response.json()) as Answer
  }

  beforeAll(async () => {
    ;[recueil, browser, sink] = await Promise.all([startRecueil(8971), openBrowser(), openSink()])
    secret = (await send<{ secret: string }>('endpoints', { url: sink.url, forms: ['fiche-projet'] })).secret
    for (const title of titles) {
      const answers = { ...projectSheet, projet_titre: title }
      const receipt = await send<Receipt>('forms/fiche-projet/records', { id: crypto.randomUUID(), answers })
      links.push(receipt.editUrl)
    }
    await until(async () => (await gridRows(recueil, 'Projets')).length === titles.length)
    grid = await openGrid(browser, recueil)
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
    await sink?.close()
  })

  /** What was announced of a type, of which record; throws unless every signature verifies. */
  const announced = (type: string): readonly Announced[] =>
    sink.received
      .map(({ headers, body }) => new Webhook(secret).verify(body, headers) as Announced)
      .filter((event) => event.type === type)
  const eventsOf = async (type: string): Promise<readonly Announced[]> => {
    const response = await fetch(`${recueil.url}/api/v1/events?limit=100`)
    const { events } = (await response.json()) as { readonly events: readonly Announced[] }
    return events.filter((event) => event.type === type)
  }
  const openConsole = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    await page.goto(`${recueil.url}/coordination/feuille`)
    return page
  }
  const expectNotes = async () => {
    for (const id of [first, second, third]) expect(await grid.textOf(id, 'À rappeler')).toBe(`voir ${id}`)
  }

  test('arranges the tab, and her changes reach the member and are announced once', twoWaits, async () => {
    await grid.openTab('Projets')
    const title = await grid.columnOf('Titre du projet')
    await grid.useTool(2, title, 'Trier A → Z')
    const order = await Promise.all([second, third, first].map((id) => grid.rowOf(id)))
    expect(order).toEqual([2, 3, 4])
    await grid.renameTab('Projets 2018')
    await grid.enter(0, title, 'Projet')

    const own = await grid.columnOf('Nom de l’organisation')
    await grid.useTool(2, own, 'Insérer une colonne')
    await grid.enter(0, own, 'À rappeler')
    for (const id of [first, second, third]) await grid.enter(await grid.rowOf(id), own, `voir ${id}`)
    await grid.useTool(2, own, 'Trier Z → A')
    expect(await grid.rowOf(third)).toBe(2)

    await grid.enter(await grid.rowOf(first), await grid.columnOf('Statut'), 'À vérifier')
    await grid.enter(await grid.rowOf(first), await grid.columnOf('Projet'), 'Retour à Sédhiou — exemple')

    await until(async () => (await eventsOf('record.transitioned')).length > 0, patience)
    await until(async () => (await eventsOf('record.revised')).length > 0, patience)
    expect(await eventsOf('record.transitioned')).toMatchObject([
      {
        actor: { source: 'sheet' },
        data: { record: { reference: first }, transition: { from: 'recue', to: 'a_verifier' } },
      },
    ])
    expect(await eventsOf('record.revised')).toMatchObject([
      { actor: { source: 'sheet' }, data: { record: { reference: first }, changed: ['projet_titre'] } },
    ])
    await until(async () => announced('record.transitioned').length > 0)
    await until(async () => announced('record.revised').length > 0)

    const page = await browser.newPage(phone)
    await page.goto(links[0] ?? '')
    expect(await page.locator('.tag').first().textContent()).toBe('À vérifier')
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('Retour à Sédhiou — exemple')
    await page.close()
    await expectNotes()
  })

  test('finds a status that cannot be put back, with the reason beside it and both values on the page', async () => {
    const reason = 'Une fiche ne peut pas passer de «\u00a0Reçue\u00a0» à «\u00a0Publiée\u00a0».'
    await grid.enter(await grid.rowOf(second), await grid.columnOf('Statut'), 'Publiée')
    await until(async () => (await grid.textOf(second, remark)) !== '', patience)
    expect(await grid.textOf(second, remark)).toBe(`Statut\u00a0: «\u00a0Publiée\u00a0» refusé. ${reason}`)
    expect(await grid.textOf(second, 'Statut')).toBe('Reçue')
    expect(await grid.textOf(first, remark)).toBe('')

    const page = await openConsole()
    const row = page.getByRole('row').filter({ has: page.locator('.tag', { hasText: 'Correction refusée' }) })
    expect(await row.count()).toBe(1)
    const under = (label: string) => row.locator(`[data-label="${label}"]`).textContent()
    expect(await under('Ligne')).toBe(second)
    expect(await under('Colonne')).toBe('Statut')
    expect(await under('Dans la feuille')).toBe('Publiée')
    expect(await under('Dans la fiche')).toBe('Reçue')
    expect(await under('Motif')).toBe(reason)

    const open = () => page.getByRole('heading', { name: /^Corrections à décider/ }).textContent()
    expect(await open()).toBe('Corrections à décider (1)')
    await page.getByRole('button', { name: 'Garder la valeur de la fiche' }).click()
    await page.getByText('C’est décidé.').waitFor()
    expect(await open()).toBe('Corrections à décider (0)')
    await page.close()
  })

  test('adds a row without an ID, which becomes a record', twoWaits, async () => {
    await grid.openTab('Membres')
    await grid.enter(2, await grid.columnOf('Nom de l’organisation'), 'Organisation exemple B')
    await grid.enter(2, await grid.columnOf('Sigle'), 'OEB')
    await grid.page.locator('td', { hasText: /^OR-0001$/ }).waitFor({ timeout: patience })
    expect(await grid.rowOf('OR-0001')).toBe(2)
    await until(async () => (await grid.textOf('OR-0001', 'Statut')) === 'Active', patience)
    const answers = async () => {
      const response = await fetch(`${recueil.url}/api/v1/records?form=organisation`)
      const { records } = (await response.json()) as Records
      return records.map((record) => record.answers)
    }
    // The acronym may have been typed just after the look that made the record: then the next one revises it.
    await until(async () => (await answers()).some(({ sigle }) => sigle === 'OEB'), patience)
    expect(await answers()).toEqual([{ nom: 'Organisation exemple B', sigle: 'OEB' }])
  })

  test('deletes a row, and has it put back by a click', twoWaits, async () => {
    await grid.openTab('Projets 2018')
    await grid.useTool(await grid.rowOf(third), await grid.columnOf('ID'), 'Supprimer la ligne')
    const page = await openConsole()
    const restore = page.getByRole('button', { name: `Remettre dans la feuille ${third}` })
    await until(async () => {
      await page.reload()
      return (await restore.count()) > 0
    }, patience)
    for (const viewport of [{ width: 1280, height: 800 }, phone.viewport]) {
      await page.setViewportSize(viewport)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await restore.click()
    await page.getByRole('status').waitFor()
    expect(await restore.count()).toBe(0)
    await page.close()
    await grid.page.locator('td', { hasText: new RegExp(`^${third}$`) }).waitFor({ timeout: patience })
    expect(await grid.textOf(third, 'Projet')).toBe(titles[2])
    expect(await grid.textOf(third, 'Statut')).toBe('Reçue')
    expect(await grid.textOf(first, 'À rappeler')).toBe(`voir ${first}`)
    expect(await grid.textOf(second, 'À rappeler')).toBe(`voir ${second}`)
  })

  test('has told receivers each thing exactly once, signed', async () => {
    const types = ['record.accepted', 'record.revised', 'record.transitioned', 'sheet.refused']
    await until(async () => announced('sheet.restored').length > 0)
    const told = types.map((type) => announced(type).map(({ data }) => data.record.reference))
    expect(told).toEqual([[first, second, third], [first], [first], [second]])
    const ids = sink.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

type Receipt = { readonly editUrl: string }
type Records = { readonly records: readonly { readonly answers: Readonly<Record<string, unknown>> }[] }
type Announced = {
  readonly type: string
  readonly data: { readonly record: { readonly reference: string } }
}
