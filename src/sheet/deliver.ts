import { forgetRecords } from './bases.ts'
import { confirm, linesShown } from './confirm.ts'
import { type GoogleFault, googleError, isGoogleError } from './fault.ts'
import type { WriteAnswer, WriteBody } from './google.ts'
import type { AnyTab } from './layout.ts'
import type { RecordChange } from './plan.ts'
import type { Base, Quarantined, Records, SentRow, Store } from './ports.ts'
import type { ReadState, ReadTab } from './read.ts'
import { chunks, writeOf } from './requests.ts'
import { overtaken } from './rescue.ts'
import { recordReference } from './rows.ts'
import { sentRows } from './sent.ts'
import { withShown } from './shown.ts'
import { readSwap } from './swap.ts'

type Delivery = {
  /** Told what is sent, and how to tell from the answer whether all of it arrived. */
  readonly write: (
    id: string,
    body: WriteBody,
    rows: readonly SentRow[],
    isShown: (answer: WriteAnswer) => boolean,
  ) => Promise<WriteAnswer>
  readonly records: Records
  readonly store: Store
  readonly state: ReadState<AnyTab>
  /** The hidden tab to which what is overwritten is copied. */
  readonly scratch: ReadTab<AnyTab> | null
  /** False for a tab that is renamed over and over: what is written is then confirmed by the next read. */
  readonly readBack: boolean
}

/** How many records Google may refuse at one end of the list before we look at the other end. */
const refusalsBelieved = 5

/**
 * Writes these records, as few calls as their size allows, and takes off the list those that the read-back
 * shows. A refused call is halved until the record it is about stands alone. Records refused one by one are
 * put aside; when many are and none is taken, at the list's end either, the fault is not theirs, and it is
 * thrown. Returns how many records were seen, and how many put aside.
 */
export async function deliver(
  delivery: Delivery,
  changes: readonly RecordChange[],
): Promise<{ readonly seen: number; readonly refused: number }> {
  const { records, store, state } = delivery
  const tails = new Map<string, number>()
  const refused: Quarantined[] = []
  let seen = 0
  /** Whether Google took a record; that it takes what is of none says nothing of them. */
  let taken = false
  let unkept = 0

  async function send(part: readonly RecordChange[]): Promise<GoogleFault | null> {
    const id = crypto.randomUUID()
    const { scratch } = delivery
    const body = writeOf(part, state, tails, delivery.readBack, scratch && { read: scratch, id })
    const isShown = (shown: WriteAnswer) => confirm(part, shown, state).seen.length === part.length
    const answer = await unlessRefused(() => delivery.write(id, body, sentRows(part), isShown))
    if ('refusal' in answer) return answer.refusal
    if (part.some(({ record }) => record !== null)) taken = true
    rescue(store, state, scratch, id, answer)
    const confirmation = confirm(part, answer, state)
    seen += confirmation.seen.length
    for (const [tab, tail] of confirmation.tails) tails.set(tab, tail)
    await settle(records, store, confirmation.seen)
    await repair(records, store, state, confirmation)
    return null
  }

  async function sendAll(): Promise<void> {
    let queue = [...chunks(changes)]
    for (let part = queue.shift(); part; part = queue.shift()) {
      const refusal = await send(part)
      const [first] = part
      if (!refusal || !first) continue
      if (part.length > 1) {
        queue.unshift(...halves(part))
        continue
      }
      if (first.record === null) {
        unkept += 1
        continue
      }
      const { id, revision, reference } = first.record
      refused.push({ id, revision, reference, reason: refusal.message })
      if (taken || refused.length <= refusalsBelieved) continue
      if (queue.length === 0 || refused.length > 2 * refusalsBelieved) {
        throw googleError({ ...refusal, kind: 'unavailable' })
      }
      queue = lastFirst(queue)
    }
  }

  try {
    await sendAll()
  } catch (error) {
    if (taken) quarantine(store, refused)
    throw error
  }
  quarantine(store, refused)
  return { seen, refused: refused.length + unkept }
}

type Part = readonly RecordChange[]

function halves(part: Part): readonly Part[] {
  const half = Math.ceil(part.length / 2)
  return [part.slice(0, half), part.slice(half)]
}

/** The very last record alone, before all others. */
function lastFirst(queue: readonly Part[]): Part[] {
  const last = queue.at(-1) ?? []
  return [last.slice(-1), ...queue.slice(0, -1), last.slice(0, -1)].filter((part) => part.length > 0)
}

/** The answer, or why Google refuses what one or more of the records say. Throws any other fault. */
async function unlessRefused(
  write: () => Promise<WriteAnswer>,
): Promise<WriteAnswer | { readonly refusal: GoogleFault }> {
  try {
    return await write()
  } catch (error) {
    if (!isGoogleError(error)) throw error
    const { kind } = error.fault
    if (kind !== 'invalid' && kind !== 'too-large') throw error
    return { refusal: error.fault }
  }
}

/** What the sheet was seen to show: its base remembered, its record off the list, unless there is more to do about it. */
export async function settle(records: Records, store: Store, shown: readonly RecordChange[]): Promise<void> {
  const whole = shown.filter(({ open }) => !open)
  for (const { rows, settled } of whole) {
    for (const { tab, reference, base } of [...rows, ...settled]) {
      if (reference !== '' && !sameBase(store.base(tab.key, reference), base)) {
        store.saveBase(tab.key, reference, base)
      }
    }
  }
  const done = whole.flatMap(({ record }) => (record ? [record] : []))
  const erased = done.filter(({ erasedAt }) => erasedAt !== null)
  forgetRecords(store, new Set(erased.map(({ reference }) => reference)))
  const ids = new Set(done.map(({ id }) => id))
  const references = new Set(done.map(({ reference }) => reference))
  const memory = store.load()
  const quarantined = memory.quarantined.filter(({ id }) => !ids.has(id))
  const strays = memory.strays.filter(({ reference }) => !references.has(recordReference(reference)))
  if (quarantined.length < memory.quarantined.length || strays.length < memory.strays.length) {
    store.save({ ...memory, quarantined, strays })
  }
  await records.clear(done.map(({ id, revision }) => ({ id, revision })))
}

const sameBase = (one: Base | undefined, other: Base | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other)

/**
 * Cells of one record that landed in the row of another: we remember them as ours, so that the next pass puts
 * the other record's own back, and have the whole tab compared again. Those in a row of no record are taken
 * out then.
 */
async function repair(
  records: Records,
  store: Store,
  state: ReadState<AnyTab>,
  { misplaced, strays }: ReturnType<typeof confirm>,
): Promise<void> {
  const memory = store.load()
  if (strays.length > 0) store.save({ ...memory, strays: [...memory.strays, ...strays] })
  const forms = new Set<string>()
  for (const { tab, reference, cells } of misplaced) {
    const read = state.get(tab)
    if (!read) continue
    const before = store.base(tab, reference)
    const ours = [...cells].filter(([key]) => read.columns.get(key)?.column.owner !== 'mirror')
    const base = { ...before, ...Object.fromEntries(ours) }
    store.saveBase(tab, reference, withShown(read.tab, base, before, cells))
    if (read.tab.form) forms.add(read.tab.form.id)
  }
  if (forms.size > 0) await records.markAll([...forms])
}

/** Keeps what somebody typed between our read and this write, and what it therefore overwrote. */
function rescue(
  store: Store,
  state: ReadState<AnyTab>,
  scratch: ReadTab<AnyTab> | null,
  id: string,
  answer: WriteAnswer,
): void {
  if (scratch === null) return
  const tabs = new Map([...state].map(([key, { tab }]) => [key, tab]))
  const swap = readSwap(linesShown(answer, scratch.tab.sheetId), tabs)
  const rescued = swap.id === id ? overtaken(swap.taken, state) : []
  if (rescued.length === 0) return
  const memory = store.load()
  store.save({ ...memory, rescued: [...memory.rescued, ...rescued] })
}

/** Puts records aside, each in place of what was said of it before. */
function quarantine(store: Store, refused: readonly Quarantined[]): void {
  if (refused.length === 0) return
  const memory = store.load()
  const ids = new Set(refused.map(({ id }) => id))
  store.save({
    ...memory,
    quarantined: [...memory.quarantined.filter(({ id }) => !ids.has(id)), ...refused],
  })
}
