import type { StoredRecord } from '../record/record.ts'
import type { Words } from './cells.ts'
import type { Tab } from './layout.ts'
import { identifyRows } from './lost-rows.ts'
import { rowName } from './plan.ts'
import type { Memory, Records, Store } from './ports.ts'
import { isUnnamed, type ReadState, type ReadTab, withoutPlaces } from './read.ts'
import { isReference, recordReference } from './rows.ts'
import { changedRows, type Seen } from './seen.ts'
import { findVanished, type Vanished } from './vanish.ts'

/** What a read of the sheet asks to be looked at. */
export type Survey = {
  /** The sheet, without the rows that bear another record's reference. */
  readonly state: ReadState
  readonly records: readonly StoredRecord[]
  /** Tab key → row → the reference that it lost. */
  readonly identified: ReadonlyMap<string, ReadonlyMap<number, string>>
  /** Names of rows that were taken out, and of rows that are missing and may yet come back. */
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
  const { records, store, most } = options
  const withdrawnRows = await records.withdrawn()
  const withdrawn = new Set(withdrawnRows.map(({ tab, row }) => rowName(tab, row)))
  const memory = store.load()
  const isDue = new Set(due.map(({ reference }) => reference))
  const sought = soughtRecords(options, tabs, read, withdrawn, memory)
  const others = [...sought].filter((reference) => !isDue.has(reference))
  const found = await records.find(others.slice(0, most))
  const known = new Map([...due, ...found].map((record) => [record.reference, record]))
  // A reference may be typed in another way than the record bears it.
  const asked = found.filter(({ reference }) => sought.has(reference) && !isDue.has(reference))
  const looked = [...new Map([...due, ...asked].map((record) => [record.id, record])).values()]

  const surveyed = [...read.values()].map((whole) => {
    const lost = identifyRows(options, whole, looked)
    return surveyTab(options, whole, lost, known, withdrawn, memory)
  })
  const state = new Map(surveyed.map((one) => [one.read.tab.key, one.read]))
  return {
    state,
    records: looked,
    identified: new Map(
      surveyed.flatMap((one) => (one.lost.size === 0 ? [] : [[one.read.tab.key, one.lost] as const])),
    ),
    withdrawn,
    ...absences(surveyed, known, memory),
    returned: withdrawnRows.flatMap(({ tab: key, row }) => {
      const tab = tabs.find((one) => one.key === key)
      const record = known.get(recordReference(row))
      return tab && record && state.get(key)?.rows.has(row) ? [{ tab, reference: row, record }] : []
    }),
    more: others.length > most,
  }
}

/** References of the records to look at: of rows that are missing, of what went astray, of rows that changed. */
function soughtRecords(
  { store, seen }: SurveyOptions,
  tabs: readonly Tab[],
  read: ReadState,
  withdrawn: ReadonlySet<string>,
  { strays, rescued }: Memory,
): ReadonlySet<string> {
  const absent = tabs.flatMap(({ key }) =>
    store
      .known(key)
      .filter((reference) => !withdrawn.has(rowName(key, reference)) && !read.get(key)?.rows.has(reference)),
  )
  const astray = [...strays, ...rescued].map(({ reference }) => reference)
  const changed = [...read.values()].flatMap((tab) => changedRows(seen, tab).filter(isReference))
  return new Set([...absent, ...astray, ...changed].map(recordReference))
}

/** A tab without the references that its rows do not bear by right, and what is missing from it. */
type SurveyedTab = {
  readonly read: ReadTab
  /** Row → the reference that it lost. */
  readonly lost: ReadonlyMap<number, string>
  readonly vanished: Vanished
}

function surveyTab(
  { store, now }: SurveyOptions,
  whole: ReadTab,
  lost: SurveyedTab['lost'],
  known: ReadonlyMap<string, StoredRecord>,
  withdrawn: ReadonlySet<string>,
  { missed }: Memory,
): SurveyedTab {
  const { key } = whole.tab
  const misread = [...lost.keys()].filter((at) => !isUnnamed(whole, at))
  const read = misread.length === 0 ? whole : withoutPlaces(whole, new Set(misread))
  const references = store.known(key)
  const restored = new Set(lost.values())
  const isExcused = (reference: string): boolean =>
    restored.has(reference) ||
    withdrawn.has(rowName(key, reference)) ||
    (known.get(recordReference(reference))?.erasedAt ?? null) !== null
  const excused = new Set(references.filter(isExcused))
  return { read, lost, vanished: findVanished(references, read, excused, missed[key] ?? {}, now) }
}

/** What is missing from the tabs; of one that is braked nothing is gone until a human says that it was meant. */
function absences(
  surveyed: readonly SurveyedTab[],
  known: ReadonlyMap<string, StoredRecord>,
  memory: Memory,
): Pick<Survey, 'missing' | 'missed' | 'brakes' | 'gone'> {
  const away = surveyed.flatMap(({ read: { tab }, vanished }) => {
    const rows = Object.keys(vanished.missed)
    return rows.length === 0 ? [] : [{ tab, rows, vanished }]
  })
  return {
    missing: new Set(away.flatMap(({ tab, rows }) => rows.map((row) => rowName(tab.key, row)))),
    missed: Object.fromEntries(away.map(({ tab, vanished }) => [tab.key, vanished.missed])),
    brakes: new Map(away.flatMap(({ tab, rows, vanished }) => (vanished.tooMany ? [[tab.key, rows]] : []))),
    gone: away
      .filter(({ tab, vanished }) => !vanished.tooMany || memory.brakes[tab.key]?.meant)
      .flatMap(({ tab, vanished }) =>
        vanished.gone.map((reference) => ({
          tab,
          reference,
          record: known.get(recordReference(reference)) ?? null,
        })),
      ),
  }
}
