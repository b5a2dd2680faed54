import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { requireCoordinator } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { problem } from '../problem.ts'
import { listAttempts } from '../store/attempts.ts'
import { findDelivery, listDeliveries } from '../store/deliveries.ts'
import { findEndpoint, listEndpoints } from '../store/endpoints.ts'
import {
  changedEndpoint,
  changeEndpoint,
  createEndpoint,
  type DeliveryState,
  deliveryStates,
  deliveryView,
  endpointView,
  knownOf,
  newEndpoint,
  parseDeliveryId,
  placeAt,
  read,
  removeEndpoint,
  replayedRange,
  replayOne,
  replayRange,
  rotateSecret,
  type StoredEndpoint,
  settleOne,
  testEndpoint,
} from '../webhook/index.ts'
import { readJson } from './body.ts'
import { numberAfter, pageSize, unreadable } from './paging.ts'

/** Who may call: coordinators. A secret is in the answer that makes it, and in no other. */
export const endpointRoutes = new Hono<AppEnv>()
  .get('/endpoints', async (c) => {
    requireCoordinator(c)
    const endpoints = await listEndpoints(c.var.context.db)
    return c.json({ endpoints: endpoints.map(endpointView) })
  })
  .post('/endpoints', async (c) => {
    requireCoordinator(c)
    const input = await readBody(c, newEndpoint(placeOf(c), knownOf(c.var.context.catalogue)))
    const { endpoint, secret } = await createEndpoint(c.var.context, input)
    return c.json({ ...endpointView(endpoint), ...(secret !== null && { secret }) }, 201, {
      location: new URL(`/api/v1/endpoints/${endpoint.id}`, c.req.url).href,
    })
  })
  .get('/endpoints/:id', async (c) => {
    requireCoordinator(c)
    return c.json(endpointView(await endpointOf(c, c.req.param('id'))))
  })
  .patch('/endpoints/:id', async (c) => {
    requireCoordinator(c)
    const endpoint = await endpointOf(c, c.req.param('id'))
    const changes = await readBody(c, changedEndpoint(placeOf(c), knownOf(c.var.context.catalogue), endpoint))
    return c.json(endpointView(await changeEndpoint(c.var.context, endpoint, changes)))
  })
  .delete('/endpoints/:id', async (c) => {
    requireCoordinator(c)
    await removeEndpoint(c.var.context, await endpointOf(c, c.req.param('id')))
    return c.body(null, 204)
  })
  .post('/endpoints/:id/rotate', async (c) => {
    requireCoordinator(c)
    const { endpoint, secret } = await rotateSecret(c.var.context, await endpointOf(c, c.req.param('id')))
    return c.json({ ...endpointView(endpoint), secret })
  })
  .post('/endpoints/:id/test', async (c) => {
    requireCoordinator(c)
    const endpoint = await endpointOf(c, c.req.param('id'))
    return c.json(await showDelivery(c, endpoint.id, await testEndpoint(c.var.context, endpoint)), 202)
  })
  .post('/endpoints/:id/replay', async (c) => {
    requireCoordinator(c)
    const endpoint = await endpointOf(c, c.req.param('id'))
    return c.json(await replayRange(c.var.context, endpoint, await readBody(c, replayedRange)), 202)
  })
  .get('/endpoints/:id/deliveries', async (c) => {
    requireCoordinator(c)
    const { db } = c.var.context
    const endpoint = await endpointOf(c, c.req.param('id'))
    const { deliveries, next } = await listDeliveries(db, endpoint.id, {
      state: stateAsked(c),
      after: numberAfter(c, null),
      limit: pageSize(c),
    })
    const attempts = await listAttempts(
      db,
      endpoint.id,
      deliveries.map(({ event }) => event.seq),
    )
    return c.json({ deliveries: deliveries.map((delivery) => deliveryView(delivery, attempts)), next })
  })
  .post('/deliveries/:id/replay', async (c) => {
    requireCoordinator(c)
    const named = parseDeliveryId(c.req.param('id'))
    if (!named) throw problem('not-found')
    const { endpoint, event } = named
    await showDelivery(c, endpoint, event)
    await replayOne(c.var.context, await endpointOf(c, endpoint), event)
    return c.json(await showDelivery(c, endpoint, event), 202)
  })
  .post('/deliveries/:id/settle', async (c) => {
    requireCoordinator(c)
    const named = parseDeliveryId(c.req.param('id'))
    if (!named) throw problem('not-found')
    const { endpoint, event } = named
    await showDelivery(c, endpoint, event)
    await settleOne(c.var.context, await endpointOf(c, endpoint), event)
    return c.json(await showDelivery(c, endpoint, event))
  })

async function endpointOf(c: Context<AppEnv>, id: string): Promise<StoredEndpoint> {
  const endpoint = await findEndpoint(c.var.context.db, id)
  if (!endpoint) throw problem('not-found')
  return endpoint
}

async function showDelivery(c: Context<AppEnv>, endpoint: string, event: number) {
  const { db } = c.var.context
  const delivery = await findDelivery(db, endpoint, event)
  if (!delivery) throw problem('not-found')
  return deliveryView(delivery, await listAttempts(db, endpoint, [event]))
}

async function readBody<Schema extends v.GenericSchema>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const reading = read(schema, await readJson(c, v.unknown()))
  if (!reading.ok) throw problem('invalid', { errors: reading.issues })
  return reading.value
}

const placeOf = (c: Context<AppEnv>) => placeAt(c.env, c.req.url)

function stateAsked(c: Context<AppEnv>): DeliveryState | null {
  const asked = c.req.query('state')
  if (asked === undefined) return null
  const state = deliveryStates.find((known) => known === asked)
  if (!state) throw unreadable('state')
  return state
}
