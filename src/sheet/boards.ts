import { type MirrorState, stateBoard, stateRows } from './board/index.ts'
import { planBoard } from './board-changes.ts'
import { type BoardTab, boardKeyOf } from './layout.ts'
import type { RecordChange } from './plan.ts'
import type { Records, Store } from './ports.ts'
import type { ReadState } from './read.ts'
import type { Seen } from './seen.ts'

type BoardOptions = {
  readonly records: Records
  readonly store: Store
  readonly seen: Seen
  /** Milliseconds since 1970, UTC. */
  readonly now: number
}

/** The day of a moment in Dakar, which keeps UTC all year. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/**
 * What to write so that the figures and the journal are as things are now. They are computed anew when something
 * happened since the last time, or another day has begun.
 */
export async function figureChanges(
  { records, store, seen, now }: BoardOptions,
  read: ReadState<BoardTab>,
): Promise<readonly RecordChange[]> {
  const stamp = await records.stamp()
  const day = dayOf(now)
  if (seen.boards?.stamp !== stamp || seen.boards.day !== day) {
    const rows = (await records.boards(now)).map(([board, rows]) => [boardKeyOf(board), rows] as const)
    seen.boards = { stamp, day, rows: new Map(rows) }
  }
  return [...seen.boards.rows].flatMap(([key, rows]) => {
    const tab = read.get(key)
    return tab ? planBoard(tab, rows, store) : []
  })
}

/** What to write so that the first tab says how the mirror is doing. */
export function stateChanges(
  store: Store,
  read: ReadState<BoardTab>,
  state: MirrorState,
): readonly RecordChange[] {
  const tab = read.get(boardKeyOf(stateBoard))
  return tab ? planBoard(tab, stateRows(state), store) : []
}
