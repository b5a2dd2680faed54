import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameCell } from '../../../src/sheet/cells.ts'
import { desiredRows } from '../../../src/sheet/rows.ts'
import { lists } from '../../sheet/fixture.ts'
import { createOwnColumns, indexOf, rowsOf } from './own-columns.ts'
import { type Rig, startRig } from './rig.ts'
import { step } from './steps.ts'

const words = { lists, names: new Map([['membre', new Map([['ME-0001', 'OEA']])]]) }

/** One row for each row of each live record, every cell of it right; of an erased record nothing is left. */
function check(rig: Rig) {
  for (const tab of rig.tabs().filter(({ form }) => form.id === 'essai')) {
    const rows = rowsOf(rig, tab)
    const references = rows.map(({ reference }) => reference)
    expect(references.length).toBe(new Set(references).size)
    const wanted = [...rig.records.all.values()].flatMap((record) => desiredRows([tab], record, words))
    for (const { reference, cells } of wanted) {
      const row = rows.find((one) => one.reference === reference)
      expect(row, reference).toBeDefined()
      for (const [key, value] of cells) {
        const shown = row?.cells[indexOf(rig, tab, key)] ?? ''
        expect(sameCell(value, shown as string), `${reference} ${key}: ${shown} for ${value}`).toBe(true)
      }
    }
    const live = new Set(wanted.map(({ reference }) => reference))
    for (const { reference, cells } of rows.filter((row) => !live.has(row.reference))) {
      const ours = tab.columns.filter(({ key }) => !['#reference', '#remark'].includes(key))
      for (const { key } of ours) expect(cells[indexOf(rig, tab, key)] ?? '', `${reference} ${key}`).toBe('')
    }
  }
}

test('whatever the coordinator does between and during passes, once quiet each record has its row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const rig = await startRig()
      const own = createOwnColumns(rig)
      try {
        await rig.settle()
        for (const [, act] of steps) await act(rig, own)
        rig.quiet()
        await rig.records.port.markAll(['essai'])
        await rig.settle()
        await rig.run(true)
        await rig.settle()
        check(rig)
        own.check()
        expect(await rig.state()).toMatchObject({ pending: 0, lastError: null, quarantined: [] })
        const before = rig.sheet.book.version()
        await rig.run(true)
        expect(rig.sheet.book.version()).toBe(before)
      } finally {
        await rig.sheet.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
