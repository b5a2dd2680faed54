import type { sheets_v4 } from '@googleapis/sheets'
import type { Catalogue } from '../form/definition/index.ts'
import { parseRange } from './a1.ts'
import { stateBoard } from './board/index.ts'
import type { CellValue } from './cells.ts'
import { listRequests } from './dress.ts'
import { type Google, parseAnswer, type ReadAnswer, type Workbook } from './google.ts'
import { type Head, headDepth, recover } from './head.ts'
import {
  type AnyTab,
  boardKeyOf,
  type Generations,
  scratchKey,
  sheetIdOf,
  signatureOf,
  workbookOf,
} from './layout.ts'
import type { Memory } from './ports.ts'
import { missingColumns, parseRead, type ReadState, readBody } from './read.ts'
import { newColumn, newHead, newScratch, newTab, tagColumn } from './tab-requests.ts'
import { welcomeRequests } from './welcome.ts'

type Request = sheets_v4.Schema$Request

/** What a spreadsheet lacks of the layout, and which forms' records must then be shown anew. */
type Bootstrap = {
  /** One group is one tab's requests, which must be applied together. */
  readonly groups: readonly (readonly Request[])[]
  readonly generations: Generations
  readonly refill: readonly string[]
  /** Keys of tabs that are made, whole and empty. */
  readonly made: readonly string[]
  /** Tab key → the columns of a tab that stands which are made again, and empty. */
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
}

/** A tab deleted this often in a row is not looked for further back. */
const generationsSought = 20

/**
 * Compares the spreadsheet with the layout: two reads at most. `wanted` are keys of the tabs to look at.
 * Nothing is written: what to write is returned, and asked again after a lost answer it is only what is still
 * lacking.
 */
export async function planBootstrap(
  google: Google,
  catalogue: Catalogue,
  memory: Memory,
  wanted: ReadonlySet<string>,
): Promise<Bootstrap> {
  const workbook = await google.describe()
  const present = new Set(workbook.sheets?.map(({ properties }) => properties?.sheetId ?? 0))
  const generations = { ...memory.generations }
  for (const key of wanted) generations[key] = generationOf(key, memory, present)
  const tabs = workbookOf(catalogue, generations).filter(({ key }) => wanted.has(key))
  const standing = tabs.filter(({ sheetId }) => present.has(sheetId))
  const { state, heads } = await readHeads(google, standing)
  const orphaned = standing.filter((tab) => lostReference(tab, state, heads))
  for (const { key } of orphaned) generations[key] = (generations[key] ?? 0) + 1
  const titles = new Set(workbook.sheets?.map(({ properties }) => (properties?.title ?? '').toLowerCase()))
  const refill = new Set<string>()
  const made: string[] = []
  const lost = new Map<string, ReadonlySet<string>>()
  const groups = [firstTime(workbook, memory)]
  for (const tab of workbookOf(catalogue, generations).filter(({ key }) => wanted.has(key))) {
    const whole = !present.has(tab.sheetId)
    const repair = whole ? null : repairs(tab, workbook, state, heads)
    groups.push(repair ? repair.requests : wholeTab(tab, freeTitle(tab.title, titles)))
    if (whole) made.push(tab.key)
    // What we forgot of a tab that stands is compared anew.
    const forgotten = memory.layouts[tab.key] === undefined
    if (tab.form && (whole || forgotten || repair?.refill)) refill.add(tab.form.id)
    if (repair && repair.lost.size > 0) lost.set(tab.key, repair.lost)
  }
  return { groups: groups.filter((group) => group.length > 0), generations, refill: [...refill], made, lost }
}

/** Tab key → signature, once the tabs are as the layout says. */
export const layoutsOf = (tabs: readonly AnyTab[]): Readonly<Record<string, string>> =>
  Object.fromEntries(tabs.map((tab) => [tab.key, signatureOf(tab)]))

/**
 * The latest generation there is; a tab that was there and is gone gets the next one, a fresh id to Google.
 */
function generationOf(key: string, memory: Memory, present: ReadonlySet<number>): number {
  const known = memory.generations[key] ?? 0
  for (let generation = known + generationsSought; generation >= 0; generation -= 1) {
    if (present.has(sheetIdOf(key, generation))) return generation
  }
  return memory.layouts[key] === undefined ? known : known + 1
}

/** Tags and top rows of tabs that stand, in one call. */
async function readHeads(
  google: Google,
  tabs: readonly AnyTab[],
): Promise<{ readonly state: ReadState<AnyTab>; readonly heads: ReadonlyMap<number, Head> }> {
  if (tabs.length === 0) return { state: new Map(), heads: new Map() }
  const body = readBody(tabs)
  const tops = tabs.map(({ sheetId }) => ({
    gridRange: { sheetId, startRowIndex: 0, endRowIndex: headDepth },
  }))
  const text = await google.read({ ...body, dataFilters: [...(body.dataFilters ?? []), ...tops] })
  const answer = parseAnswer<ReadAnswer>(text)
  const heads = new Map<number, Head>()
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    const sheetId = dataFilters?.find(({ gridRange }) => gridRange)?.gridRange?.sheetId
    if (sheetId == null) continue
    const before = parseRange(valueRange?.range ?? '')?.column ?? 0
    const columns = (valueRange?.values ?? []) as readonly (readonly CellValue[])[]
    heads.set(sheetId, [...Array.from({ length: before }, () => []), ...columns])
  }
  return { state: parseRead(tabs, answer), heads }
}

function recoveryOf(tab: AnyTab, state: ReadState<AnyTab>, heads: ReadonlyMap<number, Head>) {
  const tagged = new Set([...(state.get(tab.key)?.columns.values() ?? [])].map(({ index }) => index))
  return recover(tab, heads.get(tab.sheetId) ?? [], missingColumns(tab, state), tagged)
}

/**
 * Without its references no row can be told from another: the tab is left as it is, and made anew beside it.
 */
const lostReference = (tab: AnyTab, state: ReadState<AnyTab>, heads: ReadonlyMap<number, Head>): boolean =>
  recoveryOf(tab, state, heads).lost.some(({ key }) => key === '#reference')

/** What a tab that stands lacks: tags put back, columns at the end, drop-down lists as they are now. */
function repairs(
  tab: AnyTab,
  workbook: Workbook,
  state: ReadState<AnyTab>,
  heads: ReadonlyMap<number, Head>,
): {
  readonly requests: readonly Request[]
  readonly refill: boolean
  readonly lost: ReadonlySet<string>
} {
  const { sheetId } = tab
  const recovery = recoveryOf(tab, state, heads)
  const { found, lost } = recovery
  const isBare = recovery.header === null
  const header = recovery.header ?? 0
  const technical = isBare ? 1 : recovery.technical
  const sheet = workbook.sheets?.find(({ properties }) => properties?.sheetId === sheetId)
  const end = sheet?.properties?.gridProperties?.columnCount ?? 0
  const protections = new Set(sheet?.protectedRanges?.map(({ protectedRangeId }) => protectedRangeId ?? 0))
  const standing = [...(state.get(tab.key)?.columns.values() ?? []), ...found]
  const below = Math.max(header, technical ?? 0) + 1
  const lists = standing.flatMap(({ column, index }) =>
    listRequests(column, {
      sheetId,
      startRowIndex: below,
      startColumnIndex: index,
      endColumnIndex: index + 1,
    }),
  )
  // Inserted at their place rather than added at the end: applied late, what follows still means these columns.
  const range = { sheetId, dimension: 'COLUMNS', startIndex: end, endIndex: end + lost.length }
  const added: Request[] = lost.length === 0 ? [] : [{ insertDimension: { range, inheritFromBefore: true } }]
  const requests = [
    ...(isBare ? newHead(tab, standing) : []),
    ...found.map(({ column, index }) => tagColumn(tab, column, index)),
    ...added,
    ...lost.flatMap((column, at) => newColumn(tab, column, end + at, header, technical, protections)),
    ...lists,
  ]
  return {
    requests,
    refill: lost.length > 0 || found.length > 0,
    lost: new Set(lost.map(({ key }) => key)),
  }
}

/** A tab that is not there; the first one also explains the workbook. */
function wholeTab(tab: AnyTab, title: string): readonly Request[] {
  if (tab.key === scratchKey) return newScratch(tab, title)
  const isFirst = tab.key === boardKeyOf(stateBoard)
  const requests = newTab(tab, title, isFirst)
  return isFirst ? [...requests, ...welcomeRequests(tab.sheetId)] : requests
}

/** Only the first time: the workbook's language and clock. */
function firstTime({ properties }: Workbook, memory: Memory): readonly Request[] {
  if (Object.keys(memory.layouts).length > 0) return []
  const wanted = { locale: 'fr_FR', timeZone: 'Africa/Dakar' }
  const isRight = properties?.locale === wanted.locale && properties.timeZone === wanted.timeZone
  return isRight ? [] : [{ updateSpreadsheetProperties: { properties: wanted, fields: 'locale,timeZone' } }]
}

/** The title, or the title with the first number that no tab has yet; it is then taken. */
function freeTitle(title: string, taken: Set<string>): string {
  let free = title
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${title} (${number})`
  taken.add(free.toLowerCase())
  return free
}
