import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  rig.send(1, { nom: 'Un', tel: '01' })
  await rig.settle('poll')
})
afterEach(() => rig.close())

const noteColumn = () => rig.sheet.book.values('Essais')[0]?.indexOf('Note du coordinateur') ?? -1
const account = () => (JSON.parse(rig.sheet.serviceAccount) as { client_email: string }).client_email

test.each([
  {
    what: 'shared no more',
    away: () => rig.sheet.book.unshare(),
    back: () => rig.sheet.book.share(),
    reason: 'forbidden',
  },
  {
    what: 'in the bin',
    away: () => rig.sheet.book.trash(),
    back: () => rig.sheet.book.restore(),
    reason: 'missing',
  },
  {
    what: 'made an Office file',
    away: () => rig.sheet.book.makeOffice(),
    back: () => rig.sheet.book.makeOffice(false),
    reason: 'office',
  },
])(
  'a spreadsheet that is $what: records keep coming in, and everything catches up',
  async ({ away, back, reason }) => {
    rig.sheet.book.edit('Essais', 2, noteColumn(), 'à rappeler')
    away()
    rig.send(2, { nom: 'Deux', tel: '02' })
    for (let turn = 0; turn < 3; turn += 1) {
      await rig.poll()
      rig.wait(180_000)
    }
    const { parked, pending } = await rig.state()
    expect(parked).toMatchObject({ reason, message: expect.stringContaining(account()) })
    expect(pending).toBe(1)
    rig.send(3, { nom: 'Trois', tel: '03' })
    back()
    await rig.settle('poll')
    expect(await rig.state()).toMatchObject({ pending: 0, parked: null, lastError: null })
    expect([...rowsIn(rig, 'Essais').keys()]).toEqual(['ES-0001', 'ES-0002', 'ES-0003'])
    const [first] = rig.records.all.values()
    expect(first?.coordination.note).toBe('à rappeler')
  },
)

test('while parked, it is looked whether the spreadsheet is back every few minutes, not more', async () => {
  rig.sheet.book.unshare()
  await rig.poll()
  rig.sheet.calls.reset()
  for (let second = 0; second < 600; second += 10) {
    rig.wait(10_000)
    await rig.poll()
  }
  expect(rig.calls().reads).toBeLessThanOrEqual(4)
})
