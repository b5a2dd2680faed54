import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { typedSheet } from '../support/typed-sheet.ts'
import { ask, send } from '../support/worker.ts'
import { post, visit } from './minutes/meeting.ts'

const origin = 'http://recueil.test'
const tomorrow = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10)

async function accepted(form: string, answers: object): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect(response.status).toBe(201)
  return response.json()
}

const organisation = (nom: string, more: object = {}) =>
  accepted('organisation', { nom, sigle: 'OEX', type: '22', reseaux: ['pfongue'], ...more })

const move = (id: string, to: string, note = '') =>
  send('POST', `/api/v1/records/${id}/transitions`, { to, note })

async function openedCampaign(): Promise<string> {
  const { id, reference } = await accepted('campagne', {
    titre: 'Collecte de test (exemple)',
    formulaire: 'fiche-projet',
    reseaux: ['pfongue', 'ongis', 'gt'],
    cloture: tomorrow,
    message: 'Merci de <b>répondre</b>.',
  })
  expect((await move(id, 'ouverte')).status).toBe(200)
  return reference
}

/** The personal links of a campaign as its page shows them to the coordinator, as paths, in the order of names. */
async function linksOf(campaign: string): Promise<readonly string[]> {
  const page = await (await ask(`/coordination/campagnes/${campaign}`)).text()
  return [...page.matchAll(/value="http:\/\/recueil\.test(\/campagnes\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
}

const textOf = async (response: Response | Promise<Response>) => (await response).text()
const keyOf = (path: string) => new URL(path, origin).searchParams.get('cle') ?? ''

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

describe('the coordinator’s page of a campaign', () => {
  test('counts answers by network, reminds those that are late and gives everybody’s link', async () => {
    await organisation('ONG A (exemple)', { courriels_diffusion: ['a@ong.example', 'b@ong.example'] })
    await organisation('=ONG B (exemple)', { reseaux: ['pfongue', 'ongis'] })
    await organisation('ONG C (exemple)', { reseaux: ['ongis'] })
    const campaign = await openedCampaign()
    const links = await linksOf(campaign)
    expect(links).toHaveLength(3)
    await visit(links.at(-1) ?? '', [['action', 'nothing']])
    const page = (await textOf(ask(`/coordination/campagnes/${campaign}`))).replaceAll(
      /<\/?t[dhr][^>]*>/g,
      ' ',
    )
    expect(page).toMatch(/Membre de la PFONGUE\s+2\s+0\s+0\s+2\s+0/)
    expect(page).toMatch(/Membre de ONGIS\s+2\s+1\s+0\s+1\s+0/)
    expect(page).toMatch(/chacune une fois\s+3\s+1\s+0\s+2\s+0/)
    expect(page).toContain('Relancer 2 organisations')
    expect(page).toContain('mailto:a%40ong.example,b%40ong.example?')
    const chased = await post(`/coordination/campagnes/${campaign}`, [['action', 'remind']])
    expect(chased.headers.get('location')).toBe(`/coordination/campagnes/${campaign}?relances=2`)
    const file = await (await ask(`/coordination/campagnes/${campaign}/publipostage.csv`)).text()
    expect(file).toContain("\n'=ONG B (exemple),")
    const line = file.split('\r\n').find((one) => one.startsWith('ONG A'))
    const own = links.find((path) => line?.endsWith(`,${origin}${path}`))
    expect(line).toBe(`ONG A (exemple),"a@ong.example, b@ong.example",Page non ouverte,${origin}${own}`)
  })

  test('is the coordinators’ alone, its links and its file too', async () => {
    await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const paths = ['', '/publipostage.csv'].map((end) => `/coordination/campagnes/${campaign}${end}`)
    for (const path of ['/coordination/campagnes', ...paths]) expect((await visit(path)).status).toBe(401)
    expect((await visit(paths[0] ?? '', [['action', 'remind']])).status).toBe(401)
  })

  test('asks and reminds nobody from a page left open while the campaign was not', async () => {
    const { id, reference } = await accepted('campagne', {
      titre: 'Collecte de test (exemple)',
      formulaire: 'fiche-projet',
      reseaux: ['pfongue'],
      cloture: tomorrow,
    })
    await organisation('ONG A (exemple)')
    const path = `/coordination/campagnes/${reference}`
    expect((await post(path, [['action', 'invite']])).status).toBe(422)
    expect(await linksOf(reference)).toEqual([])
    await move(id, 'ouverte')
    await move(id, 'close')
    expect((await post(path, [['action', 'remind']])).status).toBe(422)
    const { events } = await (await ask('/api/v1/events?after=0')).json<{ events: { type: string }[] }>()
    expect(events.map(({ type }) => type)).not.toContain('campaign.reminder')
  })

  test('a renewed link ends the one before', async () => {
    const a = await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const [before = ''] = await linksOf(campaign)
    await post(`/coordination/campagnes/${campaign}`, [
      ['action', 'replace'],
      ['member', a.reference],
    ])
    const [after = ''] = await linksOf(campaign)
    expect(after).not.toBe(before)
    expect([(await visit(before)).status, (await visit(after)).status]).toEqual([404, 200])
  })

  test('a link is ended, which is told once and without the key, and can be made anew', async () => {
    const a = await organisation('ONG A (exemple)')
    const campaign = await openedCampaign()
    const path = `/coordination/campagnes/${campaign}`
    const [link = ''] = await linksOf(campaign)
    const press = (action: string) =>
      post(path, [
        ['action', action],
        ['member', a.reference],
      ])
    await press('revoke')
    await press('revoke')
    expect((await visit(link)).status).toBe(404)
    expect(await linksOf(campaign)).toEqual([])
    expect(await textOf(ask(path))).toContain('Lien annulé ou expiré.')
    expect(await textOf(ask(`${path}/publipostage.csv`))).not.toContain('cle=')
    const invitations = await (await ask(`/api/v1/campaigns/${campaign}/invitations`)).json()
    expect(invitations).toMatchObject({ invitations: [{ link: null }] })
    const feed = await textOf(ask('/api/v1/events?after=0'))
    expect(feed.match(/"type":"link\.revoked"/g)).toHaveLength(1)
    expect(feed).not.toContain(keyOf(link))
    await press('replace')
    const [fresh = ''] = await linksOf(campaign)
    expect([(await visit(link)).status, (await visit(fresh)).status]).toEqual([404, 200])
  })
})

describe('a record that must be completed', () => {
  test('says what is asked to whoever sent it; their correction sends it back to be checked', async () => {
    const { id, reference } = await accepted('fiche-projet', projectSheet)
    await move(id, 'a_completer', 'Précisez les départements <de Kolda>.')
    const page = await textOf(ask(`/coordination/fiches/${reference}`))
    const link = /value="http:\/\/recueil\.test(\/fiches\/[^"]+)"/.exec(page)?.[1] ?? ''
    expect(page).toContain('mailto:projet%40exemple.org?')
    const shown = await textOf(visit(link))
    expect(shown).toContain('Précisez les départements &lt;de Kolda&gt;.')
    expect(shown).not.toContain('mailto:')
    const revision = /name="revision" value="(\d+)"/.exec(shown)?.[1] ?? ''
    const saved = await visit(link, [
      ['revision', revision],
      ...typedSheet('Organisation exemple A', 'Complétée'),
    ])
    expect(saved.status).toBe(303)
    const record = await (await ask(`/api/v1/records/${id}`)).json<{ status: string; revision: number }>()
    expect(record).toMatchObject({ status: 'a_verifier', revision: Number(revision) + 1 })
    const { events } = await (await ask('/api/v1/events?after=0')).json<{ events: { type: string }[] }>()
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['record.revised', 'record.transitioned'])
  })
})

describe('the API of a campaign', () => {
  test('gives a mailing tool the link and the addresses of everybody asked, and nobody else', async () => {
    const a = await organisation('ONG A (exemple)', { courriels_diffusion: ['a@ong.example'] })
    const campaign = await openedCampaign()
    const path = `/api/v1/campaigns/${campaign}/invitations`
    const response = await ask(path)
    const [link = ''] = await linksOf(campaign)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({
      invitations: [
        {
          member: { reference: a.reference, name: 'ONG A (exemple)', networks: ['pfongue'] },
          addresses: ['a@ong.example'],
          link: origin + link,
          state: 'unopened',
          records: 0,
          openedAt: null,
          answeredAt: null,
        },
      ],
    })
    expect((await visit(path)).status).toBe(401)
    expect((await ask('/api/v1/campaigns/OR-0001/invitations')).status).toBe(404)
  })
})
