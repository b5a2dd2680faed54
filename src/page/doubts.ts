import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { doubtsOf, openingName, type Reason, trapName } from '../spam/doubt.ts'
import { readOpening } from '../spam/opening.ts'
import { entryOf } from './route/request.ts'

/**
 * What makes doubtful what a form's page sent. Whom we know is not doubted: coordinators, and whoever holds a link.
 * @param holdsLink whether it was opened by a personal link
 */
export async function doubtsOfSent(
  { actor, secret, now }: Context,
  form: Form,
  entries: readonly (readonly [string, string])[],
  holdsLink: boolean,
): Promise<readonly Reason[]> {
  if (holdsLink || actor.role === 'coordinator') return []
  const openedAt = await readOpening(secret, form.id, entryOf(entries, openingName))
  return doubtsOf({ trap: entryOf(entries, trapName), openedAt, now, proof: 'not asked for' })
}
