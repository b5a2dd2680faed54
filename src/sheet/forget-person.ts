import { type Finder, finderOf } from '../person/match.ts'
import type { Person } from '../person/person.ts'
import type { CellValue } from './cells.ts'
import type { Base, Store } from './ports.ts'
import { digested } from './sent.ts'

/**
 * Takes a person who was erased out of what the mirror remembers, whether or not it reaches the sheet. What it has to
 * recognise stays recognisable by its digest: a value of ours that the sheet still shows, or that a write under way
 * brings back, must not be taken for an edit. What was typed over and is waiting for an answer is dropped, and so are
 * remarks.
 */
export function forgetPerson(store: Store, person: Person): void {
  const find = finderOf(person)
  for (const { tab, reference, base } of store.bases()) {
    if (holds(base, find)) store.saveBase(tab, reference, without(withoutRemark(base, find), find))
  }
  for (const sent of store.sent()) {
    const rows = sent.rows.map((row) => ({ ...row, cells: without(row.cells, find) }))
    store.addSent({ ...sent, rows })
  }
  const memory = store.load()
  store.save({
    ...memory,
    rescued: memory.rescued.filter(({ value, before }) => !isNamed(value, find) && !isNamed(before, find)),
    strays: memory.strays.map((stray) => ({ ...stray, cells: without(stray.cells, find) })),
    quarantined: memory.quarantined.map((one) => ({
      ...one,
      reason: isNamed(one.reason, find) ? 'Refusée par Google' : one.reason,
    })),
  })
}

const isNamed = (value: CellValue, find: Finder): boolean =>
  typeof value === 'string' && find(value).length > 0

const holds = (cells: Base, find: Finder): boolean =>
  Object.values(cells).some((value) => isNamed(value, find))

const without = (cells: Base, find: Finder): Base =>
  Object.fromEntries(
    Object.entries(cells).map(([key, value]) => [key, isNamed(value, find) ? digested(value) : value]),
  )

/** Without a remark the cell is emptied at the next pass. */
function withoutRemark(base: Base, find: Finder): Base {
  if (!isNamed(base['#remark'] ?? '', find) && !isNamed(base['#said'] ?? '', find)) return base
  const { '#remark': _, '#said': __, ...rest } = base
  return rest
}
