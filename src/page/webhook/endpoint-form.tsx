import type { Catalogue } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import { eventTypes, type StoredEndpoint } from '../../webhook/index.ts'
import { eventLabel } from '../event-words.ts'
import { word } from '../words.ts'
import { hostOf } from './address.ts'
import { Choosing, type Issues, Line } from './controls.tsx'
import type { TypedEndpoint } from './typed.ts'

type Props = {
  readonly typed: TypedEndpoint
  /** The endpoint that is changed; null while it is made. */
  readonly endpoint: StoredEndpoint | null
  /** The id it is made under, so that it is made once; null of one that is changed. */
  readonly id: string | null
  readonly catalogue: Catalogue
  readonly issues: Issues
  /** Where it is sent. */
  readonly action: string
  readonly locale: Locale
}

/** Everything that is asked about an endpoint of one format. */
export function EndpointForm({ typed, endpoint, id, catalogue, issues, action, locale }: Props) {
  const events = eventTypes(catalogue).map((event) => ({
    value: event.type,
    label: eventLabel(event)[locale],
    code: true,
  }))
  const strays = (endpoint?.events ?? []).filter((type) => !events.some(({ value }) => value === type))
  const around = { issues, locale }
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="format" value={typed.format} />
      {id === null ? null : <input type="hidden" name="id" value={id} autocomplete="off" />}
      <p class="hint" id="page-format">
        {word(locale, `hookFormatWhy.${typed.format}`)}
      </p>
      <Line
        name="description"
        label={word(locale, 'hookDescription')}
        value={typed.description}
        {...around}
      />
      {typed.format === 'email' ? null : <AddressLine {...{ typed, endpoint, issues, locale }} />}
      {typed.format === 'json' ? null : <MailLines typed={typed} issues={issues} locale={locale} />}
      {typed.format === 'mailman3' ? <CredentialLines {...{ typed, endpoint, issues, locale }} /> : null}
      <Choosing
        name="events"
        box="event"
        label={word(locale, 'hookEvents')}
        all={word(locale, 'hookAllEvents')}
        some={word(locale, 'hookSomeEvents')}
        options={events}
        choices={typed.events}
        {...around}
      />
      {strays.length === 0 ? null : (
        <p class="notice">{word(locale, 'hookStray', { types: strays.join(', ') })}</p>
      )}
      <Choosing
        name="forms"
        box="form"
        label={word(locale, 'hookForms')}
        all={word(locale, 'hookAllForms')}
        some={word(locale, 'hookSomeForms')}
        options={catalogue.forms.map(({ id, title }) => ({ value: id, label: title[locale], code: false }))}
        choices={typed.forms}
        {...around}
      />
      <button type="submit" name="action" value="save">
        {word(locale, endpoint === null ? 'hookCreate' : 'hookSave')}
      </button>
    </form>
  )
}

type PartProps = Pick<Props, 'typed' | 'endpoint' | 'issues' | 'locale'>

function AddressLine({ typed, endpoint, issues, locale }: PartProps) {
  const why = word(locale, typed.format === 'mailman3' ? 'hookQueueWhy' : 'hookUrlWhy')
  const kept = endpoint === null ? '' : ` ${word(locale, 'hookKept', { host: hostOf(endpoint) })}`
  return (
    <Line
      name="url"
      label={word(locale, 'hookUrl')}
      hint={why + kept}
      value={typed.url}
      issues={issues}
      locale={locale}
    />
  )
}

function MailLines({ typed, issues, locale }: Omit<PartProps, 'endpoint'>) {
  const around = { issues, locale }
  return (
    <>
      <Line name="from" type="email" label={word(locale, 'hookFrom')} value={typed.from} {...around} />
      <Line name="to" type="email" label={word(locale, 'hookTo')} value={typed.to} {...around} />
      {typed.format === 'mailman3' ? (
        <Line name="listId" label={word(locale, 'hookListId')} value={typed.listId} {...around} />
      ) : null}
    </>
  )
}

function CredentialLines({ typed, endpoint, issues, locale }: PartProps) {
  const hint = endpoint === null ? undefined : word(locale, 'hookCredentialsWhy')
  const user = { name: 'user', label: word(locale, 'hookUser'), value: typed.user, issues, locale }
  return (
    <>
      {hint === undefined ? <Line {...user} /> : <Line {...user} hint={hint} />}
      <Line
        name="password"
        type="password"
        label={word(locale, 'hookPassword')}
        value=""
        issues={issues}
        locale={locale}
      />
    </>
  )
}
