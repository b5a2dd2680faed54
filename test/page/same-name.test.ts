import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { typedSheet } from '../support/typed-sheet.ts'
import { ask, send } from '../support/worker.ts'
import { post, visit } from './minutes/meeting.ts'

async function accepted(form: string, answers: object): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect(response.status).toBe(201)
  return response.json()
}

const organisation = (more: object = {}) =>
  accepted('organisation', { nom: 'Même nom (exemple)', reseaux: ['pfongue'], ...more })

const memberOf = async (id: string) =>
  (await (await ask(`/api/v1/records/${id}`)).json<{ answers: { org_nom: string } }>()).answers.org_nom

async function linksOf(campaign: string): Promise<readonly string[]> {
  const page = await (await ask(`/coordination/campagnes/${campaign}`)).text()
  return [...page.matchAll(/value="http:\/\/recueil\.test(\/campagnes\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
}

async function openedCampaign(): Promise<string> {
  const { id, reference } = await accepted('campagne', {
    titre: 'Collecte de test (exemple)',
    formulaire: 'fiche-projet',
    reseaux: ['pfongue'],
    cloture: new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10),
  })
  expect((await send('POST', `/api/v1/records/${id}/transitions`, { to: 'ouverte', note: '' })).status).toBe(
    200,
  )
  return reference
}

beforeEach(async () => {
  await emptied('records', 'events', 'links', 'invitations', 'sheet_due')
})

describe('two members of one name', () => {
  test('a record of the second stays its own when it is corrected', async () => {
    await organisation()
    const second = await organisation()
    const { id, reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: second.reference })
    const path = `/coordination/fiches/${reference}`
    const saved = await post(path, [['revision', '1'], ...typedSheet('Même nom (exemple)', 'Corrigée')])
    expect(saved.status).toBe(303)
    expect(await memberOf(id)).toBe(second.reference)
  })

  test('what the second sends by its link is shown to it and not to the first', async () => {
    await organisation()
    const second = await organisation()
    const links = await linksOf(await openedCampaign())
    const pages = async () => Promise.all(links.map(async (path) => (await visit(path)).text()))
    // Both are called the same: the second is who has this record.
    await accepted('fiche-projet', { ...projectSheet, org_nom: second.reference, projet_titre: 'Le sien' })
    const at = (await pages()).findIndex((page) => page.includes('Le sien'))
    const going = await visit(links[at] ?? '', [['action', 'new']])
    const sent = await visit(
      going.headers.get('location') ?? '',
      typedSheet('Même nom (exemple)', 'Projet neuf'),
    )
    expect(sent.status).toBe(303)
    const shown = await pages()
    expect(shown.map((page) => page.includes('Projet neuf'))).toEqual(shown.map((_, index) => index === at))
  })

  test('united, the name means the one that is kept, whichever came first', async () => {
    const retired = await organisation()
    const kept = await organisation()
    await post('/coordination/rapprochements', [
      ['other', retired.reference],
      ['action', `unite:${kept.reference}`],
      ['confirm', 'yes'],
    ])
    const sent = await visit('/formulaires/fiche-projet', typedSheet('Même nom (exemple)', 'Projet neuf'))
    expect(sent.status).toBe(303)
    const { records } = await (await ask('/api/v1/records?form=fiche-projet')).json<{
      records: { answers: { org_nom: string } }[]
    }>()
    expect(records.map(({ answers }) => answers.org_nom)).toEqual([kept.reference])
  })
})

describe('a member’s link', () => {
  test('does not give a record of its own to another organisation', async () => {
    const a = await accepted('organisation', { nom: 'ONG A (exemple)', reseaux: ['pfongue'] })
    await accepted('organisation', { nom: 'ONG B (exemple)', reseaux: ['pfongue'] })
    const { id, reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    const [path = ''] = await linksOf(await openedCampaign())
    const going = await visit(path, [['action', `update:${reference}`]])
    const record = going.headers.get('location') ?? ''
    const saved = await visit(record, [['revision', '1'], ...typedSheet('ONG B (exemple)', 'Déplacée')])
    expect(saved.status).toBe(422)
    expect(await saved.text()).toContain('la fiche reste celle de votre organisation')
    expect(await memberOf(id)).toBe(a.reference)
    const stayed = await visit(record, [['revision', '1'], ...typedSheet('ONG A (exemple)', 'Corrigée')])
    expect((await visit(stayed.headers.get('location') ?? '')).status).toBe(200)
  })

  test('its empty form is kept from caches and search engines', async () => {
    await organisation()
    const [path = ''] = await linksOf(await openedCampaign())
    const going = await visit(path, [['action', 'new']])
    const { headers } = await visit(going.headers.get('location') ?? '')
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex'])
  })
})
