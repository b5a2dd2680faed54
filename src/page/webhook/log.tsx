import type { Locale } from '../../form/text.ts'
import type { StoredAttempt } from '../../store/attempts.ts'
import type { StoredDelivery } from '../../store/deliveries.ts'
import { type DeliveryState, deliveryStates, type StoredEndpoint } from '../../webhook/index.ts'
import { formatMoment } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { deliveryPath, hookPath } from './address.ts'
import { Attempts } from './attempts.tsx'
import { Decision } from './decision.tsx'

/** What of the log is asked for. */
export type LogQuestion = { readonly state: DeliveryState | null; readonly after: number | null }

/** The address of the page of the log that answers a question. Pure. */
function logAddress(endpoint: StoredEndpoint, { state, after }: LogQuestion): string {
  const asked = { etat: state ?? '', avant: after === null ? '' : String(after) }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return `${hookPath(endpoint.id)}${query.size === 0 ? '' : `?${query}`}#page-journal`
}

type Props = {
  readonly endpoint: StoredEndpoint
  readonly question: LogQuestion
  readonly deliveries: readonly StoredDelivery[]
  readonly attempts: readonly StoredAttempt[]
  /** From which event on the next page goes, or null on the last one. */
  readonly next: number | null
  readonly locale: Locale
}

/** What was sent to an endpoint, the latest event first, each with its attempts. */
export function DeliveryLog({ endpoint, question, deliveries, attempts, next, locale }: Props) {
  const state = word(locale, 'deliveryState')
  const tried = word(locale, 'attempts')
  return (
    <>
      <h2 id="page-journal">{word(locale, 'deliveries')}</h2>
      <StateFilter endpoint={endpoint} state={question.state} locale={locale} />
      {deliveries.length === 0 ? (
        <p>{word(locale, 'deliveriesNone')}</p>
      ) : (
        <StackTable labels={[word(locale, 'deliveryEvent'), state, tried]}>
          {deliveries.map((delivery) => (
            <StackRow head={<Sent delivery={delivery} locale={locale} />}>
              <StackCell label={state}>
                <StateTag delivery={delivery} locale={locale} />
                <Decision endpoint={endpoint} delivery={delivery} locale={locale} />
              </StackCell>
              <StackCell label={tried}>
                <Attempts
                  attempts={attempts.filter(({ event }) => event === delivery.event.seq)}
                  locale={locale}
                />
              </StackCell>
            </StackRow>
          ))}
        </StackTable>
      )}
      {next === null ? null : (
        <p class="links">
          <a href={logAddress(endpoint, { ...question, after: next })}>{word(locale, 'deliveriesNext')}</a>
        </p>
      )}
    </>
  )
}

type DeliveryProps = { readonly delivery: StoredDelivery; readonly locale: Locale }

function Sent({ delivery: { endpoint, event }, locale }: DeliveryProps) {
  return (
    <>
      <a href={deliveryPath(endpoint, event.seq)}>
        <code>{event.type}</code>
      </a>
      <span class="when">{formatMoment(event.at, locale)}</span>
    </>
  )
}

/** Where a delivery stands, and when it is tried next. */
export function StateTag({ delivery: { state, nextAttemptAt }, locale }: DeliveryProps) {
  return (
    <>
      <span class="tag">{word(locale, `delivery.${state}`)}</span>
      {state === 'waiting' && nextAttemptAt !== null ? (
        <span class="when">
          {word(locale, 'deliveryNext', { date: formatMoment(nextAttemptAt, locale) })}
        </span>
      ) : null}
    </>
  )
}

function StateFilter({
  endpoint,
  state,
  locale,
}: Pick<Props, 'endpoint' | 'locale'> & Pick<LogQuestion, 'state'>) {
  return (
    <form method="get" action={`${hookPath(endpoint.id)}#page-journal`} class="filters">
      <div>
        <label for="page-etat">{word(locale, 'deliveryState')}</label>
        <select id="page-etat" name="etat">
          <option value="">{word(locale, 'deliveriesAll')}</option>
          {deliveryStates.map((one) => (
            <option value={one} selected={one === state}>
              {word(locale, `delivery.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{word(locale, 'deliveriesShow')}</button>
    </form>
  )
}
