import * as v from 'valibot'
import type { Catalogue } from '../form/definition/index.ts'
import { isClean, pointerOf } from '../form/index.ts'
import type { Issue } from '../problem.ts'
import { type Place, readAddress } from './address.ts'
import type { Correspondence, Credentials, MailmanSettings, StoredEndpoint } from './endpoint.ts'
import { eventTypes } from './event-types.ts'
import { type Message, messages, say } from './input-words.ts'
import { correspondence, credentials, mailmanSettings, mailto } from './mail/input.ts'

const description = v.pipe(
  v.string(say('type')),
  v.trim(),
  v.maxLength(200, say('description')),
  v.check((text) => isClean(text) && !text.includes('\n'), say('description')),
)
const state = v.picklist(['enabled', 'disabled'], say('state'))
const several = (known: readonly string[], message: 'event' | 'form') =>
  v.pipe(v.array(v.picklist(known, say(message)), say('type')), v.maxLength(50, say('many')))

const urlAt = (place: Place) =>
  v.pipe(
    v.string(say('type')),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const address = readAddress(dataset.value, place)
      if (address.ok) return address.url
      addIssue({ message: say(address.fault) })
      return NEVER
    }),
  )

const queueAt = (place: Place) => v.pipe(urlAt(place), v.regex(/^[^?]+\/queues\/in$/, say('queue')))

const formatOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined

/** What an endpoint may ask for: the types of the events and the ids of the forms there are. */
export type Known = { readonly events: readonly string[]; readonly forms: readonly string[] }

/** Where this Recueil is, as asked for at `url`, and whether it has a mail service. Pure. */
export const placeAt = ({ LOCAL, EMAIL }: Cloudflare.Env, url: string) => ({
  local: LOCAL === 'true',
  sendsMail: EMAIL !== undefined,
  ownHost: new URL(url).host,
})

/** What there is to ask for of these forms. Pure. */
export const knownOf = (catalogue: Catalogue): Known => ({
  events: eventTypes(catalogue).map(({ type }) => type),
  forms: catalogue.forms.map(({ id }) => id),
})

const common = ({ events, forms }: Known) => ({
  description: v.optional(description, ''),
  events: v.optional(several(events, 'event'), []),
  forms: v.optional(several(forms, 'form'), []),
})

/**
 * What makes an endpoint of each format; what is left out takes the usual value. `sendsMail` tells whether there is a
 * mail service.
 */
export function newEndpoint(place: Place & { readonly sendsMail: boolean }, known: Known) {
  const webhook = v.strictObject(
    {
      ...common(known),
      url: urlAt(place),
      format: v.optional(v.literal('json', say('format')), 'json'),
    },
    say('type'),
  )
  const mailman = v.strictObject(
    {
      ...common(known),
      url: queueAt(place),
      format: v.literal('mailman3'),
      settings: mailmanSettings,
      credentials,
    },
    say('type'),
  )
  const email = v.pipe(
    v.strictObject(
      {
        ...common(known),
        format: v.pipe(
          v.literal('email'),
          v.check(() => place.sendsMail, say('noMailService')),
        ),
        settings: correspondence,
      },
      say('type'),
    ),
    v.transform((input) => ({ ...input, url: mailto(input.settings.to) })),
  )
  return v.lazy((input): typeof webhook | typeof mailman | typeof email => {
    switch (formatOf(input)) {
      case 'mailman3':
        return mailman
      case 'email':
        return email
      default:
        return webhook
    }
  })
}

const commonChange = ({ events, forms }: Known) => ({
  description: v.exactOptional(description),
  events: v.exactOptional(several(events, 'event')),
  forms: v.exactOptional(several(forms, 'form')),
  state: v.exactOptional(state),
})

/** What changes an endpoint; what is left out stays. */
export function changedEndpoint(place: Place, known: Known, endpoint: StoredEndpoint) {
  const sameFormat = v.exactOptional(v.literal(endpoint.format, say('formatKept')))
  const webhook = v.strictObject(
    { ...commonChange(known), url: v.exactOptional(urlAt(place)), format: sameFormat },
    say('type'),
  )
  const mailman = v.pipe(
    v.strictObject(
      {
        ...commonChange(known),
        url: v.exactOptional(queueAt(place)),
        format: sameFormat,
        settings: v.exactOptional(mailmanSettings),
        credentials: v.exactOptional(credentials),
      },
      say('type'),
    ),
    // Whoever changed the address alone would have the password sent to a server of their own.
    v.forward(
      v.check(
        ({ url, credentials: given }) =>
          url === undefined || given !== undefined || new URL(url).origin === new URL(endpoint.url).origin,
        say('newServer'),
      ),
      ['credentials'],
    ),
  )
  const email = v.pipe(
    v.strictObject(
      { ...commonChange(known), format: sameFormat, settings: v.exactOptional(correspondence) },
      say('type'),
    ),
    v.transform((input) => ({ ...input, ...(input.settings && { url: mailto(input.settings.to) }) })),
  )
  switch (endpoint.format) {
    case 'json':
      return webhook
    case 'mailman3':
      return mailman
    case 'email':
      return email
  }
}

const moment = v.pipe(
  v.string(say('since')),
  v.isoTimestamp(say('since')),
  v.transform((text) => Date.parse(text)),
  v.number(say('since')),
)

/**
 * Which events to send again: those after a sequence number, from the moment `since` on and before `until`;
 * `undelivered` spares the delivered.
 */
export const replayedRange = v.strictObject(
  {
    after: v.optional(
      v.pipe(v.number(say('after')), v.safeInteger(say('after')), v.minValue(0, say('after'))),
      0,
    ),
    since: v.optional(moment, '1970-01-01T00:00:00Z'),
    until: v.optional(moment, '9999-01-01T00:00:00Z'),
    undelivered: v.optional(v.boolean(say('type')), false),
  },
  say('type'),
)

export type NewEndpoint = v.InferOutput<ReturnType<typeof newEndpoint>>
export type ChangedEndpoint = Partial<
  Pick<NewEndpoint, 'url' | 'description' | 'events' | 'forms' | 'format'>
> & {
  readonly state?: StoredEndpoint['state']
  readonly settings?: MailmanSettings | Correspondence
  readonly credentials?: Credentials
}
export type ReplayedRange = v.InferOutput<typeof replayedRange>

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads what was sent by one of the schemas above. Pure. */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Reading<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input)
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, issues: result.issues.map(toIssue) }
}

function toIssue(issue: v.BaseIssue<unknown>): Issue {
  const pointer = pointerOf(...(issue.path ?? []).map(({ key }) => String(key)))
  return { pointer, message: messages[messageOf(issue)] }
}

/** A strict object has one message for a key too many, a key too few and what is no object at all. */
function messageOf(issue: v.BaseIssue<unknown>): Message {
  if (issue.type !== 'strict_object' || !issue.path)
    return Object.hasOwn(messages, issue.message) ? (issue.message as Message) : 'type'
  return issue.expected === 'never' ? 'unknown' : 'missing'
}
