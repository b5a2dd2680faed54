import { isGoogleError, mayApplyYet, wasRefused } from './fault.ts'
import type { Google, WriteAnswer, WriteBody } from './google.ts'
import type { SentRow, Store } from './ports.ts'

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
 * Writes, and remembers what was sent and until when Google may still apply it: before it leaves, since this process
 * may end before the answer comes, and for as long as no answer says what became of it. Throws a GoogleError.
 * @param id the write's, by which what it overwrote can be told
 * @param isShown whether the answer shows all that was sent; what it does not show may be anywhere
 */
export async function writeRemembered(
  options: LateOptions,
  id: string,
  body: WriteBody,
  rows: readonly SentRow[],
  isShown: (answer: WriteAnswer) => boolean,
): Promise<WriteAnswer> {
  const { google, store, now } = options
  const { lateUntil: earlier } = store.load()
  const remember = (lateUntil: number, until: number | null) => {
    store.save({ ...store.load(), lateUntil })
    if (until === null) store.dropSent(id)
    else store.addSent({ id, until, rows, isSwapKnown: false })
  }
  const until = now() + longestWork
  remember(Math.max(earlier, until), until)
  try {
    const answer = await google.write(body)
    remember(earlier, isShown(answer) ? null : now())
    return answer
  } catch (error) {
    if (!isGoogleError(error) || mayApplyYet(error.fault)) throw error
    remember(earlier, wasRefused(error.fault) ? null : now())
    throw error
  }
}

/** Whether a row that is not there may still come by itself. */
export const mayComeLate = ({ store, now }: Pick<LateOptions, 'store' | 'now'>): boolean =>
  now() < store.load().lateUntil
