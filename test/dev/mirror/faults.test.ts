import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../../dev/sheet/index.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.run()
  rig.sheet.calls.reset()
})
afterEach(() => rig.close())

const send = (from: number, to: number) => {
  for (let number = from; number <= to; number += 1) {
    rig.send(number, { nom: `Nom ${number}`, zones: [{ zone: 'Dakar' }] })
  }
}

/** One row a record and one a zone, each right, and nothing pending. */
async function expectAll(count: number) {
  const expected = Array.from({ length: count }, (_, index) => `ES-${String(index + 1).padStart(4, '0')}`)
  const references = (title: string) =>
    rig.sheet.book
      .values(title)
      .slice(2)
      .map(([reference]) => reference)
  expect([...references('Essais')].sort()).toEqual(expected)
  expect([...references('Zones')].sort()).toEqual(expected.map((reference) => `${reference}/1`))
  for (const [reference, row] of rowsIn(rig, 'Essais'))
    expect(row.Nom).toBe(`Nom ${Number(reference.slice(3))}`)
  expect(await rig.state()).toMatchObject({ pending: 0, lastError: null, quarantined: [] })
}

describe('whatever happens to a call, each record ends in one row', () => {
  const faults: readonly Fault[] = [
    { kind: 'status', status: 429 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 502, applied: true },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 503, applied: true },
    { kind: 'status', status: 504, applied: true },
    { kind: 'status', status: 401 },
    { kind: 'reset' },
    { kind: 'reset', applied: true },
    { kind: 'hang' },
    { kind: 'hang', applied: true },
  ]
  test.each(faults)('%o on the write', async (fault) => {
    send(1, 3)
    await rig.settle()
    rig.sheet.faults.next(fault, { on: 'write' })
    send(4, 20)
    await rig.settle()
    await expectAll(20)
  })

  test.each(faults)('%o on the read, twice', async (fault) => {
    send(1, 3)
    rig.sheet.faults.next(fault, { on: 'read', count: 2 })
    await rig.settle()
    await expectAll(3)
  })

  test('a restart in the middle', async () => {
    send(1, 5)
    rig.sheet.faults.next({ kind: 'reset', applied: true }, { on: 'write' })
    await rig.run()
    rig.restart()
    await rig.settle()
    await expectAll(5)
  })

  test('a record revised while it was being written stays due', async () => {
    send(1, 1)
    const stop = rig.sheet.faults.onCall(({ kind }) => {
      if (kind !== 'write') return
      stop()
      rig.send(1, { nom: 'Nom 1', tel: '09', zones: [{ zone: 'Dakar' }] })
    })
    await rig.run()
    await rig.settle()
    expect(rowsIn(rig, 'Essais').get('ES-0001')).toMatchObject({ Téléphone: '09' })
    await expectAll(1)
  })
})

describe('waiting', () => {
  test('doubles up to 64 seconds, and a pass before its time makes no call', async () => {
    send(1, 1)
    rig.sheet.faults.next({ kind: 'status', status: 503 }, { on: 'read', count: 10 })
    const waits: number[] = []
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const outcome = await rig.run()
      const { nextAttemptAt, lastPassAt } = rig.store.load()
      expect(outcome.kind).toBe('waiting')
      waits.push(nextAttemptAt - (lastPassAt ?? 0))
      const before = rig.calls()
      await rig.run()
      expect(rig.calls()).toEqual(before)
      rig.wait(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([1500, 3000, 6000, 12_000, 24_000, 48_000, 48_000, 48_000, 48_000, 48_000])
    await rig.run()
    await expectAll(1)
  })

  test('our token is asked for once an hour', async () => {
    send(1, 1)
    await rig.run()
    expect(rig.sheet.calls.tokens).toBe(0)
    rig.wait(3_600_000)
    send(2, 2)
    await rig.run()
    expect(rig.sheet.calls.tokens).toBe(1)
  })
})

test('a token refused once is dropped, and another asked for at once', async () => {
  send(1, 1)
  rig.sheet.faults.next({ kind: 'status', status: 401 }, { on: 'read' })
  await rig.run()
  expect(rig.sheet.calls.tokens).toBe(1)
  await expectAll(1)
})

describe('what only a human can mend', () => {
  test('a spreadsheet no longer shared: the message names the address to share it with', async () => {
    rig.sheet.book.unshare()
    send(1, 2)
    const outcome = await rig.run()
    const { parked } = await rig.state()
    expect(parked?.reason).toBe('forbidden')
    expect(parked?.message).toContain('comme Éditeur')
    expect(parked?.message).toContain('mirror@recueil-local.iam.gserviceaccount.com')
    expect(outcome).toEqual({ kind: 'waiting', until: rig.store.load().nextAttemptAt })
    rig.sheet.book.share()
    rig.wait(180_000)
    await rig.run()
    expect((await rig.state()).parked).toBeNull()
    await expectAll(2)
  })

  test.each([
    ['missing', { kind: 'status', status: 404 }],
    ['office', { kind: 'office' }],
    ['unauthorised', { kind: 'status', status: 401 }],
  ] as const)('%s: it is parked, asked again now and then, and goes on', async (reason, fault) => {
    send(1, 2)
    rig.sheet.faults.next(fault, { count: 2, on: 'read' })
    await rig.run()
    expect((await rig.state()).parked?.reason).toBe(reason)
    rig.sheet.faults.clear()
    await rig.settle()
    await expectAll(2)
  })

  test('a protection of the coordinator’s', async () => {
    const { sheetId } = rig.sheet.book.sheet('Essais').properties
    rig.sheet.book.request({
      addProtectedRange: {
        protectedRange: { protectedRangeId: 7, range: { sheetId }, editors: { users: [] } },
      },
    })
    send(1, 1)
    await rig.run()
    expect((await rig.state()).parked?.reason).toBe('protected')
    rig.sheet.book.request({ deleteProtectedRange: { protectedRangeId: 7 } })
    await rig.settle()
    await expectAll(1)
  })
})
