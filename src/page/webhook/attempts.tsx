import type { Locale } from '../../form/text.ts'
import type { StoredAttempt } from '../../store/attempts.ts'
import { colon, formatMoment, formatNumber } from '../format.ts'
import { word } from '../words.ts'

type Props = { readonly attempts: readonly StoredAttempt[]; readonly locale: Locale }

/** How much of an answer stands in a log, in UTF-16 code units; the delivery's own page has what was kept. */
const shortAnswer = 200

/** Each attempt: when, what came of it, how long it took, and the beginning of the answer. */
export function Attempts({ attempts, locale, whole = false }: Props & { whole?: boolean }) {
  if (attempts.length === 0) return <span class="quiet">{word(locale, 'attemptsNone')}</span>
  return (
    <ol class="attempts">
      {attempts.map((attempt) => (
        <li value={attempt.number}>
          {formatMoment(attempt.at, locale)}
          {colon(locale)}
          <strong>{outcome(attempt, locale)}</strong>,{' '}
          {word(locale, 'attemptMilliseconds', { n: formatNumber(attempt.duration, locale) })}
          {attempt.response === '' ? null : (
            <code class="cell">{whole ? attempt.response : attempt.response.slice(0, shortAnswer)}</code>
          )}
        </li>
      ))}
    </ol>
  )
}

function outcome({ status, error, outcome: kind }: StoredAttempt, locale: Locale): string {
  if (status !== null) return word(locale, 'attemptStatus', { status })
  return word(locale, error === null ? attemptWords[kind] : `sendError.${error}`)
}

const attemptWords = {
  delivered: 'delivery.delivered',
  retry: 'delivery.failed',
  gone: 'delivery.failed',
  held: 'delivery.held',
} as const
