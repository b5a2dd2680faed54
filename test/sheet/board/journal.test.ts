import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { keepChain } from '../../../src/audit/index.ts'
import { alert, erase, note, restoreRow, type StoredRecord, withdrawRow } from '../../../src/record/index.ts'
import { journal, journalRows } from '../../../src/sheet/board/index.ts'
import { momentSerial } from '../../../src/sheet/cells.ts'
import { dailyHeads } from '../../../src/store/daily-heads.ts'
import { freshSalt } from '../../../src/store/events.ts'
import { projectSheet } from '../../support/samples.ts'
import { accepted, context, emptied, expectWellFormed, formOf, meeting, now, recordOf } from './setting.ts'

const project = formOf('fiche-projet')
const rows = () => journalRows(env.DB, catalogue)
const cells = async () => (await rows()).map((row) => row.cells)

const refuse = (
  record: StoredRecord,
  column: string,
  sheet: string,
  reason: string,
  row = record.reference,
) =>
  note(context, formOf(record.form), record, [
    {
      type: 'sheet.refused',
      row,
      column,
      sheet,
      record: 'ce que dit la fiche',
      reason,
    },
  ])

beforeEach(emptied)

describe('the journal', () => {
  test('is empty before anything happens, whatever is sent in', async () => {
    await accepted('fiche-projet', projectSheet)
    expect(await rows()).toEqual([])
  })

  test('tells what happened in the order it happened, with both values', async () => {
    const record = await accepted('action', meeting)
    await refuse(record, 'Date', 'demain', 'Écrivez une date.')
    await note(context, formOf('action'), record, [
      {
        type: 'sheet.conflict',
        row: record.reference,
        column: 'Zones concernées',
        sheet: 'Thiès',
        record: 'Dakar',
        reason: 'La feuille l’emporte.',
      },
    ])
    await withdrawRow(context, formOf('action'), record, 'action', record.reference)
    await restoreRow(context, formOf('action'), await recordOf(record.id), 'action', record.reference)
    await alert(context, formOf('action'), 'action', '5 lignes ont disparu d’un coup.')
    const at = momentSerial(now)
    const row = [at, record.reference, "Plan d'action"]
    expect(await cells()).toEqual([
      [...row, 'Date', 'Refusé', 'demain', 'ce que dit la fiche', 'Écrivez une date.'],
      [
        ...row,
        'Zones concernées',
        'Conflit\u00a0: la feuille l’emporte',
        'Thiès',
        'Dakar',
        'La feuille l’emporte.',
      ],
      [...row, '', 'Ligne retirée', '', '', ''],
      [...row, '', 'Ligne remise', '', '', ''],
      [at, '', "Plan d'action", '', 'Arrêt de l’onglet', '', '', '5 lignes ont disparu d’un coup.'],
    ])
    const found = await rows()
    expectWellFormed(journal, found)
    expect(found[0]?.key).toMatch(/^J-\d+$/)
  })

  test('says in which tab a row of a repeat stands', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    await refuse(record, 'Localité', 'x', 'Non.', `${record.reference}/2`)
    expect((await cells())[0]?.slice(1, 3)).toEqual([`${record.reference}/2`, 'Zones'])
  })

  test('keeps the newest 300', async () => {
    const record = await accepted('action', meeting)
    const numbers = JSON.stringify(Array.from({ length: 505 }, (_, index) => index + 1))
    await env.DB.prepare(
      `INSERT INTO events (id, type, at, record, form, revision, actor, payload, detail, salt)
       SELECT 'evt_' || value, 'sheet.refused', ?1, ?2, 'action', 1, '{}', '{}', json_object('row', 'PA-' || value),
         ${freshSalt}
       FROM json_each(?3)`,
    )
      .bind(now, record.id, numbers)
      .run()
    const found = await cells()
    expect(found).toHaveLength(300)
    expect([found[0]?.[1], found.at(-1)?.[1]]).toEqual(['PA-206', 'PA-505'])
  })
})

describe('what is personal', () => {
  const told = async () => JSON.stringify(await rows())

  test('is not shown: neither value, nor a reason that quotes one', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    await refuse(record, 'Adresse électronique', 'nom@', '«\u00a0nom@\u00a0»\u00a0: pas une adresse.')
    expect((await cells())[0]?.slice(5)).toEqual(Array(3).fill('donnée personnelle'))
  })

  test('is not shown by a neighbour that was refused for the same reasons', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    const reason = 'Un nombre. «\u00a0nom@\u00a0»\u00a0: pas une adresse.'
    await refuse(record, 'Adresse électronique', 'nom@', reason)
    await refuse(record, 'Sigle', 'XX', reason)
    expect(await told()).not.toContain('nom@')
    expect((await cells())[1]?.slice(5)).toEqual(['XX', 'ce que dit la fiche', 'donnée personnelle'])
  })

  test('leaves a reason that quotes nothing', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    await refuse(record, 'Adresse électronique', 'nom@', 'Cette question est obligatoire.')
    expect((await cells())[0]?.[7]).toBe('Cette question est obligatoire.')
  })

  test('is not shown of rows that one cell holds', async () => {
    const record = await accepted('action', meeting)
    const writers = formOf('compte-rendu').fields.find(({ name }) => name === 'redacteurs')?.label.fr ?? ''
    await note(context, formOf('action'), record, [
      {
        type: 'sheet.refused',
        row: record.reference,
        column: writers,
        sheet: 'Prénom Nom',
        record: '',
        reason: '',
      },
    ])
    // The mirror changes no such cell today: the event is another form's, made this one's.
    await env.DB.prepare(`UPDATE events SET form = 'compte-rendu' WHERE type = 'sheet.refused'`).run()
    expect((await cells())[0]?.slice(5, 7)).toEqual(['donnée personnelle', ''])
  })

  test('may be in a column that no form has any more', async () => {
    const record = await accepted('action', meeting)
    await refuse(record, 'Ancienne colonne', 'Prénom Nom', '')
    expect(await told()).not.toContain('Prénom Nom')
  })
})

test('an erased record keeps its line in the journal and nothing of what it said', async () => {
  const record = await accepted('fiche-projet', projectSheet)
  await refuse(record, 'Sigle', 'XX', '«\u00a0XX\u00a0» est trop court.')
  await erase(context, project, await recordOf(record.id))
  expect((await cells())[0]?.slice(1)).toEqual([
    record.reference,
    'Projets',
    'Sigle',
    'Refusé',
    '',
    '',
    'Fiche effacée',
  ])
})

test('shows where the log stood each day, among what happened, and says each once', async () => {
  const record = await accepted('action', meeting)
  await refuse(record, 'Date', 'demain', 'Écrivez une date.')
  await keepChain(env.DB, now)
  await keepChain(env.DB, now + 24 * 3600 * 1000)
  await keepChain(env.DB, now + 48 * 3600 * 1000)
  const found = await rows()
  expectWellFormed(journal, found)
  expect(found.map(({ key }) => key)).toEqual([found[0]?.key, '!empreinte:2018-09-25'])
  const { head } = (await dailyHeads(env.DB, 1))[0] ?? {}
  expect(found[1]?.cells.slice(1, 7)).toEqual(['Événement 2', '', '', 'Empreinte du jour', '', head])
})
