import type { Catalogue } from '../form/definition/index.ts'
import type { Person } from '../person/person.ts'
import { type Budget, fullBudget, spend, waitFor } from './budget.ts'
import { googleError } from './fault.ts'
import { forgetPerson } from './forget-person.ts'
import { connectGoogle } from './google.ts'
import { layoutOf } from './layout.ts'
import { brakedTabs, type SyncState } from './mirror-state.ts'
import { type Occasion, type Outcome, pass } from './pass.ts'
import type { Calls, Records, Store } from './ports.ts'
import { recordReference } from './rows.ts'
import { nothingSeen } from './seen.ts'
import type { ServiceAccount } from './token.ts'

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

/** Only one of these may run at a time. */
export type Mirror = {
  /** Passes until nothing is left to do or something is in the way, so many in a row at most. */
  readonly run: (occasion: Occasion, turns: number) => Promise<Outcome>
  readonly state: () => Promise<SyncState>
  /** Forgets a person who was erased. */
  readonly forget: (person: Person) => void
  /** Puts a row that was taken out back at the next pass. */
  readonly restoreRow: (tab: string, row: string) => Promise<void>
  /** Puts every row that vanished from a braked tab back (`restore`), or takes them out as meant. */
  readonly release: (tab: string, meant: 'restore' | 'accept') => Promise<void>
}

/**
 * The mirror of one spreadsheet, within its allowance of calls. Reads no clock and no chance but those given.
 */
export function createMirror(options: MirrorOptions): Mirror {
  const { catalogue, records, store, now } = options
  const seen = nothingSeen()
  let budget: Budget = fullBudget
  let calls: Calls | null = null
  let lookedAt: number | null = null

  const google = connectGoogle({ ...options, onCall: count })
  const passOptions = {
    ...options,
    google,
    seen,
    looked: (at: number) => {
      lookedAt = at
    },
  }
  const counted = (): Calls => calls ?? store.load().calls

  /** Counts a call, or holds it back when the allowance is spent. */
  function count(kind: 'read' | 'write' | 'token'): void {
    if (kind !== 'token') {
      const wait = waitFor(budget, kind, now())
      if (wait > 0) {
        throw googleError({ kind: 'quota', status: 0, message: 'Trop d’appels en une minute : pause.', wait })
      }
      budget = spend(budget, kind, now())
    }
    const before = counted()
    const counter = `${kind}s` as const
    calls = { ...before, [counter]: before[counter] + 1 }
  }

  /** A look that found nothing new is counted here alone: it writes nothing anywhere. */
  function keepCount(outcome: Outcome): void {
    if (calls === null || (outcome.kind === 'idle' && outcome.quiet)) return
    store.save({ ...store.load(), calls })
  }

  const mayGoOn = (outcome: Outcome): boolean =>
    (outcome.kind === 'more' && !outcome.acted) || (outcome.kind === 'waiting' && outcome.until <= now())

  async function run(occasion: Occasion, turns: number): Promise<Outcome> {
    let outcome = await pass(passOptions, occasion)
    for (let turn = 1; turn < turns && mayGoOn(outcome); turn += 1) {
      outcome = await pass(passOptions, occasion === 'due' ? 'due' : 'poll')
    }
    keepCount(outcome)
    return outcome
  }

  async function state(): Promise<SyncState> {
    const { lastPassAt, fault, parked, quarantined, brakes, generations } = store.load()
    const last = Math.max(lastPassAt ?? 0, lookedAt ?? 0)
    return {
      pending: await records.count(),
      lastPassAt: last === 0 ? null : new Date(last).toISOString(),
      lastError: fault?.message ?? null,
      parked,
      quarantined,
      braked: brakedTabs(catalogue, generations, brakes),
      withdrawn: await records.withdrawn(),
      calls: counted(),
    }
  }

  async function restoreRow(tab: string, row: string): Promise<void> {
    seen.quiet = null
    const isAway = (await records.withdrawn()).some((one) => one.tab === tab && one.row === row)
    const [record] = isAway ? await records.find([recordReference(row)]) : []
    if (!record) return
    store.saveBase(tab, row, null)
    await records.restore(record, tab, row)
  }

  async function release(tab: string, meant: 'restore' | 'accept'): Promise<void> {
    const { [tab]: brake, ...brakes } = store.load().brakes
    const laidOut = layoutOf(catalogue, store.load().generations).find(({ key }) => key === tab)
    if (!brake || !laidOut) return
    seen.quiet = null
    if (meant === 'accept') {
      const { missed } = store.load()
      const longAgo = Object.fromEntries(brake.rows.map((row) => [row, 0]))
      store.save({
        ...store.load(),
        brakes: { ...brakes, [tab]: { ...brake, meant: true } },
        missed: { ...missed, [tab]: longAgo },
      })
      return
    }
    // On the list first: whatever happens after that, the rows are looked for.
    await records.markAll([laidOut.form.id])
    const { layouts, missed, ...memory } = store.load()
    for (const row of Object.keys(missed[tab] ?? {})) store.saveBase(tab, row, null)
    const { [tab]: _, ...others } = layouts
    // The next pass looks at the tab's titles too: they may have been cleared with the rows.
    store.save({ ...memory, missed, layouts: others, brakes })
  }

  /** A text of the sheet that is at hand would be believed to be its present one. */
  function forget(person: Person): void {
    seen.quiet = null
    forgetPerson(store, person)
  }

  return { run, state, restoreRow, release, forget }
}
