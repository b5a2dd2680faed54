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
  | { readonly kind: 'more' }
  | { readonly kind: 'waiting'; readonly until: number }

/**
 * One pass: one read of every tab, then one write for every 2 MB of what differs. Never throws for Google's sake: a
 * fault is remembered, with the time of the next attempt, which begins by a read.
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
    return worked === 'more' ? { kind: 'more' } : { kind: 'idle', quiet: false }
  } catch (error) {
    if (!isGoogleError(error)) throw error
    return { kind: 'waiting', until: fail(options, error.fault) }
  }
}

function succeed(options: PassOptions, worked: Worked): void {
  const { store, now } = options
  const memory = store.load()
  // What went wrong stays to be seen for as long as it holds records up.
  const fault = worked === 'late' && mayComeLate(options) ? memory.fault : null
  store.save({ ...memory, parked: null, failures: 0, nextAttemptAt: 0, lastPassAt: now(), fault })
}

function fail({ store, google, now, random }: PassOptions, fault: GoogleFault): number {
  const memory = store.load()
  const failures = memory.failures + 1
  const parked = parkedBy(fault, google.account)
  const nextAttemptAt = now() + waitAfter(fault, failures, parked !== null, random())
  store.save({ ...memory, failures, parked, nextAttemptAt, lastPassAt: now(), fault })
  return nextAttemptAt
}
