import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  for (let number = 1; number <= 5; number += 1) rig.send(number, { nom: `Nom ${number}`, tel: `0${number}` })
  await rig.run()
})
afterEach(() => rig.close())

const { columnOf } = gridOf(() => rig)

/** Every row as it is but for what a revision of ES-0003 and a new ES-0006 bring. */
async function reviseAndAdd(title = 'Essais', header = 0) {
  rig.send(3, { nom: 'Trois', tel: '03' })
  rig.send(6, { nom: 'Six', tel: '06' })
  await rig.run()
  const [labels = [], ...rows] = rig.sheet.book.values(title).slice(header)
  return {
    labels: labels.map(String),
    rows: rows.filter((row) => /^ES-/.test(row.map(String).join('|'))),
    all: rows,
  }
}

describe('the coordinator may', () => {
  test('sort the rows', async () => {
    rig.sheet.book.sort('Essais', 0, 'descending')
    await reviseAndAdd()
    const rows = rowsIn(rig, 'Essais')
    expect([...rows.keys()]).toEqual(['ES-0005', 'ES-0004', 'ES-0003', 'ES-0002', 'ES-0001', 'ES-0006'])
    expect(rows.get('ES-0003')).toMatchObject({ Nom: 'Trois', Téléphone: '03' })
    expect(rows.get('ES-0004')).toMatchObject({ Nom: 'Nom 4' })
  })

  test('rename the tab and the titles', async () => {
    rig.sheet.book.renameTab('Essais', 'A1')
    rig.sheet.book.edit('A1', 0, 2, 'Qui')
    const { labels, rows } = await reviseAndAdd('A1')
    expect(labels[2]).toBe('Qui')
    expect(rows.map((row) => row[2])).toEqual(['Nom 1', 'Nom 2', 'Trois', 'Nom 4', 'Nom 5', 'Six'])
  })

  test('move columns, the references included', async () => {
    rig.sheet.book.moveColumn('Essais', columnOf('Nom'), 12)
    rig.sheet.book.moveColumn('Essais', 0, 4)
    await reviseAndAdd()
    const rows = rowsIn(rig, 'Essais')
    expect(rows.size).toBe(6)
    expect(rows.get('ES-0003')).toMatchObject({ Nom: 'Trois', Téléphone: '03', Statut: 'Reçue' })
    expect(rows.get('ES-0006')).toMatchObject({ Nom: 'Six', Téléphone: '06', Statut: 'Reçue' })
  })

  test('add columns of their own between ours, which are never touched', async () => {
    rig.sheet.book.insertColumns('Essais', 3, 2)
    rig.sheet.book.edit('Essais', 0, 3, 'À moi')
    for (let row = 2; row < 7; row += 1) rig.sheet.book.edit('Essais', row, 3, `=1+${row}`)
    rig.sheet.book.edit('Essais', 4, 4, 'noté')
    const before = [2, 3, 4, 5, 6].map((row) => rig.sheet.book.cell('Essais', row, 3))
    await reviseAndAdd()
    expect([2, 3, 4, 5, 6].map((row) => rig.sheet.book.cell('Essais', row, 3))).toEqual(before)
    expect(rig.sheet.book.cell('Essais', 4, 4).userEnteredValue).toEqual({ stringValue: 'noté' })
    expect(rowsIn(rig, 'Essais').get('ES-0003')).toMatchObject({ Nom: 'Trois', Téléphone: '03' })
    expect(rowsIn(rig, 'Essais').get('ES-0006')).toMatchObject({ Nom: 'Six', 'À moi': '' })
  })

  test('put title rows above the header', async () => {
    rig.sheet.book.insertRows('Essais', 0, 2)
    rig.sheet.book.edit('Essais', 0, 0, 'GT MIGRATION')
    const { rows } = await reviseAndAdd('Essais', 2)
    expect(rows.map((row) => [row[0], row[2]])).toEqual([
      ['ES-0001', 'Nom 1'],
      ['ES-0002', 'Nom 2'],
      ['ES-0003', 'Trois'],
      ['ES-0004', 'Nom 4'],
      ['ES-0005', 'Nom 5'],
      ['ES-0006', 'Six'],
    ])
    expect(rig.sheet.book.values('Essais')[0]).toEqual(['GT MIGRATION'])
  })

  test('add rows of their own, below and between', async () => {
    rig.sheet.book.insertRows('Essais', 3)
    rig.sheet.book.edit('Essais', 3, 2, 'ma ligne')
    rig.sheet.book.edit('Essais', 9, 2, 'total')
    const { all } = await reviseAndAdd()
    expect(all.map((row) => row[2])).toEqual([
      '#activity+name',
      'Nom 1',
      'ma ligne',
      'Nom 2',
      'Trois',
      'Nom 4',
      'Nom 5',
      undefined,
      'total',
      'Six',
    ])
  })

  test('delete a row, which stays away until it is asked for', async () => {
    rig.sheet.book.deleteRows('Essais', 4)
    await reviseAndAdd()
    await rig.settle('poll')
    expect([...rowsIn(rig, 'Essais').keys()]).toEqual(['ES-0001', 'ES-0002', 'ES-0004', 'ES-0005', 'ES-0006'])
    expect(await rig.state()).toMatchObject({ pending: 0, withdrawn: [{ tab: 'essai', row: 'ES-0003' }] })
    await rig.mirror().restoreRow('essai', 'ES-0003')
    await rig.settle('poll')
    expect(rowsIn(rig, 'Essais').get('ES-0003')).toMatchObject({ Nom: 'Trois', Téléphone: '03' })
    expect((await rig.state()).withdrawn).toEqual([])
  })

  test('copy a row: the first is followed, the second is left', async () => {
    rig.sheet.book.paste('Essais', 7, 0, 'ES-0003\tReçue\tcopie')
    await reviseAndAdd()
    const rows = rig.sheet.book.values('Essais')
    expect(rows[4]?.slice(0, 3)).toEqual(['ES-0003', 'Reçue', 'Trois'])
    expect(rows[7]?.slice(0, 3)).toEqual(['ES-0003', 'Reçue', 'copie'])
  })

  test('filter and hide rows: what is written lands where it belongs', async () => {
    rig.sheet.book.filter('Essais', columnOf('Nom'), ['Nom 3', 'Nom 5'])
    rig.sheet.book.hideRow('Essais', 3)
    await reviseAndAdd()
    const rows = rowsIn(rig, 'Essais')
    expect(rows.get('ES-0003')).toMatchObject({ Nom: 'Trois' })
    expect(rows.get('ES-0005')).toMatchObject({ Nom: 'Nom 5' })
    expect(rows.get('ES-0006')).toMatchObject({ Nom: 'Six' })
    expect(rows.size).toBe(6)
  })

  test('copy the tab: the copy is theirs', async () => {
    rig.sheet.book.duplicateTab('Essais', 'Archive')
    const before = JSON.stringify(rig.sheet.book.values('Archive'))
    await reviseAndAdd()
    expect(JSON.stringify(rig.sheet.book.values('Archive'))).toBe(before)
    expect(rowsIn(rig, 'Essais').get('ES-0003')).toMatchObject({ Nom: 'Trois' })
  })
})

describe('at the very moment between our read and our write', () => {
  test('a sort harms no record, and the record written to stays due until it is right', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.sort('Essais', 0, 'descending'))
    rig.send(1, { nom: 'Un', tel: '01' }, { status: 'validee' })
    await rig.settle()
    const rows = rowsIn(rig, 'Essais')
    expect(rows.get('ES-0001')).toMatchObject({ Nom: 'Un', Statut: 'Validée' })
    expect(rows.get('ES-0005')).toMatchObject({ Nom: 'Nom 5', Statut: 'Reçue' })
    expect(rows.size).toBe(5)
    expect((await rig.state()).pending).toBe(0)
  })

  test('a sort does not hide that a cell was not emptied', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.sort('Essais', 0, 'descending'))
    rig.send(1, { nom: 'Nom 1' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Téléphone: '' })
    expect(rowsIn(rig, 'Essais').get('ES-0005')).toMatchObject({ Téléphone: '05' })
  })

  test('a renamed tab is read again', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.renameTab('Essais', 'Autre nom'))
    rig.send(1, { nom: 'Un' })
    await rig.run()
    expect(rowsIn(rig, 'Autre nom').get('ES-0001')).toMatchObject({ Nom: 'Un' })
    expect(rowsIn(rig, 'Autre nom').size).toBe(5)
  })

  test('a tab renamed at each write is written without naming it', async () => {
    let renames = 0
    rig.sheet.faults.onCall(({ kind }) => {
      if (kind !== 'write') return
      renames += 1
      rig.sheet.book.renameTab(renames === 1 ? 'Essais' : `Nom ${renames - 1}`, `Nom ${renames}`)
    })
    rig.send(6, { nom: 'Six' })
    await rig.settle()
    expect(rowsIn(rig, `Nom ${renames}`).size).toBe(6)
    expect((await rig.state()).pending).toBe(0)
  })

  test('a deleted row harms no other, and counts as taken out', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.deleteRows('Essais', 2))
    rig.send(1, { nom: 'Un', tel: '01' })
    await rig.settle('poll')
    expect(rowsIn(rig, 'Essais').size).toBe(4)
    expect(await rig.state()).toMatchObject({ pending: 0, withdrawn: [{ row: 'ES-0001' }] })
    expect(rowsIn(rig, 'Essais').get('ES-0002')).toMatchObject({ Nom: 'Nom 2' })
  })

  test('a moved column keeps the record due until it is right', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.moveColumn('Essais', columnOf('Nom'), 6))
    rig.send(1, { nom: 'Un', tel: '01' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: 'Un', Téléphone: '01' })
  })

  test('a deleted tab is made anew', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.deleteTab('Essais'))
    rig.send(1, { nom: 'Un' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').size).toBe(5)
  })

  test('an inserted row moves the others, and they are read again', async () => {
    rig.beforeNextWrite(() => rig.sheet.book.insertRows('Essais', 2))
    rig.send(1, { nom: 'Un' })
    rig.send(5, { nom: 'Cinq' })
    await rig.settle()
    const rows = rowsIn(rig, 'Essais')
    expect(['ES-0001', 'ES-0004', 'ES-0005'].map((reference) => rows.get(reference)?.Nom)).toEqual([
      'Un',
      'Nom 4',
      'Cinq',
    ])
    const inserted = rig.sheet.book.values('Essais')[2] ?? []
    expect(inserted.filter((value) => value !== '')).toEqual([])
    expect(rig.store.load().strays).toEqual([])
  })

  test('an inserted row that the coordinator then fills keeps what they wrote', async () => {
    rig.beforeNextWrite(() => {
      rig.sheet.book.insertRows('Essais', 2)
      rig.beforeNextRead(() => rig.sheet.book.edit('Essais', 2, columnOf('Nom'), 'ma ligne'))
    })
    rig.wait(5000)
    rig.send(1, { nom: 'Un' })
    await rig.settle()
    const inserted = rig.sheet.book.values('Essais')[2] ?? []
    expect(inserted.filter((value) => value !== '')).toEqual(['ma ligne'])
  })
})
