import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Answers } from '../../src/form/answers.ts'
import { findForm } from '../../src/form/index.ts'
import { monthsAfter } from '../../src/record/campaign/cycle.ts'
import {
  campaignOf,
  confirm,
  type Invited,
  invitationsOf,
  invitedBy,
  inviteNewcomers,
  remindLate,
  remindMembers,
  replaceInvitation,
  reportNothing,
} from '../../src/record/campaign/index.ts'
import { accept, erase, linkKey, revise, type StoredRecord, transition } from '../../src/record/index.ts'
import { unite } from '../../src/record/reconcile/index.ts'
import { findRecord } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'

const day = 24 * 3600 * 1000
const begin = Date.UTC(2018, 10, 5, 9)
const system = { role: 'system', name: '', source: 'system' } as const
const member = { role: 'member', name: '', source: 'page' } as const

const formOf = (id: string) => {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function present(id: string): Promise<StoredRecord> {
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

async function accepted(form: string, answers: Answers, context = contextAt(begin)): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  await accept(context, formOf(form), { id, answers, locale: 'fr' })
  return present(id)
}

const organisation = (nom: string, reseaux: readonly string[]) => accepted('organisation', { nom, reseaux })

async function opened(reseaux: readonly string[] = ['pfongue', 'ongis', 'gt']): Promise<StoredRecord> {
  const record = await accepted('campagne', {
    titre: 'Collecte (exemple)',
    formulaire: 'fiche-projet',
    reseaux,
    cloture: '2018-12-15',
  })
  return transition(contextAt(begin), formOf('campagne'), record, { to: 'ouverte', note: '' })
}

const campaign = (record: StoredRecord, now = begin) => {
  const found = campaignOf(contextAt(now), record)
  if (!found) throw new Error('no campaign')
  return found
}

const invited = (record: StoredRecord, now = begin) => invitationsOf(contextAt(now), campaign(record, now))

async function come(record: StoredRecord, name: string, now = begin): Promise<Invited> {
  const found = (await invited(record, now)).find((one) => one.name === name)
  const context = contextAt(now, { actor: member })
  const come = await invitedBy(context, await linkKey(context, { id: found?.link ?? '' }))
  if (!come) throw new Error(name)
  return come
}

const sweep = (now: number) => remindMembers(contextAt(now, { actor: system }))

const told = async () => {
  const { results } = await env.DB.prepare(
    `SELECT type, payload ->> '$.data.campaign.member.name' AS name, payload ->> '$.data.campaign.days' AS days, payload
     FROM events WHERE type LIKE 'campaign.%' AND payload ->> '$.data.campaign' IS NOT NULL ORDER BY seq`,
  ).all<{ type: string; name: string; days: number | null; payload: string }>()
  return results
}
const words = async () => (await told()).map(({ type, name, days }) => `${type} ${name} ${days}`)

beforeEach(async () => {
  await emptied('records', 'events', 'links', 'invitations', 'sheet_due')
})

describe('a campaign', () => {
  test('asks the active members of its networks, once each, when it opens', async () => {
    await organisation('ONG A (exemple)', ['pfongue', 'ongis'])
    await organisation('ONG B (exemple)', ['ongis'])
    await organisation('ONG C (exemple)', ['gt'])
    const gone = await organisation('ONG D (exemple)', ['pfongue'])
    await transition(contextAt(begin), formOf('organisation'), gone, { to: 'inactive', note: '' })
    await organisation('ONG E (exemple)', ['aucun'])
    const record = await opened(['pfongue', 'ongis'])
    expect((await invited(record)).map(({ name }) => name)).toEqual(['ONG A (exemple)', 'ONG B (exemple)'])
  })

  test('opened again, it leaves those who were asked the link they have', async () => {
    await organisation('ONG A (exemple)', ['pfongue'])
    const record = await opened()
    const before = await invited(record)
    const closed = await transition(contextAt(begin), formOf('campagne'), record, { to: 'close', note: '' })
    await organisation('ONG B (exemple)', ['pfongue'])
    await transition(contextAt(begin), formOf('campagne'), closed, { to: 'ouverte', note: '' })
    const after = await invited(record)
    expect(after.map(({ name }) => name)).toEqual(['ONG A (exemple)', 'ONG B (exemple)'])
    expect(after[0]?.link).toBe(before[0]?.link)
    const { results } = await env.DB.prepare('SELECT id FROM links').all()
    expect(results).toHaveLength(2)
  })

  test('asks by one event a member, then reminds those that are late after 7 and 14 days', async () => {
    await organisation('ONG A (exemple)', ['pfongue'])
    await organisation('ONG B (exemple)', ['ongis'])
    const record = await opened()
    expect(await sweep(begin)).toBe(2)
    expect(await sweep(begin + day)).toBe(0)
    await reportNothing(await come(record, 'ONG B (exemple)', begin + 2 * day))
    for (const days of [6, 7, 8, 14, 15]) await sweep(begin + days * day)
    expect(await words()).toEqual([
      'campaign.invitation ONG A (exemple) 0',
      'campaign.invitation ONG B (exemple) 0',
      'campaign.answered ONG B (exemple) null',
      'campaign.reminder ONG A (exemple) 7',
      'campaign.reminder ONG A (exemple) 14',
    ])
  })

  test('tells of nobody’s link in an event, nor of anybody’s address', async () => {
    await accepted('organisation', {
      nom: 'ONG A (exemple)',
      reseaux: ['pfongue'],
      courriels_diffusion: ['contact@ong-a.example'],
    })
    const record = await opened()
    await sweep(begin)
    const [invitation] = await invited(record)
    const key = await linkKey(contextAt(begin), { id: invitation?.link ?? '' })
    const payloads = (await told()).map(({ payload }) => payload).join()
    expect(payloads).toContain('ONG A (exemple)')
    for (const secret of [key, invitation?.link ?? '', 'contact@ong-a.example', 'notice'])
      expect(payloads).not.toContain(secret)
  })

  test('reminds those that have not answered at a click, once a day', async () => {
    await organisation('ONG A (exemple)', ['pfongue'])
    await organisation('ONG B (exemple)', ['pfongue'])
    const record = await opened()
    await reportNothing(await come(record, 'ONG B (exemple)', begin + 1))
    const click = (now: number) => remindLate(contextAt(now), campaign(record, now))
    expect(await click(begin + day)).toBe(1)
    expect(await click(begin + day + 1)).toBe(0)
    expect(await click(begin + 2 * day)).toBe(1)
  })

  test('asks again six months after an answer, by the newest link alone, and reminds of that', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const first = await opened()
    await opened()
    await sweep(begin)
    const sheet = { ...projectSheet, org_nom: a.reference }
    await accepted('fiche-projet', sheet, contextAt(begin + day, { actor: member }))
    const again = monthsAfter(begin + day, 6)
    await sweep(again - day)
    expect((await words()).filter((word) => !word.startsWith('campaign.invitation'))).toEqual([])
    await transition(contextAt(begin), formOf('campagne'), await present(first.id), { to: 'close', note: '' })
    await sweep(again)
    await sweep(again + 7 * day)
    expect((await words()).slice(2)).toEqual([
      'campaign.renewal ONG A (exemple) 0',
      'campaign.reminder ONG A (exemple) 7',
    ])
  })

  test('takes whatever the member sends, corrects or confirms for its answer, and no coordinator’s work', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const sheet = { ...projectSheet, org_nom: a.reference }
    const before = await accepted('fiche-projet', sheet, contextAt(begin - day, { actor: member }))
    const record = await opened()
    const coordinator = contextAt(begin + day)
    await accepted('fiche-projet', { ...sheet, projet_titre: 'Autre' }, coordinator)
    expect((await invited(record))[0]).toMatchObject({ answeredAt: begin - day, records: 2 })
    await confirm(await come(record, 'ONG A (exemple)', begin + 2 * day), [before])
    expect((await invited(record))[0]).toMatchObject({ answeredAt: begin + 2 * day })
  })

  test('asks newcomers, and gives a member another link that ends the first', async () => {
    await organisation('ONG A (exemple)', ['pfongue'])
    const record = await opened()
    const b = await organisation('ONG B (exemple)', ['pfongue'])
    const context = contextAt(begin)
    expect(await inviteNewcomers(context, campaign(record))).toBe(1)
    expect(await inviteNewcomers(context, campaign(record))).toBe(0)
    const before = (await invited(record)).find(({ member }) => member === b.id)
    if (!before) throw new Error('not asked')
    const old = await linkKey(context, { id: before.link })
    await replaceInvitation(context, campaign(record), { ...before, reference: b.reference })
    expect(await invitedBy(context, old)).toBeNull()
    expect((await come(record, 'ONG B (exemple)')).member.id).toBe(b.id)
  })

  test('a member that said it has nothing to report has said so, whatever link it is given after', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const record = await opened()
    await sweep(begin)
    await reportNothing(await come(record, 'ONG A (exemple)', begin + day))
    const [before] = await invited(record)
    if (!before) throw new Error('not asked')
    await replaceInvitation(contextAt(begin + 2 * day), campaign(record), {
      ...before,
      reference: a.reference,
    })
    expect((await invited(record))[0]).toMatchObject({ answeredAt: begin + day })
    expect(await sweep(begin + 7 * day)).toBe(0)
  })

  test('asks and reminds nobody that the directory counts no more', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const b = await organisation('ONG B (exemple)', ['pfongue'])
    const record = await opened()
    await sweep(begin)
    await accepted(
      'fiche-projet',
      { ...projectSheet, org_nom: b.reference },
      contextAt(begin + day, { actor: member }),
    )
    for (const one of [a, b])
      await transition(contextAt(begin + day), formOf('organisation'), one, { to: 'inactive', note: '' })
    expect(await sweep(begin + 7 * day)).toBe(0)
    expect(await remindLate(contextAt(begin + 8 * day), campaign(record))).toBe(0)
    expect(await sweep(monthsAfter(begin + day, 6))).toBe(0)
  })

  test('an answer given while its record changes is kept all the same', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const sheet = { ...projectSheet, org_nom: a.reference }
    const before = await accepted('fiche-projet', sheet)
    const record = await opened()
    const come1 = await come(record, 'ONG A (exemple)', begin + day)
    // The coordinator rewords both after the member's page was read.
    await revise(contextAt(begin + day), formOf('fiche-projet'), before, {
      answers: { ...before.answers, projet_titre: 'Autrement dit' },
      revision: before.revision,
    })
    await revise(contextAt(begin + day), formOf('campagne'), record, {
      answers: { ...record.answers, message: 'Merci.' },
      revision: record.revision,
    })
    await confirm(come1, [before])
    await reportNothing(come1)
    const { results } = await env.DB.prepare(
      "SELECT type FROM events WHERE type IN ('record.confirmed', 'campaign.answered') ORDER BY seq",
    ).all<{ type: string }>()
    expect(results.map(({ type }) => type)).toEqual(['record.confirmed', 'campaign.answered'])
  })

  test('an erased member’s name stands in no event of the campaign any more', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    await organisation('ONG B (exemple)', ['pfongue'])
    await opened()
    await sweep(begin)
    await erase(contextAt(begin), formOf('organisation'), a)
    const { results } = await env.DB.prepare('SELECT payload, detail FROM events').all()
    expect(JSON.stringify(results)).not.toContain('ONG A (exemple)')
    expect(JSON.stringify(results)).toContain('ONG B (exemple)')
  })

  test('nor does that of one that turned out to be another before it was erased', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    const b = await organisation('ONG B (exemple)', ['pfongue'])
    const record = await opened()
    await sweep(begin)
    const { directory } = campaign(record)
    await unite(contextAt(begin), directory, a, b)
    await erase(contextAt(begin), directory, await present(a.id))
    const { results } = await env.DB.prepare("SELECT payload FROM events WHERE type LIKE 'campaign.%'").all()
    expect(JSON.stringify(results)).not.toContain('ONG A (exemple)')
    expect(JSON.stringify(results)).toContain('ONG B (exemple)')
  })

  test('an erased member, or an erased campaign, leaves no invitation and no link', async () => {
    const a = await organisation('ONG A (exemple)', ['pfongue'])
    await organisation('ONG B (exemple)', ['pfongue'])
    const record = await opened()
    await erase(contextAt(begin), formOf('organisation'), a)
    expect((await invited(record)).map(({ name }) => name)).toEqual(['ONG B (exemple)'])
    const count = async (table: string) =>
      env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')
    expect(await count('links')).toBe(1)
    await erase(contextAt(begin), formOf('campagne'), record)
    expect([await count('links'), await count('invitations')]).toEqual([0, 0])
  })
})
