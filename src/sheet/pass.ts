import { waitAfter } from './backoff.ts'
import { type GoogleFault, isGoogleError, parkedBy } from './fault.ts'
import { mayComeLate } from './late.ts'
import { type Worked, type WorkOptions, work } from './work.ts'

type PassOptions = WorkOptions & {
  /** From 0 to 1, for jitter. */
  readonly random: () => number
}

/**
 * What a pass is asked for: `due`, to show what is due, if anything is; `poll`, to look at the sheet as well; `now`,
 * the same, ahead of any waiting time.
 */
export type Occasion = 'due' | 'poll' | 'now'

/**
 * Nothing is left to do (`quiet`: and nothing was); there is more to do at once; nothing may be done, or nothing will
 * come of it, before a time.
 */
export type Outcome =
  | { readonly kind: 'idle'; readonly quiet: boolean }
  /** `acted`: records were written; the rest is for another invocation, since D1 counts statements for each. */
  | { readonly kind: 'more'; readonly acted: boolean }
  | { readonly kind: 'waiting'; readonly until: number }

/**
 * One pass: one read of every tab, then one write for every 2 MB of what differs. Never throws: a fault is remembered,
 * with the time of the next attempt, which begins by a read.
 */
export async function pass(options: PassOptions, occasion: Occasion): Promise<Outcome> {
  const { store, now } = options
  const before = store.load()
  if (occasion !== 'now' && now() < before.nextAttemptAt) {
    return { kind: 'waiting', until: before.nextAttemptAt }
  }
  try {
    const worked = await work(options, occasion === 'due')
    if (worked === 'nothing') return { kind: 'idle', quiet: true }
    if (worked === 'quiet') {
      options.looked(now())
      return { kind: 'idle', quiet: true }
    }
    succeed(options, worked)
    if (worked === 'late') return { kind: 'waiting', until: store.load().lateUntil }
    return worked === 'done' ? { kind: 'idle', quiet: false } : { kind: 'more', acted: worked === 'acted' }
  } catch (error) {
    if (!isGoogleError(error)) console.error(error)
    return { kind: 'waiting', until: fail(options, isGoogleError(error) ? error.fault : ownFault(error)) }
  }
}

function succeed(options: PassOptions, worked: Worked): void {
  const { store, now } = options
  const memory = store.load()
  // What went wrong stays to be seen for as long as it holds records up.
  const fault = worked === 'late' && mayComeLate(options) ? memory.fault : null
  store.save({ ...memory, parked: null, failures: 0, nextAttemptAt: 0, lastPassAt: now(), fault })
}

/** What went wrong here, and not at Google's: it is seen and tried again as anything else. */
const ownFault = (error: unknown): GoogleFault => ({
  kind: 'unavailable',
  status: 0,
  message: `Erreur interne\u00a0: ${error instanceof Error ? error.message : String(error)}`,
  wait: 0,
})

function fail({ store, google, now, random }: PassOptions, fault: GoogleFault): number {
  const memory = store.load()
  const failures = memory.failures + 1
  const parked = parkedBy(fault, google.account)
  const nextAttemptAt = now() + waitAfter(fault, failures, parked !== null, random())
  store.save({ ...memory, failures, parked, nextAttemptAt, lastPassAt: now(), fault })
  return nextAttemptAt
}
