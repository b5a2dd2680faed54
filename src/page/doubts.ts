import type { Context } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import { doubtsOf, openingName, proofName, type Reason, type Signs, trapName } from '../spam/doubt.ts'
import { readOpening } from '../spam/opening.ts'
import { isBesieged, siegeSpan } from '../spam/siege.ts'
import { isProof, workFor } from '../spam/work.ts'
import { countRecent } from '../store/doubtful.ts'
import { type Entries, entryOf } from './entries.ts'

/** Whom a form does not know, and so looks at: neither coordinators nor whoever opened it by a personal link. */
export const isUnknown = ({ actor }: Context, holdsLink: boolean): boolean =>
  actor.role !== 'coordinator' && !holdsLink

/**
 * Whether a form asks whom it does not know for a proof of work.
 * @param setting PROOF_OF_WORK: 'always', or anything else for when more comes than people send
 */
export async function asksForProof(
  { db, now }: Context,
  form: Form,
  setting: string | undefined,
): Promise<boolean> {
  return setting === 'always' || isBesieged(await countRecent(db, form.id, now - siegeSpan))
}

/**
 * What makes doubtful what a form's page sent.
 * @param asked whether a proof of work is asked for
 */
export async function doubtsOfSent(
  { secret, now }: Context,
  form: Form,
  entries: Entries,
  asked: boolean,
): Promise<readonly Reason[]> {
  const opening = entryOf(entries, openingName)
  const work = workFor(entryOf(entries, 'id'), opening)
  const proof: Signs['proof'] = !asked
    ? 'not asked for'
    : (await isProof(work, entryOf(entries, proofName)))
      ? 'right'
      : 'missing'
  const openedAt = await readOpening(secret, form.id, opening)
  return doubtsOf({ trap: entryOf(entries, trapName), openedAt, now, proof })
}
