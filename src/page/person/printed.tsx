import type { Locale } from '../../form/text.ts'
import type { FoundPerson } from '../../record/person/index.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import { Elsewhere, Passages, Places, titleOf } from './places.tsx'

/** All that is kept of a person, to be given to them on paper. */
export function PrintedPerson({ found, now, locale }: { found: FoundPerson; now: number; locale: Locale }) {
  return (
    <>
      <p class="lead">{word(locale, 'personPrintedLead', { date: formatMoment(now, locale) })}</p>
      <p>{word(locale, 'personPart')}</p>
      {found.records.map((one) => (
        <section>
          <h2>{titleOf(one)}</h2>
          <p class="hint">
            {one.form.title[locale]}. {word(locale, 'receivedAt')}{' '}
            {formatMoment(one.record.createdAt, locale)}
          </p>
          <Places found={one} locale={locale} />
          {one.comments.map(({ at, name, text }) => (
            <blockquote>
              <p>{text}</p>
              <p class="hint">
                {name}, {formatMoment(at, locale)}
              </p>
            </blockquote>
          ))}
        </section>
      ))}
      {found.doubtful.map(({ at, passages }) => (
        <section>
          <h2>{word(locale, 'personWaiting', { date: formatMoment(at, locale) })}</h2>
          <dl class="answers">
            <Passages passages={passages} locale={locale} />
          </dl>
        </section>
      ))}
      <Elsewhere found={found} locale={locale} />
    </>
  )
}
