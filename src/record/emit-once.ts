import type { Context } from '../context.ts'
import { insertDeliveriesOf } from '../store/deliveries.ts'
import { existingEvents } from '../store/events.ts'
import { insertNotes, type Note } from '../store/write-events.ts'

/** An event to be emitted once: its id is made of what it is about. */
export type Once = { readonly id: string; readonly note: () => Note | Promise<Note> }

/** Events that one call writes at most; the next one goes on. */
export const mostAtOnce = 50

/**
 * Emits the events that were not emitted yet, each once, however often and by how many at a time it is thought of; nothing
 * is written when nothing is new.
 * @returns how many were not yet emitted when it looked
 */
export async function emitOnce(context: Context, all: readonly Once[]): Promise<number> {
  const { db, now } = context
  const emitted = await existingEvents(
    db,
    all.map(({ id }) => id),
  )
  // Two that say the same are one.
  const fresh = [...new Map(all.map((one) => [one.id, one])).values()]
    .filter(({ id }) => !emitted.has(id))
    .slice(0, mostAtOnce)
  if (fresh.length === 0) return 0
  const notes = await Promise.all(fresh.map(({ note }) => note()))
  await db.batch([
    insertNotes(db, notes),
    insertDeliveriesOf(
      db,
      fresh.map(({ id }) => id),
      now,
    ),
  ])
  context.wake()
  return fresh.length
}
