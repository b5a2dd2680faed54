import { isGoogleError, mayApplyYet } from './fault.ts'
import type { Google, WriteAnswer, WriteBody } from './google.ts'
import type { Store } from './ports.ts'

/**
 * How long Google works on a request at most, whatever became of its answer, in milliseconds:
 * https://developers.google.com/workspace/sheets/api/limits
 */
const longestWork = 180_000

export type LateOptions = {
  readonly google: Google
  readonly store: Store
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
}

/**
 * Writes, and remembers until when Google may still apply the write: before it leaves, since this process may
 * end before the answer comes, and for as long as no answer says what became of it. Throws a GoogleError.
 */
export async function writeRemembered(options: LateOptions, body: WriteBody): Promise<WriteAnswer> {
  const { google, store, now } = options
  const { lateUntil: earlier } = store.load()
  const remember = (lateUntil: number) => store.save({ ...store.load(), lateUntil })
  const until = now() + longestWork
  remember(Math.max(earlier, until))
  try {
    const answer = await google.write(body)
    remember(earlier)
    return answer
  } catch (error) {
    if (isGoogleError(error) && !mayApplyYet(error.fault)) remember(earlier)
    throw error
  }
}

/** Whether a row that is not there may still come by itself. */
export const mayComeLate = ({ store, now }: Pick<LateOptions, 'store' | 'now'>): boolean =>
  now() < store.load().lateUntil
