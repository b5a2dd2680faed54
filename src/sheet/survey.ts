import type { StoredRecord } from '../record/record.ts'
import { type CellValue, sameCell, type Words } from './cells.ts'
import { followedRow } from './edits.ts'
import { type Candidate, identify, isDoubtful } from './identify.ts'
import type { Tab } from './layout.ts'
import { rowName } from './plan.ts'
import type { Base, Records, Store } from './ports.ts'
import { type ReadState, type ReadTab, readCell, unnamedPlaces, withoutPlaces } from './read.ts'
import { type DesiredRow, desiredRows, recordReference } from './rows.ts'
import { changedRows, type Seen } from './seen.ts'
import { isAsShown } from './shown.ts'
import { typedCells } from './typed.ts'
import { findVanished } from './vanish.ts'

/** What a read of the sheet asks to be looked at. */
export type Survey = {
  /** The sheet, without the rows that bear another record's reference. */
  readonly state: ReadState
  readonly records: readonly StoredRecord[]
  readonly identified: ReadonlyMap<string, ReadonlyMap<number, string>>
  readonly withdrawn: ReadonlySet<string>
  readonly missing: ReadonlySet<string>
  /** Tab key → reference → when it was first missed. */
  readonly missed: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Tabs of which too many rows are missing, and which. */
  readonly brakes: ReadonlyMap<string, readonly string[]>
  /** Rows missed for long enough, with their record. */
  readonly gone: readonly {
    readonly tab: Tab
    readonly reference: string
    readonly record: StoredRecord | null
  }[]
  /** Rows that were taken out and are there again. */
  readonly returned: readonly {
    readonly tab: Tab
    readonly reference: string
    readonly record: StoredRecord
  }[]
  /** Whether more rows changed than one pass looks at. */
  readonly more: boolean
}

type SurveyOptions = {
  readonly records: Records
  readonly store: Store
  readonly seen: Seen
  readonly words: Words
  readonly now: number
  /** Records looked at in one pass at most. */
  readonly most: number
}

const ownReference = /^[A-Z]{2,8}-\d{4,}(\/\d+)?$/

/**
 * Finds what to look at: records that are due, rows that are not as they were when they were right, rows that are
 * missing, and whose the rows are that lost their reference. Two queries at most.
 */
export async function surveySheet(
  options: SurveyOptions,
  tabs: readonly Tab[],
  read: ReadState,
  due: readonly StoredRecord[],
): Promise<Survey> {
  const { records, store, now, most } = options
  const withdrawnRows = await records.withdrawn()
  const withdrawn = new Set(withdrawnRows.map(({ tab, row }) => rowName(tab, row)))
  const memory = store.load()
  const isDue = new Map(due.map((record) => [record.reference, record]))
  const changed = new Set(
    [...read.values()].flatMap((tab) =>
      changedRows(options.seen, tab)
        .filter((reference) => ownReference.test(reference))
        .map(recordReference),
    ),
  )
  const absent = tabs.flatMap((tab) => {
    const rows = read.get(tab.key)?.rows
    return store
      .known(tab.key)
      .filter((reference) => !withdrawn.has(rowName(tab.key, reference)) && !rows?.has(reference))
  })
  const strayed = [...memory.strays, ...memory.rescued].map(({ reference }) => reference)
  const sought = new Set([...[...absent, ...strayed].map(recordReference), ...changed])
  const others = [...sought].filter((reference) => !isDue.has(reference))
  const found = await records.find(others.slice(0, most))
  const known = new Map([...due, ...found].map((record) => [record.reference, record]))
  const looked = [...due, ...found.filter(({ reference }) => sought.has(reference))]

  const state = new Map(read)
  const identified = new Map<string, ReadonlyMap<number, string>>()
  const missed: Record<string, Readonly<Record<string, number>>> = {}
  const missing = new Set<string>()
  const brakes = new Map<string, readonly string[]>()
  const gone: { tab: Tab; reference: string; record: StoredRecord | null }[] = []
  for (const tab of tabs) {
    const whole = read.get(tab.key)
    if (!whole) continue
    const lost = identifyRows(options, whole, looked)
    const misread = [...lost.keys()].filter((at) => String(readCell(whole, '#reference', at)).trim() !== '')
    const tabRead = misread.length === 0 ? whole : withoutPlaces(whole, new Set(misread))
    state.set(tab.key, tabRead)
    if (lost.size > 0) identified.set(tab.key, lost)
    const restored = new Set(lost.values())
    const excused = new Set(
      store
        .known(tab.key)
        .filter(
          (one) =>
            restored.has(one) ||
            withdrawn.has(rowName(tab.key, one)) ||
            (known.get(recordReference(one))?.erasedAt ?? null) !== null,
        ),
    )
    const vanished = findVanished(store.known(tab.key), tabRead, excused, memory.missed[tab.key] ?? {}, now)
    const away = Object.keys(vanished.missed)
    for (const reference of away) missing.add(rowName(tab.key, reference))
    if (away.length > 0) missed[tab.key] = vanished.missed
    if (vanished.tooMany) brakes.set(tab.key, away)
    if (vanished.tooMany && !memory.brakes[tab.key]?.meant) continue
    gone.push(
      ...vanished.gone.map((reference) => ({
        tab,
        reference,
        record: known.get(recordReference(reference)) ?? null,
      })),
    )
  }
  return {
    state,
    records: looked,
    identified,
    withdrawn,
    missing,
    missed,
    brakes,
    gone,
    returned: withdrawnRows.flatMap(({ tab: key, row }) => {
      const tab = tabs.find((one) => one.key === key)
      const record = known.get(recordReference(row))
      return tab && record && state.get(key)?.rows.has(row) ? [{ tab, reference: row, record }] : []
    }),
    more: others.length > most,
  }
}

/** Rows of a tab that bear no reference, a stranger's or another record's, and whose they are. */
function identifyRows(
  { store, words }: SurveyOptions,
  read: ReadTab,
  records: readonly StoredRecord[],
): ReadonlyMap<number, string> {
  const { tab } = read
  const known = new Set(store.known(tab.key))
  const candidates: Candidate[] = []
  const doubtful: number[] = []
  for (const record of records.filter(({ form }) => form === tab.form.id)) {
    const isErased = record.erasedAt !== null
    for (const row of isErased ? erasedRows(read, record) : desiredRows([tab], record, words)) {
      const places = read.rows.get(row.reference) ?? []
      const candidate = candidateOf(row, store.base(tab.key, row.reference))
      const doubted = places.filter((at) => isDoubtful(read, at, candidate))
      doubtful.push(...doubted)
      const isWithoutRow = places.length === 0 && known.has(row.reference)
      const followed = followedRow(read, row)
      const isElsewhere = followed !== null && doubted.includes(followed)
      if (!isErased && (isWithoutRow || isElsewhere)) candidates.push(candidate)
    }
  }
  if (candidates.length === 0) return new Map()
  const strangers = [...read.rows].flatMap(([reference, places]) =>
    ownReference.test(reference) || reference.startsWith('#') ? [] : places,
  )
  const places = [...new Set([...doubtful, ...strangers, ...unnamedPlaces(read)])]
  const found = identify(read, places, candidates)
  return new Map([...found].filter(([at, reference]) => readCell(read, '#reference', at) !== reference))
}

/** Rows that bear an erased record's reference: another record's must not be emptied for it. */
const erasedRows = (read: ReadTab, { reference }: StoredRecord): readonly DesiredRow[] =>
  (read.rowsOfRecord.get(reference) ?? []).map((row) => ({ tab: read.tab, reference: row, cells: new Map() }))

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
    return seen ?? sameCell(base?.[key] ?? cells.get(key) ?? '', value)
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
