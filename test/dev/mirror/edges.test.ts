import { afterEach, expect, test } from 'vitest'
import { catalogue as groups } from '../../../forms/index.ts'
import type { Form } from '../../../src/form/definition/index.ts'
import { erase, type StoredRecord } from '../../../src/record/index.ts'
import type { Records } from '../../../src/sheet/ports.ts'
import { catalogue as small } from '../../fault/catalogue.ts'
import { recordOf } from '../../sheet/fixture.ts'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

/** Where two rare things meet. */
let rig: Rig
afterEach(() => rig.close())

const remark = 'Remarque de synchronisation'
const { columnOf, record, rowOf, type } = gridOf(() => rig)
const answersOf = (number: number, commentaire = `Mot ${number}`) => ({
  nom: `Nom ${number}`,
  tel: `0${number}`,
  commentaire,
  zones: [{ zone: `Z${number}` }],
})

async function withSix(port?: (records: Records) => Records) {
  rig = await startRig(port ? { port } : {})
  for (let number = 1; number <= 6; number += 1) rig.send(number, answersOf(number))
  await rig.settle('poll')
}

const formOf = (id: string): Form => {
  const form = rig.context().catalogue.forms.find((one) => one.id === id)
  if (!form) throw new Error(id)
  return form
}
const eraseNow = (one: StoredRecord | undefined) =>
  one
    ? erase(
        { ...rig.context(), actor: { role: 'coordinator', name: 'x', source: 'page' } },
        formOf(one.form),
        one,
      )
    : Promise.resolve()

test('a member’s second revision stands while a tab of the record is stopped', async () => {
  await withSix()
  rig.sheet.book.deleteRows('Zones', 2, 4)
  await rig.settle('poll')
  expect((await rig.state()).braked).toHaveLength(1)
  for (const commentaire of ['v2', 'v3']) {
    rig.send(1, answersOf(1, commentaire))
    for (let pass = 0; pass < 4; pass += 1) await rig.poll()
  }
  expect(record(1)?.answers.commentaire).toBe('v3')
  expect(rig.records.events('sheet.conflict')).toEqual([])
})

test('a member’s second revision stands while a row of the record is away for a moment', async () => {
  await withSix()
  rig.sheet.book.deleteRows('Zones', rowOf('ES-0001/1', 'Zones'))
  for (const commentaire of ['v2', 'v3']) {
    rig.send(1, answersOf(1, commentaire))
    await rig.poll()
    rig.wait(2000)
  }
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('v3')
})

test('a copy above the original that says something else does not speak for the record', async () => {
  await withSix()
  const cells = (rig.sheet.book.values('Essais')[rowOf('ES-0003')] ?? []).map(String)
  rig.sheet.book.insertRows('Essais', 2)
  cells[columnOf('Commentaire')] = 'sur la copie'
  rig.sheet.book.paste('Essais', 2, 0, cells.join('\t'))
  await rig.settle('poll')
  rig.send(3, answersOf(3, 'du membre'))
  await rig.settle('poll')
  expect(record(3)?.answers.commentaire).toBe('du membre')
  expect(rig.records.events('sheet.conflict')).toEqual([])
})

test('two lost answers in a row bring no earlier value back', async () => {
  await withSix()
  for (const commentaire of ['v1', 'v2']) {
    rig.send(1, answersOf(1, commentaire))
    rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
    const outcome = await rig.run()
    if (outcome.kind === 'waiting') rig.wait(outcome.until - rig.now() + 1)
  }
  await rig.settle('poll')
  expect(record(1)?.answers.commentaire).toBe('v2')
})

test.each(['note', 'withdraw'] as const)(
  'a record erased just before %s leaves nothing in the log',
  async (name) => {
    let before: (() => Promise<void>) | null = null
    await withSix((records) => ({
      ...records,
      [name]: async (...given: never[]) => {
        const act = before
        before = null
        await act?.()
        return (records[name] as (...given: never[]) => Promise<unknown>)(...given)
      },
    }))
    before = () => eraseNow(record(3))
    if (name === 'note') type('ES-0003', 'Téléphone', '77 123 45 67 secret')
    else rig.sheet.book.deleteRows('Essais', rowOf('ES-0003'))
    await rig.settle('poll')
    expect(record(3)?.erasedAt).not.toBeNull()
    const left = rig.records.sqlite
      .prepare("SELECT type FROM events WHERE record = ? AND (detail || payload) GLOB '*[sM]*t [3s]*'")
      .all(record(3)?.id ?? '')
    expect(left).toEqual([])
    const journal = rig.sheet.book.values('Journal').flat().map(String)
    expect(journal.filter((text) => /secret|Mot 3|Nom 3/.test(text))).toEqual([])
    expect((await rig.state()).withdrawn).toEqual([])
  },
)

test('a stopped tab in which a row lost its reference is quiet all the same, and so is a record that it holds up', async () => {
  await withSix()
  rig.sheet.book.deleteRows('Essais', 2, 3)
  rig.sheet.book.edit('Essais', rowOf('ES-0005'), 0, '')
  rig.send(6, answersOf(6, 'attend'))
  for (let pass = 0; pass < 5; pass += 1) {
    await rig.poll()
    rig.wait(10_000)
  }
  expect(await rig.poll()).toEqual({ kind: 'idle', quiet: true })
})

test('rows are put back although the database failed the first time that this was asked for', async () => {
  let isBroken = false
  await withSix((records) => ({
    ...records,
    markAll: async (forms) => {
      if (isBroken) throw new Error('D1_ERROR')
      return records.markAll(forms)
    },
  }))
  rig.sheet.book.deleteRows('Essais', 2, 3)
  await rig.settle('poll')
  isBroken = true
  await expect(rig.mirror().release('essai', 'restore')).rejects.toThrow('D1_ERROR')
  isBroken = false
  expect((await rig.state()).braked).toHaveLength(1)
  await rig.mirror().release('essai', 'restore')
  await rig.settle('poll')
  expect(rowsIn(rig, 'Essais').size).toBe(6)
})

test('the hidden tab deleted while a write was not answered is made again', async () => {
  await withSix()
  rig.send(1, answersOf(1, 'x'))
  rig.sheet.faults.next({ kind: 'status', status: 504, applied: true }, { on: 'write' })
  await rig.run()
  rig.sheet.book.deleteTab('Recueil (tampon)')
  rig.wait(200_000)
  await rig.settle('poll')
  expect(await rig.state()).toMatchObject({ pending: 0, lastError: null })
  expect(rig.sheet.book.tabs()).toContain('Recueil (tampon)')
})

test('a record erased while its row bore no reference leaves the sheet, and does not come back as a new one', async () => {
  rig = await startRig({ catalogue: small })
  const first = await rig.accept('membre', { sigle: 'Sigle exemple', ville: 'Pikine' })
  await rig.accept('membre', { sigle: 'Autre exemple', ville: 'Thiès' })
  await rig.settle('poll')
  rig.sheet.book.edit('Membres', rowOf('ME-0001', 'Membres'), 0, '')
  await eraseNow(first)
  await rig.settle('poll')
  expect(rig.records.all.size).toBe(2)
  expect(JSON.stringify(rig.sheet.book.values('Membres'))).not.toContain('Sigle exemple')
})

test('a row pasted over from end to end is answered within what the free plan allows a pass', async () => {
  rig = await startRig({ catalogue: groups })
  const form = formOf('fiche-projet')
  for (const number of [1, 2, 3]) {
    rig.records.put({
      ...recordOf(number, { [form.titleField]: `Projet ${number} — exemple` }),
      form: form.id,
      status: form.workflow.initial,
    })
  }
  await rig.settle('poll')
  const width = rig.tabs().find(({ key }) => key === form.id)?.columns.length ?? 0
  const line = Array.from({ length: width - 1 }, (_, index) => `x${index}`).join('\t')
  rig.sheet.book.paste('Projets', rowOf('FP-0002', 'Projets'), 1, line)
  let most = 0
  for (let pass = 0; pass < 4; pass += 1) {
    const before = rig.records.statements()
    await rig.poll()
    most = Math.max(most, rig.records.statements() - before)
    rig.wait(10_000)
  }
  expect(rig.records.events('sheet.refused').length).toBeGreaterThan(30)
  expect(most).toBeLessThanOrEqual(50)
})

test('an edit that our write overwrote is kept although its tab is stopped at the next look', async () => {
  await withSix()
  rig.send(6, answersOf(6, 'du membre'))
  rig.beforeNextWrite(() => type('ES-0006', 'Commentaire', 'du coordinateur'))
  await rig.poll()
  rig.sheet.book.deleteRows('Essais', 2, 3)
  await rig.settle('poll')
  await rig.mirror().release('essai', 'restore')
  await rig.settle('poll')
  expect(record(6)?.answers.commentaire).toBe('du coordinateur')
})

test('a row that begins with a value that we just sent elsewhere keeps it', async () => {
  rig = await startRig({ catalogue: small })
  const member = await rig.accept('membre', { sigle: 'Sigle exemple', ville: 'Pikine' })
  await rig.settle('poll')
  rig.records.put({ ...member, revision: 2, answers: { ...member.answers, ville: 'Dakar' } })
  rig.sheet.faults.next({ kind: 'status', status: 504, applied: true }, { on: 'write' })
  await rig.run()
  rig.sheet.book.edit('Membres', 4, columnOf('Ville', 'Membres'), 'Dakar')
  await rig.settle('poll')
  expect(rig.sheet.book.values('Membres')[4]?.[columnOf('Ville', 'Membres')]).toBe('Dakar')
})

test('the first of several columns of ours that is deleted is made again', async () => {
  await withSix()
  rig.sheet.book.deleteColumns('Essais', columnOf('Nom'))
  await rig.settle('poll')
  expect((await rig.state()).lastError).toBeNull()
  expect(rowsIn(rig, 'Essais').get('ES-0003')).toMatchObject({ Nom: 'Nom 3' })
})

test('a record is erased in the sheet although its tab is stopped', async () => {
  await withSix()
  rig.sheet.book.deleteRows('Essais', 2, 3)
  await rig.settle('poll')
  await eraseNow(record(5))
  for (let pass = 0; pass < 3; pass += 1) await rig.poll()
  expect(JSON.stringify(rig.sheet.book.values('Essais'))).not.toContain('Nom 5')
})

test('a fault of the database is told, and gone with the next pass', async () => {
  let isBroken = false
  await withSix((records) => ({
    ...records,
    withdrawn: async () => {
      if (isBroken) throw new Error('D1_ERROR: overloaded')
      return records.withdrawn()
    },
  }))
  type('ES-0001', 'Commentaire', 'x')
  isBroken = true
  await rig.poll()
  isBroken = false
  expect((await rig.state()).lastError).toContain('D1_ERROR')
  await rig.settle('poll')
  expect((await rig.state()).lastError).toBeNull()
  expect(record(1)?.answers.commentaire).toBe('x')
})

test('a word that a misaimed write went over is remarked once', async () => {
  await withSix()
  rig.send(1, { ...answersOf(1, 'un'), nom: 'Un' })
  rig.beforeNextWrite(() => {
    type('ES-0006', 'Nom', 'tapé')
    rig.sheet.book.sort('Essais', columnOf('ID'), 'descending')
  })
  await rig.settle('poll')
  expect(String(rowsIn(rig, 'Essais').get('ES-0006')?.[remark]).match(/tapé/g)).toHaveLength(1)
})
