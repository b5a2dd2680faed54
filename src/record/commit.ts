import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { insertDeliveries } from '../store/deliveries.ts'
import type { NewEvent } from '../store/events.ts'
import { markDue } from '../store/sheet-due.ts'
import { insertFirstEvent, insertFurtherEvent } from '../store/write-events.ts'

/** A record statement of the batch, the events it makes if it writes, and what else hangs on the first of them. */
export type Change = {
  readonly write: D1PreparedStatement
  readonly events: readonly [NewEvent, ...NewEvent[]]
  readonly also: readonly D1PreparedStatement[]
}

/**
 * The one way anything is decided: one D1 batch, all or nothing, of the record, its events, the row the sheet owes
 * and a delivery for each endpoint that asked for it. Every later statement hangs on the first event's being there.
 * @returns the row that `write` returned, or null when it wrote nothing and so nothing else was written either
 */
export async function commit<Row>(
  context: Context,
  form: Form,
  id: string,
  change: Change,
): Promise<Row | null> {
  const { db, now } = context
  const [first, ...further] = change.events
  const [written] = await db.batch<Row>([
    change.write,
    insertFirstEvent(db, id, form.prefix, first),
    ...further.map((event) => insertFurtherEvent(db, id, form.prefix, event, first.id)),
    ...change.also,
    markDue(db, first.id),
    ...change.events.map((event) => insertDeliveries(db, event.id, now)),
  ])
  const row = written?.results[0] ?? null
  if (row) context.wake()
  return row
}
