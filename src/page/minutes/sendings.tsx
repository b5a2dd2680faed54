import type { Locale, Text } from '../../form/text.ts'
import type { Sending } from '../../store/sendings.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'

type Props = {
  readonly sendings: readonly Sending[]
  /** Where a decision about one that is held is sent. */
  readonly action: string
  readonly locale: Locale
}

/** To whom the minutes were announced, and what became of it; of what is held the coordinator decides. */
export function Sendings({ sendings, action, locale }: Props) {
  if (sendings.length === 0) return <p>{word(locale, 'noSending')}</p>
  return (
    <ul>
      {sendings.map(({ event, type, at, description, endpoint, format, state, lastAt }) => (
        <li>
          <code>{type}</code> → {description === '' ? endpoint : description} ({format}){'\u00a0'}:{' '}
          <strong>{states[state][locale]}</strong>, {formatMoment(lastAt ?? at, locale)}
          {state === 'held' ? (
            <form method="post" action={action} class="notice">
              <p>{word(locale, 'heldWhy')}</p>
              <input type="hidden" name="endpoint" value={endpoint} />
              <input type="hidden" name="event" value={String(event)} />
              <div class="actions">
                <button type="submit" name="action" value="settle" class="second">
                  {word(locale, 'heldArrived')}
                </button>
                <button type="submit" name="action" value="replay" class="second">
                  {word(locale, 'heldAgain')}
                </button>
              </div>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const states: Readonly<Record<Sending['state'], Text>> = {
  waiting: { fr: 'en attente', en: 'waiting' },
  sending: { fr: 'envoi en cours', en: 'being sent' },
  held: { fr: 'en attente de votre décision', en: 'waiting for your decision' },
  delivered: { fr: 'remis', en: 'delivered' },
  failed: { fr: 'échec', en: 'failed' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
}
