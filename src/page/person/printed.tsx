import type { Form } from '../../form/definition/index.ts'
import { findField } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { FoundPerson } from '../../record/person/index.ts'
import type { StoredConsent } from '../../store/consents.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import { Elsewhere, Passages, Places, titleOf } from './places.tsx'

type Props = {
  readonly found: FoundPerson
  /** Of the records found. */
  readonly consents: readonly StoredConsent[]
  readonly now: number
  readonly locale: Locale
}

/** All that is kept of a person, to be given to them on paper. */
export function PrintedPerson({ found, consents, now, locale }: Props) {
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
          <Agreements
            form={one.form}
            consents={consents.filter(({ record }) => record === one.record.id)}
            locale={locale}
          />
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

type AgreementsProps = Pick<Props, 'consents' | 'locale'> & { readonly form: Form }

function Agreements({ form, consents, locale }: AgreementsProps) {
  if (consents.length === 0) return null
  return (
    <dl class="answers">
      {consents.map((consent) => (
        <div>
          <dt>{findField(form, consent.field)?.label[locale] ?? consent.field}</dt>
          <dd>{standingOf(consent, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}

function standingOf({ givenAt, givenBy, withdrawnAt }: StoredConsent, locale: Locale): string {
  const given = givenBy === 'member' ? 'consentGivenAt' : 'consentDeclared'
  const sentence = word(locale, given, { date: formatMoment(givenAt, locale) })
  if (withdrawnAt === null) return sentence
  return `${sentence} ${word(locale, 'happened.consent.withdrawn')}, ${formatMoment(withdrawnAt, locale)}.`
}
