import type { Locale } from '../../form/text.ts'
import { type DeliveryCounts, noDeliveries } from '../../store/delivery-counts.ts'
import type { StoredEndpoint } from '../../webhook/index.ts'
import { formatMoment, formatNumber } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { hookPath, hostOf, nameOf } from './address.ts'

type ListProps = {
  readonly endpoints: readonly StoredEndpoint[]
  readonly counts: ReadonlyMap<string, DeliveryCounts>
  readonly locale: Locale
}

/** Every endpoint: what it gets, how it is doing, what it is owed. */
export function EndpointList({ endpoints, counts, locale }: ListProps) {
  if (endpoints.length === 0) return <p>{word(locale, 'hooksNone')}</p>
  const takes = word(locale, 'hookTakes')
  const state = word(locale, 'hookState')
  const owed = word(locale, 'hookOwed')
  return (
    <StackTable labels={[word(locale, 'hookName'), takes, state, owed]}>
      {endpoints.map((endpoint) => (
        <StackRow head={<Named endpoint={endpoint} locale={locale} />}>
          <StackCell label={takes}>
            <Takes endpoint={endpoint} locale={locale} />
          </StackCell>
          <StackCell label={state}>
            <EndpointState endpoint={endpoint} locale={locale} />
          </StackCell>
          <StackCell label={owed}>
            <Owed counts={counts.get(endpoint.id)} locale={locale} />
          </StackCell>
        </StackRow>
      ))}
    </StackTable>
  )
}

type OneProps = { readonly endpoint: StoredEndpoint; readonly locale: Locale }

function Named({ endpoint, locale }: OneProps) {
  return (
    <>
      <a href={hookPath(endpoint.id)}>{nameOf(endpoint)}</a>
      <span class="when">
        {word(locale, `hookFormat.${endpoint.format}`)}, {hostOf(endpoint)}
      </span>
    </>
  )
}

/** The events and the forms that an endpoint asks for. */
export function Takes({ endpoint: { events, forms }, locale }: OneProps) {
  return (
    <>
      {events.length === 0
        ? word(locale, 'hookAllEvents')
        : events.map((type, index) => (
            <>
              {index === 0 ? '' : ', '}
              <code>{type}</code>
            </>
          ))}
      {forms.length === 0 ? null : (
        <span class="when">{word(locale, 'hookOnlyForms', { forms: forms.join(', ') })}</span>
      )}
    </>
  )
}

/** Whether it is on, since when it fails, or why it is off. */
export function EndpointState({ endpoint, locale }: OneProps) {
  const { state, disabledReason, failingSince } = endpoint
  if (state === 'disabled')
    return <span class="tag">{word(locale, `hookOff.${disabledReason ?? 'manual'}`)}</span>
  return (
    <>
      <span class="tag">{word(locale, 'hookOn')}</span>
      {failingSince === null ? null : (
        <span class="when">{word(locale, 'hookFailing', { date: formatMoment(failingSince, locale) })}</span>
      )}
    </>
  )
}

type OwedProps = { readonly counts: DeliveryCounts | undefined; readonly locale: Locale }

/** How many deliveries wait, are held, failed. */
export function Owed({ counts = noDeliveries, locale }: OwedProps) {
  return word(locale, 'hookCounts', {
    waiting: formatNumber(counts.waiting, locale),
    held: formatNumber(counts.held, locale),
    failed: formatNumber(counts.failed, locale),
  })
}
