import type { Context } from '../context.ts'
import type { Text } from '../form/text.ts'
import { problem } from '../problem.ts'
import { insertDelivery, replayDeliveries, replayDelivery } from '../store/deliveries.ts'
import {
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  findEndpoint,
  insertEndpoint,
  insertEndpointEvent,
  replaceSecrets,
  updateEndpoint,
} from '../store/endpoints.ts'
import type { SealedSecret, StoredEndpoint } from './endpoint.ts'
import type { ChangedEndpoint, NewEndpoint, ReplayedRange } from './input.ts'
import { endpointEvent } from './payload.ts'
import { newSecret, SECRET_OVERLAP, seal } from './secret.ts'

/** How many endpoints there may be: a look at each on every sweep, and a row for each on every event. */
export const ENDPOINT_CAP = 20

/** Events sent again by one call. */
const REPLAY_CAP = 500

/** Secrets that may sign one attempt after several rotations in a day. */
const SECRETS_CAP = 5

const refusals = {
  cap: {
    fr: `Il y a déjà ${ENDPOINT_CAP} destinations, le maximum : supprimez-en une.`,
    en: `There are already ${ENDPOINT_CAP} endpoints, the most there may be: delete one.`,
  },
  disabled: {
    fr: 'Cette destination est désactivée : réactivez-la d’abord.',
    en: 'This endpoint is disabled: enable it first.',
  },
} as const satisfies Record<string, Text>

const refuse = (message: Text) => problem('invalid', { errors: [{ pointer: '', message }] })
const newEventId = (): string => `evt_${crypto.randomUUID()}`

/** An endpoint together with its signing secret, which is shown this once and never again. */
export type Unveiled = { readonly endpoint: StoredEndpoint; readonly secret: string }

/** Keeps a new endpoint. @throws problem 'invalid' when there are ENDPOINT_CAP already */
export async function createEndpoint(context: Context, input: NewEndpoint): Promise<Unveiled> {
  const id = `ep_${crypto.getRandomValues(new Uint8Array(10)).toHex()}`
  const secret = newSecret()
  const endpoint: StoredEndpoint = {
    ...input,
    id,
    secrets: [{ sealed: await seal(context.secret, id, secret), until: null }],
    state: 'enabled',
    disabledReason: null,
    failingSince: null,
    createdAt: context.now,
  }
  if (!(await insertEndpoint(context.db, endpoint, ENDPOINT_CAP))) throw refuse(refusals.cap)
  return { endpoint, secret }
}

/** Changes what is given of an endpoint. Switched off, it gets nothing more and what it was owed is cancelled. */
export async function changeEndpoint(
  { db, now, actor }: Context,
  endpoint: StoredEndpoint,
  { state, ...changes }: ChangedEndpoint,
): Promise<StoredEndpoint> {
  const changed = { ...endpoint, ...changes }
  await updateEndpoint(db, changed)
  if (state === 'enabled') await enableEndpoint(db, endpoint.id)
  if (state === 'disabled') {
    const event = endpointEvent(newEventId(), now, actor, changed, {
      type: 'endpoint.disabled',
      reason: 'manual',
    })
    await disableEndpoint(db, endpoint.id, 'manual', event)
  }
  return (await findEndpoint(db, endpoint.id)) ?? changed
}

/**
 * Gives an endpoint a new secret; those before it go on signing beside it for SECRET_OVERLAP.
 * @throws problem 'not-found' when it was deleted meanwhile
 */
export async function rotateSecret(context: Context, endpoint: StoredEndpoint): Promise<Unveiled> {
  const { db, now, secret: master } = context
  const secret = newSecret()
  const retired = endpoint.secrets.map(({ sealed, until }) => ({
    sealed,
    until: until ?? now + SECRET_OVERLAP,
  }))
  const secrets: readonly SealedSecret[] = [
    { sealed: await seal(master, endpoint.id, secret), until: null },
    ...retired.filter(({ until }) => until > now),
  ].slice(0, SECRETS_CAP)
  if (await replaceSecrets(db, endpoint.id, endpoint.secrets, secrets)) {
    return { endpoint: { ...endpoint, secrets }, secret }
  }
  const rotatedMeanwhile = await findEndpoint(db, endpoint.id)
  if (!rotatedMeanwhile) throw problem('not-found')
  return rotateSecret(context, rotatedMeanwhile)
}

/** Forgets an endpoint; what it was owed is cancelled. */
export async function removeEndpoint({ db }: Context, endpoint: StoredEndpoint): Promise<void> {
  await deleteEndpoint(db, endpoint.id)
}

/** Sends one delivery again, from the first attempt on: same webhook-id, same body. @throws problem 'invalid' */
export async function replayOne(
  { db, now, wake }: Context,
  endpoint: StoredEndpoint,
  event: number,
): Promise<void> {
  if (endpoint.state === 'disabled') throw refuse(refusals.disabled)
  await replayDelivery(db, endpoint.id, event, now)
  wake()
}

/**
 * Sends a range of events again, those it missed included: same webhook-ids, same bodies.
 * @returns how many, and the `after` to go on from when there are more than one call sends, else null
 * @throws problem 'invalid' when the endpoint is disabled
 */
export async function replayRange(
  { db, now, wake }: Context,
  endpoint: StoredEndpoint,
  range: ReplayedRange,
): Promise<{ readonly replayed: number; readonly next: number | null }> {
  if (endpoint.state === 'disabled') throw refuse(refusals.disabled)
  const events = await replayDeliveries(db, endpoint.id, range, now, REPLAY_CAP)
  wake()
  return { replayed: events.length, next: events.length === REPLAY_CAP ? (events.at(-1) ?? null) : null }
}

/**
 * Sends an `endpoint.test` event to one endpoint, whatever its filters.
 * @returns the event's sequence number
 * @throws problem 'invalid' when the endpoint is disabled
 */
export async function testEndpoint(
  { db, now, actor, wake }: Context,
  endpoint: StoredEndpoint,
): Promise<number> {
  if (endpoint.state === 'disabled') throw refuse(refusals.disabled)
  const event = endpointEvent(newEventId(), now, actor, endpoint, { type: 'endpoint.test' })
  const [, owed] = await db.batch<{ event: number }>([
    insertEndpointEvent(db, event, 'true'),
    insertDelivery(db, endpoint.id, event.id, now),
  ])
  wake()
  return owed?.results[0]?.event ?? 0
}
