import type { Context } from '../context.ts'
import type { Text } from '../form/text.ts'
import { problem } from '../problem.ts'
import { withGroupAsSet } from '../record/settings.ts'
import {
  findDelivery,
  insertDelivery,
  replayDeliveries,
  replayDelivery,
  settleHeld,
} from '../store/deliveries.ts'
import {
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  findEndpoint,
  insertEndpoint,
  replaceSecrets,
  updateEndpoint,
} from '../store/endpoints.ts'
import { insertNotice } from '../store/write-events.ts'
import { type Destination, isMail, type SealedSecret, type StoredEndpoint } from './endpoint.ts'
import type { ChangedEndpoint, NewEndpoint, ReplayedRange } from './input.ts'
import { sealCredentials } from './keys.ts'
import { trialNotice } from './mail/trial.ts'
import { endpointEvent } from './payload.ts'
import { newSecret, open, SECRET_OVERLAP, seal } from './secret.ts'

/** How many endpoints there may be: a look at each on every sweep, and a row for each on every event. */
export const ENDPOINT_CAP = 20

/** For how long a form that is sent again shows the secret again, in milliseconds. */
const SHOWN_FOR = 60_000

/** Events sent again by one call. */
const REPLAY_CAP = 500

/** Secrets that may sign one attempt after several rotations in a day. */
const SECRETS_CAP = 5

const refusals = {
  cap: {
    fr: `Il y a déjà ${ENDPOINT_CAP} destinations, le maximum\u00a0: supprimez-en une.`,
    en: `There are already ${ENDPOINT_CAP} endpoints, the most there may be: delete one.`,
  },
  disabled: {
    fr: 'Cette destination est désactivée\u00a0: réactivez-la d’abord.',
    en: 'This endpoint is disabled: enable it first.',
  },
  unsigned: {
    fr: 'Une liste de diffusion n’a pas de secret de signature à renouveler.',
    en: 'A mailing list has no signing secret to renew.',
  },
  notHeld: {
    fr: 'Cet envoi n’attend pas de décision.',
    en: 'This delivery is not waiting for a decision.',
  },
} as const satisfies Record<string, Text>

const refuse = (message: Text) => problem('invalid', { errors: [{ pointer: '', message }] })
const newEventId = (): string => `evt_${crypto.randomUUID()}`

/** An endpoint together with its signing secret, which is shown this once and never again; null when it is not signed. */
export type Unveiled = { readonly endpoint: StoredEndpoint; readonly secret: string | null }

/** An id that no endpoint has. */
export const newEndpointId = (): string => `ep_${crypto.getRandomValues(new Uint8Array(10)).toHex()}`

/**
 * Keeps a new endpoint; asked again under the same id, as by a double click, gives the one there is.
 * @throws problem 'invalid' when there are ENDPOINT_CAP already
 */
export async function createEndpoint(
  context: Context,
  input: NewEndpoint,
  id = newEndpointId(),
): Promise<Unveiled> {
  const { url, description, events, forms } = input
  const secret = isMail(input) ? null : newSecret()
  const endpoint: StoredEndpoint = {
    ...destinationOf(input),
    id,
    url,
    description,
    events,
    forms,
    secrets: secret === null ? [] : [{ sealed: await seal(context.secret, id, secret), until: null }],
    credentials:
      input.format === 'mailman3' ? await sealCredentials(context.secret, id, input.credentials) : null,
    state: 'enabled',
    disabledReason: null,
    failingSince: null,
    createdAt: context.now,
  }
  if (await insertEndpoint(context.db, endpoint, ENDPOINT_CAP)) return { endpoint, secret }
  const made = await findEndpoint(context.db, id)
  if (made === null) throw refuse(refusals.cap)
  const newest = made.secrets.find(({ until }) => until === null)
  const isShown = newest !== undefined && made.createdAt > context.now - SHOWN_FOR
  return { endpoint: made, secret: isShown ? await open(context.secret, id, newest.sealed) : null }
}

function destinationOf(input: NewEndpoint): Destination {
  switch (input.format) {
    case 'json':
      return { format: input.format, settings: null }
    case 'mailman3':
      return { format: input.format, settings: input.settings }
    case 'email':
      return { format: input.format, settings: input.settings }
  }
}

/** Changes what is given of an endpoint. Switched off, it gets nothing more and what it was owed is cancelled. */
export async function changeEndpoint(
  { db, now, actor, secret }: Context,
  endpoint: StoredEndpoint,
  { state, format: _, credentials, ...changes }: ChangedEndpoint,
): Promise<StoredEndpoint> {
  const changed = {
    ...endpoint,
    ...changes,
    ...(credentials && { credentials: await sealCredentials(secret, endpoint.id, credentials) }),
    // What read the changes read them for this endpoint's format.
  } as StoredEndpoint
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
 * @throws problem 'not-found' when it was deleted meanwhile, 'invalid' when it is not signed
 */
export async function rotateSecret(
  context: Context,
  endpoint: StoredEndpoint,
): Promise<Unveiled & { readonly secret: string }> {
  const { db, now, secret: master } = context
  if (isMail(endpoint)) throw refuse(refusals.unsigned)
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
 * Takes a held delivery for delivered, without sending anything; one that is delivered stays so.
 * @throws problem 'invalid' when it is neither
 */
export async function settleOne({ db }: Context, endpoint: StoredEndpoint, event: number): Promise<void> {
  if (await settleHeld(db, endpoint.id, event)) return
  const delivery = await findDelivery(db, endpoint.id, event)
  if (delivery?.state !== 'delivered') throw refuse(refusals.notHeld)
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
 * Sends an `endpoint.test` event to one endpoint, whatever its filters; a list of people gets a sentence to read.
 * @returns the event's sequence number
 * @throws problem 'invalid' when the endpoint is disabled
 */
export async function testEndpoint(context: Context, endpoint: StoredEndpoint): Promise<number> {
  const { db, now, actor, wake, site } = context
  if (endpoint.state === 'disabled') throw refuse(refusals.disabled)
  const { catalogue } = await withGroupAsSet(context)
  const event = endpointEvent(newEventId(), now, actor, endpoint, {
    type: 'endpoint.test',
    ...(isMail(endpoint) && { notice: trialNotice(catalogue.group, site) }),
  })
  const [, owed] = await db.batch<{ event: number }>([
    insertNotice(db, null, event),
    insertDelivery(db, endpoint.id, event.id, now),
  ])
  wake()
  return owed?.results[0]?.event ?? 0
}
