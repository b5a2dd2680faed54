import { DurableObject } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../form/index.ts'
import { referenceNames } from '../store/records.ts'
import { clearDue, countDue, dueRecords, markAllDue } from '../store/sheet-due.ts'
import { createMirror, type Mirror, type SyncState, syncState } from './mirror.ts'
import type { Outcome } from './pass.ts'
import { type Base, emptyMemory, type Memory, type Records, type Store } from './ports.ts'
import { readServiceAccount } from './token.ts'

/** How long a commit waits for others to share its pass, and a broken pass for the next attempt. Milliseconds. */
const coalescing = 2_000
const afterAFall = 64_000
/** Below Google's own limit of 180 s, above what a write of 2 MB takes. */
const timeout = 60_000

/**
 * The only writer of one spreadsheet, named by its id. What it remembers is in its own storage and may be lost: D1
 * says what is due. Calls to Google let other events in, so passes queue behind one another here.
 */
export class SheetMirror extends DurableObject<Cloudflare.Env> {
  readonly #records = recordsOf(this.env.DB)
  readonly #store = storeOf(this.ctx.storage)
  readonly #mirror = mirrorFrom(this.env, this.#records, this.#store)
  #queue: Promise<unknown> = Promise.resolve()

  /** Something is due: a pass follows shortly, one for all that comes until then. */
  async poke(): Promise<void> {
    if (this.#mirror) await this.#wakeAt(Math.max(Date.now() + coalescing, this.#store.load().nextAttemptAt))
  }

  /** A pass now, until nothing is due or something is in the way; then the state. */
  async pass(): Promise<SyncState> {
    await this.#run(true)
    return this.state()
  }

  async state(): Promise<SyncState> {
    const state = syncState(this.#store, await this.#records.count())
    if (this.#mirror) return state
    return { ...state, parked: { reason: 'missing', message: 'Aucun classeur n’est relié.' } }
  }

  /** Never throws: the platform would try again six times only, and then forget. */
  override async alarm(): Promise<void> {
    try {
      await this.#run(false)
    } catch (error) {
      console.error(error)
      await this.#wakeAt(Date.now() + afterAFall)
    }
  }

  async #run(forced: boolean): Promise<void> {
    const mirror = this.#mirror
    if (!mirror) return
    const turn = this.#queue.then(() => mirror.run(forced))
    this.#queue = turn.catch(() => undefined)
    await this.#goOn(await turn)
  }

  async #goOn(outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'idle':
        return
      case 'more':
        return this.#wakeAt(Date.now())
      case 'waiting':
        return this.#wakeAt(outcome.until)
      default:
        outcome satisfies never
    }
  }

  async #wakeAt(at: number): Promise<void> {
    const set = await this.ctx.storage.getAlarm()
    if (set === null || set > at) await this.ctx.storage.setAlarm(at)
  }
}

/** Null when no sheet is connected: without a key or a spreadsheet. */
function mirrorFrom(env: Cloudflare.Env, records: Records, store: Store): Mirror | null {
  const account = readServiceAccount(env.GOOGLE_SERVICE_ACCOUNT)
  if (!account || !env.SPREADSHEET_ID) return null
  return createMirror({
    catalogue,
    records,
    store,
    root: env.SHEETS_ROOT_URL.replace(/\/$/, ''),
    spreadsheetId: env.SPREADSHEET_ID,
    account,
    now: Date.now,
    random: Math.random,
    timeout,
  })
}

const recordsOf = (db: D1Database): Records => ({
  due: (limit) => dueRecords(db, catalogue, limit),
  count: () => countDue(db),
  clear: (shown) => clearDue(db, shown),
  markAll: (forms) => markAllDue(db, forms, Date.now()),
  names: async (id, field) => {
    const form = findForm(catalogue, id)
    return form ? referenceNames(db, form, field) : new Map()
  },
})

function storeOf({ kv }: DurableObjectStorage): Store {
  const baseKey = (tab: string, reference: string) => `base ${tab} ${reference}`
  return {
    load: () => ({ ...emptyMemory, ...kv.get<Partial<Memory>>('memory') }),
    save: (memory) => kv.put('memory', memory),
    base: (tab, reference) => kv.get<Base>(baseKey(tab, reference)),
    saveBase: (tab, reference, base) => {
      if (base === null) kv.delete(baseKey(tab, reference))
      else if (Object.keys(base).length > 0) kv.put(baseKey(tab, reference), base)
    },
  }
}
