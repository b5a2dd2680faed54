import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import type { Catalogue } from '../../../src/form/definition/index.ts'
import { erase, note, revise, type StoredRecord, transition } from '../../../src/record/index.ts'
import { dashboard, dashboardRows } from '../../../src/sheet/board/index.ts'
import { counted } from '../../support/counted.ts'
import { projectSheet } from '../../support/samples.ts'
import {
  accepted,
  cellsOf,
  context,
  emptied,
  expectWellFormed,
  formOf,
  meeting,
  now,
  recordOf,
} from './setting.ts'

const day = 86_400_000
const rows = (at = now, forms: Catalogue = catalogue) => dashboardRows(env.DB, forms, at)
const project = (organisation: string) => accepted('fiche-projet', { ...projectSheet, org_nom: organisation })
const member = (nom: string) => accepted('organisation', { nom, type: '22', reseaux: ['pfongue'] })

beforeEach(emptied)

describe('records by status', () => {
  test('has every state of every form, in their order, at nought too', async () => {
    const found = await rows()
    const states = found.filter(({ cells }) => cells[0] === 'Fiches par statut')
    expect(states.map(({ key }) => key)).toEqual(
      catalogue.forms.flatMap(({ id, workflow }) =>
        workflow.states.map(({ code }) => `status:${id}:${code}`),
      ),
    )
    expect(new Set(states.map(({ cells }) => cells[2]))).toEqual(new Set([0]))
    expectWellFormed(dashboard, found)
  })

  test('counts live records', async () => {
    const first = await accepted('fiche-projet', projectSheet)
    await accepted('fiche-projet', projectSheet)
    const erased = await accepted('fiche-projet', projectSheet)
    await transition(context, formOf('fiche-projet'), first, { to: 'a_verifier', note: '' })
    await erase(context, formOf('fiche-projet'), erased)
    const found = await rows()
    expect(cellsOf(found, 'status:fiche-projet:recue')).toEqual([
      'Fiches par statut',
      'Projets — Reçue',
      1,
      '',
    ])
    expect(cellsOf(found, 'status:fiche-projet:a_verifier')?.[2]).toBe(1)
  })

  test('counts those in a state that the form has no more', async () => {
    await accepted('fiche-projet', projectSheet)
    await env.DB.prepare(`UPDATE records SET status = 'ancien'`).run()
    expect(cellsOf(await rows(), 'status:fiche-projet:ancien')?.slice(1, 3)).toEqual(['Projets — ancien', 1])
  })
})

describe('members who have not answered', () => {
  test('are those of whom nothing was received, by reference or by name', async () => {
    const [named, typed, silent] = [
      await member('Organisation exemple A'),
      await member('Écoute exemple B'),
      await member('Organisation exemple C'),
    ]
    await project(named.reference)
    await project('  ecoute  EXEMPLE b')
    const found = await rows()
    const reference = (record: StoredRecord) => `silent:${record.reference}`
    expect(cellsOf(found, reference(silent))).toEqual([
      'Sans réponse',
      `${silent.reference} — Organisation exemple C`,
      '',
      '',
    ])
    expect([cellsOf(found, reference(named)), cellsOf(found, reference(typed))]).toEqual([
      undefined,
      undefined,
    ])
    expect(cellsOf(found, 'silent:organisation')).toEqual([
      'Sans réponse',
      'Membres — aucune réponse',
      1,
      'sur 3',
    ])
    expectWellFormed(dashboard, found)
  })

  test('are counted for each form that asks them, with their names', async () => {
    const [first, second] = [await member('Organisation exemple A'), await member('Organisation exemple B')]
    await project(first.reference)
    const found = await rows()
    expect(cellsOf(found, 'silent:organisation:fiche-projet')?.slice(1)).toEqual([
      'Membres — rien dans «\u00a0Projets\u00a0»',
      1,
      `${second.reference} — Organisation exemple B`,
    ])
    expect(cellsOf(found, 'silent:organisation:presence')?.[2]).toBe(2)
  })

  test('are not those who left, and a record that was erased is no answer', async () => {
    const [left, erasedAnswer] = [
      await member('Organisation exemple A'),
      await member('Organisation exemple B'),
    ]
    await transition(context, formOf('organisation'), left, { to: 'inactive', note: '' })
    const answer = await project(erasedAnswer.reference)
    await erase(context, formOf('fiche-projet'), answer)
    expect(cellsOf(await rows(), 'silent:organisation')?.slice(2)).toEqual([1, 'sur 1'])
  })

  test('have answered nothing when others name them in the rows of a record', async () => {
    const named = await member('Organisation exemple A')
    await env.DB.prepare(
      `INSERT INTO records SELECT ?1, 'compte-rendu', 1, 'brouillon', 1, ?2, coordination, locale, '', '', 0, 0, NULL
       FROM records WHERE id = ?3`,
    )
      .bind(
        crypto.randomUUID(),
        JSON.stringify({ suites: [{ suite_quoi: 'x', suite_qui: named.reference }] }),
        named.id,
      )
      .run()
    expect(cellsOf(await rows(), 'silent:organisation')?.[2]).toBe(1)
  })

  test('are left out where no form asks them', async () => {
    const alone = { ...catalogue, forms: catalogue.forms.filter(({ id }) => id === 'organisation') }
    expect((await rows(now, alone)).some(({ key }) => key.startsWith('silent'))).toBe(false)
  })
})

describe('places to define', () => {
  test('are the items of the plan that have none', async () => {
    const open = await accepted('action', { ...meeting, date: '2018-11' })
    await accepted('action', { ...meeting, ordre: 2, zones: 'Dakar' })
    const found = await rows()
    expect(cellsOf(found, 'open:action:zones')).toEqual([
      'À définir',
      "Plan d'action — Zones concernées",
      1,
      '',
    ])
    expect(cellsOf(found, `open:${open.reference}:zones`)).toEqual([
      'À définir',
      `${open.reference} — Rencontre exemple`,
      '',
      'Zones concernées\u00a0: A définir · novembre 2018 · Prévue',
    ])
    expect(found.filter(({ key }) => key.startsWith('open:'))).toHaveLength(2)
  })
})

describe('the plan', () => {
  const criteres = [
    { critere: 'Exemple', evaluation: 'atteint' },
    { critere: 'Exemple', evaluation: 'non' },
    { critere: 'Exemple' },
  ]

  test('says which criteria are met, what was held and which months break its rhythm', async () => {
    const held = await accepted('action', { ...meeting, date: '2018-09', criteres })
    for (const ordre of [2, 3, 4])
      await accepted('action', {
        ...meeting,
        date: '2018-11',
        ordre,
        zones: 'Dakar',
        criteres: [criteres[0]],
      })
    await env.DB.prepare(`UPDATE records SET status = 'tenue' WHERE id = ?`).bind(held.id).run()
    const found = await rows()
    expect(cellsOf(found, 'criteria:action')?.slice(1)).toEqual([
      'Critères atteints',
      4,
      'sur 6 · en partie\u00a0: 0 · non atteints\u00a0: 1 · trop tôt\u00a0: 0 · pas encore évalués\u00a0: 1',
    ])
    expect(cellsOf(found, 'held:action')?.slice(1)).toEqual([
      'Actions tenues',
      1,
      'sur 4 · du 01/09/2018 au 31/08/2019',
    ])
    expect(cellsOf(found, 'months:action')?.slice(2)).toEqual([
      2,
      'octobre 2018\u00a0: aucune rencontre · novembre 2018\u00a0: 3 rencontres',
    ])
    expect(cellsOf(found, 'free:action')?.[2]).toBe(9)
    expectWellFormed(dashboard, found)
  })

  test('names the meetings within 30 days that have no place', async () => {
    const near = await accepted('action', { ...meeting, date: '2018-10-24' })
    await accepted('action', { ...meeting, date: '2018-10-25', ordre: 2 })
    await accepted('action', { ...meeting, date: '2018-10', ordre: 3, zones: 'Dakar' })
    const found = await rows()
    expect(cellsOf(found, 'soon:action')?.slice(1, 3)).toEqual(['Sans lieu à 30 jours au plus', 1])
    expect(cellsOf(found, `soon:${near.reference}`)?.slice(1)).toEqual([
      `${near.reference} — Rencontre exemple`,
      '',
      '24/10/2018 · Prévue',
    ])
  })
})

describe('next meetings', () => {
  test('come in their order: a month without a day after its days', async () => {
    const month = await accepted('action', { ...meeting, date: '2018-10' })
    const late = await accepted('action', {
      ...meeting,
      heure_debut: '14:30',
      heure_fin: '17:00',
      zones: 'Dakar',
    })
    const early = await accepted('action', { ...meeting, heure_debut: '09:00' })
    const present = await accepted('action', { ...meeting, date: '2018-09' })
    const today = await accepted('action', { ...meeting, date: '2018-09-24' })
    await accepted('action', { ...meeting, date: '2018-09-23' })
    const found = await rows()
    expect(found.filter(({ key }) => key.startsWith('meeting:')).map(({ key }) => key)).toEqual(
      [today, present, early, late, month].map(({ reference }) => `meeting:${reference}`),
    )
    expect(cellsOf(found, 'meetings')?.[2]).toBe(5)
    expect(cellsOf(found, `meeting:${late.reference}`)?.[3]).toBe(
      '15/10/2018 · 14\u00a0h\u00a030 – 17\u00a0h · Dakar · Prévue',
    )
  })

  test('are ten at most, and all counted', async () => {
    for (let order = 1; order <= 12; order += 1) await accepted('action', { ...meeting, ordre: order })
    const found = await rows()
    expect(found.filter(({ key }) => key.startsWith('meeting:'))).toHaveLength(10)
    expect(cellsOf(found, 'meetings')?.[2]).toBe(12)
  })

  test('show no title that is personal', async () => {
    const record = await accepted('action', meeting)
    const secret = {
      ...catalogue,
      forms: catalogue.forms.map((form) => ({
        ...form,
        fields: form.fields.map((field) =>
          field.name === 'nom'
            ? { ...field, data: { class: 'identity' as const, purpose: 'plan', publish: 'never' as const } }
            : field,
        ),
      })),
    }
    expect(cellsOf(await rows(now, secret), `meeting:${record.reference}`)?.[1]).toBe(record.reference)
  })
})

describe('minutes', () => {
  const held = async (date: string, status = 'tenue') => {
    const record = await accepted('action', { ...meeting, date })
    await env.DB.prepare('UPDATE records SET status = ? WHERE id = ?').bind(status, record.id).run()
    return record
  }
  const lateOnes = async () =>
    (await rows())
      .filter(({ key }) => key.startsWith(`minutes:${formOf('action').prefix}`))
      .map(({ key }) => key.slice(8))

  test('are late two days after a meeting that was to take place', async () => {
    const late = await held('2018-09-22')
    const confirmed = await held('2018-09-10', 'date_confirmee')
    const month = await held('2018-08')
    await held('2018-09-23')
    await held('2018-09')
    await held('2018-09-01', 'annulee')
    expect(new Set(await lateOnes())).toEqual(
      new Set([late, confirmed, month].map(({ reference }) => reference)),
    )
    const found = await rows()
    expect(cellsOf(found, 'minutes:action')?.slice(0, 3)).toEqual([
      'Comptes rendus en retard',
      formOf('action').sheet.tab,
      3,
    ])
    expect(cellsOf(found, `minutes:${late.reference}`)?.slice(1)).toEqual([
      `${late.reference} — Rencontre exemple`,
      '',
      '22/09/2018 · Tenue',
    ])
    expectWellFormed(dashboard, found)
  })

  test('are not once they were sent to the coordinator; a draft is not sent', async () => {
    const { reference } = await held('2018-09-20')
    await env.DB.prepare(
      `INSERT INTO records SELECT ?1, 'compte-rendu', 1, 'brouillon', 1, ?2, coordination, locale, '', '', 0, 0, NULL
       FROM records WHERE form = 'action' LIMIT 1`,
    )
      .bind(crypto.randomUUID(), JSON.stringify({ action_id: reference }))
      .run()
    expect(await lateOnes()).toEqual([reference])
    await env.DB.prepare(`UPDATE records SET status = 'envoye' WHERE form = 'compte-rendu'`).run()
    expect(await lateOnes()).toEqual([])
  })
})

describe('refusals and conflicts', () => {
  const refuse = (record: StoredRecord) =>
    note(context, formOf(record.form), record, [
      {
        type: 'sheet.refused',
        row: record.reference,
        column: 'Date',
        sheet: 'demain',
        record: '15/10/2018',
        reason: 'Écrivez une date.',
      },
    ])

  test('stay open until the record changes, and recent for 30 days', async () => {
    const [first, second] = [await accepted('action', meeting), await accepted('action', meeting)]
    await refuse(first)
    await refuse(second)
    const answers = { ...second.answers, zones: 'Dakar' }
    await revise(context, formOf('action'), second, { answers, revision: 1 })
    const found = await rows()
    expect(cellsOf(found, 'sheet.refused:open')?.slice(1)).toEqual([
      'Saisies refusées, fiche inchangée depuis',
      1,
      first.reference,
    ])
    expect(cellsOf(found, 'sheet.refused:recent')?.[2]).toBe(2)
    expect(cellsOf(found, 'sheet.conflict:open')?.slice(2)).toEqual([0, ''])
    expect(cellsOf(await rows(now + 31 * day), 'sheet.refused:recent')?.[2]).toBe(0)
  })

  test('are open as soon as the sheet overruled a record', async () => {
    const record = await accepted('action', meeting)
    await revise(
      context,
      formOf('action'),
      record,
      { answers: { ...meeting, zones: 'Dakar' }, revision: 1 },
      [
        {
          type: 'sheet.conflict',
          row: record.reference,
          column: 'Zones concernées',
          sheet: 'Dakar',
          record: 'Thiès',
          reason: '',
        },
      ],
    )
    expect(cellsOf(await rows(), 'sheet.conflict:open')?.slice(2)).toEqual([1, record.reference])
  })

  test('of an erased record are closed', async () => {
    const record = await accepted('action', meeting)
    await refuse(record)
    await erase(context, formOf('action'), await recordOf(record.id))
    expect(cellsOf(await rows(), 'sheet.refused:open')?.slice(2)).toEqual([0, ''])
    expect(cellsOf(await rows(), 'sheet.refused:recent')?.[2]).toBe(1)
  })
})

test('says the same all day long', async () => {
  await accepted('action', meeting)
  await member('Organisation exemple A')
  expect(await rows(Date.UTC(2018, 8, 24, 23, 59))).toEqual(await rows(Date.UTC(2018, 8, 24)))
})

test('costs one batch and one statement, and writes nothing', async () => {
  await project((await member('Organisation exemple A')).reference)
  const { db, cost } = counted(env.DB)
  await dashboardRows(db, catalogue, now)
  expect(cost).toEqual({ batches: 1, queries: 1, rowsWritten: 0 })
})
