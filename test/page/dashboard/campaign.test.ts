import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { tableRows } from '../../support/html-table.ts'
import { ask, send } from '../../support/worker.ts'
import { post, visit } from '../minutes/meeting.ts'
import { emptied, member, sent, tableOf, textOf } from './records.ts'

const caption = 'Réponses à la collecte en cours'
const closing = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10)

beforeEach(async () => {
  await emptied()
  await env.DB.batch(['links', 'invitations'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
})

const page = async () => (await visit('/tableau-de-bord')).text()

/** The table of the public page, whose caption goes on with the form and the closing day; null when there is none. */
function publicTable(html: string) {
  const [found] = new RegExp(`${caption}[^<]*`).exec(html) ?? []
  return found === undefined ? null : tableOf(html, textOf(found))
}

async function openedCampaign(...networks: readonly string[]): Promise<string> {
  const answers = {
    titre: 'Collecte secrète (exemple)',
    formulaire: 'fiche-projet',
    reseaux: networks,
    cloture: closing,
  }
  return sent('campagne', answers, 'ouverte')
}

const consolePage = async (campaign: string) => (await ask(`/coordination/campagnes/${campaign}`)).text()

/** Of six members one has nothing to report and one has gone on from its page. */
async function answered(campaign: string): Promise<void> {
  const links = [
    ...(await consolePage(campaign)).matchAll(/value="http:\/\/recueil\.test(\/campagnes\/[^"]+)"/g),
  ]
  const act = (at: number, action: string) => post(links[at]?.[1] ?? '', [['action', action]])
  expect((await act(0, 'nothing')).status).toBe(303)
  expect((await act(1, 'new')).status).toBe(303)
}

describe('who has answered the campaign under way', () => {
  test('is told by network as the console counts it, without a name', async () => {
    for (const letter of 'ABCDEF') await member(`ONG ${letter} (exemple)`, ['pfongue'])
    const campaign = await openedCampaign('pfongue', 'ongis')
    await answered(campaign)
    const html = await page()
    const rows = publicTable(html)?.map((row) => row.join(' | '))
    expect(rows?.slice(1)).toEqual([
      'Membre de la PFONGUE | 6 | 1 | 1 | 4 | 0',
      'Membre de ONGIS | 0 | 0 | 0 | 0 | 0',
      'En tout | 6 | 1 | 1 | 4 | 0',
    ])
    const lines = tableRows(await consolePage(campaign), 'Réponses par réseau').map((row) => row.join(' | '))
    expect(lines.slice(0, 3)).toEqual(rows?.slice(0, 3))
    for (const secret of ['(exemple)', 'Collecte secrète', campaign]) expect(html).not.toContain(secret)
  })

  test('is not told of a network where few are asked', async () => {
    for (const letter of 'ABCDEF') await member(`ONG ${letter} (exemple)`, ['pfongue'])
    await member('ONG G (exemple)', ['ongis'])
    await openedCampaign('pfongue', 'ongis')
    const html = await page()
    expect(
      publicTable(html)
        ?.slice(1)
        .map(([name]) => name),
    ).toEqual(['Membre de la PFONGUE'])
    expect(textOf(html)).toContain(
      'Sans ligne, parce que moins de 5 organisations y sont invitées : Membre de ONGIS.',
    )
  })

  test('is told no more once the campaign is closed', async () => {
    for (const letter of 'ABCDE') await member(`ONG ${letter} (exemple)`, ['pfongue'])
    const campaign = await openedCampaign('pfongue')
    expect(publicTable(await page())).not.toBeNull()
    const { records } = await (await ask('/api/v1/records?form=campagne')).json<{
      records: readonly { id: string; reference: string }[]
    }>()
    const id = records.find(({ reference }) => reference === campaign)?.id
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'close', note: '' })
    expect(publicTable(await page())).toBeNull()
  })
})
