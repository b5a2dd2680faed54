import type { Locale } from '../../form/text.ts'
import type { DeliveryCounts } from '../../store/delivery-counts.ts'
import type { StoredEndpoint } from '../../webhook/index.ts'
import { Facts } from '../facts.tsx'
import { word } from '../words.ts'
import { hooksPath, hostOf, nameOf } from './address.ts'
import { EndpointState, Owed, Takes } from './list.tsx'

type Props = {
  readonly endpoint: StoredEndpoint
  readonly counts: DeliveryCounts | undefined
  readonly locale: Locale
}

/** What an endpoint is, what it asks for and how it is doing. */
export function EndpointHead({ endpoint, counts, locale }: Props) {
  const lines = [
    ['hookFormat', `${word(locale, `hookFormat.${endpoint.format}`)}, ${hostOf(endpoint)}`],
    ['hookTakes', <Takes endpoint={endpoint} locale={locale} />],
    ['hookState', <EndpointState endpoint={endpoint} locale={locale} />],
    ['hookOwed', <Owed counts={counts} locale={locale} />],
  ] as const
  return (
    <>
      <p class="links">
        <a href={hooksPath}>{word(locale, 'hooks')}</a>
      </p>
      <h1>{nameOf(endpoint)}</h1>
      <Facts lines={lines.map(([key, shown]) => [word(locale, key), shown])} />
    </>
  )
}
