import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../src/sheet/cells.ts'
import { type MergedCell, mergeCell } from '../../src/sheet/merge.ts'

const cell = (changes: Partial<MergedCell>): MergedCell => ({
  base: 'A',
  sent: [],
  isAstray: false,
  sheet: 'A',
  record: 'A',
  ...changes,
})

describe('a cell that two may change', () => {
  test.each([
    ['nobody changed', {}, 'same'],
    ['the record changed', { record: 'B' }, 'record'],
    ['the coordinator changed', { sheet: 'B' }, 'sheet'],
    ['the coordinator emptied', { sheet: '' }, 'sheet'],
    ['both changed to the same', { sheet: 'B', record: 'B' }, 'same'],
    ['both changed, each to something else', { sheet: 'B', record: 'C' }, 'conflict'],
    [
      'the record changed, twice, the first write never answered',
      { sent: ['B'], sheet: 'B', record: 'C' },
      'record',
    ],
    [
      'the coordinator changed after a write that was never answered',
      { sent: ['B'], sheet: 'C', record: 'B' },
      'sheet',
    ],
    [
      'both changed after a write that was never answered',
      { sent: ['B'], sheet: 'C', record: 'D' },
      'conflict',
    ],
    ['was never seen, and is empty', { base: undefined, sheet: '', record: 'B' }, 'record'],
    ['was never seen, and holds something', { base: undefined, sheet: 'B', record: 'C' }, 'unsure'],
    [
      'was appended by a lost write, and changed by the coordinator',
      { base: undefined, sent: ['B'], sheet: 'C', record: 'B' },
      'sheet',
    ],
    ['holds what was meant for another cell', { isAstray: true, sheet: 'B' }, 'unsure'],
    [
      'holds what was meant for another cell and for itself',
      { isAstray: true, sent: ['B'], sheet: 'B' },
      'record',
    ],
    ['shows an error', { sheet: '#REF!' }, 'error'],
    ['differs by line ends alone', { sheet: 'A\r\nB', record: 'A\nB' }, 'same'],
  ] as const)('that %s', (_, changes, verdict) => {
    expect(mergeCell(cell(changes))).toBe(verdict)
  })
})

/** Every combination of a few values: what must hold of each. */
describe('whatever the five values are', () => {
  const values: readonly CellValue[] = ['', 'A', 'B', 7]
  const some: readonly (readonly CellValue[])[] = [[], ['A'], ['B', '']]
  const all = [undefined, ...values].flatMap((base) =>
    some.flatMap((sent) =>
      [false, true].flatMap((isAstray) =>
        values.flatMap((sheet) => values.map((record) => ({ base, sent, isAstray, sheet, record }))),
      ),
    ),
  )
  const isOurs = ({ base, sent }: MergedCell, value: CellValue) => value === base || sent.includes(value)

  test(`${all.length} combinations keep to the rules`, () => {
    for (const one of all) {
      const verdict = mergeCell(one)
      const said = JSON.stringify([one, verdict])
      expect(verdict === 'same', said).toBe(one.sheet === one.record)
      if (verdict === 'same') continue
      // What may be ours is never an edit; what cannot be ours is never written over unanswered.
      if (isOurs(one, one.sheet)) expect(verdict, said).toBe('record')
      if (verdict === 'sheet' || verdict === 'conflict') expect(one.isAstray, said).toBe(false)
      if (verdict === 'sheet') expect(isOurs(one, one.record), said).toBe(true)
      if (verdict === 'conflict') expect(isOurs(one, one.record), said).toBe(false)
      if (verdict === 'record') expect(isOurs(one, one.sheet) || one.sheet === '', said).toBe(true)
      if (one.base === undefined && one.sent.length === 0)
        expect(['record', 'unsure'], said).toContain(verdict)
    }
  })
})
