import type { Locale } from '../../form/text.ts'
import type { FoundRecord } from '../../record/person/index.ts'
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
      {passages.map(({ label, row, text }) => (
        <div>
          <dt>
            {row === null ? label[locale] : word(locale, 'personRow', { label: label[locale], n: row })}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
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

/** Places outside records. */
export function Elsewhere({
  inSettings,
  endpoints,
  locale,
}: {
  inSettings: boolean
  endpoints: readonly { readonly url: string; readonly description: string }[]
  locale: Locale
}) {
  return (
    <>
      {inSettings ? <p class="notice">{word(locale, 'personSettings')}</p> : null}
      {endpoints.map(({ url, description }) => (
        <p class="notice">{word(locale, 'personEndpoint', { name: description || url })}</p>
      ))}
    </>
  )
}
