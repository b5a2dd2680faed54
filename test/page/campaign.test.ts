import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { typedSheet } from '../support/typed-sheet.ts'
import { ask, send } from '../support/worker.ts'
import { accepted, keyOf, linksOf, move, openedCampaign, organisation, textOf } from './asked.ts'
import { post, visit } from './minutes/meeting.ts'

beforeEach(async () => {
  await emptied('records', 'events', 'links', 'invitations', 'sheet_due')
})

describe('the page of a member that is asked', () => {
  test('shows its own records and no other organisation’s', async () => {
    const a = await organisation('ONG A (exemple)')
    const b = await organisation('ONG B (exemple)')
    await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference, projet_titre: 'Projet de A' })
    await accepted('fiche-projet', { ...projectSheet, org_nom: b.reference, projet_titre: 'Projet de B' })
    await accepted('fiche-projet', { ...projectSheet, projet_titre: 'Projet d’une inconnue' })
    const [toA = '', toB = ''] = await linksOf(await openedCampaign())
    const pageOfA = await textOf(visit(toA))
    expect(pageOfA).toContain('Projet de A')
    expect(pageOfA).toContain('Merci de &lt;b&gt;répondre&lt;/b&gt;.')
    for (const other of ['Projet de B', 'ONG B', 'inconnue']) expect(pageOfA).not.toContain(other)
    expect(await textOf(visit(toB))).toContain('Projet de B')
  })

  test('is kept from caches and search engines, and from whoever has no key or another one', async () => {
    await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const other = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    const response = await visit(path)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    const closed = [
      `/campagnes/${campaign}`,
      `/campagnes/${campaign}?cle=`,
      `/campagnes/${campaign}?cle=${'A'.repeat(32)}`,
      `/campagnes/${other}?cle=${keyOf(path)}`,
      '/campagnes/CM-9999',
    ]
    for (const one of closed) expect([one, (await visit(one)).status]).toEqual([one, 404])
  })

  test('opened, even twice, leaves no trace: mail scanners open links', async () => {
    await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    await visit(path)
    await visit(path)
    expect(await textOf(ask(`/coordination/campagnes/${campaign}`))).toContain('Page non ouverte</span>')
  })

  test('after the closing day says that answers are still welcome, and takes them', async () => {
    const a = await organisation('ONG A (exemple)')
    const { reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    const campaign = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    const { records } = await (await ask('/api/v1/records?form=campagne')).json<{
      records: { id: string; answers: object }[]
    }>()
    const [{ id, answers } = { id: '', answers: {} }] = records
    const changed = { answers: { ...answers, cloture: '2018-12-15' } }
    expect((await send('PATCH', `/api/v1/records/${id}`, changed, { 'if-match': '2' })).status).toBe(200)
    const page = await textOf(visit(path))
    expect(page).toContain('La collecte s’est terminée le 15 décembre 2018')
    expect(page).not.toContain('À renvoyer avant')
    expect((await visit(path, [['action', `unchanged:${reference}`]])).status).toBe(303)
  })

  test('“Rien n’a changé” confirms the record, changes nothing of it and counts as an answer', async () => {
    const a = await organisation('ONG A (exemple)')
    const { id, reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    const campaign = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    const answered = await visit(path, [['action', `unchanged:${reference}`]])
    expect(answered.status).toBe(303)
    expect(await textOf(visit(answered.headers.get('location') ?? ''))).toContain('Merci, votre réponse')
    const record = await (await ask(`/api/v1/records/${id}`)).json<{ revision: number }>()
    expect(record.revision).toBe(1)
    const { events } = await (await ask('/api/v1/events?after=0')).json<{ events: { type: string }[] }>()
    expect(events.filter(({ type }) => type === 'record.confirmed')).toHaveLength(1)
    expect(await textOf(ask(`/coordination/campagnes/${campaign}`))).toContain('A répondu</span>')
  })

  test('“Projet terminé” keeps the record, with that state', async () => {
    const a = await organisation('ONG A (exemple)')
    const { id, reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    const [path = ''] = await linksOf(await openedCampaign())
    expect((await visit(path, [['action', `ended:${reference}`]])).status).toBe(303)
    const { answers } = await (await ask(`/api/v1/records/${id}`)).json<{ answers: object }>()
    expect(answers).toMatchObject({ projet_statut: '4' })
  })

  test('“Projet terminé” ends it in each of its zones, but for one where it was cancelled', async () => {
    const a = await organisation('ONG A (exemple)')
    const zones = [
      { zone_region: 'SN01', zone_statut: '2' },
      { zone_region: 'SN07', zone_statut: '5' },
      { zone_region: 'SN09' },
    ]
    const sheet = { ...projectSheet, org_nom: a.reference, zones }
    const { id, reference } = await accepted('fiche-projet', sheet)
    const [path = ''] = await linksOf(await openedCampaign())
    await visit(path, [['action', `ended:${reference}`]])
    const { answers } = await (await ask(`/api/v1/records/${id}`)).json<{ answers: object }>()
    expect(answers).toMatchObject({
      zones: [{ zone_statut: '4' }, { zone_statut: '5' }, { zone_region: 'SN09' }],
    })
  })

  test('a page left open while a record was put aside or came confirms what it showed, or says what is left', async () => {
    const a = await organisation('ONG A (exemple)')
    const sheet = (projet_titre: string) =>
      accepted('fiche-projet', { ...projectSheet, org_nom: a.reference, projet_titre })
    const [one, two] = [await sheet('Accueil'), await sheet('Formation')]
    const [path = ''] = await linksOf(await openedCampaign())
    const all = /value="(unchanged:[^"]+,[^"]+)"/.exec(await textOf(visit(path)))?.[1] ?? ''
    await sheet('Venu entre-temps')
    expect((await visit(path, [['action', all]])).status).toBe(303)
    const { events } = await (await ask('/api/v1/events?after=0')).json<{ events: { type: string }[] }>()
    expect(events.filter(({ type }) => type === 'record.confirmed')).toHaveLength(2)
    await move(one.id, 'archivee')
    const again = await visit(path, [['action', `unchanged:${one.reference}`]])
    expect(again.status).toBe(422)
    const page = await textOf(again)
    expect(page).toContain('Ces fiches ont changé depuis que vous avez ouvert cette page')
    expect(page).not.toContain(one.reference)
    expect(page).toContain(two.reference)
  })

  test('a record that must be completed says what is asked, and is not said to be unchanged', async () => {
    const a = await organisation('ONG A (exemple)')
    const { id, reference } = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    await move(id, 'a_completer', 'Précisez les départements <de Kolda>.')
    const [path = ''] = await linksOf(await openedCampaign())
    const page = await textOf(visit(path, [['action', `unchanged:${reference}`]]))
    expect(page).toContain('Ces fiches ont changé depuis')
    expect(page).toContain('Précisez les départements &lt;de Kolda&gt;.')
    expect(page).not.toContain(`unchanged:${reference}`)
    expect(page).toContain(`update:${reference}`)
  })

  test('“Mettre à jour” opens the record with the member’s own key, and no other record', async () => {
    const a = await organisation('ONG A (exemple)')
    const own = await accepted('fiche-projet', { ...projectSheet, org_nom: a.reference })
    const others = await accepted('fiche-projet', { ...projectSheet, projet_titre: 'À d’autres' })
    const [path = ''] = await linksOf(await openedCampaign())
    const going = await visit(path, [['action', `update:${own.reference}`]])
    expect(going.headers.get('location')).toBe(`/fiches/${own.reference}?cle=${keyOf(path)}`)
    const page = await textOf(visit(going.headers.get('location') ?? ''))
    expect(page).toContain('Toutes les fiches de votre organisation')
    expect((await visit(`/fiches/${others.reference}?cle=${keyOf(path)}`)).status).toBe(404)
    expect((await visit(`/fiches/${a.reference}?cle=${keyOf(path)}`)).status).toBe(404)
    expect((await visit(path, [['action', `unchanged:${others.reference}`]])).status).toBe(422)
  })

  test('an empty sheet has the organisation filled in, and what is sent belongs to it', async () => {
    const a = await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    const going = await visit(path, [['action', 'new']])
    const form = going.headers.get('location') ?? ''
    const page = await textOf(visit(form))
    expect(page).toContain('value="ONG A (exemple)"')
    expect(page).toContain('value="OEX"')
    expect(await textOf(ask(`/coordination/campagnes/${campaign}`))).toContain('sans réponse</span>')
    const sent = await visit(form, typedSheet('ONG A (exemple)', 'Projet neuf'))
    expect(sent.status).toBe(303)
    const { records } = await (await ask('/api/v1/records?form=fiche-projet')).json<{
      records: { answers: { org_nom: string } }[]
    }>()
    expect(records.map(({ answers }) => answers.org_nom)).toEqual([a.reference])
    expect(await textOf(ask(`/coordination/campagnes/${campaign}`))).toContain('A répondu</span>')
  })

  test('an organisation with no project says so', async () => {
    await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const [path = ''] = await linksOf(campaign)
    expect((await visit(path, [['action', 'nothing']])).status).toBe(303)
    expect(await textOf(ask(`/coordination/campagnes/${campaign}`))).toContain('A répondu</span>')
  })
})

describe('a member that turns out to be another', () => {
  const unite = (from: { reference: string }, into: { reference: string }) =>
    post('/coordination/rapprochements', [
      ['other', from.reference],
      ['action', `unite:${into.reference}`],
      ['confirm', 'yes'],
    ])
  const sheetOf = ({ reference }: { reference: string }, projet_titre: string) =>
    accepted('fiche-projet', { ...projectSheet, org_nom: reference, projet_titre })

  test('is asked once: its link opens nothing more, the other’s has the records of both', async () => {
    const kept = await organisation('ONG A (exemple)')
    const left = await organisation('ONG A bis (exemple)')
    await sheetOf(kept, 'Projet de A')
    await sheetOf(left, 'Projet de A bis')
    const campaign = await openedCampaign()
    const [toKept = '', toLeft = ''] = await linksOf(campaign)
    expect((await unite(left, kept)).status).toBe(303)
    expect((await visit(toLeft)).status).toBe(404)
    const page = await textOf(visit(toKept))
    for (const title of ['Projet de A', 'Projet de A bis']) expect(page).toContain(`>${title}<`)
    expect(await linksOf(campaign)).toEqual([toKept])
  })

  test('hands its link over to the other, if that one was not asked', async () => {
    const kept = await organisation('ONG A (exemple)', { reseaux: ['aucun'] })
    const left = await organisation('ONG A bis (exemple)')
    await sheetOf(left, 'Projet de A bis')
    const campaign = await openedCampaign()
    const [link = ''] = await linksOf(campaign)
    await unite(left, kept)
    const page = await textOf(visit(link))
    expect(page).toContain('>Projet de A bis<')
    expect(page).toContain('ONG A (exemple)')
    expect(await linksOf(campaign)).toEqual([link])
  })
})
