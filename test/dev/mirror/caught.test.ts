import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { goneRowReason, unsureReason } from '../../../src/sheet/remark.ts'
import { catalogue as shared } from '../../fault/catalogue.ts'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const { columnOf, record } = gridOf(() => rig)

test('a reference typed into a row that is nearly the same gives the record nothing of that row', async () => {
  rig.send(1, { nom: 'Appui', commentaire: 'à Pikine' })
  rig.send(2, { nom: 'Appui', commentaire: 'à Dakar' })
  await rig.settle('poll')
  rig.sheet.book.edit('Essais', 2, columnOf('ID'), 'ES-0002')
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('à Pikine')
  expect(record(2)?.answers.commentaire).toBe('à Dakar')
})

test('a row that is cut, changed where it is pasted, and never was taken out keeps that change', async () => {
  rig.send(1, { nom: 'Un', commentaire: 'Mot 1' })
  rig.send(2, { nom: 'Deux', commentaire: 'Mot 2' })
  await rig.settle('poll')
  const cells = (rig.sheet.book.values('Essais')[2] ?? []).map(String)
  rig.sheet.book.deleteRows('Essais', 2)
  await rig.poll()
  rig.sheet.book.paste('Essais', 6, 0, cells.join('\t').replace('Mot 1', 'corrigé'))
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('corrigé')
  expect(rig.records.events('sheet.withdrawn')).toEqual([])
})

test('what a sort misaimed is put right without a word to the coordinator, who did nothing wrong', async () => {
  for (const number of [1, 2, 3]) rig.send(number, { nom: `Nom ${number}`, commentaire: `Mot ${number}` })
  await rig.settle('poll')
  rig.send(1, { nom: 'Un', commentaire: 'nouveau' })
  rig.beforeNextWrite(() => rig.sheet.book.sort('Essais', columnOf('ID'), 'descending'))
  await rig.settle('poll')
  expect(record(3)?.answers.commentaire).toBe('Mot 3')
  expect(rig.records.events('sheet.refused')).toEqual([])
  const remarks = rig.sheet.book
    .values('Essais')
    .map((cells) => cells[columnOf('Remarque de synchronisation')])
  expect(remarks.slice(2).filter(Boolean)).toEqual([])
})

test('what a write that missed one row replaced in another is no word of the coordinator', async () => {
  for (const number of [1, 2, 3]) rig.send(number, { nom: `Nom ${number}`, commentaire: `Mot ${number}` })
  await rig.settle('poll')
  for (const number of [1, 2]) rig.send(number, { nom: `Autre ${number}`, commentaire: `nouveau ${number}` })
  // The second of three rows stays where it is.
  rig.beforeNextWrite(() => rig.sheet.book.sort('Essais', columnOf('ID'), 'descending'))
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('nouveau 1')
  expect(record(2)?.answers.commentaire).toBe('nouveau 2')
  expect(rig.records.events('sheet.refused')).toEqual([])
})

describe('a column moved between our read and our write', () => {
  const shownOf = (reference: string) => rowsIn(rig, 'Essais').get(reference)
  const answers = (number: number) => ({
    nom: `Nom ${number}`,
    tel: `0${number}`,
    commentaire: `Mot ${number}`,
  })
  beforeEach(async () => {
    await rig.close()
    rig = await startRig({ catalogue: shared })
    for (const number of [1, 2, 3]) rig.send(number, { ...answers(number), lieu: `Lieu ${number}` })
    await rig.settle('poll')
  })
  const swapColumns = () => rig.sheet.book.moveColumn('Essais', columnOf('Lieu'), columnOf('Commentaire'))

  test('gives the record no answer to the question that the value landed beside', async () => {
    rig.send(1, { ...answers(1), commentaire: 'nouveau', lieu: 'Lieu 1' })
    rig.beforeNextWrite(swapColumns)
    await rig.settle('poll')
    expect(record(1)?.answers).toMatchObject({ commentaire: 'nouveau', lieu: 'Lieu 1' })
    expect(shownOf('ES-0001')).toMatchObject({ Commentaire: 'nouveau', Lieu: 'Lieu 1' })
    expect(rig.records.events('sheet.refused')).toEqual([])
  })

  test('takes no word of the coordinator’s away that the write then goes over', async () => {
    rig.send(1, { ...answers(1), commentaire: 'nouveau', lieu: 'Lieu 1' })
    rig.beforeNextWrite(() => {
      swapColumns()
      rig.sheet.book.edit('Essais', 2, columnOf('Lieu'), 'tapé')
    })
    await rig.settle('poll')
    expect(record(1)?.answers).toMatchObject({ commentaire: 'nouveau', lieu: 'tapé' })
  })

  const insertColumn = () => rig.sheet.book.insertColumns('Essais', columnOf('Nom'))
  const showsFourth = async () => {
    rig.send(4, answers(4))
    await rig.settle('poll')
    expect(record(4)?.answers).toEqual(answers(4))
    expect(shownOf('ES-0004')).toMatchObject({
      Nom: 'Nom 4',
      Téléphone: '04',
      Commentaire: 'Mot 4',
      Lieu: '',
    })
    expect(rig.records.events('record.revised')).toEqual([])
  }

  test('nor does one inserted of the coordinator’s own, when the row is new', async () => {
    rig.beforeNextWrite(insertColumn)
    await showsFourth()
    expect(rig.records.events('sheet.refused')).toEqual([])
  })

  test('nor when the answer is lost as well: what may be hers is asked for again', async () => {
    rig.beforeNextWrite(insertColumn)
    rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
    await showsFourth()
    const reasons = rig.records.events('sheet.refused').map(({ detail }) => detail.reason)
    expect(new Set(reasons)).toEqual(new Set([unsureReason]))
  })
})

test('a row that is taken out counts as taken out, even when nothing else ever happens in the sheet', async () => {
  for (const number of [1, 2, 3]) rig.send(number, { nom: `Nom ${number}` })
  await rig.settle('poll')
  rig.sheet.book.deleteRows('Essais', 3)
  await rig.settle('poll')
  expect((await rig.state()).withdrawn).toMatchObject([{ tab: 'essai', row: 'ES-0002' }])
})

test('a mirror that lost its memory takes no old value in the sheet for an edit', async () => {
  rig.send(1, { nom: 'Un', commentaire: 'ancien' })
  await rig.settle('poll')
  rig.forget()
  rig.send(1, { nom: 'Un', commentaire: 'nouveau' })
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('nouveau')
  expect(rig.sheet.book.values('Essais')[2]?.[columnOf('Commentaire')]).toBe('nouveau')
})

test('what was typed in a row of a repeat that the member takes away meanwhile is in the log', async () => {
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }, { zone: 'Dakar' }] })
  await rig.settle('poll')
  rig.sheet.book.edit('Zones', 3, columnOf('Zone', 'Zones'), 'tapé')
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
  await rig.settle('poll')
  expect(rig.sheet.book.values('Zones')[3]?.[columnOf('Zone', 'Zones')] ?? '').toBe('')
  expect(rig.records.events('sheet.refused')).toMatchObject([{ detail: { row: 'ES-0001/2', sheet: 'tapé' } }])
})

test('what was typed there at the very moment it was emptied is in the log as well', async () => {
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }, { zone: 'Dakar' }] })
  await rig.settle('poll')
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
  rig.beforeNextWrite(() => rig.sheet.book.edit('Zones', 3, columnOf('Zone', 'Zones'), 'tapé'))
  await rig.settle('poll')
  expect(rig.sheet.book.values('Zones')[3]?.[columnOf('Zone', 'Zones')] ?? '').toBe('')
  expect(rig.records.events('sheet.refused')).toMatchObject([
    { detail: { row: 'ES-0001/2', sheet: 'tapé', reason: goneRowReason } },
  ])
})

test('what was typed in a row of a repeat is not given to the row that has its number by now', async () => {
  await rig.close()
  rig = await startRig({ catalogue: shared })
  const dakar = { zone: 'Dakar', detail: 'gare' }
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine', detail: 'marché' }, dakar] })
  await rig.settle('poll')
  rig.sheet.book.edit('Zones', 2, columnOf('Détail', 'Zones'), 'près du marché')
  rig.send(1, { nom: 'Un', zones: [dakar] })
  await rig.settle('poll')
  expect(record(1)?.answers.zones).toEqual([dakar])
  expect(rig.sheet.book.values('Zones')[2]?.[columnOf('Détail', 'Zones')]).toBe('gare')
  expect(rig.records.events('sheet.refused')).toMatchObject([{ detail: { sheet: 'près du marché' } }])
})
