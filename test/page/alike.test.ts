import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { placeOf } from '../../src/record/alike.ts'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { ask, send } from '../support/worker.ts'
import { post, visit } from './minutes/meeting.ts'

const path = '/coordination/rapprochements'
const tool = {
  nom: 'Carte des acteurs (exemple)',
  url: 'https://www.cartes.example/acteurs/',
  porteur: 'Organisation exemple',
  type: 'carte_en_ligne',
  marche: 'La carte.',
  marche_pas: 'La mise à jour.',
  propose_par: 'Membre (exemple)',
}

async function accepted(form: string, answers: object): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect([response.status, await response.clone().text()]).toEqual([201, expect.anything()])
  return response.json()
}
const move = (id: string, to: string) => send('POST', `/api/v1/records/${id}/transitions`, { to, note: '' })
const count = () =>
  env.DB.prepare("SELECT count(*) AS n FROM records WHERE form = 'outil'").first<number>('n')

const typed = (changes: object, action = 'send', id: string = crypto.randomUUID()) =>
  Object.entries({ id, action, ...tool, ...changes }).map(([name, value]) => [name, String(value)] as const)
const offer = (changes: object, action?: string, id?: string) =>
  visit('/formulaires/outil', typed(changes, action, id))

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due', 'distinct_records')
})

describe('a tool that may be in the inventory already', () => {
  test('is not sent before its author has seen the entry: same link, or a near name', async () => {
    const { id, reference } = await accepted('outil', tool)
    await move(id, 'verifie')
    await move(id, 'publie')
    for (const changes of [
      { nom: 'Tout autre nom', url: 'http://cartes.example/acteurs?utm=1' },
      { nom: 'Tout autre nom', url: 'https://Cartes.example/Acteurs' },
      { nom: 'Carte des acteur (exemple)', url: 'https://ailleurs.example' },
      { nom: 'ACTEURS : la carte (exemple)', url: '' },
    ]) {
      const response = await offer({ ...changes, marche: 'Ce que j’ai tapé.' })
      const page = await response.text()
      expect([changes, response.status]).toEqual([changes, 409])
      expect(page).toContain(`<strong>Carte des acteurs (exemple)</strong> (${reference})`)
      expect(page).toContain('Ce que j’ai tapé.')
      expect(page).toContain('Envoyer quand même')
    }
    expect(await count()).toBe(1)
  })

  test('that nobody has checked yet is told of without a word of its content', async () => {
    const { reference } = await accepted('outil', tool)
    const page = await (await offer({ nom: 'Tout autre nom' })).text()
    expect(page).toContain(`${reference}\u00a0: même lien ou nom proche`)
    for (const said of ['Carte des acteurs', 'La mise à jour'])
      expect(page.split('<form')[0]).not.toContain(said)
  })

  test('is sent all the same at a click, once, and is then no double of itself', async () => {
    await accepted('outil', tool)
    const id = crypto.randomUUID()
    const sent = await offer({}, 'sendAnyway', id)
    expect(sent.status).toBe(303)
    expect((await offer({}, 'sendAnyway', id)).headers.get('location')).toBe(sent.headers.get('location'))
    expect(await count()).toBe(2)
  })

  test('is sent at once when it is another one, or when the first was set aside', async () => {
    const { id } = await accepted('outil', tool)
    expect((await offer({ nom: 'Base des textes', url: 'https://autre.example' })).status).toBe(303)
    await move(id, 'ecarte')
    expect((await offer({})).status).toBe(303)
  })

  test('sent by the API is accepted: programs are asked nothing', async () => {
    await accepted('outil', tool)
    await accepted('outil', tool)
    expect(await count()).toBe(2)
  })
})

describe('project sheets that may be there twice', () => {
  const sheet = (projet_titre: string, changes: object = {}) =>
    accepted('fiche-projet', { ...projectSheet, projet_titre, ...changes })

  test('are those of one organisation with near titles', async () => {
    const first = await sheet('Retour et réintégration à Kolda')
    const second = await sheet('Retour et réintegration, Kolda')
    await sheet('Retour et réintégration à Kolda', { org_nom: 'Une autre organisation' })
    await sheet('Formation des jeunes')
    const page = await (await ask(path)).text()
    expect(page.match(/name="one" value="[^"]+"/g)).toEqual([`name="one" value="${first.reference}"`])
    expect(page).toContain(`name="other" value="${second.reference}"`)
    const record = await (await ask(`/coordination/fiches/${second.reference}`)).text()
    expect(record).toContain(`Ressemble à <a href="/coordination/fiches/${first.reference}">`)
  })

  test('one is put aside with a note of the other, or they are told apart for good', async () => {
    const first = await sheet('Accueil à Matam, phase un')
    const second = await sheet('Accueil à Matam (phase un)')
    const pair = [
      ['one', first.reference],
      ['other', second.reference],
    ] as const
    await post(path, [...pair, ['action', `aside:${second.reference}`]])
    const record = await (await ask(`/api/v1/records/${second.id}`)).json<{ status: string }>()
    expect(record.status).toBe('archivee')
    const note = await env.DB.prepare(
      "SELECT detail ->> '$.note' AS note FROM events WHERE record = ? AND type = 'record.transitioned'",
    )
      .bind(second.id)
      .first<string>('note')
    expect(note).toBe(`Doublon de ${first.reference}`)
    await move(second.id, 'a_verifier')
    await post(path, [...pair, ['action', 'distinct']])
    expect(await (await ask(path)).text()).not.toContain('name="one"')
    expect((await post(path, [...pair, ['action', 'distinct']])).status).toBe(422)
  })

  test('are the coordinators’ to see and to decide', async () => {
    const first = await sheet('Accueil à Matam')
    await sheet('Accueil a Matam')
    const page = await (await visit(`/fiches/${first.reference}`)).text()
    expect(page).not.toContain('Ressemble')
    expect((await visit(path, [['action', 'distinct']])).status).toBe(401)
  })
})

test('an address is its host and path, whatever the scheme, "www.", the case and the query; anything else is none', () => {
  expect(placeOf('HTTP://WWW.Exemple.org/Carte/?a=1#b')).toBe('exemple.org/carte')
  expect(placeOf('https://exemple.org')).toBe('exemple.org')
  for (const none of ['', 'exemple.org', 'mailto:a@exemple.org', 'javascript:1'])
    expect(placeOf(none)).toBeNull()
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true }), (url) => placeOf(url) !== null))
})
