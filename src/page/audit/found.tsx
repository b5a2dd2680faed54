import type { Audit, Cursor } from '../../audit/index.ts'
import type { Locale } from '../../form/text.ts'
import { Facts } from '../facts.tsx'
import { formatMoment, formatNumber } from '../format.ts'
import { word } from '../words.ts'

/** Faults that are listed at most: after a wholesale change every event is one. */
const mostFaults = 20

type Props = {
  readonly audit: Audit
  /** Where this stretch of the verification began. */
  readonly cursor: Cursor
  /** Where it goes on; null at the end. */
  readonly next: string | null
  readonly locale: Locale
}

/** What a verification found, as far as it came. */
export function Found({ audit, cursor, next, locale }: Props) {
  const { faults, reached, sealed } = audit
  const goOn =
    next === null ? null : (
      <p>
        <a class="button" href={next}>
          {word(locale, 'auditGoOn')}
        </a>
      </p>
    )
  if (faults.length + cursor.faults === 0)
    return (
      <div class="banner" role="status">
        <p>
          {next === null
            ? word(locale, 'auditWhole', {
                n: formatNumber(sealed.seq, locale),
                moment: formatMoment(cursor.begun, locale),
              })
            : word(locale, 'auditPart', {
                n: formatNumber(reached.seq, locale),
                total: formatNumber(sealed.seq, locale),
              })}
        </p>
        {goOn}
      </div>
    )
  return (
    <section class="notice" aria-labelledby="page-change">
      <h2 id="page-change">{word(locale, 'auditFaults')}</h2>
      <ul>
        {cursor.faults === 0 ? null : (
          <li>
            {word(locale, 'auditBefore', {
              seq: cursor.point.seq + 1,
              n: formatNumber(cursor.faults, locale),
            })}
          </li>
        )}
        {faults.slice(0, mostFaults).map(({ seq, kind }) => (
          <li>{word(locale, 'auditFault', { seq, what: word(locale, `auditFault.${kind}`) })}</li>
        ))}
        {faults.length > mostFaults ? (
          <li>{word(locale, 'auditMore', { n: formatNumber(faults.length - mostFaults, locale) })}</li>
        ) : null}
      </ul>
      <p>{word(locale, 'auditWhatNow')}</p>
      {goOn}
    </section>
  )
}

/** How much there is in the log, and how much of it the chain vouches for. */
export function State({ audit, locale }: { audit: Audit; locale: Locale }) {
  const { events, sealed, sealedAt, waiting, blanked } = audit
  const lines = [
    ['auditEvents', formatNumber(events, locale)],
    [
      'auditSealed',
      sealedAt === null
        ? word(locale, 'auditNone')
        : word(locale, 'auditSealedOn', { seq: sealed.seq, moment: formatMoment(sealedAt, locale) }),
    ],
    ['auditHead', sealed.head === '' ? word(locale, 'auditNone') : <code>{sealed.head}</code>],
    ['auditWaiting', formatNumber(waiting, locale)],
    ['auditBlanked', formatNumber(blanked, locale)],
  ] as const
  return <Facts lines={lines.map(([key, shown]) => [word(locale, key), shown])} />
}
