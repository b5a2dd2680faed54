import type { Locale, Text } from '../../form/text.ts'
import type { Sending } from '../../store/sendings.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'

/** To whom the minutes were announced, and what became of it. */
export function Sendings({ sendings, locale }: { sendings: readonly Sending[]; locale: Locale }) {
  if (sendings.length === 0) return <p>{word(locale, 'noSending')}</p>
  return (
    <ul>
      {sendings.map(({ type, at, description, endpoint, format, state, lastAt }) => (
        <li>
          <code>{type}</code> → {description === '' ? endpoint : description} ({format}){'\u00a0'}:{' '}
          <strong>{states[state][locale]}</strong>, {formatMoment(lastAt ?? at, locale)}
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
