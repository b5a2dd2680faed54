import type { Locale } from '../../form/text.ts'
import type { FoundPerson, FoundRecord } from '../../record/person/index.ts'
import { word } from '../words.ts'

/** What a record is called, its reference before it. */
export const titleOf = ({ record, form }: FoundRecord): string => {
  const title = record.answers[form.titleField]
  return title === undefined ? record.reference : `${record.reference} – ${String(title)}`
}

/** Each place of a record where the person is named, with what stands there. */
export function Places({ found, locale }: { found: FoundRecord; locale: Locale }) {
  const { passages, beside, record, fedBy } = found
  const counted = (['events', 'versions', 'comments', 'links'] as const).map(
    (key) => [key, found[key].length] as const,
  )
  return (
    <dl class="answers">
      {fedBy === null ? null : (
        <div>
          <dt>{word(locale, 'personFed', { reference: fedBy })}</dt>
        </div>
      )}
      <Passages passages={passages} locale={locale} />
      {beside.map((key) => (
        <div>
          <dt>{word(locale, `personIn.${key}`)}</dt>
          <dd>{record.coordination[key]}</dd>
        </div>
      ))}
      {[...counted, ['responses', found.responses] as const].map(([key, n]) =>
        n === 0 ? null : (
          <div>
            <dt>{word(locale, `personIn.${key}`, { n })}</dt>
          </div>
        ),
      )}
    </dl>
  )
}

/** What answers say of the person, for a list of them. */
export function Passages({ passages, locale }: Pick<FoundRecord, 'passages'> & { locale: Locale }) {
  return (
    <>
      {passages.map(({ label, row, text }) => (
        <div>
          <dt>
            {row === null ? label[locale] : word(locale, 'personRow', { label: label[locale], n: row })}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </>
  )
}

type Outside = Pick<FoundPerson, 'inSettings' | 'endpoints' | 'decisions'>

/** Places outside records. */
export function Elsewhere({ found, locale }: { found: Outside; locale: Locale }) {
  const { inSettings, endpoints, decisions } = found
  return (
    <>
      {inSettings ? <p class="notice">{word(locale, 'personSettings')}</p> : null}
      {endpoints.map(({ url, description }) => (
        <p class="notice">{word(locale, 'personEndpoint', { name: description || url })}</p>
      ))}
      {decisions === 0 ? null : <p class="notice">{word(locale, 'personDecisions', { n: decisions })}</p>}
    </>
  )
}
