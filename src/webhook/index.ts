import { endpointsDue } from '../store/deliveries.ts'

export { type DeliveryState, deliveryStates, formats, isMail, type StoredEndpoint } from './endpoint.ts'
export { eventTypes } from './event-types.ts'
export { changedEndpoint, knownOf, newEndpoint, placeAt, type Reading, read, replayedRange } from './input.ts'
export {
  changeEndpoint,
  createEndpoint,
  ENDPOINT_CAP,
  newEndpointId,
  removeEndpoint,
  replayOne,
  replayRange,
  rotateSecret,
  settleOne,
  testEndpoint,
} from './manage.ts'
export { SECRET_OVERLAP } from './secret.ts'
export { deliveryView, endpointView, parseDeliveryId } from './view.ts'

/**
 * Tells the object of each endpoint with something due at `now` (milliseconds, UTC) to send it: after a commit, and
 * each minute for what a lost call left behind.
 */
export async function wakeEndpoints(env: Cloudflare.Env, now: number): Promise<void> {
  const ids = await endpointsDue(env.DB, now)
  await Promise.allSettled(ids.map((id) => env.ENDPOINT.get(env.ENDPOINT.idFromName(id)).poke(id)))
}
