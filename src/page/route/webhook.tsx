import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { problem } from '../../problem.ts'
import { listAttempts } from '../../store/attempts.ts'
import { findDelivery, listDeliveries, type StoredDelivery } from '../../store/deliveries.ts'
import { countDeliveries } from '../../store/delivery-counts.ts'
import { eventAt } from '../../store/events.ts'
import {
  changeEndpoint,
  deliveryStates,
  removeEndpoint,
  replayOne,
  rotateSecret,
  type StoredEndpoint,
  settleOne,
  testEndpoint,
} from '../../webhook/index.ts'
import { formScript } from '../assets.ts'
import { requireConfirmed } from '../confirm.tsx'
import { type Entries, entryOf } from '../entries.ts'
import { respond } from '../respond.tsx'
import { EndpointActions } from '../webhook/actions.tsx'
import { deliveryPath, hookPath, hooksPath } from '../webhook/address.ts'
import { repeatsToPeople } from '../webhook/decision.tsx'
import { DeliveryPage } from '../webhook/delivery.tsx'
import { EndpointHead } from '../webhook/head.tsx'
import { DeliveryLog, type LogQuestion } from '../webhook/log.tsx'
import { ReplayedNotice, replayAsked } from '../webhook/range.tsx'
import { SecretShown } from '../webhook/secret.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'
import { endpointAt } from './webhooks.tsx'

type C = HonoContext<AppEnv>

/** One endpoint, what can be done with it, and what was sent to it. Who may call: coordinators. */
export const webhookRoutes = new Hono<AppEnv>()

/** How many deliveries a page of the log has. */
const pageSize = 20

webhookRoutes.get('/coordination/webhooks/:id', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const endpoint = await endpointAt(c)
  const question = questionOf(c)
  const [counts, { deliveries, next }] = await Promise.all([
    countDeliveries(context.db),
    listDeliveries(context.db, endpoint.id, { ...question, limit: pageSize }),
  ])
  const events = deliveries.map(({ event }) => event.seq)
  const attempts = await listAttempts(context.db, endpoint.id, events)
  const content = (
    <>
      {c.req.query('fait') === 'save' ? (
        <p class="banner" role="status">
          {word(locale, 'hookSaved')}
        </p>
      ) : null}
      <ReplayedNotice c={c} endpoint={endpoint} />
      <EndpointHead endpoint={endpoint} counts={counts.get(endpoint.id)} locale={locale} />
      <EndpointActions endpoint={endpoint} now={context.now} locale={locale} />
      <DeliveryLog {...{ endpoint, question, deliveries, attempts, next, locale }} />
    </>
  )
  return respond(c, { title: word(locale, 'hooks'), content, secret: true })
})

webhookRoutes.post('/coordination/webhooks/:id', async (c) => {
  requireCoordinator(c)
  const endpoint = await endpointAt(c)
  return carryOut(c, endpoint, await readEntries(c))
})

async function carryOut(c: C, endpoint: StoredEndpoint, entries: Entries) {
  const { context, locale } = c.var
  const here = hookPath(endpoint.id)
  const action = entryOf(entries, 'action')
  if (action === 'test') {
    const event = await testEndpoint(context, endpoint)
    return c.redirect(`${deliveryPath(endpoint.id, event)}?attente=0`, 303)
  }
  if (action === 'enable') {
    await changeEndpoint(context, endpoint, { state: 'enabled' })
    return c.redirect(`${here}?fait=save`, 303)
  }
  requireConfirmed(entries)
  switch (action) {
    case 'disable':
      await changeEndpoint(context, endpoint, { state: 'disabled' })
      return c.redirect(`${here}?fait=save`, 303)
    case 'delete':
      await removeEndpoint(context, endpoint)
      return c.redirect(`${hooksPath}?fait=delete`, 303)
    case 'range':
      return c.redirect(`${here}?${await replayAsked(context, endpoint, entries)}`, 303)
    case 'rotate': {
      const { endpoint: rotated, secret } = await rotateSecret(context, endpoint)
      const content = <SecretShown endpoint={rotated} secret={secret} locale={locale} />
      const title = word(locale, 'secretRotated')
      return respond(c, { title, content, secret: true, scripts: [formScript.path] })
    }
    default:
      throw problem('invalid')
  }
}

webhookRoutes.get('/coordination/webhooks/:id/envois/:event', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const { endpoint, delivery } = await deliveryAt(c)
  const [event, attempts] = await Promise.all([
    eventAt(context.db, delivery.event.seq),
    listAttempts(context.db, endpoint.id, [delivery.event.seq]),
  ])
  if (!event) throw problem('not-found')
  const reloads = reloadsAsked(c, delivery)
  if (reloads !== null)
    c.header('Refresh', `3; url=${deliveryPath(endpoint.id, event.seq)}?attente=${reloads + 1}`)
  const content = (
    <DeliveryPage {...{ endpoint, delivery, event, attempts, locale }} reloads={reloads !== null} />
  )
  return respond(c, { title: word(locale, 'delivery'), content, secret: true })
})

webhookRoutes.post('/coordination/webhooks/:id/envois/:event', async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const { endpoint, delivery } = await deliveryAt(c)
  const entries = await readEntries(c)
  switch (entryOf(entries, 'action')) {
    case 'replay':
      if (repeatsToPeople(endpoint, delivery)) requireConfirmed(entries)
      await replayOne(context, endpoint, delivery.event.seq)
      return c.redirect(`${deliveryPath(endpoint.id, delivery.event.seq)}?attente=0`, 303)
    case 'settle':
      await settleOne(context, endpoint, delivery.event.seq)
      return c.redirect(deliveryPath(endpoint.id, delivery.event.seq), 303)
    default:
      throw problem('invalid')
  }
})

/** @throws problem 'not-found' */
async function deliveryAt(
  c: C,
): Promise<{ readonly endpoint: StoredEndpoint; readonly delivery: StoredDelivery }> {
  const endpoint = await endpointAt(c)
  const named = c.req.param('event') ?? ''
  const delivery = /^\d{1,15}$/.test(named)
    ? await findDelivery(c.var.context.db, endpoint.id, Number(named))
    : null
  if (!delivery) throw problem('not-found')
  return { endpoint, delivery }
}

/** How often a page of what is under way reloads by itself: half a minute, then whoever waits decides. */
const mostReloads = 10

/** How often it did; null when it no longer does. */
function reloadsAsked(c: C, { state }: StoredDelivery): number | null {
  const asked = Number(c.req.query('attente') ?? Number.NaN)
  const isGoing = state === 'waiting' || state === 'sending'
  return isGoing && Number.isInteger(asked) && asked >= 0 && asked < mostReloads ? asked : null
}

/** What of the log the address asks for; what is nothing there is asks for nothing. */
function questionOf(c: C): LogQuestion {
  const { etat, avant = '' } = c.req.query()
  return {
    state: deliveryStates.find((state) => state === etat) ?? null,
    after: /^\d{1,15}$/.test(avant) ? Number(avant) : null,
  }
}
