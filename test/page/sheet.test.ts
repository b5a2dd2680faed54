import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { note, withdrawRow } from '../../src/record/index.ts'
import { hintSecret } from '../../src/sheet/hint.ts'
import { ask } from '../support/worker.ts'
import { asMember, calm, calmMirror, hostile, mirror, planned, press, visit } from './mirrored.ts'

beforeEach(calmMirror)

describe('the sheet’s page', () => {
  test('without a spreadsheet says so, and offers nothing that needs one', async () => {
    const response = await ask('/coordination/feuille')
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('Aucun classeur n’est relié.')
    expect(text).not.toContain('<button')
    expect(text).not.toContain('docs.google.com')
  })

  test('tells how the sheet stands', async () => {
    const { text, headers } = await visit('/coordination/feuille')
    expect(text).toContain('<dd>24 septembre 2018 à 14\u00a0h\u00a030</dd>')
    expect(text).toMatch(/<dt>Fiches en attente<\/dt><dd>1\u202f500<\/dd>/)
    expect(text).toContain('Lectures\u00a0: 12, écritures\u00a0: 3')
    expect(text).toContain('href="https://docs.google.com/spreadsheets/d/classeur"')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('names the records that have waited longest, and says what passes by itself and what does not', async () => {
    const { record } = await planned()
    mirror.state = { ...calm, lastPassAt: new Date().toISOString(), lastError: 'HTTP 503' }
    const late = await visit('/coordination/feuille')
    expect(late.text).toContain(
      `<a href="/coordination/fiches/${record.reference}">${record.reference}</a>, depuis le 24 septembre 2018`,
    )
    expect(late.text).toContain('Recueil réessaie de lui-même')
    expect(late.text).not.toContain('plus d’un quart d’heure')
    mirror.state = calm
    expect((await visit('/coordination/feuille')).text).toContain('plus d’un quart d’heure')
    mirror.state = {
      ...calm,
      parked: { reason: 'forbidden', message: 'Partagez-le.' },
      lastError: 'HTTP 403',
    }
    const parked = (await visit('/coordination/feuille')).text
    expect(parked).toContain('Quand c’est fait, appuyez sur «\u00a0Synchroniser maintenant\u00a0»')
    expect(parked).not.toContain('Recueil réessaie de lui-même')
  })

  test('leads to the local grid on the machine it runs on, and nowhere else', async () => {
    const local = { LOCAL: 'true', SHEETS_ROOT_URL: 'http://127.0.0.1:8788' }
    expect((await visit('/coordination/feuille', { changes: local })).text).toContain(
      'href="http://127.0.0.1:8788/grid"',
    )
    const remote = { LOCAL: 'true', SHEETS_ROOT_URL: 'https://sheets.googleapis.com' }
    expect((await visit('/coordination/feuille', { changes: remote })).text).toContain('docs.google.com')
  })

  test('gives what the script needs', async () => {
    const { text } = await visit('/coordination/feuille')
    expect(text).toContain('<code>http://recueil.test/api/v1/sync/hint</code>')
    expect(text).toContain(`<code>${await hintSecret(env.RECUEIL_SECRET, 'classeur')}</code>`)
    expect(text).toContain('docs/apps-script/')
  })

  test('offers both ways out of a brake, and every row taken out back', async () => {
    const { record } = await planned()
    mirror.state = {
      ...calm,
      braked: [{ tab: 'action', title: hostile, rows: 4, message: 'Quatre lignes ont disparu.' }],
      withdrawn: [
        { tab: 'fiche-projet/zones', row: 'FP-0012/3', record: record.id, at: Date.UTC(2018, 8, 24) },
      ],
      quarantined: [{ id: record.id, revision: 1, reference: record.reference, reason: hostile }],
    }
    const { text } = await visit('/coordination/feuille')
    expect(text).toContain('Remettre les 4 lignes')
    expect(text).toContain('Elles étaient à retirer')
    expect(text).toContain('<a href="/coordination/fiches/FP-0012">FP-0012/3</a>')
    expect(text).toMatch(
      /name="tab" value="fiche-projet\/zones"[^>]*\/?><input type="hidden" name="row" value="FP-0012\/3"/,
    )
    expect(text).toContain(`<a href="/coordination/fiches/${record.reference}">${record.reference}</a>`)
    expect(text).not.toContain('<script>')
    expect(text).toContain('&lt;script&gt;')
  })

  test('is in English for who asks, and marks what is French', async () => {
    mirror.state = { ...calm, parked: { reason: 'full', message: 'Le classeur est plein.' } }
    const { text } = await visit('/coordination/feuille?lang=en')
    expect(text).toContain('<h1>The sheet</h1>')
    expect(text).toContain('<span lang="fr">Le classeur est plein.</span>')
  })

  test('does not say that all is done when the sheet could not be reached', async () => {
    expect((await visit('/coordination/feuille?fait=1')).text).toContain('C’est fait.')
    mirror.state = { ...calm, lastError: 'HTTP 503' }
    const { text } = await visit('/coordination/feuille?fait=1')
    expect(text).not.toContain('C’est fait.')
    expect(text).toContain('HTTP 503')
  })
})

describe('what happened in the sheet', () => {
  test('is shown newest first, escaped, with both values of an edit', async () => {
    const { context, form, record } = await planned()
    const row = record.reference
    const edit = { row, column: 'Statut', sheet: hostile, record: 'Prévue', reason: `Inconnu ; ${hostile}` }
    await note(context, form, record, [{ type: 'sheet.refused', ...edit }])
    await note(context, form, record, [
      {
        type: 'sheet.conflict',
        ...edit,
        sheet: '',
        record: 'x'.repeat(1000),
      },
    ])
    await withdrawRow(context, form, record, 'action', row)
    const { text } = await visit('/coordination/feuille')
    expect(text).not.toContain('<script>')
    expect(text).toMatch(/data-label="Dans la feuille"><span class="cell">&quot;&gt;&lt;script&gt;/)
    expect(text).toMatch(/data-label="Dans la fiche"><span class="cell">Prévue</)
    expect(text).toContain('Inconnu\u202f; ')
    expect(text).toContain('<span class="quiet">(vide)</span>')
    expect(text).toContain('x'.repeat(1000))
    const places = ['Ligne retirée', 'Changée des deux côtés', 'Correction refusée'].map((tag) =>
      text.indexOf(`<span class="tag">${tag}</span>`),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('has at most 50 lines', async () => {
    const { context, form, record } = await planned()
    for (let made = 0; made < 60; made++) {
      const edit = { row: record.reference, column: 'Statut', record: '', reason: '', sheet: String(made) }
      await note(context, form, record, [{ type: 'sheet.refused', ...edit }])
    }
    const { text } = await visit('/coordination/feuille')
    expect(text.match(/<span class="tag">/g)).toHaveLength(50)
    expect(text).toContain('<span class="cell">59</span>')
    expect(text).not.toContain('<span class="cell">9</span>')
  })
})

describe('a button of the sheet’s page', () => {
  test.each([
    [{ action: 'pass' }, ['pass']],
    [{ action: 'restore', tab: 'action', row: 'PA-0006' }, ['restore', 'action', 'PA-0006']],
    [{ action: 'restoreAll', tab: 'action' }, ['restore', 'action', null]],
    [{ action: 'acceptRemoval', tab: 'action' }, ['acceptRemoval', 'action']],
  ])('%j is carried out, and leads back', async (fields, call) => {
    const { status, headers } = await press(fields as Record<string, string>)
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/coordination/feuille?fait=1')
    expect(mirror.asked).toEqual([call])
  })

  test.each([
    {},
    { action: 'restore' },
    { action: 'restore', tab: 'action' },
    { action: 'restore', tab: 'rien', row: 'PA-0006' },
    { action: 'restoreAll' },
    { action: 'acceptRemoval', tab: '' },
    { action: 'autre', tab: 'action' },
  ])('%j is refused, and nothing is done', async (fields) => {
    expect((await press(fields as Record<string, string>)).status).toBe(422)
    expect(mirror.asked).toEqual([])
  })

  test('does nothing for another site, nor for who is no coordinator', async () => {
    const body = new URLSearchParams({ action: 'pass' })
    expect((await press({ action: 'pass' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await press({ action: 'pass' }, {})).status).toBe(403)
    const headers = { origin: 'http://recueil.test' }
    const post = (identity: object | null) =>
      visit('/coordination/feuille', { method: 'POST', body, headers, identity })
    expect((await post(null)).status).toBe(401)
    expect((await post(asMember)).status).toBe(403)
    expect(mirror.asked).toEqual([])
  })
})
