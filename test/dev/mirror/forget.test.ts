import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPerson } from '../../../src/person/person.ts'
import { insertNotes } from '../../../src/store/write-events.ts'
import { recordOf } from '../../sheet/fixture.ts'
import { gridOf } from './grid.ts'
import { type Rig, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.run()
})
afterEach(() => rig.close())

const { columnOf } = gridOf(() => rig)
const her = readPerson({ name: 'Awa Exemplaire', email: '', phone: '' })

/** All that the mirror remembers, as text. */
const remembered = () => JSON.stringify([rig.store.load(), rig.store.bases(), rig.store.sent()])
/** All that the sheet shows, as text. */
const shown = () => JSON.stringify(['Essais', 'Zones', 'Journal'].map((tab) => rig.sheet.book.values(tab)))
const eventsNaming = async () =>
  JSON.stringify(
    (await rig.records.db.prepare("SELECT detail FROM events WHERE type LIKE 'sheet.%'").all()).results,
  )

/** The record as it is once she was taken out of it, and the event that says so. */
async function takeOut(answers: object): Promise<void> {
  rig.send(1, answers as Parameters<Rig['send']>[1])
  const { id, revision } = recordOf(1, {})
  const event = {
    id: `evt_${crypto.randomUUID()}`,
    type: 'person.erased',
    at: rig.now(),
    actor,
    payload: {},
    detail: {},
  }
  await insertNotes(rig.records.db, [
    { record: id, revision: rig.records.revisionOf(id) ?? revision, event },
  ]).run()
  rig.mirror().forget(her)
}
const actor = { role: 'coordinator', name: '', source: 'page' } as const
/** The hidden tab to which a write copies what it overwrites. */
const copied = () => JSON.stringify(rig.sheet.book.values('Recueil (tampon)'))

const named = { nom: 'Un', commentaire: 'Vu avec Awa Exemplaire' }
const taken = { nom: 'Un', commentaire: 'Vu avec [personne effacée]' }

/** Passes until nothing is left to do, long enough for what was lost to be given up. */
async function settleForLong() {
  await rig.settle()
  rig.wait(600_000)
  await rig.settle('poll')
}

test('a mirror that has not reached the sheet yet forgets her all the same, and takes nothing for an edit', async () => {
  rig.send(1, named, { coordination: { note: '', assignee: 'Awa Exemplaire' } })
  await rig.settle()
  expect(remembered()).toContain('Exemplaire')
  rig.send(1, taken)
  rig.mirror().forget(her)
  expect(remembered()).not.toContain('Exemplaire')
  await settleForLong()
  expect(shown()).not.toContain('Exemplaire')
  expect(shown()).toContain('[personne effacée]')
  expect(await eventsNaming()).toBe('[]')
  expect(remembered()).not.toContain('Exemplaire')
})

test('a write under way that lands after she was erased is known for ours, and does not bring her back', async () => {
  rig.send(1, { nom: 'Un', commentaire: 'Rien' })
  await rig.settle()
  rig.send(1, named)
  rig.sheet.faults.next({ kind: 'late' }, { on: 'write' })
  await rig.run()
  expect(JSON.stringify(rig.store.sent())).toContain('Exemplaire')
  rig.send(1, taken)
  rig.mirror().forget(her)
  expect(remembered()).not.toContain('Exemplaire')
  rig.wait(60_000)
  await rig.run(true)
  rig.sheet.faults.release()
  await settleForLong()
  expect(shown()).not.toContain('Exemplaire')
  expect(rig.sheet.book.values('Essais')[2]?.[columnOf('Commentaire')]).toBe(taken.commentaire)
  expect(await eventsNaming()).toBe('[]')
})

test('a remark that quotes her goes from the sheet', async () => {
  rig.send(1, { nom: 'Un' })
  await rig.settle()
  rig.sheet.book.edit('Essais', 2, columnOf('Nom'), 'Awa Exemplaire')
  await rig.settle('poll')
  expect(shown()).toContain('Exemplaire')
  rig.mirror().forget(her)
  rig.send(1, { nom: 'Un', nombre: 2 })
  await settleForLong()
  expect(JSON.stringify(rig.sheet.book.values('Essais'))).not.toContain('Exemplaire')
  expect(remembered()).not.toContain('Exemplaire')
})

test('what the sheet showed of her is not copied aside when it is written over, by a mirror that was away meanwhile too', async () => {
  rig.send(1, { nom: 'Awa Exemplaire', zones: [{ zone: 'Chez Awa Exemplaire' }] })
  await rig.settle()
  // Until now it is: an edit at this very moment would be lost otherwise.
  rig.send(1, { nom: 'Awa Exemplaire, encore', zones: [{ zone: 'Chez Awa Exemplaire' }] })
  await rig.settle()
  expect(copied()).toContain('Exemplaire')
  await takeOut({ nom: 'Personne effacée', zones: [{ zone: 'Chez [personne effacée]' }] })
  rig.send(1, { nom: 'Personne effacée', zones: [{ zone: 'Chez [personne effacée] bis' }] })
  rig.restart()
  await rig.settle()
  expect(copied()).not.toContain('Exemplaire')
  expect(shown()).not.toContain('Exemplaire')
  expect(shown()).toContain('bis')
})
