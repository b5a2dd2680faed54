import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { app } from '../../src/app.ts'
import { accept, note, withdrawRow } from '../../src/record/index.ts'
import { hintSecret } from '../../src/sheet/hint.ts'
import type { SyncState } from '../../src/sheet/index.ts'
import { findRecord } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { ask } from '../support/worker.ts'
import { coordinator, member, open } from './example.ts'

const calm: SyncState = {
  pending: 1500,
  lastPassAt: '2018-09-24T14:30:00.000Z',
  lastError: null,
  parked: null,
  quarantined: [],
  braked: [],
  withdrawn: [],
  calls: { reads: 12, writes: 3, tokens: 1 },
}
const hostile = '"><script>alert(1)</script>'

let state = calm
let asked: unknown[] = []
beforeEach(() => {
  state = calm
  asked = []
})

const answering =
  (name: string) =>
  async (...parameters: unknown[]) => {
    asked.push([name, ...parameters])
    return state
  }
const connected = {
  ...env,
  SPREADSHEET_ID: 'classeur',
  GOOGLE_SERVICE_ACCOUNT: '{}',
  SHEET_MIRROR: {
    idFromName: (name: string) => name,
    get: () => ({
      state: async () => state,
      pass: answering('pass'),
      restore: answering('restore'),
      acceptRemoval: answering('acceptRemoval'),
    }),
  } as never,
}
const coordination = { email: 'coordination@recueil.example' }
const asMember = { email: 'membre@exemple.org' }

/** The front door with a spreadsheet connected, as whom Cloudflare Access vouches for, if anyone. */
async function visit(
  path: string,
  {
    identity = coordination,
    changes = {},
    ...init
  }: RequestInit & Partial<{ identity: object | null; changes: Partial<Cloudflare.Env> }> = {},
) {
  const executionContext = Object.assign(createExecutionContext(), {
    ...(identity && { access: { aud: 'recueil-local', getIdentity: async () => identity } }),
  }) as ExecutionContext
  const request = new Request(`http://recueil.test${path}`, { redirect: 'manual', ...init })
  const response = await app.fetch(request, { ...connected, ...changes }, executionContext)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const press = (
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: 'http://recueil.test' },
) => visit('/coordination/feuille', { method: 'POST', body: new URLSearchParams(fields), headers })

/** A record of the plan, just accepted. */
async function planned() {
  const form = catalogue.forms.find(({ id }) => id === 'action')
  const seed = form?.seeds[0]
  if (!form || !seed) throw new Error('the plan has records from the first day')
  const id = crypto.randomUUID()
  const context = contextAt(Date.UTC(2018, 8, 24, 14, 30))
  await accept(context, form, { id, answers: seed.answers, locale: 'fr' })
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error('the record is there')
  return { context, form, record }
}

describe('the console', () => {
  test.each(['/coordination', '/coordination/feuille', '/coordination/fiches/PA-0001'])(
    '%s is for coordinators alone',
    async (path) => {
      expect((await visit(path, { identity: null })).status).toBe(401)
      const refused = await visit(path, { identity: asMember })
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('<h1>Vous n’avez pas le droit de faire cela.</h1>')
    },
  )

  test('is in the navigation of coordinators alone', async () => {
    expect((await open(coordinator, '/')).text).toContain('<a href="/coordination">Coordination</a>')
    expect((await open(member, '/')).text).not.toContain('/coordination')
  })

  test('says that nothing waits, or what does', async () => {
    expect((await visit('/coordination')).text).toContain('Rien n’attend votre décision.')
    state = {
      ...calm,
      parked: { reason: 'forbidden', message: 'Le classeur n’est pas partagé : partagez-le.' },
      braked: [{ tab: 'action', title: 'Plan', rows: 4, message: 'Quatre lignes.' }],
      quarantined: [{ id: 'un', revision: 1, reference: 'PA-0001', reason: 'Invalid' }],
    }
    const { text, headers } = await visit('/coordination')
    expect(text).toContain('Le classeur n’est pas partagé\u00a0: partagez-le.')
    expect(text).toContain('Onglet «\u00a0Plan\u00a0»\u00a0: 4 lignes ont disparu d’un coup.')
    expect(text).toContain('Fiches que Google refuse\u00a0: 1')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('lists the minutes that are late and what was to be done by now, each with its page', async () => {
    const { record } = await planned()
    const minutes = {
      titre: 'Compte-rendu exemple',
      suites: [
        { suite_quoi: 'Envoyer la fiche', suite_echeance: '2018-08-20', suite_statut: 'en_cours' },
        { suite_quoi: 'Relire la fiche', suite_echeance: '2018-08-20', suite_statut: 'fait' },
        { suite_quoi: 'Diffuser la carte', suite_echeance: '2199-01-01' },
      ],
    }
    await env.DB.batch([
      env.DB.prepare("UPDATE records SET status = 'tenue' WHERE id = ?").bind(record.id),
      env.DB.prepare(
        `INSERT INTO records SELECT ?1, 'compte-rendu', 1, 'publie', 1, ?2, coordination, locale, '', '', 0, 0, NULL
         FROM records WHERE id = ?3`,
      ).bind(crypto.randomUUID(), JSON.stringify(minutes), record.id),
    ])
    const { text } = await visit('/coordination')
    expect(text).toContain(
      `<a href="/coordination/fiches/${record.reference}">Compte-rendu en retard\u00a0: ${record.answers.nom}, 24/09/2018</a>`,
    )
    expect(text).toContain(
      '<a href="/coordination/fiches/CR-0001">Action à mener pour le 20/08/2018\u00a0: Envoyer la fiche</a>',
    )
    expect(text).not.toMatch(/Relire la fiche|Diffuser la carte|Rien n’attend/)
    expect((await visit('/coordination?lang=en')).text).toContain(
      'Action due by 20/08/2018: Envoyer la fiche',
    )
    await env.DB.prepare('UPDATE records SET erased_at = 0').run()
    expect((await visit('/coordination')).text).toContain('Rien n’attend votre décision.')
  })

  test('opens a record to coordinators, to be corrected by them alone', async () => {
    const { record } = await planned()
    const path = `/coordination/fiches/${record.reference}`
    expect((await visit(path)).text).toContain(`<h1>${record.reference} – `)
    const body = new URLSearchParams({ revision: '0' })
    const headers = { origin: 'http://recueil.test' }
    expect((await visit(path, { method: 'POST', body, headers })).status).toBe(412)
    expect((await visit(path, { method: 'POST', body, headers, identity: null })).status).toBe(401)
  })
})

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
    state = { ...calm, lastPassAt: new Date().toISOString(), lastError: 'HTTP 503' }
    const late = await visit('/coordination/feuille')
    expect(late.text).toContain(
      `<a href="/coordination/fiches/${record.reference}">${record.reference}</a>, depuis le 24 septembre 2018`,
    )
    expect(late.text).toContain('Recueil réessaie de lui-même')
    expect(late.text).not.toContain('plus d’un quart d’heure')
    state = calm
    expect((await visit('/coordination/feuille')).text).toContain('plus d’un quart d’heure')
    state = { ...calm, parked: { reason: 'forbidden', message: 'Partagez-le.' }, lastError: 'HTTP 403' }
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
    state = {
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
    state = { ...calm, parked: { reason: 'full', message: 'Le classeur est plein.' } }
    const { text } = await visit('/coordination/feuille?lang=en')
    expect(text).toContain('<h1>The sheet</h1>')
    expect(text).toContain('<span lang="fr">Le classeur est plein.</span>')
  })

  test('does not say that all is done when the sheet could not be reached', async () => {
    expect((await visit('/coordination/feuille?fait=1')).text).toContain('C’est fait.')
    state = { ...calm, lastError: 'HTTP 503' }
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
    expect(asked).toEqual([call])
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
    expect(asked).toEqual([])
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
    expect(asked).toEqual([])
  })
})
