import { DurableObject } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { findForm } from '../form/index.ts'
import { referenceNames } from '../store/records.ts'
import { clearDue, countDue, dueRecords, markAllDue } from '../store/sheet-due.ts'
import { type Parked, parkedBy } from './fault.ts'
import { createMirror, type Mirror, type SyncState, syncState } from './mirror.ts'
import type { Outcome } from './pass.ts'
import { type Base, emptyMemory, type Memory, type Records, type Store } from './ports.ts'
import { readServiceAccount, unreadableKey } from './token.ts'

/**
 * How long a commit waits for others to share its pass, and a broken pass for the next attempt. Milliseconds.
 */
const coalescing = 2_000
const afterAFall = 64_000
/** Above what a write of 2 MB takes. Google may work on for longer, up to 180 s: see `late.ts`. */
const timeout = 60_000

/**
 * The only writer of one spreadsheet, named by its id. What it remembers is in its own storage and may be
 * lost: D1 says what is due. Calls to Google let other events in, so passes queue behind one another here.
 */
export class SheetMirror extends DurableObject<Cloudflare.Env> {
  readonly #records = recordsOf(this.env.DB)
  readonly #store = storeOf(this.ctx.storage)
  readonly #obstacle = obstacleTo(this.env, this.ctx.id)
  readonly #mirror = this.#obstacle ? null : mirrorFrom(this.env, this.#records, this.#store)
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
    return this.#obstacle ? { ...state, parked: this.#obstacle } : state
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

/**
 * Why the object of this id has no sheet to write: no spreadsheet is connected, or another one by now, or the
 * key cannot be read. Each spreadsheet has one writer, so an object left over from another must not touch it.
 */
function obstacleTo(env: Cloudflare.Env, id: DurableObjectId): Parked | null {
  if (!env.SPREADSHEET_ID || !env.GOOGLE_SERVICE_ACCOUNT) {
    return { reason: 'missing', message: 'Aucun classeur n’est relié.' }
  }
  if (!id.equals(env.SHEET_MIRROR.idFromName(env.SPREADSHEET_ID))) {
    return { reason: 'missing', message: 'Un autre classeur est relié maintenant.' }
  }
  return readServiceAccount(env.GOOGLE_SERVICE_ACCOUNT) ? null : parkedBy(unreadableKey, '')
}

function mirrorFrom(env: Cloudflare.Env, records: Records, store: Store): Mirror | null {
  const account = readServiceAccount(env.GOOGLE_SERVICE_ACCOUNT)
  if (!account) return null
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
    bases: () =>
      [...kv.list<Base>({ prefix: 'base ' })].map(([key, base]) => {
        const [, tab = '', reference = ''] = key.split(' ')
        return { tab, reference, base }
      }),
    saveBase: (tab, reference, base) => {
      if (base === null) kv.delete(baseKey(tab, reference))
      else if (Object.keys(base).length > 0) kv.put(baseKey(tab, reference), base)
    },
  }
}
