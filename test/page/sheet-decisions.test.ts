import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm, typeset } from '../../src/form/index.ts'
import {
  accept,
  erase,
  note,
  revise,
  type SheetHappening,
  type StoredRecord,
} from '../../src/record/index.ts'
import { takeOut } from '../../src/record/person/take-out.ts'
import { dashboardRows } from '../../src/sheet/board/index.ts'
import { contestedCell, presentText, recordsIn, wordsOf } from '../../src/sheet/index.ts'
import { layoutOf } from '../../src/sheet/layout.ts'
import { desiredRows } from '../../src/sheet/rows.ts'
import { contextAt } from '../support/context.ts'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { ask } from '../support/worker.ts'
import { post, stored, visit } from './minutes/meeting.ts'

const path = '/coordination/feuille'
const now = Date.now()
const asSheet = contextAt(now, { actor: { role: 'coordinator', name: 'feuille', source: 'sheet' } })
const formOf = (id: string) => {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function planned(): Promise<StoredRecord> {
  const answers = formOf('action').seeds[0]?.answers ?? {}
  return accepted('action', { ...answers, zones: 'Thiès' })
}

async function accepted(form: string, answers: object): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  const { receipt } = await accept(asSheet, formOf(form), { id, answers, locale: 'fr' })
  return stored(receipt.reference)
}

type Edit = { readonly column: string; readonly key: string; readonly sheet: string; readonly record: string }
const zones = { column: 'Zones concernées', key: 'zones', sheet: 'Dakar', record: 'Thiès' }
const status = { column: 'Statut', key: '#status', record: 'Prévue' }

/** The sheet's edit of a record was refused, as the mirror writes it down. @returns the event's id */
async function refused(record: StoredRecord, edit: Edit, row = record.reference): Promise<string> {
  const tab = row === record.reference ? record.form : `${record.form}/zones`
  await note(asSheet, formOf(record.form), record, [
    { type: 'sheet.refused', row, tab, ...edit, reason: 'Écrivez autre chose.' },
  ])
  return lastEvent('sheet.refused')
}

/** The sheet's value went over another one. @returns the event's id */
async function overruled(record: StoredRecord): Promise<string> {
  const row = record.reference
  const happening: SheetHappening = {
    type: 'sheet.conflict',
    row,
    tab: 'action',
    ...zones,
    reason: 'Changé aussi.',
  }
  const answers = { ...record.answers, zones: 'Dakar' }
  await revise(asSheet, formOf('action'), record, { answers, revision: record.revision }, [happening])
  return lastEvent('sheet.conflict')
}

const lastEvent = async (type: string): Promise<string> =>
  (await env.DB.prepare('SELECT id FROM events WHERE type = ? ORDER BY seq DESC')
    .bind(type)
    .first<string>('id')) ?? ''

const decide = (event: string, kept: string) =>
  post(path, [
    ['action', 'decide'],
    ['event', event],
    ['kept', kept],
  ])

const settled = async () => {
  const { results } = await env.DB.prepare(
    "SELECT actor, payload, detail, revision FROM events WHERE type = 'sheet.settled' ORDER BY seq",
  ).all<{ actor: string; payload: string; detail: string; revision: number }>()
  return results.map(({ actor, payload, detail, revision }) => ({
    actor: JSON.parse(actor),
    told: JSON.parse(payload).data.sheet,
    detail: JSON.parse(detail),
    revision,
  }))
}

const page = async () => (await ask(path)).text()
const open = async () => /Corrections à décider \((\d+)\)/.exec(await page())?.[1]

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due', 'endpoints', 'deliveries')
})

describe('a refused edit of the sheet', () => {
  test('shows both values side by side, and is counted in the console and on the sheet’s board', async () => {
    const record = await planned()
    await refused(record, zones)
    const text = await page()
    expect(text).toMatch(/data-label="Dans la feuille"><span class="cell">Dakar</)
    expect(text).toMatch(/data-label="Dans la fiche"><span class="cell">Thiès</)
    expect(await open()).toBe('1')
    expect(await (await ask('/coordination')).text()).toContain(
      'Corrections de la feuille à décider\u00a0: 1',
    )
    expect(await openOnBoard()).toBe(1)
  })

  test('is over when the record keeps its value: who decided what is written down, nothing else', async () => {
    const record = await planned()
    const event = await refused(record, zones)
    expect((await decide(event, 'record')).headers.get('location')).toBe(`${path}?fait=decide#page-decisions`)
    const { reference: row } = record
    expect(await settled()).toEqual([
      {
        actor: { role: 'coordinator', name: 'coordination@recueil.example', source: 'page' },
        told: { row, column: 'Zones concernées', decides: event, kept: 'record' },
        detail: {
          row,
          column: 'Zones concernées',
          decides: event,
          kept: 'record',
          sheet: 'Dakar',
          record: 'Thiès',
        },
        revision: 1,
      },
    ])
    expect(await stored(row)).toEqual(record)
    expect([await open(), await openOnBoard()]).toEqual(['0', 0])
    expect(await page()).toContain('Décidé\u00a0: la valeur de la fiche')
    expect(await (await ask('/coordination')).text()).not.toContain('Corrections de la feuille')
  })

  test('goes into the record by its rules when the sheet’s value is taken, one revision with the decision', async () => {
    const record = await planned()
    const event = await refused(record, zones)
    expect((await decide(event, 'sheet')).status).toBe(303)
    expect(await stored(record.reference)).toMatchObject({ revision: 2, answers: { zones: 'Dakar' } })
    expect(await settled()).toMatchObject([{ revision: 2, told: { decides: event, kept: 'sheet' } }])
    expect(await open()).toBe('0')
  })

  test('that still cannot be read says why at its line, and stays open', async () => {
    const record = await planned()
    const event = await refused(record, { column: 'Date', key: 'date', sheet: 'un <b>jour</b>', record: '' })
    const answer = await decide(event, 'sheet')
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(text).toMatch(
      /<a href="#page-decision-\d+">La fiche PA-0001 n’a pas pu prendre cette valeur\.<\/a>/,
    )
    expect(text).toMatch(/<p class="error">.*n’est pas une date.*écrivez une date comme 24\/09\/2018/)
    expect(text).not.toContain('<b>jour')
    expect(await stored(record.reference)).toEqual(record)
    expect(await settled()).toEqual([])
    expect(await open()).toBe('1')
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM events WHERE type = 'sheet.refused'").first('n'),
    ).toBe(1)
  })

  test('of a status is the transition, with its guards', async () => {
    const record = await planned()
    const skipped = await refused(record, { ...status, sheet: 'Compte-rendu publié' })
    const answer = await decide(skipped, 'sheet')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/<p class="error">.*Une fiche ne peut pas passer de/)
    const allowed = await refused(record, { ...status, sheet: 'Reportée' })
    expect((await decide(allowed, 'sheet')).status).toBe(303)
    expect((await stored(record.reference)).status).toBe('reportee')
    expect(await settled()).toHaveLength(1)
  })

  test('of a note or of who is in charge is kept beside the answers', async () => {
    const record = await planned()
    const note = { column: 'Note du coordinateur', key: '#note', sheet: 'À rappeler', record: '' }
    expect((await decide(await refused(record, note), 'sheet')).status).toBe(303)
    expect((await stored(record.reference)).coordination.note).toBe('À rappeler')
  })

  test('of half a point is taken with the other half as it is', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    const lat = { column: 'Coordonnées — Latitude', key: 'zone_coord.lat', sheet: '12,9', record: '12,8912' }
    const event = await refused(record, lat, `${record.reference}/3`)
    expect((await decide(event, 'sheet')).status).toBe(303)
    expect((await stored(record.reference)).answers.zones).toMatchObject([
      {},
      {},
      { zone_coord: { lat: 12.9, lon: -14.94 } },
    ])
  })

  test('of a row that is gone, or of a column that the site fills in, can only be put away', async () => {
    const record = await accepted('fiche-projet', projectSheet)
    const region = { column: 'Région', key: 'zone_region', sheet: 'Kolda', record: 'Dakar' }
    const gone = await refused(record, region, `${record.reference}/9`)
    expect(await page()).toContain('La fiche n’a plus cette cellule.')
    expect(await page()).not.toContain('Prendre la valeur de la feuille')
    expect((await decide(gone, 'sheet')).status).toBe(409)
    const received = { column: 'Reçue le', key: '#created', sheet: 'hier', record: '' }
    const filled = await refused(record, received)
    expect((await decide(filled, 'sheet')).status).toBe(409)
    for (const event of [gone, filled]) expect((await decide(event, 'record')).status).toBe(303)
    expect(await open()).toBe('0')
  })

  test('whose record has changed since shows what it says now', async () => {
    const record = await planned()
    const event = await refused(record, zones)
    const answers = { ...record.answers, zones: 'Kolda' }
    await revise(contextAt(now), formOf('action'), record, { answers, revision: 1 })
    const text = await page()
    expect(text).toMatch(/La fiche a changé depuis\u00a0:<\/strong> <span class="cell">Kolda</)
    expect(text).toContain('Garder la fiche comme elle est')
    expect(await open()).toBe('1')
    expect((await decide(event, 'record')).status).toBe(303)
    expect((await stored(record.reference)).answers.zones).toBe('Kolda')
  })

  test('typed over by another one in the same cell waits no more', async () => {
    const record = await planned()
    await refused(record, { ...zones, sheet: 'Saint-Louis' })
    await refused(record, zones)
    await refused(record, { ...status, sheet: 'Rien' })
    expect([await open(), await openOnBoard()]).toEqual(['2', 2])
    expect((await page()).split('id="page-decisions"')[1]?.split('<h2')[0]).not.toContain('Saint-Louis')
  })

  test('is over once the coordinator typed something better in the cell, status and note alike', async () => {
    const record = await planned()
    await refused(record, { ...zones, sheet: 'Dakarr' })
    const elsewhere = { column: 'Lieu de la rencontre', key: 'lieu_precis', sheet: '?', record: '' }
    await refused(record, elsewhere)
    await refused(record, { ...status, sheet: 'Rien' })
    await refused(record, { column: 'Note du coordinateur', key: '#note', sheet: '\u0007', record: '' })
    expect(await open()).toBe('4')
    const sheet = recordsIn(() => asSheet)
    const { reference } = record
    await sheet.revise(record, { ...record.answers, zones: 'Dakar' }, [])
    expect(await open()).toBe('3')
    await sheet.transition(await stored(reference), 'reportee', [])
    expect(await open()).toBe('2')
    await sheet.coordinate(await stored(reference), { note: 'À rappeler' }, [])
    expect(await open()).toBe('1')
    expect(await page()).toContain(elsewhere.column)
  })

  test('of an erased record is nobody’s to decide', async () => {
    const record = await planned()
    const event = await refused(record, zones)
    await erase(asSheet, formOf('action'), record)
    expect(await open()).toBe('0')
    expect((await decide(event, 'sheet')).status).toBe(410)
  })

  test('that named a person who was taken out of the record is nobody’s to decide, nor counted', async () => {
    const record = await planned()
    const event = await refused(record, { ...zones, sheet: 'Aïssatou Exemplaire' })
    const person = { names: ['Aïssatou Exemplaire'], emails: [], phones: [] }
    await takeOut(asSheet, formOf('action'), record, person, '')
    expect(await open()).toBe('0')
    expect(await openOnBoard()).toBe(0)
    expect((await decide(event, 'sheet')).status).toBe(410)
  })
})

describe('a conflict', () => {
  test('is over when the sheet’s value stays', async () => {
    const record = await planned()
    const event = await overruled(record)
    expect(await page()).toContain('Garder la valeur de la feuille')
    expect((await decide(event, 'sheet')).status).toBe(303)
    expect(await stored(record.reference)).toMatchObject({ revision: 2, answers: { zones: 'Dakar' } })
    expect(await settled()).toMatchObject([{ told: { kept: 'sheet' } }])
  })

  test('gives the record its own value back', async () => {
    const record = await planned()
    const event = await overruled(record)
    expect((await decide(event, 'record')).status).toBe(303)
    expect(await stored(record.reference)).toMatchObject({ revision: 3, answers: { zones: 'Thiès' } })
    expect(await open()).toBe('0')
  })
})

describe('a decision', () => {
  test.each(['sheet', 'record'])(
    'for the %s is made once, however often and however fast it is clicked',
    async (kept) => {
      const record = await planned()
      const event = await refused(record, zones)
      const answers = await Promise.all([1, 2, 3].map(() => decide(event, kept)))
      answers.push(await decide(event, kept))
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
      expect(await settled()).toHaveLength(1)
      expect((await stored(record.reference)).revision).toBe(kept === 'sheet' ? 2 : 1)
    },
  )

  test('leaves all that are listed as they are, once confirmed, and none that came since', async () => {
    const [first, second] = [await planned(), await planned()]
    const listed = [await refused(first, zones), await overruled(second)]
    const changed = { ...first.answers, zones: 'Kolda' }
    await revise(contextAt(now), formOf('action'), first, { answers: changed, revision: 1 })
    const later = await refused(await stored(first.reference), { ...status, sheet: 'Rien' })
    const leave = (entries: readonly (readonly [string, string])[]) =>
      post(path, [['action', 'leave'], ...listed.map((id) => ['event', id] as const), ...entries])
    expect((await leave([])).status).toBe(422)
    expect(await open()).toBe('3')
    for (let clicks = 0; clicks < 2; clicks++) expect((await leave([['confirm', 'yes']])).status).toBe(303)
    expect((await settled()).map(({ told }) => [told.decides, told.kept])).toEqual(
      expect.arrayContaining([
        [listed[0], 'record'],
        [listed[1], 'sheet'],
      ]),
    )
    expect(await settled()).toHaveLength(2)
    expect(await open()).toBe('1')
    expect(await page()).toContain(`value="${later}"`)
    expect((await stored(first.reference)).answers.zones).toBe('Kolda')
  })

  test('made the other way afterwards changes nothing', async () => {
    const record = await planned()
    const event = await refused(record, zones)
    await decide(event, 'record')
    expect((await decide(event, 'sheet')).status).toBe(303)
    expect((await stored(record.reference)).answers.zones).toBe('Thiès')
  })

  test('about nothing, or for nobody, is refused', async () => {
    const event = await refused(await planned(), zones)
    for (const [named, kept] of [
      ['evt_none', 'sheet'],
      [event, ''],
      [await lastEvent('record.accepted'), 'sheet'],
    ] as const)
      expect((await decide(named, kept)).status).toBe(422)
    expect(await open()).toBe('1')
  })

  test('is the coordinators’, and no other site’s', async () => {
    const entries = [
      ['action', 'decide'],
      ['event', await refused(await planned(), zones)],
      ['kept', 'sheet'],
    ] as const
    expect((await visit(path, entries)).status).toBe(401)
    const body = new URLSearchParams(entries.map(([name, value]) => [name, value]))
    for (const headers of [{ origin: 'https://evil.example' }, {}])
      expect((await ask(path, { method: 'POST', body, headers })).status).toBe(403)
    expect(await settled()).toEqual([])
  })
})

test('every cell that the mirror may write an event about is found again, whichever spaces its label has', async () => {
  const records = [await planned(), await accepted('fiche-projet', projectSheet)]
  const port = recordsIn(() => asSheet)
  const words = await wordsOf(catalogue, port)
  const shown = typeset(catalogue)
  for (const record of records) {
    const tabs = layoutOf(catalogue, {}).filter(({ form }) => form.id === record.form)
    for (const row of desiredRows(tabs, record, words))
      for (const { key, label } of row.tab.columns) {
        const told = {
          row: row.reference,
          tab: row.tab.key,
          column: label,
          key,
          sheet: '',
          record: '',
          reason: '',
        }
        const cell = contestedCell(shown, words, record, told)
        expect([key, cell?.column.key]).toEqual([key, key])
        if (cell) expect(typeof presentText(cell)).toBe('string')
        const { tab: _, key: __, ...old } = told
        const alike = row.tab.columns.filter((column) => column.label === label)
        if (alike.length === 1 && tabs.length <= 2)
          expect([label, contestedCell(shown, words, record, old)?.column.key]).toEqual([label, key])
      }
  }
})

const openOnBoard = async () => {
  const rows = await dashboardRows(env.DB, catalogue, [], Date.now())
  return rows.find(({ key }) => key.includes('sheet.refused:open'))?.cells[2]
}
