import type { Catalogue } from '../form/definition.ts'
import { type Budget, fullBudget, spend, waitFor } from './budget.ts'
import { googleError, type Parked } from './fault.ts'
import { connectGoogle } from './google.ts'
import { type Outcome, pass } from './pass.ts'
import type { Calls, Quarantined, Records, Store } from './ports.ts'
import type { ServiceAccount } from './token.ts'

/** How the mirror is doing, for a person to read. */
export type SyncState = {
  /** Records the sheet does not show yet. */
  readonly pending: number
  /** ISO 8601, UTC; null before the first. */
  readonly lastPassAt: string | null
  readonly lastError: string | null
  /** The mirror waits for a human: why, and (in French) what to do. */
  readonly parked: Parked | null
  /** Records that Google refuses, left aside until they are revised. */
  readonly quarantined: readonly Quarantined[]
  readonly calls: Calls
}

type MirrorOptions = {
  readonly catalogue: Catalogue
  readonly records: Records
  readonly store: Store
  /** Google's root, or another's that speaks the same; without a slash at the end. */
  readonly root: string
  readonly spreadsheetId: string
  readonly account: ServiceAccount
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** How long Google may take to answer, in milliseconds. */
  readonly timeout: number
}

export type Mirror = {
  /** Passes until nothing is due or something is in the way. Only one at a time may run. */
  readonly run: (forced: boolean) => Promise<Outcome>
}

/** So many passes in one go at most; what is left then waits for the next. */
const turns = 20

/**
 * The mirror of one spreadsheet, within its allowance of calls. Reads no clock and no chance but those given.
 */
export function createMirror(options: MirrorOptions): Mirror {
  const { store, now } = options
  let budget: Budget = fullBudget

  const google = connectGoogle({ ...options, onCall: count })

  /** Counts a call, or holds it back when the allowance is spent. */
  function count(kind: 'read' | 'write' | 'token'): void {
    if (kind !== 'token') {
      const wait = waitFor(budget, kind, now())
      if (wait > 0) {
        throw googleError({ kind: 'quota', status: 0, message: 'Trop d’appels en une minute : pause.', wait })
      }
      budget = spend(budget, kind, now())
    }
    const memory = store.load()
    const counter = `${kind}s` as const
    store.save({ ...memory, calls: { ...memory.calls, [counter]: memory.calls[counter] + 1 } })
  }

  const mayGoOn = (outcome: Outcome): boolean =>
    outcome.kind === 'more' || (outcome.kind === 'waiting' && outcome.until <= now())

  return {
    run: async (forced) => {
      let outcome = await pass({ ...options, google }, forced)
      for (let turn = 1; turn < turns && mayGoOn(outcome); turn += 1) {
        outcome = await pass({ ...options, google }, false)
      }
      return outcome
    },
  }
}

/** The state to show, from what the mirror remembers and how many records wait. */
export function syncState(store: Store, pending: number): SyncState {
  const { lastPassAt, fault, parked, quarantined, calls } = store.load()
  return {
    pending,
    lastPassAt: lastPassAt === null ? null : new Date(lastPassAt).toISOString(),
    lastError: fault?.message ?? null,
    parked,
    quarantined,
    calls,
  }
}
