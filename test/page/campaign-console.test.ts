import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { typedSheet } from '../support/typed-sheet.ts'
import { ask } from '../support/worker.ts'
import {
  accepted,
  keyOf,
  linksOf,
  move,
  openedCampaign,
  organisation,
  origin,
  textOf,
  tomorrow,
} from './asked.ts'
import { post, visit } from './minutes/meeting.ts'

beforeEach(async () => {
  await emptied('records', 'events', 'links', 'invitations', 'sheet_due')
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
