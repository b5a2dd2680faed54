import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { findForm } from '../../../src/form/index.ts'
import {
  campaignOf,
  goOn,
  invitationsOf,
  invitedBy,
  openCampaigns,
  reportNothing,
} from '../../../src/record/campaign/index.ts'
import { accept, linkKey, transition } from '../../../src/record/index.ts'
import { campaignRows, campaigns, dashboard, dashboardRows } from '../../../src/sheet/board/index.ts'
import { findRecord } from '../../../src/store/records.ts'
import { contextAt } from '../../support/context.ts'
import { emptied, expectWellFormed } from './setting.ts'

const now = Date.UTC(2018, 10, 5, 9)

async function accepted(id: string, answers: object) {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  const record = crypto.randomUUID()
  await accept(contextAt(now), form, { id: record, answers, locale: 'fr' })
  const found = await findRecord(env.DB, catalogue, record)
  if (!found) throw new Error(record)
  return { form, record: found }
}

beforeEach(emptied)

test('the tab says who has answered an open campaign, without anybody’s link or address', async () => {
  const networks = ['pfongue', 'ongis']
  const address = 'contact@ong-a.example'
  await accepted('organisation', {
    nom: '=ONG A (exemple)',
    reseaux: networks,
    courriels_diffusion: [address],
  })
  await accepted('organisation', { nom: 'ONG B (exemple)', reseaux: ['pfongue'] })
  const { form, record } = await accepted('campagne', {
    titre: 'Collecte (exemple)',
    formulaire: 'fiche-projet',
    reseaux: networks,
    cloture: '2018-12-15',
  })
  const rows = async () => campaignRows(catalogue, await openCampaigns(contextAt(now)))
  expect(await rows()).toEqual([])
  const opened = await transition(contextAt(now), form, record, { to: 'ouverte', note: '' })
  const campaign = campaignOf(contextAt(now), opened)
  if (!campaign) throw new Error('no campaign')
  const [, b] = await invitationsOf(contextAt(now), campaign)
  const key = await linkKey(contextAt(now), { id: b?.link ?? '' })
  const come = await invitedBy(contextAt(now), key)
  if (!come) throw new Error('not invited')
  await reportNothing(come)
  const found = await rows()
  expectWellFormed(campaigns, found)
  expect(found.map(({ cells }) => cells.slice(1, 5))).toEqual([
    ['=ONG A (exemple)', 'Membre de la PFONGUE, Membre de ONGIS', 'Page non ouverte', 0],
    ['ONG B (exemple)', 'Membre de la PFONGUE', 'A répondu', 0],
  ])
  for (const secret of [key, address]) expect(JSON.stringify(found)).not.toContain(secret)
  await transition(contextAt(now), form, opened, { to: 'close', note: '' })
  expect(await rows()).toEqual([])
})

test('the figures say how many have answered an open campaign, network by network', async () => {
  await accepted('organisation', { nom: 'ONG A (exemple)', reseaux: ['pfongue', 'ongis'] })
  await accepted('organisation', { nom: 'ONG B (exemple)', reseaux: ['pfongue'] })
  await accepted('organisation', { nom: 'ONG C (exemple)', reseaux: ['pfongue', 'gt'] })
  const { form, record } = await accepted('campagne', {
    titre: '=Collecte (exemple)',
    formulaire: 'fiche-projet',
    reseaux: ['pfongue', 'ongis'],
    cloture: '2018-12-15',
  })
  const rows = async () =>
    (await dashboardRows(env.DB, catalogue, await openCampaigns(contextAt(now)), now)).filter(
      ({ cells }) => cells[0] === 'Réponses aux campagnes',
    )
  expect(await rows()).toEqual([])
  const opened = await transition(contextAt(now), form, record, { to: 'ouverte', note: '' })
  const campaign = campaignOf(contextAt(now), opened)
  if (!campaign) throw new Error('no campaign')
  const [a, b] = await invitationsOf(contextAt(now), campaign)
  const come = async (link = '') => {
    const invited = await invitedBy(contextAt(now), await linkKey(contextAt(now), { id: link }))
    if (!invited) throw new Error('not invited')
    return invited
  }
  await reportNothing(await come(a?.link))
  await goOn(await come(b?.link))
  const found = await rows()
  expectWellFormed(dashboard, found)
  const waiting = (opened: number, unopened: number) =>
    `page ouverte, sans réponse\u00a0: ${opened} · page non ouverte\u00a0: ${unopened}`
  expect(found.map(({ cells }) => cells.slice(1))).toEqual([
    ['=Collecte (exemple) — Membre de la PFONGUE', 1, `sur 3 · ${waiting(1, 1)}`],
    ['=Collecte (exemple) — Membre de ONGIS', 1, `sur 1 · ${waiting(0, 0)}`],
    ['=Collecte (exemple) — en tout', 1, `sur 3 · ${waiting(1, 1)}`],
  ])
  await transition(contextAt(now), form, opened, { to: 'close', note: '' })
  expect(await rows()).toEqual([])
})
