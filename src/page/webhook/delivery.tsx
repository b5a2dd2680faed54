import type { Locale } from '../../form/text.ts'
import type { StoredAttempt } from '../../store/attempts.ts'
import type { StoredDelivery } from '../../store/deliveries.ts'
import type { StoredEvent } from '../../store/events.ts'
import type { StoredEndpoint } from '../../webhook/index.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import { hookPath, nameOf } from './address.ts'
import { Attempts } from './attempts.tsx'
import { Decision } from './decision.tsx'
import { StateTag } from './log.tsx'

type Props = {
  readonly endpoint: StoredEndpoint
  readonly delivery: StoredDelivery
  readonly event: StoredEvent
  readonly attempts: readonly StoredAttempt[]
  /** Whether the page reloads by itself. */
  readonly reloads: boolean
  readonly locale: Locale
}

/** One event sent to one endpoint: where it stands, each attempt whole, and what was sent. */
export function DeliveryPage({ endpoint, delivery, event, attempts, reloads, locale }: Props) {
  const isGoing = delivery.state === 'waiting' || delivery.state === 'sending'
  const reference = referenceIn(event.payload)
  return (
    <>
      <p class="links">
        <a href={hookPath(endpoint.id)}>{nameOf(endpoint)}</a>
      </p>
      <h1>
        {word(locale, 'delivery')} <code>{event.type}</code>
      </h1>
      <p role="status">
        <StateTag delivery={delivery} locale={locale} />{' '}
        {isGoing && attempts.length === 0 ? word(locale, reloads ? 'deliveryGoing' : 'deliveryLate') : null}
      </p>
      <p>
        {formatMoment(event.at, locale)}
        {reference === null ? null : (
          <>
            . {word(locale, 'deliveryRecord')} <a href={`/coordination/fiches/${reference}`}>{reference}</a>
          </>
        )}
      </p>
      <Decision endpoint={endpoint} delivery={delivery} locale={locale} />
      <h2>{word(locale, 'attempts')}</h2>
      <Attempts attempts={attempts} locale={locale} whole />
      <h2>{word(locale, 'deliveryPayload')}</h2>
      <pre class="payload" tabindex={0}>
        {indented(event.payload)}
      </pre>
    </>
  )
}

type Payload = { readonly data?: { readonly record?: { readonly reference?: unknown } } }

/** The reference of the record that an event is about; null when it is about none. */
function referenceIn(payload: string): string | null {
  const reference = (JSON.parse(payload) as Payload).data?.record?.reference
  return typeof reference === 'string' ? reference : null
}

const indented = (payload: string): string => JSON.stringify(JSON.parse(payload), null, 2)
