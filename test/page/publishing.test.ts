import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../../src/form/index.ts'
import { moveRead } from '../../src/page/publishing.tsx'
import { revise } from '../../src/record/index.ts'
import { contextAt } from '../support/context.ts'
import { projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'
import {
  attend,
  confirmedMeeting,
  move,
  now,
  personalLinks,
  post,
  stored,
  visit,
  written,
} from './minutes/meeting.ts'

type Receipt = { readonly id: string; readonly reference: string }

async function sheet(changes: object = {}): Promise<Receipt> {
  const id = crypto.randomUUID()
  const answers = { ...projectSheet, ...changes }
  const receipt: Receipt = await (
    await send('POST', '/api/v1/forms/fiche-projet/records', { id, answers })
  ).json()
  await move(receipt.reference, 'validee')
  return receipt
}

const publish = (reference: string, ...more: readonly (readonly [string, string])[]) =>
  post(`/coordination/fiches/${reference}/statut`, [['to', 'publiee'], ['note', 'Relue'], ...more])
const statusOf = async (reference: string) => (await stored(reference)).status

describe('before a record is published', () => {
  test('the coordinator reads what everyone will, and nothing else of it', async () => {
    const { reference } = await sheet()
    const page = await (await publish(reference)).text()
    expect(page).toContain('Ce que le public verra')
    expect(page).toContain(projectSheet.projet_titre)
    expect(page).not.toContain(projectSheet.contact_nom)
    expect(page).toContain('Aucun numéro, aucune adresse')
    expect(page).not.toContain('name="relu"')
    expect(await statusOf(reference)).toBe('validee')
    const confirmed = await publish(reference, [
      `vu:${reference}`,
      /vu:FP-\d+" value="(\d+)"/.exec(page)?.[1] ?? '',
    ])
    expect(confirmed.status).toBe(303)
    expect(await statusOf(reference)).toBe('publiee')
    const note = await env.DB.prepare(
      "SELECT detail ->> '$.note' AS note FROM events WHERE type = 'record.transitioned' ORDER BY seq DESC LIMIT 1",
    ).first('note')
    expect(note).toBe('Relue')
  })

  test('is warned of numbers, addresses and names in the texts, with the question, and says that they were read', async () => {
    const { reference } = await sheet({
      contact_nom: 'Awa Exemplaire',
      projet_resume:
        'Demander Awa Exemplaire ou M. Untel Exemple, 77 123 45 67, awa@exemple.org, depuis le 24/07/2018.',
    })
    const page = await (await publish(reference)).text()
    for (const [kind, text] of [
      ['Numéro de téléphone', '77 123 45 67'],
      ['Adresse électronique', 'awa@exemple.org'],
      ['Nom d’une personne dont l’accord n’est pas connu', 'Awa Exemplaire'],
      ['Nom d’une personne dont l’accord n’est pas connu', 'Untel Exemple'],
    ] as const)
      expect(page).toContain(`${kind}\u00a0: ${text} (Résumé du projet)`)
    expect(page).not.toContain('24/07/2018 (')
    const seen = [`vu:${reference}`, String((await stored(reference)).revision)] as const
    const unread = await publish(reference, seen)
    expect(unread.status).toBe(422)
    expect(await unread.text()).toContain('Cochez d’abord que vous avez relu.')
    expect(await statusOf(reference)).toBe('validee')
    expect((await publish(reference, seen, ['relu', '1'])).status).toBe(303)
    expect(await statusOf(reference)).toBe('publiee')
  })

  test('what changed in the very moment it is published stays as it was', async () => {
    const { reference } = await sheet()
    const read = await stored(reference)
    const form = catalogue.forms.find(({ id }) => id === read.form)
    if (!form) throw new Error(read.form)
    const context = contextAt(now)
    await revise(context, form, read, {
      answers: { ...read.answers, projet_titre: 'Un titre que personne n’a relu' },
      revision: read.revision,
    })
    const publishing = moveRead(context, form, read, { to: 'publiee', note: '' })
    await expect(publishing).rejects.toMatchObject({ code: 'revision-stale' })
    expect(await statusOf(reference)).toBe('validee')
  })

  test('is shown it again when it changed since', async () => {
    const { id, reference } = await sheet()
    const { revision, answers } = await stored(reference)
    const changed = { ...answers, projet_resume: 'Appeler le 77 123 45 67.' }
    await send('PATCH', `/api/v1/records/${id}`, { answers: changed }, { 'if-match': String(revision) })
    const page = await publish(reference, [`vu:${reference}`, String(revision)], ['relu', '1'])
    expect(await page.text()).toContain('La fiche a changé entre-temps')
    expect(await statusOf(reference)).toBe('validee')
  })

  test('is asked nothing when its author shows it to members alone, nor for a move that shows nothing new', async () => {
    const { reference } = await sheet({ visibilite: 'membres' })
    expect((await publish(reference)).status).toBe(303)
    const other = await sheet()
    expect((await post(`/coordination/fiches/${other.reference}/statut`, [['to', 'archivee']])).status).toBe(
      303,
    )
  })

  test('reads each of several that are published together', async () => {
    const [one, other] = [await sheet(), await sheet({ projet_resume: 'Écrire à qui@exemple.org.' })]
    const path = '/coordination/fiches?form=fiche-projet&statut=validee'
    const chosen = [one, other].map(({ reference }) => ['fiche', reference] as const)
    const page = await (await post(path, [...chosen, ['to', 'publiee']])).text()
    expect(page).toContain('Adresse électronique\u00a0: qui@exemple.org')
    expect(await statusOf(one.reference)).toBe('validee')
    const seen = await Promise.all(
      [one, other].map(
        async ({ reference }) => [`vu:${reference}`, String((await stored(reference)).revision)] as const,
      ),
    )
    await post(path, [...chosen, ['to', 'publiee'], ...seen, ['relu', '1']])
    expect(await Promise.all([one, other].map(({ reference }) => statusOf(reference)))).toEqual([
      'publiee',
      'publiee',
    ])
  })
})

describe('before minutes are published', () => {
  let minutes: string
  let meeting: string
  beforeEach(async () => {
    meeting = await confirmedMeeting()
    await attend(meeting, 'Fatou Accord', true)
    await attend(meeting, 'Awa Discrète', false)
    await post(`/coordination/rencontres/${meeting}`, [
      ['action', 'designate'],
      ['name.0', 'Rapporteuse exemple'],
    ])
    const [link = ''] = await personalLinks(meeting)
    minutes = /CR-\d+/.exec(link)?.[0] ?? ''
    await visit(link, [
      ['revision', '1'],
      ['action', 'move:envoye'],
      ['action_id', meeting],
      ...written.filter(([name]) => name !== 'contexte'),
      ['contexte', 'Mme Fatou Accord et Awa Discrète ont parlé.'],
    ])
    await move(meeting, 'tenue')
    for (const to of ['mise_en_page', 'relecture', 'valide']) await move(minutes, to)
  })

  test('the document is shown, and who was there without agreeing to be named is told apart from who did', async () => {
    const page = await (await post(`/coordination/fiches/${minutes}/statut`, [['to', 'publie']])).text()
    expect(page).toContain('Ce que le public verra')
    expect(page).toContain('Annexe')
    expect(page).toContain('Awa Discrète (Contexte)')
    expect(page).not.toContain('Fatou Accord (Contexte)')
    expect(await statusOf(minutes)).toBe('valide')
  })

  test('whoever takes their agreement back is named in no version any more, and still counted', async () => {
    await move(minutes, 'publie')
    const read = async () => (await visit(`/comptes-rendus/${minutes}`)).text()
    expect(await read()).toMatch(/Fatou Accord.*Et une personne/s)
    const reference = await env.DB.prepare(
      "SELECT 'PR-' || printf('%04d', number) AS reference FROM records WHERE form = 'presence' AND answers ->> '$.action_id' = ? AND answers ->> '$.consentement'",
    )
      .bind(meeting)
      .first<string>('reference')
    await post(`/coordination/fiches/${reference}`, [['action', 'withdrawn:consentement']])
    const annex = (await read()).split('Annexe').at(-1)
    expect(annex).not.toContain('Fatou Accord')
    expect(annex).toContain('Et 2 personnes')
  })
})

describe('a member’s correction of what is published', () => {
  const member = { role: 'member', name: '', source: 'page' } as const
  const published = async (changes: object = {}) => {
    const { reference } = await sheet(changes)
    await publish(reference, [`vu:${reference}`, String((await stored(reference)).revision)], ['relu', '1'])
    expect(await statusOf(reference)).toBe('publiee')
    return reference
  }
  const correct = async (reference: string, changes: object) => {
    const record = await stored(reference)
    const form = findForm(catalogue, record.form)
    if (!form) throw new Error(record.form)
    return revise(contextAt(now, { actor: member }), form, record, {
      answers: { ...record.answers, ...changes },
      revision: record.revision,
    })
  }
  const readBy = async (reference: string) => (await visit(`/consulter/${reference}`)).status

  test('that shows everyone what members alone could see is checked before it is seen', async () => {
    const reference = await published({
      visibilite: 'membres',
      projet_resume: 'Appeler Awa au 77 123 45 67.',
    })
    await correct(reference, { visibilite: 'public' })
    expect(await statusOf(reference)).toBe('a_verifier')
    expect(await readBy(reference)).toBe(404)
    const moved = await env.DB.prepare(
      "SELECT detail ->> '$.from' AS origin FROM events WHERE type = 'record.transitioned' ORDER BY seq DESC LIMIT 1",
    ).first('origin')
    expect(moved).toBe('publiee')
  })

  test('with a number, an address or a name that nobody has read is checked before it is seen', async () => {
    const reference = await published()
    await correct(reference, { projet_resume: 'Désormais au 77 123 45 67.' })
    expect(await statusOf(reference)).toBe('a_verifier')
    expect(await readBy(reference)).toBe(404)
  })

  test('of anything else stays in sight, what was read once included', async () => {
    const reference = await published({ projet_resume: 'Au 77 123 45 67.' })
    await correct(reference, { projet_resume: 'Joindre l’équipe au 77 123 45 67.', cible_total: 130 })
    expect(await statusOf(reference)).toBe('publiee')
    expect(await readBy(reference)).toBe(200)
  })

  test('that shows it to fewer people is seen at once', async () => {
    const reference = await published()
    await correct(reference, { visibilite: 'membres', projet_resume: 'Au 77 123 45 67.' })
    expect(await statusOf(reference)).toBe('publiee')
    expect(await readBy(reference)).toBe(404)
  })
})

test('a refused move leaves a page whose answers and consents are sent to the record’s own page', async () => {
  const { reference } = await sheet()
  const page = await post(`/coordination/fiches/${reference}/statut`, [['to', 'recue']])
  const html = await page.text()
  expect(page.status).toBe(409)
  const forms = [...html.matchAll(/<form\b[^>]*>/g)].map(([tag]) => tag)
  const own = forms.filter(
    (tag) => !/action="[^"]*\/(?:statut|lien)"/.test(tag) && tag.includes('method="post"'),
  )
  expect(own).not.toEqual([])
  for (const tag of own) expect(tag).toContain(`action="/coordination/fiches/${reference}"`)
  expect(html).not.toMatch(/formaction="(?:#|[^"]*statut#)/)
})
