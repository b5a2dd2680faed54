import { afterEach, beforeEach, expect, test } from 'vitest'
import { action } from '../../../forms/action.ts'
import { lists } from '../../../forms/lists/index.ts'
import { type Rig, startRig } from './rig.ts'

const tab = "Plan d'action"
const sorted = 'Date (pour trier)'

let rig: Rig
beforeEach(async () => {
  rig = await startRig({ catalogue: { forms: [action], lists, group: null } })
  for (const [ordre, date] of ['2018-10', '2018-09-24', '2019-01', '2018-10-01', '2018-12'].entries()) {
    await rig.accept('action', {
      type: 'rencontre_thematique',
      nom: `Rencontre exemple ${ordre + 1}`,
      description: 'Un échange, pour l’exemple.',
      acteurs: ['Organisation exemple A'],
      date,
      ordre: ordre + 1,
      criteres: [{ critere: 'La rencontre a eu lieu.' }],
    })
  }
  await rig.settle()
})
afterEach(() => rig.close())

const header = () => rig.sheet.book.values(tab)[1] ?? []
const columnOf = (label: string) => header().indexOf(label)
const column = (label: string) =>
  rig.sheet.book
    .values(tab)
    .slice(3)
    .map((row) => row[columnOf(label)])
const questions = () =>
  Object.fromEntries(
    (rig.sheet.book.values(tab)[0] ?? []).flatMap((text, index) =>
      text === '' ? [] : [[String(text), header()[index]]],
    ),
  )

/** A pass over a sheet in which nothing changed writes nothing. */
async function expectStill() {
  const { writes } = rig.calls()
  await rig.settle('poll')
  expect(rig.calls().writes).toBe(writes)
}

test('the questions of the minutes stand merged above their columns, and both header rows stay in sight', () => {
  expect(questions()).toEqual({
    Quoi: 'Nom de l’action',
    Qui: 'Les acteurs',
    'Comment ?': 'Budget et autres ressources',
    'Quand ?': 'Date',
    'Où ?': 'Zones concernées',
    'Pourquoi ?': 'Critères de réussite',
  })
  const { merges, properties, rowDimensions } = rig.sheet.book.sheet(tab)
  expect(merges.map((merge) => header().slice(merge.startColumnIndex, merge.endColumnIndex))).toEqual([
    ['Nom de l’action', 'Description'],
    ['Date', 'Ordre'],
  ])
  expect(merges.every(({ startRowIndex, endRowIndex }) => startRowIndex === 0 && endRowIndex === 1)).toBe(
    true,
  )
  expect(properties.gridProperties).toMatchObject({ frozenRowCount: 3 })
  expect([0, 1, 2, 3].map((row) => rowDimensions[row]?.hiddenByUser === true)).toEqual([
    false,
    false,
    true,
    false,
  ])
})

test('months sort among days by the column made for it, and the words beside them stay', async () => {
  rig.sheet.book.sort(tab, columnOf(sorted))
  expect(column(sorted)).toEqual(['2018-09-24', '2018-10', '2018-10-01', '2018-12', '2019-01'])
  expect(column('Date')[1]).toBe('octobre 2018')
  expect(questions()).toMatchObject({ Quoi: 'Nom de l’action' })
  await expectStill()
})

test('a date changed in the sheet changes what it is sorted by, and what is typed there is put back', async () => {
  const at = 3 + column('Date').indexOf('octobre 2018')
  rig.sheet.book.edit(tab, at, columnOf('Date'), 'novembre 2018')
  await rig.settle('poll')
  expect(rig.sheet.book.values(tab)[at]?.[columnOf(sorted)]).toBe('2018-11')
  rig.sheet.book.edit(tab, at, columnOf(sorted), '2020-01')
  await rig.settle('poll')
  expect(rig.sheet.book.values(tab)[at]?.[columnOf(sorted)]).toBe('2018-11')
  expect([...rig.records.all.values()].some(({ answers }) => answers.date === '2018-11')).toBe(true)
})

test('a tab made before it had that column gets it at its end, filled, under one header row or two', async () => {
  rig.sheet.book.deleteColumns(tab, columnOf(sorted))
  rig.sheet.book.deleteRows(tab, 0)
  await rig.settle('poll')
  const [labels = [], technical = [], ...rows] = rig.sheet.book.values(tab)
  expect(labels.at(-1)).toBe(sorted)
  expect(technical.at(-1)).toBe('#meta+sort')
  expect(rows.map((row) => row[labels.length - 1])).toEqual([
    '2018-10',
    '2018-09-24',
    '2019-01',
    '2018-10-01',
    '2018-12',
  ])
  await expectStill()
})

test('a tab whose cells were all cleared gets its questions, its header and its rows again', async () => {
  const before = header()
  rig.sheet.book.act({ type: 'deleteRows', tab, at: 0, count: 3 })
  rig.sheet.book.clearCells(tab, 0, 0, 10, before.length)
  rig.forget()
  await rig.settle('poll')
  expect(header()).toEqual(before)
  expect(questions()).toMatchObject({ Quoi: 'Nom de l’action', 'Quand ?': 'Date' })
  expect(rig.sheet.book.sheet(tab).merges).toHaveLength(2)
  expect(column('ID').filter((id) => id)).toHaveLength(5)
  await expectStill()
})
