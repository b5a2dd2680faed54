import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../../src/form/index.ts'
import { isDue } from '../../src/privacy/due.ts'
import { coordinate, revise } from '../../src/record/change.ts'
import { erase } from '../../src/record/erase.ts'
import { accept, transition } from '../../src/record/index.ts'
import { reduce } from '../../src/record/reduce.ts'
import { dueNow, isTimeToRetain, retain, setRetention } from '../../src/record/retention.ts'
import worker from '../../src/worker.ts'
import { move, now, stored } from '../page/minutes/meeting.ts'
import { contextAt } from '../support/context.ts'
import { dump } from '../support/dump.ts'
import { emptied } from '../support/emptied.ts'
import { meetingAnswers, projectSheet } from '../support/samples.ts'

const phone = '77 000 11 22'
const later = (months: number) => now + months * 31 * 86_400_000
const formOf = (id: string) => {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function accepted(form: string, answers: object): Promise<string> {
  const { receipt } = await accept(contextAt(now), formOf(form), {
    id: crypto.randomUUID(),
    locale: 'fr',
    answers,
  })
  return receipt.reference
}

const attendee = async (name = 'Awa Exemple') =>
  accepted('presence', {
    action_id: await accepted('action', meetingAnswers),
    prenom_nom: name,
    organisation: 'ONG Exemple A',
    mode: 'sur_place',
    liste_diffusion: 'oui',
    courriel: 'awa@exemple.org',
    telephone: phone,
  })

/** As often as the cron would, until nothing is left to do. */
async function retainAll(at: number): Promise<void> {
  const actor = { role: 'system', name: '', source: 'system' } as const
  for (let run = 0; run < 10; run += 1) await retain(contextAt(at, { actor }))
}

/** As if something in these records made every change of them fail. */
async function refuseToChange(references: readonly string[]): Promise<void> {
  const ids = await Promise.all(references.map(async (reference) => `'${(await stored(reference)).id}'`))
  await env.DB.prepare(
    `CREATE TRIGGER broken BEFORE UPDATE ON records WHEN OLD.id IN (${ids.join()})
     BEGIN SELECT RAISE(ABORT, 'broken'); END`,
  ).run()
}

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due', 'retention', 'settings', 'attempts')
})

describe('what is over', () => {
  test('is listed and nothing of it is done, until a coordinator begins it', async () => {
    const reference = await attendee()
    const due = await dueNow(contextAt(later(13)), 5)
    expect(
      due.found
        .filter(({ count }) => count > 0)
        .map(({ sought, records }) => [sought.purpose.id, records[0]?.record.reference]),
    ).toEqual([['presence-contact', reference]])
    await retainAll(later(13))
    expect((await stored(reference)).answers.telephone).toBe(phone)
  })

  test('is nothing a day before', async () => {
    await attendee()
    const { found } = await dueNow(contextAt(later(11)), 5)
    expect(found.filter(({ count }) => count > 0)).toEqual([])
  })

  test('follows the periods that the coordination set', async () => {
    await attendee()
    await env.DB.prepare(
      "INSERT INTO settings (id, revision, value, updated_at, updated_by) VALUES (1, 1, ?, 0, '')",
    )
      .bind(JSON.stringify({ retention: { 'presence-contact': 3 } }))
      .run()
    const { found } = await dueNow(contextAt(later(4)), 5)
    expect(found.find(({ count }) => count > 0)?.sought.purpose.id).toBe('presence-contact')
  })
})

describe('once begun', () => {
  beforeEach(() => setRetention(contextAt(now), 'started'))

  test('contacts of an attendance list go from everywhere, and the rest of the record stays', async () => {
    const reference = await attendee()
    await retainAll(later(13))
    const record = await stored(reference)
    expect(record.answers).toMatchObject({ prenom_nom: 'Awa Exemple', mode: 'sur_place' })
    const left = await dump()
    expect(left).toContain('Awa Exemple')
    for (const secret of ['awa@exemple.org', phone]) expect(left).not.toContain(secret)
    const event = await env.DB.prepare(
      "SELECT actor, detail FROM events WHERE type = 'answers.erased'",
    ).first<{
      actor: string
      detail: string
    }>()
    expect(JSON.parse(event?.actor ?? '')).toMatchObject({ role: 'system' })
    expect(JSON.parse(event?.detail ?? '')).toEqual({ purpose: 'presence-contact' })
  })

  test('no digest is left from which what went could be guessed', async () => {
    const { id } = await stored(await attendee())
    const digest = () =>
      env.DB.prepare('SELECT accepted_digest FROM records WHERE id = ?').bind(id).first('accepted_digest')
    expect(await digest()).toMatch(/^[0-9a-f]{64}$/)
    await retainAll(later(13))
    expect(await digest()).toBe('')
  })

  test('the sheet is told to show the record again, and it is done once', async () => {
    const { id } = await stored(await attendee())
    await env.DB.prepare('DELETE FROM sheet_due').run()
    await retainAll(later(13))
    expect(
      await env.DB.prepare('SELECT revision FROM sheet_due WHERE record = ?').bind(id).first('revision'),
    ).toBe(2)
  })

  test('a record whose purpose is over is erased whole', async () => {
    const reference = await attendee()
    await retainAll(later(61))
    expect(await stored(reference)).toMatchObject({ erasedAt: later(61), answers: {} })
    expect(await dump()).not.toContain('Awa Exemple')
  })

  test('goes on over several runs until nothing is left', async () => {
    for (let count = 0; count < 5; count += 1) await attendee(`Personne ${count}`)
    await retain(contextAt(later(13)))
    const left = async () =>
      (await dueNow(contextAt(later(13)), 1)).found.reduce((sum, { count }) => sum + count, 0)
    expect(await left()).toBe(3)
    await retainAll(later(13))
    expect(await left()).toBe(0)
  })

  test('names go from published minutes too, and the minutes stay', async () => {
    const organisation = await accepted('organisation', { nom: 'ONG Exemple' })
    const answers = {
      titre: 'Rencontre exemple',
      date: '2018-09-24',
      heure_debut: '14:30',
      heure_fin: '16:30',
      lieu: 'Dakar',
      animation: 'Animatrice exemple',
      redacteurs: [{ redacteur_nom: 'Rapporteuse exemple' }],
      contexte: 'Un exemple.',
      objectifs: ['Objectif'],
      points: [{ point_titre: 'Point', point_contenu: 'Ce que Ba dit à Bakel.' }],
      suites: [
        { suite_quoi: 'Écrire', suite_qui: 'Personne à écrire' },
        { suite_quoi: 'Relire', suite_qui: organisation },
        { suite_quoi: 'Appeler', suite_qui: 'Ba' },
      ],
    }
    const reference = await accepted('compte-rendu', answers)
    for (const to of ['envoye', 'mise_en_page', 'relecture', 'valide', 'publie']) await move(reference, to)
    expect(await dump()).toContain('Animatrice exemple')
    await retainAll(later(121))
    const left = await dump()
    // The text of the document says it no more, and no word loses what begins as a name does.
    expect(left).toMatch(/Ce que \[…\]\sdit\sà\sBakel/)
    for (const name of ['Animatrice exemple', 'Rapporteuse exemple', 'Personne à écrire'])
      expect(left).not.toContain(name)
    const { answers: kept } = await stored(reference)
    expect(kept.redacteurs).toEqual([{}])
    // An organisation of the directory is no person; and what is left of the record is not due for ever.
    expect(kept.suites).toMatchObject([
      { suite_quoi: 'Écrire' },
      { suite_quoi: 'Relire', suite_qui: organisation },
      { suite_quoi: 'Appeler' },
    ])
    expect((kept.suites as object[])[0]).not.toHaveProperty('suite_qui')
    const due = await dueNow(contextAt(later(250)), 1)
    expect(due.found.find(({ sought }) => sought.form.id === 'compte-rendu')?.count).toBe(0)
  })

  test('a record that was corrected since it was found is left alone', async () => {
    const reference = await accepted('organisation', { nom: 'ONG Exemple', contact_nom: 'Awa Exemple' })
    await move(reference, 'inactive')
    const due = await dueNow(contextAt(later(20)), 1)
    const { sought, records } = due.found.find(({ count }) => count > 0) ?? {}
    const record = records?.[0]?.record
    if (!sought?.fields || !record) throw new Error('nothing is due')
    await transition(contextAt(later(20)), formOf('organisation'), record, { to: 'active', note: '' })
    await reduce(contextAt(later(20)), { ...sought, fields: sought.fields }, record)
    expect((await stored(reference)).answers.contact_nom).toBe('Awa Exemple')
  })

  test('a record that is changed at that very moment is not erased whole', async () => {
    const reference = await attendee()
    const { found } = await dueNow(contextAt(later(61)), 1)
    const due = found.find(({ sought, count }) => sought.fields === null && count > 0)
    const record = due?.records[0]?.record
    if (!due || !record) throw new Error('nothing is due')
    const { purpose } = due.sought
    const retention = { ...purpose.retention, from: 'last-change' } as const
    const sought = { ...due.sought, purpose: { ...purpose, retention } }
    await coordinate(contextAt(later(61)), formOf('presence'), record, { note: 'À garder' })
    await erase(contextAt(later(61)), formOf('presence'), record, (present) => isDue(sought, present))
    expect((await stored(reference)).erasedAt).toBeNull()
  })

  test('records that cannot be erased hold up no other, are named as failed, and are tried again a week later', async () => {
    const broken = [await attendee('Personne 1'), await attendee('Personne 2')]
    const sound = await attendee('Personne 3')
    await refuseToChange(broken)
    const over = later(13)
    for (let run = 0; run < 3; run += 1) await retain(contextAt(over + run * 900_000))
    expect((await stored(sound)).answers.telephone).toBeUndefined()
    const due = async (at: number) =>
      (await dueNow(contextAt(at), 5)).found
        .flatMap(({ records }) => records)
        .map(({ record, failedAt }) => [record.reference, failedAt])
    expect(await due(over)).toEqual(broken.map((reference) => [reference, over]))

    await env.DB.prepare('DROP TRIGGER broken').run()
    await retain(contextAt(over + 6 * 86_400_000))
    expect(await due(over)).toHaveLength(2)
    await retain(contextAt(over + 8 * 86_400_000))
    expect(await due(over)).toEqual([])
  })

  test('a required contact that went is asked of the member again, and keeps no coordinator from correcting the rest', async () => {
    const reference = await accepted('fiche-projet', projectSheet)
    const over = later(37)
    await retainAll(over)
    const record = await stored(reference)
    expect(record.answers).not.toHaveProperty('contact_courriel')
    const correct = (role: 'member' | 'coordinator', changes: object) =>
      revise(contextAt(over, { actor: { role, name: '', source: 'page' } }), formOf('fiche-projet'), record, {
        answers: { ...record.answers, ...changes },
        revision: record.revision,
      })
    const title = { projet_titre: 'Autre titre' }
    await expect(correct('member', title)).rejects.toMatchObject({ code: 'invalid' })
    await expect(correct('coordinator', { ...title, contact_courriel: 'faux' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await correct('coordinator', title)
    expect((await stored(reference)).answers).toMatchObject(title)
  })

  test('stops when the coordinator says so; both are in the log', async () => {
    const reference = await attendee()
    await setRetention(contextAt(now), 'stopped')
    await setRetention(contextAt(now), 'stopped')
    await retainAll(later(13))
    expect((await stored(reference)).answers.telephone).toBe(phone)
    const { results } = await env.DB.prepare(
      "SELECT type FROM events WHERE type LIKE 'retention.%' ORDER BY seq",
    ).all()
    expect(results.map(({ type }) => type)).toEqual(['retention.started', 'retention.stopped'])
  })

  test('is done by the cron', async () => {
    const reference = await attendee()
    const scheduledTime = later(13) - (later(13) % 900_000) + 7 * 60_000
    expect(isTimeToRetain(scheduledTime)).toBe(true)
    const context = createExecutionContext()
    await worker.scheduled(
      createScheduledController({ scheduledTime: new Date(scheduledTime), cron: '* * * * *' }),
      env,
      context,
    )
    await waitOnExecutionContext(context)
    expect((await stored(reference)).answers.telephone).toBeUndefined()
  })
})

test('what receivers answered is emptied after thirty days, begun or not; the attempt stays', async () => {
  const insert = env.DB.prepare(
    "INSERT INTO attempts (endpoint, event, number, at, duration, outcome, status, error, response) VALUES ('ep', ?, 1, ?, 5, 'delivered', 200, NULL, 'merci')",
  )
  const day = 86_400_000
  await env.DB.batch([insert.bind(1, now - 31 * day), insert.bind(2, now - 29 * day)])
  await retain(contextAt(now))
  const { results } = await env.DB.prepare(
    'SELECT event, outcome, response FROM attempts ORDER BY event',
  ).all()
  expect(results).toEqual([
    { event: 1, outcome: 'delivered', response: '' },
    { event: 2, outcome: 'delivered', response: 'merci' },
  ])
})
