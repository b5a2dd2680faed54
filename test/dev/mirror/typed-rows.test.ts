import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig({ catalogue })
  await rig.settle('poll')
})
afterEach(() => rig.close())

const remark = 'Remarque de synchronisation'
const columnOf = (title: string, label: string) =>
  Math.max(...rig.sheet.book.values(title).map((row) => row.indexOf(label)))
/** The first row below the plan's questions, its header and its technical row. */
const planRow = 3
const type = (title: string, at: number, label: string, value: string) =>
  rig.sheet.book.edit(title, at, columnOf(title, label), value)
const cell = (title: string, at: number, label: string) =>
  rig.sheet.book.values(title)[at]?.[columnOf(title, label)] ?? ''
const records = (form: string) => [...rig.records.all.values()].filter((record) => record.form === form)

test('a row becomes a record once what is required is there; until then the remark says what is missing', async () => {
  type("Plan d'action", planRow, 'Nom de l’action', 'Rencontre exemple')
  await rig.settle('poll')
  expect(records('action')).toEqual([])
  expect(cell("Plan d'action", planRow, remark)).toMatch(/^Pour devenir une fiche\s: .*Type/)
  type('Membres', 2, 'Nom de l’organisation', 'Organisation exemple A')
  type('Membres', 2, 'Type d’organisation', 'ONG  INTERNATIONALE')
  type('Membres', 2, 'Réseaux', 'pfongue')
  await rig.settle('poll')
  expect(records('organisation')).toMatchObject([
    { answers: { nom: 'Organisation exemple A', reseaux: ['pfongue'] }, status: 'active' },
  ])
  const reference = records('organisation')[0]?.reference
  expect(cell('Membres', 2, 'ID')).toBe(reference)
  expect(cell('Membres', 2, remark)).toBe('')
  expect(rowsIn(rig, 'Membres').size).toBe(1)
  expect(rig.records.events('record.accepted')).toMatchObject([{ actor: { source: 'sheet' } }])
  type("Plan d'action", planRow, 'Nom de l’action', '')
  await rig.settle('poll')
  expect(cell("Plan d'action", planRow, remark)).toBe('')
})

test('a row typed in the plan brings its status and its note along, and its criteria line by line', async () => {
  for (const [label, value] of [
    ['Type', 'Plaidoyer'],
    ['Nom de l’action', 'Plaidoyer exemple'],
    ['Description', 'Une description'],
    ['Les acteurs', 'Acteur exemple'],
    ['Date', '24/09/2018'],
    ['Ordre', '15'],
    ['Critères de réussite', 'Premier critère\nSecond critère'],
    ['Note du coordinateur', 'à préparer'],
    ['Statut', 'annulée'],
  ] as const) {
    type("Plan d'action", planRow, label, value)
  }
  await rig.settle('poll')
  expect(records('action')).toMatchObject([
    {
      status: 'annulee',
      coordination: { note: 'à préparer' },
      answers: { criteres: [{ critere: 'Premier critère' }, { critere: 'Second critère' }], ordre: 15 },
    },
  ])
  expect(cell("Plan d'action", planRow, remark)).toBe('')
  expect(cell("Plan d'action", planRow, 'Statut')).toBe('Annulée')
})

test('two rows typed alike are two records, each with its own row', async () => {
  for (const at of [2, 3]) {
    type('Membres', at, 'Nom de l’organisation', 'Organisation exemple A')
    type('Membres', at, 'Sigle', 'OEA')
  }
  await rig.settle('poll')
  expect(records('organisation')).toHaveLength(2)
  expect(new Set([cell('Membres', 2, 'ID'), cell('Membres', 3, 'ID')])).toEqual(
    new Set(records('organisation').map(({ reference }) => reference)),
  )
  expect(rowsIn(rig, 'Membres').size).toBe(2)
})

test('a row typed with a reference of its own is told to leave that to us, and is taken once it does', async () => {
  type('Membres', 2, 'ID', 'nouveau')
  type('Membres', 2, 'Nom de l’organisation', 'Organisation exemple A')
  await rig.settle('poll')
  expect(records('organisation')).toEqual([])
  expect(cell('Membres', 2, remark)).toContain('laissez la colonne ID vide'.slice(1))
  type('Membres', 2, 'ID', '')
  await rig.settle('poll')
  expect(records('organisation')).toHaveLength(1)
  expect(cell('Membres', 2, remark)).toBe('')
})

test('a row typed on a tab that takes none is the coordinator’s own', async () => {
  type('Projets', 3, 'Titre du projet', 'Total')
  await rig.settle('poll')
  expect(records('fiche-projet')).toEqual([])
  expect(cell('Projets', 3, remark)).toBe('')
})

test('a mirror cut off after the record was made finds the row again, and makes no second record', async () => {
  let isCut = true
  await rig.close()
  rig = await startRig({
    catalogue,
    port: (records) => ({
      ...records,
      accept: async (form, id, answers) => {
        const acted = await records.accept(form, id, answers)
        if (!isCut) return acted
        isCut = false
        throw new Error('evicted')
      },
    }),
  })
  await rig.settle('poll')
  type('Membres', 2, 'Nom de l’organisation', 'Organisation exemple A')
  type('Membres', 2, 'Sigle', 'OEA')
  await rig.poll()
  expect((await rig.state()).lastError).toContain('evicted')
  type('Membres', 2, 'Sigle', 'OEB')
  rig.restart()
  await rig.settle('poll')
  expect(records('organisation')).toHaveLength(1)
  expect(records('organisation')).toMatchObject([
    { answers: { nom: 'Organisation exemple A', sigle: 'OEB' } },
  ])
  expect(rowsIn(rig, 'Membres').size).toBe(1)
})
