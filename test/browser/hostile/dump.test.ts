import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyForm } from '../../support/every-form.ts'
import { projectSheet } from '../../support/samples.ts'
import { everythingKept } from '../left.ts'
import { type Started, startRecueil, until } from '../recueil.ts'
import { openSink, type Sink } from '../sink.ts'
import { askApi } from './door.ts'

const erased = ['Exemplaire', 'aissatou@exemplaire.example', '777654321']
const password = 'motdepasse-de-mailman-exemple'

describe('whoever gets hold of what is kept', () => {
  let recueil: Started
  let sink: Sink

  beforeAll(async () => {
    ;[recueil, sink] = await Promise.all([startRecueil(9032), openSink()])
  })
  afterAll(async () => {
    await sink?.close()
    await recueil?.kill()
  })

  async function accepted(form: string, answers: unknown, ...states: readonly string[]) {
    const id = crypto.randomUUID()
    const { status, body } = await askApi(recueil, 'POST', `/api/v1/forms/${form}/records`, { id, answers })
    expect([form, status]).toEqual([form, 201])
    for (const to of states) {
      const moved = await askApi(recueil, 'POST', `/api/v1/records/${id}/transitions`, { to, note: '' })
      expect([form, to, moved.status]).toEqual([form, to, 200])
    }
    return { id, reference: String(body.reference), link: String(body.editUrl) }
  }

  /** Sends a form of the console. @returns the page it leads to */
  async function press(path: string, entries: Readonly<Record<string, string>>): Promise<string> {
    const response = await fetch(recueil.url + path, {
      method: 'POST',
      headers: { origin: recueil.url },
      body: new URLSearchParams(entries),
    })
    expect([path, response.status]).toEqual([path, 200])
    return response.text()
  }

  const keysIn = (text: string) => [...text.matchAll(/[?&;]cle=([\w-]{32})/g)].map(([, key]) => key ?? '')

  /** Every kind of link and secret there is, as whoever it is for gets it. */
  async function given(): Promise<Readonly<Record<string, readonly string[]>>> {
    const record = await accepted('fiche-projet', projectSheet)
    expect((await fetch(record.link)).status).toBe(200)
    const renewed = await press(`/coordination/fiches/${record.reference}/lien`, {
      action: 'renew',
      generation: '1',
    })
    const meeting = await accepted('action', everyForm('').action, 'date_confirmee')
    await press(`/coordination/rencontres/${meeting.reference}`, {
      action: 'designate',
      'name.0': 'Rapporteuse exemple',
    })
    const writing = await (await fetch(`${recueil.url}/coordination/rencontres/${meeting.reference}`)).text()
    await accepted('organisation', everyForm('').organisation)
    const asked = { ...everyForm('').campagne, reseaux: ['pfongue'] }
    const campaign = await accepted('campagne', asked, 'ouverte')
    const invitations = await askApi(recueil, 'GET', `/api/v1/campaigns/${campaign.reference}/invitations`)
    const endpoint = await askApi(recueil, 'POST', '/api/v1/endpoints', { url: sink.url, format: 'json' })
    const rotated = await askApi(recueil, 'POST', `/api/v1/endpoints/${endpoint.body.id}/rotate`)
    const list = await askApi(recueil, 'POST', '/api/v1/endpoints', {
      format: 'mailman3',
      url: `${sink.url}3.1/queues/in`,
      settings: { from: 'recueil@exemple.org', to: 'liste@exemple.org', listId: 'liste.exemple.org' },
      credentials: { user: 'rest', password },
    })
    expect([endpoint.status, rotated.status, list.status]).toEqual([201, 200, 201])
    return {
      'edit links': keysIn(record.link),
      'renewed edit links': keysIn(renewed),
      'links of note-takers': keysIn(writing),
      'links of campaigns': keysIn(JSON.stringify(invitations.body)),
      'secrets of endpoints': [String(endpoint.body.secret), String(rotated.body.secret)],
      passwords: [password],
      'the secret of all': [(await readFile(join(recueil.stateFolder, 'secret'), 'utf8')).trim()],
    }
  }

  test('no key, secret or erased person is in the database, the mirror, the sheet or the output', async () => {
    const secrets = await given()
    for (const [kind, some] of Object.entries(secrets)) {
      expect([kind, some.length > 0]).toEqual([kind, true])
      for (const secret of some) expect([kind, secret.length >= 24]).toEqual([kind, true])
    }
    const person = await accepted('fiche-projet', {
      ...projectSheet,
      contact_nom: 'Aïssatou Exemplaire',
      contact_courriel: erased[1],
      contact_tel: '+221777654321',
    })
    const kept = async () => (await everythingKept(recueil)).join('\n')
    await until(async () => (await kept()).includes(erased[0] ?? ''))
    await until(async () => (await askApi(recueil, 'GET', '/api/v1/sync')).body.pending === 0, 60_000)
    const present = await askApi(recueil, 'GET', `/api/v1/records/${person.id}`)
    const gone = await askApi(recueil, 'DELETE', `/api/v1/records/${person.id}`, undefined, {
      'if-match': `"${present.body.revision}"`,
    })
    expect(gone.status).toBe(204)
    await until(async () => (await askApi(recueil, 'GET', '/api/v1/sync')).body.pending === 0, 60_000)
    // The mirror forgets in the pass after the one that empties the row.
    await until(async () => !(await kept()).includes(erased[0] ?? ''), 60_000).catch(() => undefined)
    const dump = `${await kept()}\n${recueil.output()}\n${sink.received.map(({ body }) => body).join('\n')}`
    expect(dump).toContain(projectSheet.projet_titre)
    for (const [kind, some] of Object.entries({ ...secrets, 'the person who was erased': erased }))
      expect([kind, some.filter((secret) => dump.includes(secret))]).toEqual([kind, []])
  }, 180_000)
})
