import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { gridRows } from './grid.ts'
import { fillProjectSheet, fillZone, press } from './project-sheet.ts'
import { type Started, startRecueil, until } from './recueil.ts'
import { openSink, type Sink } from './sink.ts'

/** The main job, as its users do it: a phone, the coordinator's grid, a receiver of webhooks. */
describe('a project sheet filled in on a phone', () => {
  let recueil: Started
  let browser: Browser
  let sink: Sink
  let secret = ''

  beforeAll(async () => {
    // A folder with nothing in it, as whoever starts Recueil for the first time has.
    const folder = await mkdtemp(join(tmpdir(), 'recueil-'))
    ;[recueil, browser, sink] = await Promise.all([startRecueil(8911, folder), openBrowser(), openSink()])
    const response = await fetch(`${recueil.url}/api/v1/endpoints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: sink.url, forms: ['fiche-projet'] }),
    })
    secret = ((await response.json()) as { secret: string }).secret
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
    await sink?.close()
  })

  const openForm = async (): Promise<Page> => {
    const page = await browser.newPage(phone)
    await page.goto(`${recueil.url}/formulaires/fiche-projet`)
    return page
  }

  test('is corrected, received, revised, shown by the sheet and announced', async () => {
    const page = await openForm()
    await fillProjectSheet(page, 'Accueil à Guédiawaye — exemple')
    for (const [index, [region, department]] of [
      ['SN01', 'SN0102'],
      ['SN01', 'SN0103'],
      ['SN07', 'SN0702'],
    ].entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Ajouter une zone' }).click()
      await fillZone(page, index, region ?? '', department ?? '')
    }
    await press(page)

    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await page.title()).toMatch(/^Erreur/)
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert')
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('Accueil à Guédiawaye — exemple')
    expect(await page.locator('[name="zones.2.zone_departement"]').inputValue()).toBe('SN0702')
    await summary.getByRole('link').first().click()
    expect(await page.evaluate('document.activeElement.name')).toBe('contact_courriel')
    await page.getByLabel('Adresse électronique').fill('projet@exemple.org')
    await press(page)

    await page.waitForURL(/\/recu\b/)
    const reference = /FP-\d{4}/.exec((await page.textContent('main')) ?? '')?.[0] ?? ''
    expect(reference).toBe('FP-0001')

    await until(async () => (await gridRows(recueil, 'Zones')).length === 3)
    const before = await gridRows(recueil, 'Projets')
    expect(before).toMatchObject([
      { ID: reference, Statut: 'Reçue', 'Titre du projet': 'Accueil à Guédiawaye — exemple' },
    ])
    expect((await gridRows(recueil, 'Zones')).map((row) => [row.ID, row.Département])).toEqual([
      [`${reference}/1`, 'Guédiawaye'],
      [`${reference}/2`, 'Pikine'],
      [`${reference}/3`, 'Médina Yoro Foulah'],
    ])

    await page.goto(page.url().replace('/recu', ''))
    await page.getByLabel('Titre du projet').fill('Accueil et réintégration — exemple')
    await fillZone(page, 1, 'SN13', 'SN1302')
    await press(page)
    await until(
      async () =>
        (await gridRows(recueil, 'Projets'))[0]?.['Titre du projet'] === 'Accueil et réintégration — exemple',
    )
    const zones = await gridRows(recueil, 'Zones')
    expect(zones.map(({ ID }) => ID)).toEqual([`${reference}/1`, `${reference}/2`, `${reference}/3`])
    expect(zones[1]?.Région).toBe('Thiès')
    const grid = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await grid.goto(`${recueil.sheetUrl}/grid?onglet=Projets`)
    await grid.getByText('Accueil et réintégration — exemple').first().waitFor()
    await grid.close()

    await until(async () => sink.received.length >= 2)
    const types = sink.received.map(({ headers, body }) => {
      const event = new Webhook(secret).verify(body, headers) as {
        type: string
        data: { record: { reference: string } }
      }
      return [event.type, event.data.record.reference]
    })
    expect(types).toEqual([
      ['record.accepted', reference],
      ['record.revised', reference],
    ])
    await page.close()
  })

  test('works the same without JavaScript', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${recueil.url}/formulaires/fiche-projet`)
    await fillProjectSheet(page, 'Sans JavaScript — exemple')
    await page.getByLabel('Adresse électronique').fill('projet@exemple.org')
    await fillZone(page, 0, 'SN01', 'SN0105')
    await page.getByRole('button', { name: 'Ajouter une zone' }).click()
    expect(await page.getByLabel('Titre du projet').inputValue()).toBe('Sans JavaScript — exemple')
    await fillZone(page, 1, 'SN10', 'SN1001')
    await press(page)
    await page.waitForURL(/\/recu\b/)
    await until(async () => (await gridRows(recueil, 'Zones')).length === 5)
    await context.close()
  })

  test('two hundred at once become exactly two hundred rows in a handful of calls', async () => {
    const sync = async () => (await (await fetch(`${recueil.url}/api/v1/sync`)).json()) as Sync
    const one = (await (
      await fetch(`${recueil.url}/api/v1/records?form=fiche-projet&limit=1`)
    ).json()) as Records
    const before = await sync()
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const answers = { ...one.records[0]?.answers, projet_titre: `Envoi ${index} — exemple` }
        const response = await fetch(`${recueil.url}/api/v1/forms/fiche-projet/records`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: crypto.randomUUID(), answers }),
        })
        return response.status
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([201]))
    await until(async () => (await sync()).pending === 0, 60_000)
    const after = await sync()
    const rows = (await gridRows(recueil, 'Projets')).filter((row) =>
      row['Titre du projet']?.startsWith('Envoi '),
    )
    expect(rows).toHaveLength(200)
    expect(new Set(rows.map((row) => row['Titre du projet'])).size).toBe(200)
    expect(
      after.calls.reads + after.calls.writes - before.calls.reads - before.calls.writes,
    ).toBeLessThanOrEqual(10)
  })

  test('every webhook that arrives bears a signature that verifies', async () => {
    await until(async () => sink.received.length >= 203, 60_000)
    for (const { headers, body } of sink.received) new Webhook(secret).verify(body, headers)
    const ids = sink.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

type Sync = { readonly pending: number; readonly calls: { readonly reads: number; readonly writes: number } }
type Records = { readonly records: readonly { readonly answers: Readonly<Record<string, unknown>> }[] }
