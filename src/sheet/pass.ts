import type { Catalogue, Form } from '../form/definition.ts'
import { waitAfter } from './backoff.ts'
import { forgetColumns } from './bases.ts'
import { layoutsOf, planBootstrap } from './bootstrap.ts'
import type { Words } from './cells.ts'
import { deliver, settle } from './deliver.ts'
import { type GoogleFault, googleError, isGoogleError, parkedBy } from './fault.ts'
import type { WriteBody } from './google.ts'
import { type LateOptions, mayComeLate, writeRemembered } from './late.ts'
import { layoutOf, signatureOf, type Tab } from './layout.ts'
import { planRecord, type RecordChange } from './plan.ts'
import type { Records } from './ports.ts'
import { missingColumns, parseRead, type ReadState, readBody } from './read.ts'
import { bundles } from './requests.ts'
import { desiredRows } from './rows.ts'

type PassOptions = LateOptions & {
  readonly catalogue: Catalogue
  readonly records: Records
  /** From 0 to 1, for jitter. */
  readonly random: () => number
}

/** Nothing is left to do; there is more to do at once; nothing may be done before a time. */
export type Outcome =
  | { readonly kind: 'idle' | 'more' }
  | { readonly kind: 'waiting'; readonly until: number }

/** Records in one pass at most. */
const most = 2000

/**
 * One pass: one read of the tabs concerned, then one write for every 2 MB of what differs. `forced` goes
 * ahead of a waiting time, and looks at every tab when nothing is due. Never throws for Google's sake: a
 * fault is remembered, with the time of the next attempt, which begins by a read.
 */
export async function pass(options: PassOptions, forced: boolean): Promise<Outcome> {
  const { store, now } = options
  const before = store.load()
  if (!forced && now() < before.nextAttemptAt) return { kind: 'waiting', until: before.nextAttemptAt }
  try {
    const outcome = await work(options, forced)
    if (outcome !== 'nothing') {
      const memory = store.load()
      // What went wrong stays to be seen for as long as it holds records up.
      const fault = outcome === 'late' ? memory.fault : null
      store.save({ ...memory, parked: null, failures: 0, nextAttemptAt: 0, lastPassAt: now(), fault })
    }
    if (outcome === 'late') return { kind: 'waiting', until: store.load().lateUntil }
    return { kind: outcome === 'more' ? 'more' : 'idle' }
  } catch (error) {
    if (!isGoogleError(error)) throw error
    return { kind: 'waiting', until: remember(options, error.fault) }
  }
}

function remember({ store, google, now, random }: PassOptions, fault: GoogleFault): number {
  const memory = store.load()
  const failures = memory.failures + 1
  const parked = parkedBy(fault, google.account)
  const nextAttemptAt = now() + waitAfter(fault, failures, parked !== null, random())
  store.save({ ...memory, failures, parked, nextAttemptAt, lastPassAt: now(), fault })
  return nextAttemptAt
}

/**
 * While a lost write may still be applied (`late`), rows that stand are put right, but none is added, since
 * it may come by itself, and no record leaves the list, since what was put right may be written over.
 */
async function work(options: PassOptions, forced: boolean): Promise<'nothing' | 'done' | 'more' | 'late'> {
  const { catalogue, store } = options
  const late = mayComeLate(options)
  const records = late ? { ...options.records, clear: async () => undefined } : options.records
  const stale = tabsNow(options).filter((tab) => store.load().layouts[tab.key] !== signatureOf(tab))
  if (stale.length > 0) await bootstrap(options, stale)
  const { quarantined, failures, fault } = store.load()
  const aside = new Set(quarantined.map(({ id, revision }) => `${id} ${revision}`))
  const due = (await records.due(most + aside.size))
    .map(({ record }) => record)
    .filter(({ id, revision }) => !aside.has(`${id} ${revision}`))
  // After a fault even an idle pass reads, to see whether it is over.
  if (due.length === 0 && !forced && fault === null) return stale.length > 0 ? 'done' : 'nothing'

  const forms = new Set(due.map(({ form }) => form))
  const { tabs, state, repaired } = await readTabs(options, due.length === 0 ? null : forms)
  const words = await wordsOf(catalogue, records, tabs)
  const known = { baseOf: store.base, strays: store.load().strays }
  const planned = due.map((record) => {
    const own = tabs.filter(({ form }) => form.id === record.form)
    return planRecord(record, desiredRows(own, record, words), own, state, known)
  })
  const changes = late ? planned.map(withoutNewRows) : planned
  const right = changes.filter(({ rows }) => rows.length === 0)
  const wrong = changes.filter(({ rows }) => rows.length > 0)
  await settle(records, store, right)
  // Titles are only needed for the read-back: one renamed again and again goes without.
  const readBack = fault?.kind !== 'moved' || failures < 2
  const write = (body: WriteBody) => writeRemembered(options, body)
  const { seen, refused } = await deliver({ write, records, store, state, readBack }, wrong)
  const open = wrong.length - seen - refused
  if (open > 0 && seen === 0 && readBack) throw unseen(open)
  if (late && due.length > 0) return 'late'
  return repaired || due.length >= most || open > 0 ? 'more' : 'done'
}

const withoutNewRows = (change: RecordChange): RecordChange => ({
  ...change,
  rows: change.rows.filter(({ at }) => at !== null),
})

const tabsNow = ({ catalogue, store }: PassOptions): readonly Tab[] =>
  layoutOf(catalogue, store.load().generations)

/**
 * Reads the tabs of these forms (null: of all); what is missing in them is put right first, and read again.
 */
async function readTabs(
  options: PassOptions,
  forms: ReadonlySet<string> | null,
): Promise<{ readonly tabs: readonly Tab[]; readonly state: ReadState; readonly repaired: boolean }> {
  const concerned = () => tabsNow(options).filter(({ form }) => forms === null || forms.has(form.id))
  const read = async (tabs: readonly Tab[]) => parseRead(tabs, await options.google.read(readBody(tabs)))
  const first = concerned()
  const state = await read(first)
  const broken = first.filter((tab) => missingColumns(tab, state).length > 0)
  if (broken.length === 0) return { tabs: first, state, repaired: false }
  await bootstrap(options, broken)
  const tabs = concerned()
  const again = await read(tabs)
  if (tabs.some((tab) => missingColumns(tab, again).length > 0)) {
    throw googleError({ kind: 'moved', status: 0, message: 'Des colonnes manquent encore.', wait: 0 })
  }
  return { tabs, state: again, repaired: true }
}

/** Gives the spreadsheet what it lacks of these tabs. May be cut off anywhere and run again. */
async function bootstrap(options: PassOptions, tabs: readonly Tab[]): Promise<void> {
  const { catalogue, google, records, store } = options
  const keys = new Set(tabs.map(({ key }) => key))
  const { groups, generations, refill, lost } = await planBootstrap(google, catalogue, store.load(), keys)
  store.save({ ...store.load(), generations })
  forgetColumns(store, lost)
  await records.markAll(refill)
  for (const requests of bundles(groups)) await google.write({ requests: [...requests] })
  const made = tabsNow(options).filter(({ key }) => keys.has(key))
  const memory = store.load()
  store.save({ ...memory, layouts: { ...memory.layouts, ...layoutsOf(made) } })
}

/** The names of records that a column of these tabs refers to: one query for each form referred to. */
async function wordsOf(catalogue: Catalogue, records: Records, tabs: readonly Tab[]): Promise<Words> {
  const targets = new Map<Form['id'], string>()
  for (const { columns } of tabs) {
    for (const { source } of columns) {
      if ('field' in source && source.field.reference) {
        targets.set(source.field.reference.form, source.field.reference.label)
      }
    }
  }
  const names = [...targets].map(async ([form, label]) => [form, await records.names(form, label)] as const)
  return { lists: catalogue.lists, names: new Map(await Promise.all(names)) }
}

/** Google took the write, yet does not show it: wait, read again, and do not go on adding rows. */
const unseen = (count: number) =>
  googleError({
    kind: 'unavailable',
    status: 200,
    message: `${count} fiches écrites ne sont pas encore visibles dans la feuille.`,
    wait: 0,
  })
