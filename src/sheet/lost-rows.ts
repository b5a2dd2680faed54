import type { StoredRecord } from '../record/record.ts'
import { type CellValue, sameCell, type Words } from './cells.ts'
import { followedRow } from './edits.ts'
import { type Candidate, identify, isDoubtful } from './identify.ts'
import type { Base, Store } from './ports.ts'
import { type ReadTab, readCell, unnamedPlaces } from './read.ts'
import { type DesiredRow, desiredRows, isReference, recordReference } from './rows.ts'
import { isSent } from './sent.ts'
import { isAsShown } from './shown.ts'
import { typedCells } from './typed.ts'

/** Whose the rows are that lost their reference: the records that may have lost one are compared with what they hold. */

/** Row → the reference it ought to bear, of rows of a tab that bear none, a stranger's or another record's. */
export function identifyRows(
  { store, words }: { readonly store: Store; readonly words: Words },
  read: ReadTab,
  records: readonly StoredRecord[],
): ReadonlyMap<number, string> {
  const { tab } = read
  const known = new Set(store.known(tab.key))
  const candidates: Candidate[] = []
  const doubtful: number[] = []
  for (const record of records.filter(({ form }) => form === tab.form.id)) {
    const isErased = record.erasedAt !== null
    for (const row of isErased ? erasedRows(read, record, store) : desiredRows([tab], record, words)) {
      const places = read.rows.get(row.reference) ?? []
      const candidate = candidateOf(row, store.base(tab.key, row.reference))
      const doubted = places.filter((at) => isDoubtful(read, at, candidate))
      doubtful.push(...doubted)
      const isWithoutRow = places.length === 0 && known.has(row.reference)
      const followed = followedRow(read, row)
      const isElsewhere = followed !== null && doubted.includes(followed)
      if (isWithoutRow || (isElsewhere && !isErased)) candidates.push(candidate)
    }
  }
  if (candidates.length === 0) return new Map()
  const strangers = [...read.rows].flatMap(([reference, places]) =>
    isReference(reference) || reference.startsWith('#') ? [] : places,
  )
  const places = [...new Set([...doubtful, ...strangers, ...unnamedPlaces(read)])]
  const found = identify(read, places, candidates)
  return new Map([...found].filter(([at, reference]) => readCell(read, '#reference', at) !== reference))
}

/**
 * Rows of an erased record: those that bear its reference, since another record's must not be emptied for it, and those
 * that were seen, since what they hold must be found without it.
 */
function erasedRows(
  { tab, rowsOfRecord }: ReadTab,
  { reference }: StoredRecord,
  store: Store,
): readonly DesiredRow[] {
  const seen = store.known(tab.key).filter((row) => recordReference(row) === reference)
  const rows = new Set([...(rowsOfRecord.get(reference) ?? []), ...seen])
  return [...rows].map((row) => ({ tab, reference: row, cells: new Map() }))
}

/**
 * What tells a record's row from another's: its answers and the moment it came, as they were last seen in it, or as
 * they are; of a record made of a typed row, what was typed. What only we write says more than what others change.
 */
function candidateOf({ tab, reference, cells }: DesiredRow, base: Base | undefined): Candidate {
  const typed = typedCells(base)
  const owners = new Map(tab.columns.map(({ key, owner }) => [key, owner]))
  const isOwn = (key: string, value: CellValue): boolean | null => {
    const typedValue = typed?.get(key)
    if (typed) return typedValue === undefined ? null : sameCell(typedValue, value)
    const seen = owners.get(key) === 'mirror' ? isAsShown(tab, base, key, value) : null
    return seen ?? isSent(base?.[key] ?? cells.get(key) ?? '', value)
  }
  const tell: Candidate['tell'] = (key, value) => {
    if (key.startsWith('#') && key !== '#created') return null
    const own = isOwn(key, value)
    // An empty cell beside an empty answer tells nothing, nor one that we have not filled in yet.
    if (own === null || (value === '' && (own || key === '#created'))) return null
    return { isOwn: own, weight: owners.get(key) === 'mirror' ? 2 : 1 }
  }
  return { reference, tell, isTyped: typed !== null }
}
