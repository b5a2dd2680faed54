import type { Child } from 'hono/jsx'
import type { Locale } from '../../form/text.ts'
import { isMail, SECRET_OVERLAP, type StoredEndpoint } from '../../webhook/index.ts'
import { ConfirmBox } from '../confirm.tsx'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import { hookPath } from './address.ts'

type Props = {
  readonly endpoint: StoredEndpoint
  /** Milliseconds since 1970, UTC. */
  readonly now: number
  readonly locale: Locale
}

/** What can be done with an endpoint: at once, or once the box is ticked. */
export function EndpointActions({ endpoint, now, locale }: Props) {
  const path = hookPath(endpoint.id)
  const isOn = endpoint.state === 'enabled'
  const confirmed = { path, locale }
  return (
    <section aria-labelledby="page-actions">
      <h2 id="page-actions">{word(locale, 'tools')}</h2>
      {isOn ? <p class="hint">{word(locale, 'hookTestWhy')}</p> : null}
      <div class="actions">
        <form method="post" action={path}>
          <button type="submit" name="action" value={isOn ? 'test' : 'enable'}>
            {word(locale, isOn ? 'hookTest' : 'hookEnable')}
          </button>
        </form>
        <a href={`${path}/modifier`}>{word(locale, 'hookChange')}</a>
      </div>
      {isOn ? (
        <Confirmed action="range" title="hookRange" why={word(locale, 'hookRangeWhy')} {...confirmed}>
          <RangeDates locale={locale} />
        </Confirmed>
      ) : null}
      {isMail(endpoint) ? null : (
        <Confirmed
          action="rotate"
          title="hookRotate"
          why={word(locale, 'hookRotateWhy', { date: formatMoment(now + SECRET_OVERLAP, locale) })}
          {...confirmed}
        />
      )}
      {isOn ? (
        <Confirmed action="disable" title="hookDisable" why={word(locale, 'hookDisableWhy')} {...confirmed} />
      ) : null}
      <Confirmed action="delete" title="hookDelete" why={word(locale, 'hookDeleteWhy')} {...confirmed} />
    </section>
  )
}

type ConfirmedProps = {
  readonly path: string
  readonly action: string
  readonly title: 'hookRange' | 'hookRotate' | 'hookDisable' | 'hookDelete'
  readonly why: string
  readonly children?: Child
  readonly locale: Locale
}

/** Something that is done only once its consequence was unfolded and its box ticked. */
function Confirmed({ path, action, title, why, children, locale }: ConfirmedProps) {
  return (
    <details class="many">
      <summary>{word(locale, title)}…</summary>
      <form method="post" action={path} class="notice">
        <p>{why}</p>
        {children}
        <ConfirmBox locale={locale} />
        <div class="actions">
          <button type="submit" name="action" value={action}>
            {word(locale, title)}
          </button>
        </div>
      </form>
    </details>
  )
}

function RangeDates({ locale }: { locale: Locale }) {
  return (
    <>
      {(['From', 'To'] as const).map((end) => (
        <div class="field">
          <label for={`page-range-${end}`}>{word(locale, `hookRange${end}`)}</label>
          <input
            type="text"
            class="short"
            id={`page-range-${end}`}
            name={end === 'From' ? 'since' : 'until'}
            inputmode="numeric"
            autocomplete="off"
            required
          />
        </div>
      ))}
      <label class="pick">
        <input type="checkbox" name="undelivered" value="yes" checked />
        {word(locale, 'hookRangeUndelivered')}
      </label>
    </>
  )
}
