import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { insertDeliveries } from '../store/deliveries.ts'
import { revokeLinks, type StoredLink } from '../store/links.ts'
import { insertFirstEvent } from '../store/write-events.ts'
import { eventOf } from './event.ts'
import { keepLink, newLink } from './link.ts'
import type { StoredRecord } from './record.ts'

/**
 * Makes a fresh link for its holder and ends the one there was: it was lost, or seen by someone else. Asked for twice,
 * it is renewed once.
 * @param link with the id null where none is left to end
 */
export async function renewLink(
  context: Context,
  form: Form,
  record: StoredRecord,
  link: Pick<StoredLink, 'scope' | 'holder'> & { readonly id: string | null },
): Promise<void> {
  const { db, now } = context
  const fresh = newLink(context, record.id, link.scope, link.holder)
  const event = eventOf(context, form, record, { type: 'link.renewed', scope: link.scope })
  const happened = insertFirstEvent(db, record.id, form.prefix, event)
  const change =
    link.id === null
      ? [await keepLink(context, fresh, null), happened]
      : [revokeLinks(db, [link.id], now), happened, await keepLink(context, fresh, event.id)]
  await db.batch([...change, insertDeliveries(db, event.id, now)])
  context.wake()
}

/** Ends a link at once; once, however often it is asked for. */
export async function endLink(
  context: Context,
  form: Form,
  record: StoredRecord,
  { id, scope }: Pick<StoredLink, 'id' | 'scope'>,
): Promise<void> {
  const { db, now } = context
  const event = eventOf(context, form, record, { type: 'link.revoked', scope })
  await db.batch([
    revokeLinks(db, [id], now),
    insertFirstEvent(db, record.id, form.prefix, event),
    insertDeliveries(db, event.id, now),
  ])
  context.wake()
}
