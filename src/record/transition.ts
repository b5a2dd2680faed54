import type { Context } from '../context.ts'
import type { Form } from '../form/definition.ts'
import { checkTransition } from '../form/index.ts'
import { problem } from '../problem.ts'
import type { SheetHappening } from './event.ts'
import type { StoredRecord } from './record.ts'
import { recordView } from './view.ts'
import { judgedAgain, write } from './write.ts'

/**
 * Moves a record to another state, if its workflow lets this actor do so now. Of two moves at once that exclude each
 * other one is refused.
 * @throws problem 'transition-refused' saying why, with the present record, 'erased'
 */
export function transition(
  context: Context,
  form: Form,
  record: StoredRecord,
  move: { readonly to: string; readonly note: string },
  beside: readonly SheetHappening[] = [],
): Promise<StoredRecord> {
  return judgedAgain(context, record, (present) => moveOnce(context, form, present, move, beside))
}

async function moveOnce(
  context: Context,
  form: Form,
  record: StoredRecord,
  { to, note }: { readonly to: string; readonly note: string },
  beside: readonly SheetHappening[],
): Promise<StoredRecord> {
  if (record.erasedAt !== null) throw problem('erased')
  const role = context.actor.role === 'member' ? 'anyone' : context.actor.role
  const checked = checkTransition(form, record.answers, record.status, to, role, context.now)
  if (!checked.ok)
    throw problem('transition-refused', {
      detail: checked.message,
      extension: { record: recordView(record) },
    })
  const { event } = checked.transition
  const moved = { from: record.status, to }
  return write(context, form, record, {
    change: { status: to },
    happenings: [
      { type: 'record.transitioned', ...moved, note },
      ...(event === null ? [] : [{ type: 'workflow' as const, event, ...moved }]),
      ...beside,
    ],
    also: () => [],
  })
}
