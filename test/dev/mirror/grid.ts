import type { StoredRecord } from '../../../src/record/index.ts'
import type { Rig } from './rig.ts'

/**
 * The sheet as the coordinator points at it, by labels and IDs.
 * @param now the rig of the test that runs
 */
export function gridOf(now: () => Rig) {
  const columnOf = (label: string, title = 'Essais'): number =>
    now()
      .sheet.book.values(title)
      .find((cells) => cells.includes(label))
      ?.indexOf(label) ?? -1
  const rowOf = (reference: string, title = 'Essais'): number =>
    now()
      .sheet.book.values(title)
      .findIndex((cells) => cells[columnOf('ID', title)] === reference)
  return {
    columnOf,
    rowOf,
    type: (reference: string, label: string, value: string): void =>
      now().sheet.book.edit('Essais', rowOf(reference), columnOf(label), value),
    record: (number: number): StoredRecord | undefined =>
      [...now().records.all.values()].find((one) => one.form === 'essai' && one.number === number),
  }
}
