import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.run()
})
afterEach(() => rig.close())

const minutes = (count: number) => count * 60_000

const references = (title = 'Essais') =>
  rig.sheet.book
    .values(title)
    .slice(2)
    .map(([reference]) => reference)

const { columnOf } = gridOf(() => rig)

/** The next write is answered 504 and applied when released. */
const lateWrite = () => rig.sheet.faults.next({ kind: 'late' }, { on: 'write' })

/** Passes for a minute, as pokes do: time goes on, and Google is still at work on what it was sent. */
async function passForAMinute() {
  for (let second = 0; second < 60; second += 10) {
    rig.wait(10_000)
    await rig.run(true)
  }
}

describe('a write that Google applies after the gateway gave up on it', () => {
  test('makes one row a record', async () => {
    rig.send(1, { nom: 'Un' })
    rig.send(2, { nom: 'Deux' })
    lateWrite()
    await rig.run()
    await passForAMinute()
    expect(rig.sheet.faults.release()).toBe(1)
    await rig.settle()
    expect(references()).toEqual(['ES-0001', 'ES-0002'])
    expect(await rig.state()).toMatchObject({ pending: 0, lastError: null })
  })

  test('is waited for by the mirror’s next life too', async () => {
    rig.send(1, { nom: 'Un' })
    lateWrite()
    await rig.run()
    rig.restart()
    await passForAMinute()
    rig.sheet.faults.release()
    await rig.settle()
    expect(references()).toEqual(['ES-0001'])
  })

  test('is given up after Google’s longest work, and the rows are added', async () => {
    rig.send(1, { nom: 'Un' })
    lateWrite()
    await rig.run()
    rig.wait(minutes(2))
    const outcome = await rig.run(true)
    expect(references()).toEqual([])
    expect(outcome).toEqual({ kind: 'waiting', until: rig.store.load().lateUntil })
    expect(await rig.state()).toMatchObject({ pending: 1, lastError: expect.any(String) })
    await rig.settle()
    expect(references()).toEqual(['ES-0001'])
    expect(await rig.state()).toMatchObject({ pending: 0, lastError: null })
  })

  test('brings nothing of a record back that was erased in between', async () => {
    rig.send(1, { nom: 'Un', zones: [{ zone: 'Pikine' }] })
    lateWrite()
    await rig.run()
    rig.send(1, {}, { erasedAt: 1 })
    await passForAMinute()
    rig.sheet.faults.release()
    await rig.settle()
    expect(rig.sheet.book.values('Essais')[2]?.filter((value) => value !== '')).toEqual([
      'ES-0001',
      'Fiche effacée',
    ])
    expect(rig.sheet.book.values('Zones')[2]?.filter((value) => value !== '')).toEqual([
      'ES-0001/1',
      'Fiche effacée',
    ])
    expect(await rig.state()).toMatchObject({ pending: 0 })
  })

  test('brings nothing back into the row of a record that was blanked in between', async () => {
    rig.send(1, { nom: 'Un' })
    await rig.settle()
    rig.send(1, { nom: 'Un', tel: '0770' })
    lateWrite()
    await rig.run()
    rig.send(1, {}, { erasedAt: 1 })
    await passForAMinute()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: '' })
    rig.sheet.faults.release()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Téléphone: '0770' })
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: '', Téléphone: '' })
  })

  test('does not hold up a row that stands, nor what the coordinator says of a new one', async () => {
    rig.send(1, { nom: 'Un' })
    await rig.settle()
    rig.send(2, { nom: 'Deux' })
    rig.sheet.faults.next({ kind: 'status', status: 504, applied: true }, { on: 'write' })
    await rig.run()
    rig.send(1, { nom: 'Un bis' })
    rig.wait(10_000)
    await rig.run()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Nom: 'Un bis' })
    rig.sheet.book.edit('Essais', 3, columnOf('Statut'), 'Validée')
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0002')).toMatchObject({ Nom: 'Deux', Statut: 'Validée' })
  })
})

test('a row that repeats a reference says so, and the coordinator’s cells in it stay', async () => {
  rig.send(1, { nom: 'Un' })
  await rig.settle()
  rig.sheet.book.paste('Essais', 3, 0, 'ES-0001\tValidée\tcopie')
  rig.send(1, { nom: 'Un bis' })
  await rig.settle()
  const [, , first = [], second = []] = rig.sheet.book.values('Essais')
  expect(first[columnOf('Remarque de synchronisation')] ?? '').toBe('')
  expect(second[columnOf('Remarque de synchronisation')]).toBe(
    'Ligne en double\u00a0: une autre est suivie, celle-ci est ignorée.',
  )
  expect(second.slice(0, 3)).toEqual(['ES-0001', 'Validée', 'copie'])
  rig.sheet.book.deleteRows('Essais', 2)
  rig.send(1, { nom: 'Un ter' })
  await rig.settle()
  expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({
    Nom: 'Un ter',
    Statut: 'Validée',
    'Remarque de synchronisation': expect.stringMatching(/^Nom.*«\scopie\s» refusé/),
  })
})

test('whatever lands late, a live record ends in one right row, an erased one leaves nothing', async () => {
  const number = fc.integer({ min: 1, max: 4 })
  const step = fc.oneof(
    fc.tuple(number, fc.constantFrom('A', 'B', 'C')).map(([of, nom]) => ({ kind: 'send', of, nom }) as const),
    number.map((of) => ({ kind: 'erase', of }) as const),
    fc.constantFrom(
      { kind: 'late' } as const,
      { kind: 'late' } as const,
      { kind: 'pass' } as const,
      { kind: 'pass' } as const,
      { kind: 'pass' } as const,
      { kind: 'release' } as const,
      { kind: 'wait', seconds: 5 } as const,
      { kind: 'wait', seconds: 300 } as const,
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 24 }), async (steps) => {
      const names = new Map<string, string>()
      const erased = new Set<number>()
      const { sheet, ...other } = await startRig()
      try {
        await other.settle()
        for (const one of steps) {
          if (one.kind === 'send' && !erased.has(one.of)) {
            names.set(other.send(one.of, { nom: one.nom }).reference, one.nom)
          } else if (one.kind === 'erase' && names.has(`ES-000${one.of}`)) {
            names.set(other.send(one.of, {}, { erasedAt: 1 }).reference, '')
            erased.add(one.of)
          } else if (one.kind === 'late') sheet.faults.next({ kind: 'late' }, { on: 'write' })
          else if (one.kind === 'pass') await other.run(true)
          else if (one.kind === 'release') sheet.faults.release()
          else if (one.kind === 'wait') {
            // Google is done with every request, one way or the other, within 180 s.
            if (one.seconds > 180) sheet.faults.release()
            other.wait(one.seconds * 1000)
          }
        }
        sheet.faults.clear()
        sheet.faults.release()
        await other.settle()
        const rows = sheet.book.values('Essais').slice(2)
        for (const [reference, nom] of names) {
          const shown = rows.filter((cells) => cells[0] === reference).map((cells) => cells[2] ?? '')
          expect(shown.length, reference).toBeLessThanOrEqual(1)
          if (nom !== '' || shown.length > 0) expect(shown).toEqual([nom])
        }
        expect(await other.state()).toMatchObject({ pending: 0, lastError: null })
      } finally {
        await other.close()
      }
    }),
    { numRuns: 20 },
  )
}, 60_000)
