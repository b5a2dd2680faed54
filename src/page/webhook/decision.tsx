import type { Locale } from '../../form/text.ts'
import type { StoredDelivery } from '../../store/deliveries.ts'
import { isMail, type StoredEndpoint } from '../../webhook/index.ts'
import { ConfirmBox } from '../confirm.tsx'
import { word } from '../words.ts'
import { deliveryPath } from './address.ts'

type Props = {
  readonly endpoint: StoredEndpoint
  readonly delivery: StoredDelivery
  readonly locale: Locale
}

/** Whether to send a delivery again is to write the same message twice to people. Pure. */
export const repeatsToPeople = (endpoint: StoredEndpoint, { state }: StoredDelivery): boolean =>
  isMail(endpoint) && state === 'delivered'

/** To send a delivery again, and to take a held one for delivered; a disabled endpoint is sent nothing. */
export function Decision({ endpoint, delivery, locale }: Props) {
  const { event, state } = delivery
  const isHeld = state === 'held'
  const mayReplay = endpoint.state === 'enabled' && state !== 'sending' && state !== 'waiting'
  if (!isHeld && !mayReplay) return null
  const form = (
    <form method="post" action={deliveryPath(endpoint.id, event.seq)}>
      {isHeld ? <p class="hint">{word(locale, 'deliveryHeldWhy')}</p> : null}
      {repeatsToPeople(endpoint, delivery) ? (
        <>
          <p class="hint">{word(locale, 'deliveryTwiceWhy')}</p>
          <ConfirmBox locale={locale} />
        </>
      ) : null}
      {isHeld ? (
        <button type="submit" name="action" value="settle" class="second">
          {word(locale, 'deliverySettle')}
        </button>
      ) : null}{' '}
      {mayReplay ? (
        <button type="submit" name="action" value="replay" class="second">
          {word(locale, 'deliveryReplay')}
          <span class="hidden"> {event.type}</span>
        </button>
      ) : null}
    </form>
  )
  if (!repeatsToPeople(endpoint, delivery)) return form
  return (
    <details>
      <summary>{word(locale, 'deliveryReplay')}…</summary>
      {form}
    </details>
  )
}
