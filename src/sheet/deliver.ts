import { confirm } from './confirm.ts'
import { type GoogleFault, googleError, isGoogleError } from './fault.ts'
import type { WriteAnswer, WriteBody } from './google.ts'
import { keepRescued } from './harvest.ts'
import type { AnyTab } from './layout.ts'
import type { RecordChange } from './plan.ts'
import type { Quarantined, Records, SentRow, Store } from './ports.ts'
import type { ReadState, ReadTab } from './read.ts'
import { linesShown } from './read-back.ts'
import { chunks, writeOf } from './requests.ts'
import { overtaken } from './rescue.ts'
import { sentRows } from './sent.ts'
import { quarantine, repair, settle } from './settle.ts'
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
  /** Ids of records of which nothing is copied there. */
  readonly uncopied: ReadonlySet<string>
  /** False for a tab that is renamed over and over: what is written is then confirmed by the next read. */
  readonly readBack: boolean
}

/** What one call writes. */
type Part = readonly RecordChange[]

/** How many records Google may refuse at one end of the list before we look at the other end. */
const refusalsBelieved = 5

/**
 * Writes these records, as few calls as their size allows, and takes off the list those that the read-back
 * shows. A refused call is halved until the record it is about stands alone. Records refused one by one are
 * put aside; when many are and none is taken, at the list's end either, the fault is not theirs, and it is
 * thrown.
 * @returns how many records were seen, and how many put aside
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

  async function send(part: Part): Promise<GoogleFault | null> {
    const id = crypto.randomUUID()
    const { scratch, uncopied } = delivery
    const body = writeOf(
      part,
      state,
      tails,
      delivery.readBack,
      scratch && { read: scratch, id, except: uncopied },
    )
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
  if (swap.id !== id) return
  keepRescued(store, overtaken(swap.taken, state))
  // Else the next read would compare the same copies with what this write is seen to have made of the cells.
  const sent = store.sent().find((one) => one.id === id)
  if (sent) store.addSent({ ...sent, isSwapKnown: true })
}
