import type { Catalogue } from '../form/definition/index.ts'
import { forgetColumns, forgetTabs } from './bases.ts'
import { layoutsOf, planBootstrap } from './bootstrap.ts'
import type { CellValue } from './cells.ts'
import { googleError, isGoogleError } from './fault.ts'
import { type Google, parseAnswer, type ReadAnswer } from './google.ts'
import {
  type AnyTab,
  type BoardTab,
  boardsOf,
  layoutOf,
  scratchOf,
  signatureOf,
  type Tab,
  workbookOf,
} from './layout.ts'
import type { Records, Store } from './ports.ts'
import { linesOf, missingColumns, parseRead, type ReadState, type ReadTab, readBody } from './read.ts'
import { bundles } from './requests.ts'

type TabOptions = {
  readonly catalogue: Catalogue
  readonly google: Google
  readonly records: Records
  readonly store: Store
}

/** What one read of every tab showed. */
export type Reading = {
  /** Google's answer, word for word: the same again means that nothing changed. */
  readonly text: string
  readonly tabs: readonly Tab[]
  readonly state: ReadState
  readonly boards: ReadState<BoardTab>
  /** The hidden tab: what the last write overwrote; its lines are only read when a write was not answered. */
  readonly scratch: ReadTab<BoardTab> | null
  readonly overwritten: readonly (readonly CellValue[])[]
  /** Whether something in the tabs had to be put right first. */
  readonly repaired: boolean
}

const tabsNow = ({ catalogue, store }: TabOptions): readonly AnyTab[] =>
  workbookOf(catalogue, store.load().generations)

/** Tabs whose layout is not the one that the spreadsheet was given. */
export const staleTabs = (options: TabOptions): readonly AnyTab[] =>
  tabsNow(options).filter((tab) => options.store.load().layouts[tab.key] !== signatureOf(tab))

/**
 * Reads every tab in one call; what is missing in them is put right first, and read again. An answer that is
 * `known` word for word is not looked into: it shows no tabs.
 */
export async function readTabs(options: TabOptions, known: string | null): Promise<Reading> {
  const { store } = options
  const tabs = tabsNow(options)
  const read = (): Promise<string> => readWith(options, store.sent().length > 0 ? scratchNow(options) : null)
  const text = await read()
  if (text === known) return { text, ...nothingNew }
  const answer = parseAnswer<ReadAnswer>(text)
  const first = parseRead(tabs, answer)
  const broken = tabs.filter((tab) => missingColumns(tab, first).length > 0)
  if (broken.length === 0) return reading(options, text, answer, false)
  await bootstrap(options, broken)
  const mended = tabsNow(options)
  const again = await read()
  const mendedAnswer = parseAnswer<ReadAnswer>(again)
  const second = parseRead(mended, mendedAnswer)
  if (mended.some((tab) => missingColumns(tab, second).length > 0)) {
    throw googleError({ kind: 'moved', status: 0, message: 'Des colonnes manquent encore.', wait: 0 })
  }
  return reading(options, again, mendedAnswer, true)
}

/** Reads every tab; the hidden one with all its lines, unless it is gone by now. */
async function readWith(options: TabOptions, whole: BoardTab | null): Promise<string> {
  const tabs = tabsNow(options)
  try {
    return await options.google.read(readBody(tabs, whole))
  } catch (error) {
    if (whole === null || !isGoogleError(error) || error.fault.kind !== 'moved') throw error
    return options.google.read(readBody(tabs))
  }
}

const nothing = new Map<string, never>()
const nothingNew = {
  tabs: [],
  repaired: false,
  state: nothing,
  boards: nothing,
  scratch: null,
  overwritten: [],
} as const

const scratchNow = ({ store }: TabOptions): BoardTab => scratchOf(store.load().generations)

function reading(
  { catalogue, store }: TabOptions,
  text: string,
  answer: ReadAnswer,
  repaired: boolean,
): Reading {
  const { generations } = store.load()
  const tabs = layoutOf(catalogue, generations)
  const scratch = scratchOf(generations)
  return {
    text,
    tabs,
    repaired,
    state: parseRead(tabs, answer),
    boards: parseRead(boardsOf(catalogue, generations), answer),
    scratch: parseRead([scratch], answer).get(scratch.key) ?? null,
    overwritten: linesOf(scratch, answer),
  }
}

/** Gives the spreadsheet what it lacks of these tabs. May be cut off anywhere and run again. */
export async function bootstrap(options: TabOptions, tabs: readonly AnyTab[]): Promise<void> {
  const { catalogue, google, records, store } = options
  const keys = new Set(tabs.map(({ key }) => key))
  const { groups, generations, refill, lost, made } = await planBootstrap(
    google,
    catalogue,
    store.load(),
    keys,
  )
  store.save({ ...store.load(), generations })
  forgetTabs(store, made)
  forgetColumns(store, lost)
  await records.markAll(refill)
  for (const requests of bundles(groups)) await google.write({ requests: [...requests] })
  const laidOut = tabsNow(options).filter(({ key }) => keys.has(key))
  const memory = store.load()
  store.save({ ...memory, layouts: { ...memory.layouts, ...layoutsOf(laidOut) } })
}
