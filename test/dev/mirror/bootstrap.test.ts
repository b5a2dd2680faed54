import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../../dev/sheet/index.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

/** The whole workbook but for the moment of the last change, and the id of the last write. */
const workbook = ({ sheet: { book } }: Rig) =>
  JSON.stringify({
    tabs: book
      .tabs()
      .filter((tab) => tab !== 'Recueil (tampon)')
      .map((tab) => book.sheet(tab)),
    metadata: book.metadata(),
  }).replace(/\d\d\/\d\d\/\d{4} \d\d:\d\d/, 'un moment')

describe('a new spreadsheet', () => {
  test('gets its tabs in one write, and keeps the one it had', async () => {
    await rig.run()
    expect(rig.sheet.book.tabs()).toEqual([
      'Lisez-moi',
      'Feuille 1',
      'Tableau de bord',
      'Essais',
      'Zones',
      'Membres',
      'Journal',
      'Recueil (tampon)',
    ])
    expect(rig.calls()).toEqual({ reads: 1, writes: 1 })
    expect(rig.sheet.book.values('Essais').map((row) => row.slice(0, 4))).toEqual([
      ['ID', 'Statut', 'Nom', 'Remarque de synchronisation'],
      ['#meta+reference', '#meta+status', '#activity+name', '#meta+remark'],
    ])
  })

  test('has frozen titles, a hidden technical row, drop-down lists, warnings and colours', async () => {
    await rig.run()
    const { properties, rowDimensions, protectedRanges, conditionalFormats } = rig.sheet.book.sheet('Essais')
    expect(properties.gridProperties).toMatchObject({ frozenRowCount: 2, frozenColumnCount: 2 })
    expect(rowDimensions[1]).toMatchObject({ hiddenByUser: true })
    expect(protectedRanges.length).toBeGreaterThan(0)
    expect(protectedRanges.every(({ warningOnly }) => warningOnly)).toBe(true)
    expect(conditionalFormats).toHaveLength(2)
    expect(rig.sheet.book.cell('Essais', 5, 1).dataValidation).toMatchObject({
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: 'Reçue' }, { userEnteredValue: 'Validée' }],
      },
      strict: false,
      showCustomUi: true,
    })
    expect(rig.sheet.book.cell('Essais', 5, 4).userEnteredFormat?.numberFormat).toEqual({ type: 'TEXT' })
    expect(rig.sheet.book.cell('Essais', 5, 6).userEnteredFormat?.numberFormat).toMatchObject({
      type: 'DATE',
    })
  })

  test('made again with nothing remembered, it is the same to the last cell', async () => {
    await rig.run()
    const before = workbook(rig)
    rig.forget()
    await rig.settle()
    expect(workbook(rig)).toBe(before)
  })

  test('a tab of the coordinator’s with the same title is left alone', async () => {
    rig.sheet.book.addTab('essais')
    rig.sheet.book.edit('essais', 0, 0, 'à moi')
    await rig.run()
    expect(rig.sheet.book.tabs()).toContain('Essais (2)')
    expect(rig.sheet.book.values('essais')).toEqual([['à moi']])
  })

  const faults: readonly Fault[] = [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 503, applied: true },
    { kind: 'reset' },
    { kind: 'reset', applied: true },
    { kind: 'hang', applied: true },
    { kind: 'status', status: 429 },
  ]
  test.each(faults)('cut off at any call by %o, it ends the same', async (fault) => {
    rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
    await rig.settle()
    const expected = workbook(rig)
    const calls = rig.sheet.calls.list.length
    for (let failing = 0; failing < calls; failing += 1) {
      const other = await startRig()
      let call = 0
      other.sheet.faults.onCall(() => {
        if (call === failing) other.sheet.faults.next(fault)
        call += 1
      })
      other.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
      await other.settle()
      expect(workbook(other)).toBe(expected)
      await other.close()
    }
    expect(calls).toBe(5)
  })
})

describe('what the coordinator undid', () => {
  beforeEach(async () => {
    rig.send(1, { nom: 'Un', tel: '01' }, { coordination: { note: 'à rappeler', assignee: '' } })
    rig.send(2, { nom: 'Deux', tel: '02' })
    await rig.settle()
  })

  test('a deleted tab is made anew with every record', async () => {
    const { sheetId } = rig.sheet.book.sheet('Essais').properties
    rig.sheet.book.deleteTab('Essais')
    await rig.run(true)
    await rig.settle()
    // Google does not take the id of a deleted tab for another one.
    expect(rig.sheet.book.sheet('Essais').properties.sheetId).not.toBe(sheetId)
    expect([...rowsIn(rig, 'Essais').keys()]).toEqual(['ES-0001', 'ES-0002'])
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ 'Note du coordinateur': 'à rappeler' })
  })

  test('a deleted column is made again at the end, and filled', async () => {
    const telephone = rig.sheet.book.values('Essais')[0]?.indexOf('Téléphone') ?? -1
    rig.sheet.book.deleteColumns('Essais', telephone)
    rig.send(1, { nom: 'Un bis', tel: '01' })
    await rig.settle()
    expect(rig.sheet.book.values('Essais')[0]?.at(-1)).toBe('Téléphone')
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: 'Un bis', Téléphone: '01' })
    expect(rowsIn(rig, 'Essais').get('ES-0002')).toMatchObject({ Téléphone: '02' })
  })

  test.each(['Statut', 'Note du coordinateur', 'Commentaire'])(
    'a deleted column that the coordinator may write in (%s) is filled again from the records',
    async (label) => {
      const sent = [
        { nom: 'Un', commentaire: 'Un commentaire' },
        { coordination: { note: 'à rappeler', assignee: '' } },
      ] as const
      rig.send(1, ...sent)
      await rig.settle()
      const before = rowsIn(rig, 'Essais').get('ES-0001')
      rig.sheet.book.deleteColumns('Essais', rig.sheet.book.values('Essais')[0]?.indexOf(label) ?? -1)
      rig.send(2, { nom: 'Deux bis' })
      await rig.settle()
      expect(before?.[label]).not.toBe('')
      expect(rowsIn(rig, 'Essais').get('ES-0001')).toEqual(before)
    },
  )

  test('lost tags are put back by the technical row, or else by the titles', async () => {
    const before = rig.sheet.book.metadata().length
    const tags = () => rig.sheet.book.removeMetadata({ developerMetadataLookup: { metadataKey: 'recueil' } })
    rig.sheet.book.edit('Essais', 0, 2, 'Le nom')
    expect(tags()).toBe(before)
    rig.send(1, { nom: 'Un bis' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ 'Le nom': 'Un bis' })
    const width = rig.sheet.book.values('Essais')[0]?.length
    tags()
    rig.sheet.book.edit('Essais', 0, 2, 'Nom')
    rig.sheet.book.deleteRows('Essais', 1)
    rig.send(1, { nom: 'Un ter' })
    await rig.settle()
    expect(rig.sheet.book.values('Essais')[0]).toHaveLength(width ?? 0)
    expect(rig.sheet.book.values('Essais')[1]?.slice(0, 3)).toEqual(['ES-0001', 'Reçue', 'Un ter'])
  })

  test('without the column of references the tab is left, and made anew beside it', async () => {
    rig.sheet.book.deleteColumns('Essais', 0)
    rig.send(3, { nom: 'Trois' })
    await rig.settle()
    expect([...rowsIn(rig, 'Essais (2)').keys()].sort()).toEqual(['ES-0001', 'ES-0002', 'ES-0003'])
    expect(rig.sheet.book.values('Essais')).toHaveLength(4)
  })
})
