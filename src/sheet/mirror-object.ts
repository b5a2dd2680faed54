import { DurableObject } from 'cloudflare:workers'
import { catalogue } from '../../forms/index.ts'
import { type Context, siteOf } from '../context.ts'
import type { Person } from '../person/person.ts'
import { wakeEndpoints } from '../webhook/index.ts'
import { type Parked, parkedBy } from './fault.ts'
import { forgetPerson } from './forget-person.ts'
import { createMirror, type Mirror } from './mirror.ts'
import type { SyncState } from './mirror-state.ts'
import type { Occasion, Outcome } from './pass.ts'
import { recordsIn } from './records.ts'
import { createStore } from './storage.ts'
import { readServiceAccount, unreadableKey } from './token.ts'

/**
 * How long a commit waits for others to share its pass, and a broken pass for the next attempt. Milliseconds.
 */
const coalescing = 2_000
const afterAFall = 64_000
/** Above what a write of 2 MB takes. Google may work on for longer, up to 180 s: see `late.ts`. */
const timeout = 60_000
/** The sheet is looked at so often while someone is at work in it, and for so long after; else more rarely. */
const activePoll = 10_000
const activeFor = 300_000
const idlePoll = 60_000
/** Passes in a row when one is asked for; an alarm makes one, and comes again while there is more to do. */
const turns = 20

/** How the mirror signs what it does for whoever works in the sheet. */
const actor = { role: 'coordinator', name: 'feuille', source: 'sheet' } as const

/**
 * The only writer of one spreadsheet, named by its id. What it remembers is in its own storage and may be
 * lost: D1 says what is due. Calls to Google let other events in, so passes queue behind one another here.
 */
export class SheetMirror extends DurableObject<Cloudflare.Env> {
  readonly #store = createStore(this.ctx.storage.kv)
  readonly #records = recordsIn(() => this.#context())
  readonly #obstacle = obstacleTo(this.env, this.ctx.id)
  readonly #mirror = this.#obstacle ? null : this.#connect()
  #queue: Promise<unknown> = Promise.resolve()
  #activeUntil = 0

  /** Something is due, or a hint says that the sheet was edited: a pass follows shortly, one for all until then. */
  async poke(): Promise<void> {
    if (this.#mirror) await this.#wakeAt(Math.max(Date.now() + coalescing, this.#store.load().nextAttemptAt))
  }

  /** A pass now, until nothing is due or something is in the way; then the state. */
  async pass(): Promise<SyncState> {
    await this.#run('now', turns)
    return this.state()
  }

  /** Forgets a person who was erased, in its turn; without a sheet too, since one may have been connected before. */
  async forget(person: Person): Promise<void> {
    const turn = await this.#inTurn(async (mirror) => {
      mirror.forget(person)
      return true
    })
    if (turn === null) forgetPerson(this.#store, person)
    await this.poke()
  }

  /** Puts back a row that the coordinator took out, or every row that vanished from a tab; then the state. */
  async restore(tab: string, row: string | null): Promise<SyncState> {
    await this.#inTurn(async (mirror) =>
      row === null ? mirror.release(tab, 'restore') : mirror.restoreRow(tab, row),
    )
    return this.pass()
  }

  /** The rows that vanished from a tab were meant to; then the state. */
  async acceptRemoval(tab: string): Promise<SyncState> {
    await this.#inTurn((mirror) => mirror.release(tab, 'accept'))
    return this.pass()
  }

  async state(): Promise<SyncState> {
    if (this.#mirror) return this.#mirror.state()
    return {
      pending: await this.#records.count(),
      lastPassAt: null,
      lastError: null,
      parked: this.#obstacle,
      quarantined: [],
      braked: [],
      withdrawn: [],
      calls: this.#store.load().calls,
    }
  }

  /** Never throws: the platform would try again six times only, and then forget. */
  override async alarm(): Promise<void> {
    try {
      await this.#run('poll', 1)
    } catch (error) {
      console.error(error)
      await this.#wakeAt(Date.now() + afterAFall)
    }
  }

  async #run(occasion: Occasion, most: number): Promise<void> {
    const outcome = await this.#inTurn((mirror) => mirror.run(occasion, most))
    if (outcome) await this.#goOn(outcome)
  }

  async #inTurn<Result>(act: (mirror: Mirror) => Promise<Result>): Promise<Result | null> {
    const mirror = this.#mirror
    if (!mirror) return null
    const turn = this.#queue.then(() => act(mirror))
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #goOn(outcome: Outcome): Promise<void> {
    const now = Date.now()
    if (outcome.kind !== 'idle' || !outcome.quiet) this.#activeUntil = now + activeFor
    const poll = now + (now < this.#activeUntil ? activePoll : idlePoll)
    switch (outcome.kind) {
      case 'idle':
        return this.#wakeAt(poll)
      case 'more':
        return this.#wakeAt(now)
      case 'waiting':
        // What waits for a lost write does not keep edits waiting; what waits for Google does.
        return this.#wakeAt(
          this.#store.load().nextAttemptAt > now ? outcome.until : Math.min(outcome.until, poll),
        )
      default:
        outcome satisfies never
    }
  }

  async #wakeAt(at: number): Promise<void> {
    const set = await this.ctx.storage.getAlarm()
    if (set === null || set > at) await this.ctx.storage.setAlarm(at)
  }

  #context(): Context {
    const now = Date.now()
    return {
      db: this.env.DB,
      catalogue,
      site: siteOf(this.env.SITE_URL),
      secret: this.env.RECUEIL_SECRET,
      now,
      actor,
      wake: () => this.ctx.waitUntil(wakeEndpoints(this.env, now)),
    }
  }

  #connect(): Mirror | null {
    const account = readServiceAccount(this.env.GOOGLE_SERVICE_ACCOUNT)
    if (!account) return null
    return createMirror({
      catalogue,
      records: this.#records,
      store: this.#store,
      root: this.env.SHEETS_ROOT_URL.replace(/\/$/, ''),
      spreadsheetId: this.env.SPREADSHEET_ID,
      account,
      now: Date.now,
      random: Math.random,
      timeout,
    })
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
