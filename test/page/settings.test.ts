import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { app } from '../../src/app.ts'
import { loadSettings } from '../../src/record/settings.ts'
import { contextAt } from '../support/context.ts'
import { dropGuards } from '../support/emptied.ts'
import { meetingAnswers } from '../support/samples.ts'
import { watched } from '../support/watched.ts'
import { ask, send } from '../support/worker.ts'

const here = '/coordination/reglages'
const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }

const post = (entries: Readonly<Record<string, string>>) =>
  ask(here, { method: 'POST', headers: own, body: new URLSearchParams(entries) })
const save = (entries: Readonly<Record<string, string>>, revision = 0) =>
  post({ action: 'save', revision: String(revision), ...entries })
const text = async (path: string) => (await ask(path)).text()
const set = () => loadSettings(contextAt(0))
const changes = async () =>
  (await env.DB.prepare("SELECT * FROM events WHERE type = 'settings.changed' ORDER BY seq").all()).results
const buttons = (html: string) =>
  [...html.matchAll(/name="change" value="(evt_[^"]+)"/g)].map(([, id]) => id ?? '')

beforeEach(async () => {
  await dropGuards()
  await env.DB.batch([
    env.DB.prepare('DELETE FROM settings'),
    env.DB.prepare("DELETE FROM events WHERE type = 'settings.changed'"),
  ])
})

describe('the settings of the group', () => {
  test('are kept with one event that has before and after beside, and what changed in it', async () => {
    const response = await save({ name: 'Réseau exemple', contact: 'donnees@exemple.org' })
    expect([response.status, response.headers.get('location')]).toEqual([303, `${here}?fait=1`])
    expect(await set()).toMatchObject({ revision: 1, settings: { name: 'Réseau exemple' } })
    const [event, ...others] = await changes()
    expect(others).toEqual([])
    expect(JSON.parse(String(event?.actor))).toMatchObject({ role: 'coordinator', source: 'page' })
    expect(JSON.parse(String(event?.payload)).data).toEqual({
      settings: { revision: 1, changed: ['name', 'contact'] },
      actor: { role: 'coordinator', source: 'page' },
    })
    expect(JSON.parse(String(event?.detail))).toMatchObject({
      before: { name: '' },
      after: { name: 'Réseau exemple', contact: 'donnees@exemple.org' },
    })
  })

  test('that are the same again change nothing', async () => {
    await save({ name: 'Réseau exemple' })
    expect((await save({ name: 'Réseau exemple' }, 1)).status).toBe(303)
    expect((await set()).revision).toBe(1)
    expect(await changes()).toHaveLength(1)
  })

  test('are refused with what was typed and why, in both languages', async () => {
    const entries = { name: 'x'.repeat(121), receipt: 'reçu-12', retention_presence: '0' }
    const response = await save(entries)
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('x'.repeat(121))
    expect(page).toContain('reçu-12')
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(page).toContain('120')
    const english = await ask(`${here}?lang=en`, {
      method: 'POST',
      headers: own,
      body: new URLSearchParams({ ...entries, action: 'save', revision: '0' }),
    })
    expect(await english.text()).toContain('There is a problem')
    expect((await set()).revision).toBe(0)
  })

  test('typed over a change of somebody else are shown beside it and saved by the next click', async () => {
    await save({ name: 'Nom de l’autre' })
    const response = await save({ name: 'Mon nom' }, 0)
    const page = await response.text()
    expect(response.status).toBe(412)
    expect(page).toContain('Nom de l’autre')
    expect(page).toContain('value="Mon nom"')
    expect(page).toContain('name="revision" value="1"')
    expect((await set()).settings.name).toBe('Nom de l’autre')
    expect((await save({ name: 'Mon nom' }, 1)).status).toBe(303)
    expect((await set()).settings.name).toBe('Mon nom')
  })

  test('lose nothing when two are saved at the same moment', async () => {
    const answers = await Promise.all(['Un', 'Deux', 'Trois'].map((name) => save({ name })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 412, 412])
    expect((await set()).revision).toBe(1)
    expect(await changes()).toHaveLength(1)
  })

  test('keep a period only where it differs from what the form says', async () => {
    await save({ retention_presence: '24', retention_contact_projet: '36' })
    expect((await set()).settings.retention).toEqual({ presence: 24 })
  })

  test('take a change back by one click, and leave what was changed since', async () => {
    await save({ name: 'Premier' })
    await save({ name: 'Second', contact: 'a@exemple.org' }, 1)
    await save({ name: 'Second', contact: 'b@exemple.org', retention_presence: '24' }, 2)
    const [, second] = buttons(await text(here))
    const response = await post({ action: 'undo', revision: '3', change: second ?? '' })
    expect(response.status).toBe(303)
    expect((await set()).settings).toMatchObject({
      name: 'Premier',
      contact: '',
      retention: { presence: 24 },
    })
    expect(await changes()).toHaveLength(4)
    const [last] = buttons(await text(here))
    await post({ action: 'undo', revision: '4', change: last ?? '' })
    expect((await set()).settings).toMatchObject({ name: 'Second', contact: 'b@exemple.org' })
    expect((await post({ action: 'undo', revision: '5', change: 'evt_rien' })).status).toBe(422)
  })

  test('are shown, and can be set, once a person was erased from a change of them', async () => {
    await save({ contact: 'aissatou@exemplaire.example' })
    await save({ contact: 'donnees@exemple.org' }, 1)
    const [id = ''] = buttons(await text(here))
    const asked = { courriel: 'aissatou@exemplaire.example', journal: '1', compris: '1', action: 'effacer' }
    const body = new URLSearchParams(asked)
    await ask('/coordination/personnes-concernees', { method: 'POST', headers: own, body })
    expect(JSON.stringify(await changes())).not.toContain('aissatou')
    const page = await ask(here)
    const html = await page.text()
    expect([page.status, buttons(html)]).toEqual([200, []])
    expect(html).toContain('Effacé')
    expect((await post({ action: 'undo', revision: '2', change: id })).status).toBe(422)
    expect((await save({ contact: 'contact@exemple.org' }, 2)).status).toBe(303)
  })

  test('are for coordinators alone', async () => {
    const { exports } = await import('cloudflare:workers')
    expect((await exports.default.fetch(new Request(`http://recueil.test${here}`))).status).toBe(401)
  })
})

describe('the name that the coordination gives the group', () => {
  const name = 'Réseau « Exemple » <b>'
  const shown = 'Réseau «\u00a0Exemple\u00a0»'

  test('is on pages, in both languages, escaped, and the introduction on the home page', async () => {
    await save({ name, introduction: 'Bonjour <script>alert(1)</script>\n\nDeuxième paragraphe.' })
    for (const path of ['/', '/plan', '/rien', '/coordination'])
      expect([path, await text(path)]).toEqual([path, expect.stringContaining(`${shown} &lt;b&gt;`)])
    const home = await text('/?lang=en')
    expect(home).toContain('Réseau « Exemple » &lt;b&gt;')
    expect(home).toContain('<p class="lead">Bonjour &lt;script&gt;alert(1)&lt;/script&gt;</p>')
    expect(home).toContain('<p class="lead">Deuxième paragraphe.</p>')
    expect(home).not.toContain('MIGRATION')
  })

  test('is in feeds, the report and the cartographer’s pack', async () => {
    await save({ name: 'Réseau exemple' })
    expect(await text('/plan.ics')).toContain('Réseau exemple')
    expect(await text('/comptes-rendus.atom')).toContain('<name>Réseau exemple</name>')
    expect(await text('/tableau-de-bord/bilan')).toContain('<span class="group">Réseau exemple</span>')
    const pack = unzipSync(new Uint8Array(await (await ask('/exports/paquet-cartographe.zip')).arrayBuffer()))
    const read = new TextDecoder().decode(pack['LISEZ-MOI.txt'])
    expect(read).toContain('Réseau exemple — paquet du cartographe')
  })

  test('opens the subjects of messages by its short form', async () => {
    await save({ short: 'RÉSEAU' })
    const id = crypto.randomUUID()
    const answers = { ...meetingAnswers, heure_debut: '14:30' }
    expect((await send('POST', '/api/v1/forms/action/records', { id, answers })).status).toBe(201)
    const moved = await send('POST', `/api/v1/records/${id}/transitions`, { to: 'date_confirmee', note: '' })
    expect([moved.status, await moved.text()]).toEqual([200, expect.anything()])
    const told = await env.DB.prepare(
      "SELECT payload ->> '$.data.notice.subject' AS subject FROM events WHERE record = ? AND payload ->> '$.data.notice' IS NOT NULL",
    )
      .bind(id)
      .first<string>('subject')
    expect(told).toContain('[RÉSEAU] ')
  })

  test('is the configuration’s while nothing is set, or the settings cannot be read', async () => {
    expect(await text('/plan')).toContain('Groupe Thématique')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await env.DB.prepare('ALTER TABLE settings RENAME TO lost').run()
    const page = await ask('/plan')
    await env.DB.prepare('ALTER TABLE lost RENAME TO settings').run()
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Groupe Thématique')
    expect(said.mock.calls.map(String)).toEqual([expect.stringContaining('no such table: settings')])
    said.mockRestore()
  })
})

describe('what the settings cost', () => {
  /** The statements about settings, and in which of the request's turns of the database they were asked. */
  async function asked(method: string, path: string, body?: URLSearchParams) {
    const sent: string[] = []
    const db = watched(env.DB, (sql) => sent.push(sql))
    const context = createExecutionContext()
    const request = new Request(`http://recueil.test${path}`, { method, headers: own, body: body ?? null })
    const { status } = await app.fetch(request, { ...env, DB: db }, context)
    await waitOnExecutionContext(context)
    return { status, about: sent.filter((sql) => sql.includes('FROM settings')).length, first: sent[0] ?? '' }
  }

  test('a page asks once, before anything else it asks, and a submission does not ask', async () => {
    for (const path of [
      '/',
      '/plan',
      '/formulaires/terme',
      '/formulaires/fiche-projet',
      '/tableau-de-bord/bilan',
    ]) {
      const page = await asked('GET', path)
      expect([path, page.status, page.about, page.first]).toEqual([
        path,
        200,
        1,
        expect.stringContaining('FROM settings'),
      ])
    }
    const id = crypto.randomUUID()
    const entries = {
      id,
      terme: 'Un terme',
      definition: 'Une définition.',
      langue: 'fr',
      propose_par: 'ONG Exemple A',
    }
    const sent = await asked('POST', '/formulaires/terme', new URLSearchParams(entries))
    expect([sent.status, sent.about]).toEqual([303, 0])
  })
})
