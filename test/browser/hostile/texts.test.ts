import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { rules } from '../../../src/access/table.ts'
import type { Form } from '../../../src/form/definition/index.ts'
import { everyForm } from '../../support/every-form.ts'
import { openBrowser } from '../browser.ts'
import { gridRows } from '../grid.ts'
import { type Started, startRecueil, until } from '../recueil.ts'
import { formulas } from './corpus.ts'
import { askApi } from './door.ts'
import { hostile } from './fill.ts'
import { oddLinks, watch } from './watch.ts'

type Kept = { readonly form: Form; readonly id: string; readonly reference: string; readonly sent: object }

/** So many records of each form, so that each text of the corpus is somewhere and each field has several. */
const turns = 4

describe('texts written to do harm', () => {
  let recueil: Started
  let browser: Browser
  const kept: Kept[] = []

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(9020), openBrowser()])
    const meeting = await sendOne('action', everyForm('').action ?? {}, -1)
    for (const form of catalogue.forms) {
      const answers = everyForm(meeting.reference)[form.id]
      if (answers === undefined) throw new Error(`no sample of ${form.id}`)
      for (let turn = 0; turn < turns; turn++) {
        const one = await sendOne(form.id, hostile(form, answers, turn), turn)
        kept.push(one)
        await publish(one)
      }
    }
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  async function sendOne(id: string, answers: object, turn: number): Promise<Kept> {
    const form = catalogue.forms.find((one) => one.id === id)
    if (!form) throw new Error(id)
    const sent = { id: crypto.randomUUID(), answers }
    const { status, body } = await askApi(recueil, 'POST', `/api/v1/forms/${id}/records`, sent)
    expect([id, turn, status, body.errors]).toEqual([id, turn, 201, undefined])
    return { form, id: sent.id, reference: String(body.reference), sent: answers }
  }

  /** Moves a record on as far as it goes towards what everyone sees. */
  async function publish({ form, id }: Kept): Promise<void> {
    for (const state of form.publication?.states ?? [])
      for (const to of ['validee', state]) {
        if (!form.workflow.states.some(({ code }) => code === to)) continue
        await askApi(recueil, 'POST', `/api/v1/records/${id}/transitions`, {
          to,
          note: '<img src=x onerror=alert(0)>',
        })
      }
  }

  test('the watch sees what it is to see: without our protection a script runs, with it the policy reports', async () => {
    const { page, alarms } = await watch(browser, recueil.url)
    const policies = ['', (await fetch(recueil.url)).headers.get('content-security-policy') ?? '']
    for (const policy of policies)
      await page.route(`${recueil.url}/temoin-${policies.indexOf(policy)}`, (route) =>
        route.fulfill({
          headers: { 'content-type': 'text/html', 'content-security-policy': policy },
          body: '<p>Témoin</p><img src="data:," onerror="alert(99)"><a href="javascript:alert(1)">ici</a>',
        }),
      )
    await page.goto(`${recueil.url}/temoin-0`)
    await expect.poll(() => alarms.some((alarm) => alarm.includes('a script ran: 99'))).toBe(true)
    await page.goto(`${recueil.url}/temoin-1`)
    await expect.poll(() => alarms.some((alarm) => alarm.includes('Content Security Policy'))).toBe(true)
    expect(await oddLinks(page)).toEqual(['javascript:alert(1)'])
    await page.context().close()
  })

  test('are kept as they were written, all of them', async () => {
    for (const { id, form, sent } of kept) {
      const { status, body } = await askApi(recueil, 'GET', `/api/v1/records/${id}`)
      expect([form.id, status]).toEqual([form.id, 200])
      const answers = body.answers as Readonly<Record<string, unknown>>
      for (const [name, value] of Object.entries(sent)) {
        if (typeof value !== 'string' || answers[name] === undefined) continue
        expect([form.id, name, answers[name]]).toEqual([form.id, name, value.trim()])
      }
    }
  })

  test('run nowhere, are reported nowhere and lead nowhere', async () => {
    const { page, alarms } = await watch(browser, recueil.url)
    const shown: string[] = []
    for (const path of await readable()) {
      await page.goto(recueil.url + path, { waitUntil: 'load' })
      for (const target of await oddLinks(page)) alarms.push(`${path}: leads to ${target}`)
      shown.push(path)
    }
    expect(alarms).toEqual([])
    expect(shown.length).toBeGreaterThan(60)
    await page.context().close()
  }, 240_000)

  test('are text in the sheet, never a formula', async () => {
    await until(async () => (await gridRows(recueil, 'Lexique')).length === turns, 90_000)
    const rows = await gridRows(recueil, 'Lexique')
    const written = kept
      .filter(({ form }) => form.id === 'terme')
      .map(({ sent }) => (sent as { terme: string }).terme.trim())
    expect(rows.map((row) => row['Terme retenu'] ?? '').toSorted()).toEqual(written.toSorted())
    const everything = (
      await Promise.all(
        ['Projets', 'Membres', 'Plaidoyers', 'Lexique', 'Outils cartographiques'].map((tab) =>
          gridRows(recueil, tab),
        ),
      )
    ).flat()
    const cells = everything.flatMap((row) => Object.values(row))
    expect(formulas.filter((formula) => cells.includes(formula)).length).toBeGreaterThan(5)
  }, 120_000)

  /** Every address of a page there is to read, for the coordinator, who sees most. */
  async function readable(): Promise<readonly string[]> {
    const paths = rules.filter(({ methods, path }) => methods.includes('GET') && !path.startsWith('/api/'))
    const perForm = [...Map.groupBy(kept, ({ form }) => form.id).values()].flatMap((records) =>
      records.slice(0, 1),
    )
    const filled = paths.flatMap(({ path }) => {
      if (path.includes(':reference'))
        return perForm.map(({ reference }) => path.replace(':reference', reference))
      if (path.includes(':form')) return catalogue.forms.map(({ id }) => path.replace(':form', id))
      return [path]
    })
    const asked = [
      ...filled.map((path) => path.replace(':number', '1')).filter((path) => !path.includes(':')),
      '/recherche?q=alert',
      '/recherche?q=%3Cscript%3Ealert(1)%3C/script%3E',
      `/coordination/fiches?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`,
      '/carte?region=%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
      '/?lang=%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
      '/%3Cscript%3Ealert(1)%3C/script%3E',
    ]
    const pages: string[] = []
    for (const path of asked) {
      const response = await fetch(recueil.url + path, { redirect: 'manual' })
      expect([path, response.status < 500]).toEqual([path, true])
      if (response.headers.get('content-type')?.includes('text/html')) pages.push(path)
      await response.body?.cancel()
    }
    return pages
  }
})
