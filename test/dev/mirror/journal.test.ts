import { afterEach, expect, test } from 'vitest'
import { compareHead, keepChain } from '../../../src/audit/index.ts'
import { type Rig, startRig } from './rig.ts'

let rig: Rig
afterEach(() => rig.close())

const day = 24 * 3600 * 1000
const heads = () => rig.sheet.book.values('Journal').filter(([key]) => String(key).startsWith('!'))
const cellOf = (label: string) => rig.sheet.book.values('Journal')[0]?.indexOf(label) ?? -1

/** A day passes in which a form was sent in and the chain was kept at its end. */
async function oneDay(number: number): Promise<void> {
  await rig.accept('essai', { nom: `Nom ${number}`, zones: [{ zone: 'Pikine' }] })
  await keepChain(rig.records.db, rig.now())
  rig.wait(day)
  await keepChain(rig.records.db, rig.now())
  await rig.settle()
}

test('a head stays in the sheet as it was first shown, also when the database is written anew', async () => {
  rig = await startRig()
  await oneDay(1)
  const shown = heads()
  expect(shown).toHaveLength(1)
  const [seq, head] = [1, String(shown[0]?.[cellOf('Valeur de la fiche')])]
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  expect(await compareHead(rig.records.db, { seq, head })).toBe('same')
  // Whoever owns the database makes another past, and a chain to go with it.
  const { sqlite } = rig.records
  for (const { name } of sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all())
    if (/^(events|seals|daily)/.test(String(name))) sqlite.exec(`DROP TRIGGER ${name}`)
  sqlite.exec("DELETE FROM seals; DELETE FROM daily_heads; UPDATE events SET type = 'record.revised'")
  await keepChain(rig.records.db, rig.now())
  await keepChain(rig.records.db, rig.now())
  await oneDay(2)
  expect(heads()[0]).toEqual(shown[0])
  expect(await compareHead(rig.records.db, { seq, head })).toBe('other')
})

test('a head that somebody emptied is shown again', async () => {
  rig = await startRig()
  await oneDay(1)
  const before = heads()
  const at = rig.sheet.book.values('Journal').findIndex(([key]) => key === before[0]?.[0])
  rig.sheet.book.edit('Journal', at, cellOf('Valeur de la fiche'), '')
  expect(heads()).not.toEqual(before)
  await rig.settle('poll')
  expect(heads()).toEqual(before)
})
