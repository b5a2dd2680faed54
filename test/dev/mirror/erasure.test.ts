import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

/** What is filled of each row of a tab that bears the reference. */
const filled = (title: string, reference: string) =>
  rig.sheet.book
    .values(title)
    .filter(([first]) => first === reference)
    .map((row) => row.filter((value) => value !== ''))

test('an erased record leaves nothing in the sheet, the coordinator’s note included', async () => {
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] }, { coordination: { note: '', assignee: 'Awa' } })
  await rig.settle()
  const note = rig.sheet.book.values('Essais')[0]?.indexOf('Note du coordinateur') ?? -1
  rig.sheet.book.edit('Essais', 2, note, 'privé')
  rig.send(1, {}, { erasedAt: 1 })
  await rig.run()
  expect(filled('Essais', 'ES-0001')).toEqual([['ES-0001', 'Fiche effacée']])
  expect(filled('Zones', 'ES-0001/1')).toEqual([['ES-0001/1', 'Fiche effacée']])
  expect(await rig.state()).toMatchObject({ pending: 0 })
})

test('an erased record that never had a row gets none', async () => {
  rig.send(1, {}, { erasedAt: 1 })
  await rig.settle()
  expect(rowsIn(rig, 'Essais').size).toBe(0)
  expect(await rig.state()).toMatchObject({ pending: 0 })
})

test('every row that bears the reference of an erased record is blanked, copies included', async () => {
  rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
  await rig.settle()
  rig.sheet.book.paste('Essais', 5, 0, 'ES-0001\tReçue\tUn\t0770')
  rig.sheet.book.paste('Zones', 5, 0, 'ES-0001/1\t1\tUn\tPikine')
  rig.send(1, {}, { erasedAt: 1 })
  await rig.settle()
  const blank = (reference: string) => [reference, 'Fiche effacée']
  expect(filled('Essais', 'ES-0001')).toEqual([blank('ES-0001'), blank('ES-0001')])
  expect(filled('Zones', 'ES-0001/1')).toEqual([blank('ES-0001/1'), blank('ES-0001/1')])
})

test('nothing is remembered of an erased record, even when its row was deleted before', async () => {
  const note = { coordination: { note: 'à rappeler', assignee: 'Awa' } }
  rig.send(1, { nom: 'Un', commentaire: 'privé', zones: [{ zone: 'Pikine' }] }, note)
  rig.send(2, { nom: 'Deux' }, note)
  await rig.settle()
  const remembered = () =>
    new Set(
      rig.store
        .bases()
        .filter(({ tab }) => tab.startsWith('essai'))
        .map(({ reference }) => reference.slice(0, 7)),
    )
  expect(remembered()).toEqual(new Set(['ES-0001', 'ES-0002']))
  rig.sheet.book.deleteRows('Essais', 2)
  rig.send(1, {}, { erasedAt: 1 })
  await rig.settle()
  expect(remembered()).toEqual(new Set(['ES-0002']))
  expect(JSON.stringify(rig.store.load())).not.toContain('ES-0001')
})

test('an answer that was taken out of a record leaves its cell, and nothing of it is remembered', async () => {
  rig.send(1, { nom: 'Un', commentaire: 'Awa Exemple' })
  await rig.settle()
  expect(JSON.stringify([filled('Essais', 'ES-0001'), rig.store.bases()])).toContain('Awa Exemple')
  rig.send(1, { nom: 'Un' })
  await rig.settle()
  expect(filled('Essais', 'ES-0001')).toHaveLength(1)
  const left = [filled('Essais', 'ES-0001'), rig.store.bases(), rig.store.load()]
  expect(JSON.stringify(left)).not.toContain('Awa Exemple')
})
