import type { StoredRecord } from '../record/record.ts'
import { brake, followAway } from './away.ts'
import type { Words } from './cells.ts'
import type { Tab } from './layout.ts'
import { planRecord, type RecordChange } from './plan.ts'
import type { Store } from './ports.ts'
import type { ReadState } from './read.ts'
import type { Reading } from './read-tabs.ts'
import { type Edited, recordEdits } from './record-edits.ts'
import { desiredRows, recordReference } from './rows.ts'
import { sentCells, strayCandidates } from './sent.ts'
import { type Survey, surveySheet } from './survey.ts'
import { acceptTyped } from './typed-rows.ts'
import type { WorkOptions } from './work.ts'

/** What was done to the records, and what the sheet is to show now. */
export type Answered = {
  /** The sheet, without the rows that bear another record's reference. */
  readonly state: ReadState
  readonly changes: readonly RecordChange[]
  /** Ids of records that only a braked tab holds up: nothing is to be done about them until a human answers. */
  readonly held: ReadonlySet<string>
  /** Whether nothing was done and nothing is waited for. */
  readonly isCalm: boolean
  readonly more: boolean
  /** How often something was written of records. */
  readonly acts: number
}

/**
 * Records that may be written in one pass: the free plan allows 50 statements an invocation
 * (developers.cloudflare.com/d1/platform/limits).
 */
const mostActs = 4

/**
 * Does to the records what the coordinator did in the sheet, and plans what it is to show of those that are due or
 * whose rows changed.
 */
export async function answerSheet(
  options: WorkOptions,
  reading: Reading,
  words: Words,
  due: readonly StoredRecord[],
  { readAt, most, late }: { readonly readAt: number; readonly most: number; readonly late: boolean },
): Promise<Answered> {
  const { records, store, seen } = options
  const { tabs, state: read } = reading
  const survey = await surveySheet({ records, store, seen, words, now: readAt, most }, tabs, read, due)
  const { state } = survey
  const braked = await brake(options, survey)
  const away = await followAway(options, survey, braked)
  const allOf = (record: StoredRecord) => tabs.filter(({ form }) => form.id === record.form)
  // An erasure waits for nobody.
  const free = (record: StoredRecord): readonly Tab[] =>
    allOf(record).filter(({ key }) => record.erasedAt !== null || !braked.has(key))

  const ownership = { baseOf: store.base, sent: sentCells(store.sent()) }
  const editOptions = { records, store, words, state, ownership, most: mostActs - away.acts }
  const edited = await recordEdits(editOptions, survey.records, free)
  forgetRescued(store, edited, survey, braked)
  const strays = [...store.load().strays, ...strayCandidates(store.sent())]
  const typed = late
    ? { changes: [], accepted: 0, open: false }
    : await acceptTyped(options, words, survey, strays, braked, mostActs - away.acts - edited.acts)

  const { withdrawn } = away
  const known = { ...ownership, ...survey, withdrawn, answered: edited.answered, strays }
  const held = new Set<string>()
  const planned = edited.records.map((record): RecordChange => {
    // What waits to be answered is still in the cells: they are left until then.
    if (edited.open.has(record.id)) return { record, rows: [], settled: [], open: true }
    const own = free(record)
    const rows = edited.remarked(desiredRows(own, record, words))
    const change = planRecord(record, rows, own, state, known)
    if (!change.open && own.length < allOf(record).length) held.add(record.id)
    return { ...change, open: change.open || held.has(record.id) }
  })
  const acts = edited.acts + typed.accepted + away.acts
  const { rescued } = store.load()
  const isAwaited = tabs.some(({ key }) => !braked.has(key) && survey.missed[key] !== undefined)
  const isOpen = typed.open || edited.open.size > 0
  const isNamed = [...survey.identified.keys()].some((key) => !braked.has(key))
  const more = survey.more || acts > 0 || isOpen || isNamed
  return {
    state,
    changes: [...planned, ...typed.changes],
    held,
    isCalm: !more && !isAwaited && strays.length === 0 && rescued.every(({ tab }) => braked.has(tab)),
    more,
    acts,
  }
}

/** What was rescued is answered with the other edits of its record, unless those wait for another pass. */
function forgetRescued(
  store: Store,
  { records, open }: Edited,
  { more }: Survey,
  braked: ReadonlySet<string>,
): void {
  const memory = store.load()
  if (memory.rescued.length === 0) return
  const looked = new Map(records.map(({ reference, id }) => [reference, id]))
  const rescued = memory.rescued.filter(({ tab, reference }) => {
    if (braked.has(tab)) return true
    const id = looked.get(recordReference(reference))
    return id === undefined ? more : open.has(id)
  })
  store.save({ ...memory, rescued })
}
