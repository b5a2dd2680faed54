import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Answers } from '../../src/form/answers.ts'
import { findForm } from '../../src/form/index.ts'
import {
  accept,
  erase,
  type Notice,
  remind,
  revise,
  type StoredRecord,
  transition,
} from '../../src/record/index.ts'
import { findRecord } from '../../src/store/records.ts'
import worker from '../../src/worker.ts'
import { contextAt } from '../support/context.ts'
import { counted } from '../support/counted.ts'
import { meetingAnswers } from '../support/samples.ts'
import { send } from '../support/worker.ts'

/** A moment of 2018 in Dakar. */
const at = (month: number, day: number, hour = 8, minute = 0) => Date.UTC(2018, month - 1, day, hour, minute)
const system = { role: 'system', name: '', source: 'system' } as const
const sweep = (now: number) => remind(contextAt(now, { actor: system }))
const begin = contextAt(at(7, 1))

function formOf(id: string) {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function accepted(form: string, answers: Answers): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  await accept(begin, formOf(form), { id, answers, locale: 'fr' })
  return present(id)
}

async function present(id: string): Promise<StoredRecord> {
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

const move = async ({ id, form }: StoredRecord, to: string) =>
  transition(begin, formOf(form), await present(id), { to, note: '' })

/** Puts a record in a state whatever its workflow asks for. */
async function put({ id }: StoredRecord, status: string): Promise<StoredRecord> {
  await env.DB.prepare('UPDATE records SET status = ? WHERE id = ?').bind(status, id).run()
  return present(id)
}

async function change({ id, form }: StoredRecord, changes: Answers): Promise<void> {
  const { answers, revision } = await present(id)
  await revise(begin, formOf(form), await present(id), { answers: { ...answers, ...changes }, revision })
}

type Reminded = {
  readonly type: string
  readonly data: {
    readonly record: { readonly reference: string }
    readonly actor: object
    readonly reminder: { readonly date: string; readonly days: number }
    readonly notice: Notice
  }
}

/** The reminders of a record so far, oldest first. */
async function remindersOf({ id }: StoredRecord): Promise<readonly Reminded[]> {
  const { results } = await env.DB.prepare(
    `SELECT payload FROM events WHERE record = ? AND payload ->> '$.data.reminder' IS NOT NULL ORDER BY seq`,
  )
    .bind(id)
    .all<{ payload: string }>()
  return results.map(({ payload }) => JSON.parse(payload) as Reminded)
}

/** "meeting.reminder -14", oldest first. */
const namesOf = async (record: StoredRecord) =>
  (await remindersOf(record)).map(({ type, data }) => `${type} ${data.reminder.days}`)

const meeting = { ...meetingAnswers, heure_debut: '14:30', point_focal: 'Coordinateur de la PFONGUE' }
const confirmed = async (changes: Answers = {}) =>
  move(await accepted('action', { ...meeting, ...changes }), 'date_confirmee')

const minutes = {
  titre: 'Compte-rendu exemple',
  date: '2018-07-24',
  heure_debut: '14:30',
  heure_fin: '16:30',
  lieu: 'Dakar',
  animation: 'Coordinateur de la PFONGUE',
  redacteurs: [{ redacteur_nom: 'Rédactrice (exemple)' }],
  contexte: 'Un exemple.',
  objectifs: ['Un objectif.'],
  points: [{ point_titre: 'Un point' }],
}
const followUp = {
  suite_quoi: 'Envoyer la fiche de collecte',
  suite_qui: 'Point focal (exemple)',
  suite_echeance: '2018-08-20',
  suite_statut: 'a_faire',
}

beforeEach(() => env.DB.prepare('UPDATE records SET erased_at = 0').run())

describe('a confirmed meeting', () => {
  test('is recalled 14 and 3 days ahead, from 8:00 on, once each however often the sweep runs', async () => {
    const record = await confirmed()
    await sweep(at(9, 10, 7, 59))
    expect(await namesOf(record)).toEqual([])
    expect(await Promise.all([sweep(at(9, 10)), sweep(at(9, 10))])).toContain(1)
    for (const now of [at(9, 10, 8, 15), at(9, 11), at(9, 20, 23)]) expect(await sweep(now)).toBe(0)
    expect(await namesOf(record)).toEqual(['meeting.reminder -14'])
    for (const now of [at(9, 21), at(9, 22), at(9, 24, 9)]) await sweep(now)
    expect(await namesOf(record)).toEqual(['meeting.reminder -14', 'meeting.reminder -3'])
  })

  test('is told by what everyone may know of it', async () => {
    const record = await confirmed()
    await sweep(at(9, 10))
    const [reminder] = await remindersOf(record)
    expect(reminder?.data).toMatchObject({
      record: { reference: record.reference },
      actor: { role: 'system', source: 'system' },
      reminder: { date: '2018-09-24', days: -14 },
    })
    const url = `https://recueil.example/plan#${record.reference}`
    expect(reminder?.data.notice).toEqual({
      subject: '[GT MIGRATION] Rappel\u00a0: Rencontre exemple, le 24/09/2018',
      text: `Rencontre exemple\n\nDate\u00a0: 24/09/2018\nHeure de début\u00a0: 14\u00a0h\u00a030\nZone\u00a0: Dakar\n\nUn exemple.\n\n${url}`,
      url,
    })
    expect(JSON.stringify(reminder)).not.toContain(meeting.point_focal)
  })

  test('loses no reminder to a sweep that did not run, and sends no stale one beside a newer', async () => {
    const record = await confirmed()
    await sweep(at(9, 23, 20))
    expect(await namesOf(record)).toEqual(['meeting.reminder -3'])
    await sweep(at(9, 25))
    expect(await namesOf(record)).toEqual(['meeting.reminder -3'])
  })

  test('is recalled anew when its day is moved, and not of the former day', async () => {
    const record = await confirmed()
    await sweep(at(9, 10))
    await change(record, { date: '2018-10-24' })
    await sweep(at(9, 21))
    expect(await namesOf(record)).toEqual(['meeting.reminder -14'])
    await sweep(at(10, 10))
    expect((await remindersOf(record)).map(({ data }) => data.reminder)).toEqual([
      { date: '2018-09-24', days: -14 },
      { date: '2018-10-24', days: -14 },
    ])
  })

  test('is not recalled once it is postponed, before it is confirmed, or after it is erased', async () => {
    const planned = await accepted('action', meeting)
    const postponed = await move(await confirmed(), 'reportee')
    const erased = await confirmed()
    await erase(begin, formOf('action'), await present(erased.id))
    expect(await sweep(at(9, 10))).toBe(0)
    for (const record of [planned, postponed, erased]) expect(await namesOf(record)).toEqual([])
  })
})

describe('a place still to be defined', () => {
  const nowhere = { zones: 'À définir', heure_debut: '', date: '2018-10' }

  test('is asked for 30 days before, a month from its first day', async () => {
    const record = await accepted('action', { ...meeting, ...nowhere })
    await sweep(at(8, 31))
    expect(await namesOf(record)).toEqual([])
    await sweep(at(9, 1))
    expect(await namesOf(record)).toEqual(['place.missing -30'])
    expect((await remindersOf(record))[0]?.data.notice.subject).toBe(
      '[GT MIGRATION] Lieu à définir\u00a0: Rencontre exemple, octobre 2018',
    )
  })

  test('is not once it is defined', async () => {
    const record = await accepted('action', { ...meeting, ...nowhere })
    await change(record, { lieu_precis: 'Salle exemple' })
    await sweep(at(9, 1))
    expect(await namesOf(record)).toEqual([])
  })
})

describe('minutes', () => {
  test('that nobody sent are asked for 3 and 7 days after the meeting, and a week later no more', async () => {
    const record = await move(await confirmed(), 'tenue')
    for (const day of [26, 27, 28, 29]) await sweep(at(9, day))
    expect(await namesOf(record)).toEqual(['minutes.overdue 3'])
    await sweep(at(10, 1))
    expect(await namesOf(record)).toEqual(['minutes.overdue 3', 'minutes.overdue 7'])
    const forgotten = await move(await confirmed(), 'tenue')
    await sweep(at(10, 9))
    expect(await namesOf(forgotten)).toEqual([])
  })

  test('are not once they were sent to the coordinator; a draft is not sent', async () => {
    const record = await move(await confirmed(), 'tenue')
    const draft = await accepted('compte-rendu', { ...minutes, action_id: record.reference })
    await sweep(at(9, 27))
    expect(await namesOf(record)).toEqual(['minutes.overdue 3'])
    await put(draft, 'envoye')
    await sweep(at(10, 1))
    expect(await namesOf(record)).toEqual(['minutes.overdue 3'])
  })
})

describe('a thing to be done', () => {
  const sent = async (...suites: readonly Answers[]) =>
    put(await accepted('compte-rendu', { ...minutes, suites }), 'envoye')

  test('is recalled 3 days before its day and 1 after it, without the name of who does it', async () => {
    const record = await sent(followUp)
    for (const day of [16, 17, 18, 20, 21, 22]) await sweep(at(8, day))
    expect(await namesOf(record)).toEqual(['followup.reminder -3', 'followup.reminder 1'])
    const [first] = await remindersOf(record)
    expect(first?.data.notice.subject).toBe(
      '[GT MIGRATION] Action à mener pour le 20/08/2018\u00a0: Envoyer la fiche de collecte',
    )
    expect(first?.data.notice.text).toContain('Compte-rendu\u00a0: Compte-rendu exemple (24/07/2018)')
    expect(JSON.stringify(first?.data.notice)).not.toContain('Point focal')
  })

  test.each(['fait', 'abandonne'])('is not when it is %s, though its neighbour is', async (suite_statut) => {
    const record = await sent({ ...followUp, suite_statut }, { ...followUp, suite_quoi: 'Relire' })
    expect(await sweep(at(8, 17))).toBe(1)
    expect((await remindersOf(record))[0]?.data.notice.subject).toContain('Relire')
  })

  test('is recalled once though its row moves and gets on, and the row put before it is too', async () => {
    const record = await sent(followUp)
    await sweep(at(8, 17))
    const other = { ...followUp, suite_quoi: 'Relire' }
    await change(record, { suites: [other, { ...followUp, suite_statut: 'en_cours' }] })
    expect(await sweep(at(8, 17, 9))).toBe(1)
    expect((await remindersOf(record))[1]?.data.notice.subject).toContain('Relire')
  })

  test('is not while the minutes are a draft', async () => {
    await accepted('compte-rendu', { ...minutes, suites: [followUp] })
    expect(await sweep(at(8, 17))).toBe(0)
  })
})

describe('a sweep', () => {
  test('writes nothing when nothing is new, and asks once for all forms when nothing is due', async () => {
    await confirmed()
    const { db, cost } = counted(env.DB)
    const quiet = async (now: number) => {
      Object.assign(cost, { batches: 0, queries: 0 })
      await remind(contextAt(now, { db }))
      return { batches: cost.batches, queries: cost.queries }
    }
    expect(await quiet(at(8, 1))).toEqual({ batches: 0, queries: 1 })
    await sweep(at(9, 10))
    expect(await quiet(at(9, 10, 9))).toEqual({ batches: 0, queries: 2 })
  })

  test('is run by the cron each quarter of an hour, and owes what is due to the endpoints that asked', async () => {
    const asked = { url: 'https://liste.example/hook', events: ['meeting.reminder'] }
    const { id } = (await (await send('POST', '/api/v1/endpoints', asked)).json()) as { readonly id: string }
    const record = await confirmed()
    const run = async (now: number) => {
      const executionContext = createExecutionContext()
      await worker.scheduled(
        createScheduledController({ scheduledTime: new Date(now) }),
        { ...env, SITE_URL: 'https://gt.example/' },
        executionContext,
      )
      await waitOnExecutionContext(executionContext)
    }
    await run(at(9, 10, 8, 14))
    expect(await namesOf(record)).toEqual([])
    for (const minute of [15, 30]) await run(at(9, 10, 8, minute))
    const [reminder] = await remindersOf(record)
    expect(reminder?.data.notice.url).toBe(`https://gt.example/plan#${record.reference}`)
    const owed = await env.DB.prepare(
      'SELECT type FROM deliveries JOIN events ON seq = event WHERE endpoint = ?',
    )
      .bind(id)
      .all()
    expect(owed.results).toEqual([{ type: 'meeting.reminder' }])
  })
})
