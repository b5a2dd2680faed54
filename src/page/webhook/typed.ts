import type { Text } from '../../form/text.ts'
import type { Issue } from '../../problem.ts'
import type { Format, StoredEndpoint } from '../../webhook/endpoint.ts'
import { type Entries, entriesOf, entryOf } from '../entries.ts'
import { webhookWords } from '../webhook-words.ts'

/** What stands in the form of an endpoint, as typed. A password is never shown again. */
export type TypedEndpoint = {
  readonly format: Format
  readonly description: string
  readonly url: string
  readonly from: string
  readonly to: string
  readonly listId: string
  readonly user: string
  readonly password: string
  readonly events: Choices
  readonly forms: Choices
}

/** All of them, or those that are chosen. */
export type Choices = { readonly all: boolean; readonly chosen: readonly string[] }

/** An empty form for an endpoint of this format. Pure. */
export const emptyEndpoint = (format: Format): TypedEndpoint => ({
  format,
  description: '',
  url: '',
  from: '',
  to: '',
  listId: '',
  user: '',
  password: '',
  events: { all: true, chosen: [] },
  forms: { all: true, chosen: [] },
})

/** The form of an endpoint there is, without what may be a secret. Pure. */
export const typedFromEndpoint = ({
  format,
  description,
  settings,
  events,
  forms,
}: StoredEndpoint): TypedEndpoint => ({
  ...emptyEndpoint(format),
  description,
  from: settings?.from ?? '',
  to: settings?.to ?? '',
  listId: settings !== null && 'listId' in settings ? settings.listId : '',
  events: { all: events.length === 0, chosen: events },
  forms: { all: forms.length === 0, chosen: forms },
})

/** What was sent. Pure. */
export function typedFromEndpointForm(format: Format, entries: Entries): TypedEndpoint {
  const one = (name: string) => entryOf(entries, name).trim()
  const choices = (which: string, name: string): Choices => ({
    all: one(which) !== 'some',
    chosen: entriesOf(entries, name),
  })
  return {
    format,
    description: one('description'),
    url: one('url'),
    from: one('from'),
    to: one('to'),
    listId: one('listId'),
    user: one('user'),
    // A password may begin or end with a space.
    password: entryOf(entries, 'password'),
    events: choices('events', 'event'),
    forms: choices('forms', 'form'),
  }
}

/** What makes an endpoint, for `newEndpoint` to read. Pure. */
export function endpointInput(typed: TypedEndpoint): object {
  const { format, url, user, password } = typed
  const common = { format, ...commonInput(typed) }
  switch (format) {
    case 'json':
      return { ...common, url }
    case 'mailman3':
      return { ...common, url, credentials: { user, password } }
    case 'email':
      return common
  }
}

/** What changes an endpoint, for `changedEndpoint` to read: an address or credentials left empty stay. Pure. */
export function endpointChange(typed: TypedEndpoint): object {
  const { format, url, user, password } = typed
  const common = { ...commonInput(typed), ...(format !== 'email' && url !== '' && { url }) }
  const given = format === 'mailman3' && (user !== '' || password !== '')
  return { ...common, ...(given && { credentials: { user, password } }) }
}

function commonInput({ format, description, from, to, listId, events, forms }: TypedEndpoint): object {
  return {
    description,
    events: events.all ? [] : events.chosen,
    forms: forms.all ? [] : forms.chosen,
    ...(format === 'mailman3' && { settings: { from, to, listId } }),
    ...(format === 'email' && { settings: { from, to } }),
  }
}

/** "Only these" and none of them, or "all" and some of them: what is meant must not be guessed. Pure. */
export const choiceIssues = ({ events, forms }: TypedEndpoint): readonly Issue[] => [
  ...issueOf('/events', events),
  ...issueOf('/forms', forms),
]

function issueOf(pointer: string, { all, chosen }: Choices): readonly Issue[] {
  if (all === (chosen.length === 0)) return []
  return [{ pointer, message: all ? webhookWords.hookAllOrThese : webhookWords.hookChooseOne }]
}

const controls: readonly (readonly [pointer: string, control: string])[] = [
  ['/description', 'description'],
  ['/url', 'url'],
  ['/settings/from', 'from'],
  ['/settings/to', 'to'],
  ['/settings/listId', 'listId'],
  ['/credentials/password', 'password'],
  ['/credentials', 'user'],
  ['/events', 'events'],
  ['/forms', 'forms'],
]

/** The messages by the control they are about; those about no control under 'format'. Pure. */
export function issuesByControl(issues: readonly Issue[]): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>()
  for (const { pointer, message } of issues) {
    const [, control = 'format'] =
      controls.find(([place]) => pointer === place || pointer.startsWith(`${place}/`)) ?? []
    if (!found.has(control)) found.set(control, message)
  }
  return found
}
