import * as v from 'valibot'
import { isClean, pointerOf } from '../form/index.ts'
import type { Text } from '../form/text.ts'
import type { Issue } from '../problem.ts'
import { type AddressFault, type Place, readAddress } from './address.ts'
import { formats } from './endpoint.ts'

const messages = {
  missing: { fr: 'À renseigner.', en: 'This is needed.' },
  unknown: { fr: 'Cette clé n’existe pas ici.', en: 'There is no such key here.' },
  type: { fr: 'Cette valeur n’a pas la forme attendue.', en: 'This value does not have the form expected.' },
  description: {
    fr: 'Au plus 200 caractères, sans caractère de commande.',
    en: 'At most 200 characters, and no control character.',
  },
  format: {
    fr: `Formats possibles : ${formats.join(', ')}.`,
    en: `Formats there are: ${formats.join(', ')}.`,
  },
  event: {
    fr: 'Un type d’événement s’écrit comme « record.accepted ».',
    en: 'An event type is written like “record.accepted”.',
  },
  many: { fr: 'Au plus 50 éléments.', en: 'At most 50 items.' },
  form: { fr: 'Ce formulaire n’existe pas.', en: 'There is no such form.' },
  state: { fr: '« enabled » ou « disabled ».', en: '“enabled” or “disabled”.' },
  after: { fr: 'Un numéro d’événement, entier.', en: 'An event’s sequence number, an integer.' },
  since: { fr: 'Une date et une heure ISO 8601.', en: 'A date and time, ISO 8601.' },
  malformed: { fr: 'Ce n’est pas une adresse.', en: 'This is not an address.' },
  scheme: { fr: 'L’adresse doit commencer par https://.', en: 'The address must begin with https://.' },
  userinfo: {
    fr: 'L’adresse ne doit contenir ni nom ni mot de passe.',
    en: 'The address must hold no user name or password.',
  },
  port: { fr: 'Ports possibles : 443 et 8443.', en: 'Ports there are: 443 and 8443.' },
  host: {
    fr: 'L’adresse doit nommer un serveur public, sans adresse IP ni nom de réseau privé.',
    en: 'The address must name a public server: no IP address, no name of a private network.',
  },
  'own-host': { fr: 'Recueil ne s’envoie rien à lui-même.', en: 'Recueil sends nothing to itself.' },
} as const satisfies Record<AddressFault | string, Text>

type Message = keyof typeof messages
const say = (message: Message): Message => message

const description = v.pipe(
  v.string(say('type')),
  v.trim(),
  v.maxLength(200, say('description')),
  v.check((text) => isClean(text) && !text.includes('\n'), say('description')),
)
const eventType = v.pipe(
  v.string(say('type')),
  v.maxLength(100, say('event')),
  v.regex(/^\w+(\.\w+)*$/, say('event')),
)
const events = v.pipe(v.array(eventType, say('type')), v.maxLength(50, say('many')))
const format = v.picklist(formats, say('format'))
const state = v.picklist(['enabled', 'disabled'], say('state'))
const formsOf = (forms: readonly string[]) =>
  v.pipe(v.array(v.picklist(forms, say('form')), say('type')), v.maxLength(50, say('many')))

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

/** What makes an endpoint; what is left out takes the usual value. `forms` are the ids of the forms there are. */
export const newEndpoint = (place: Place, forms: readonly string[]) =>
  v.strictObject(
    {
      url: urlAt(place),
      description: v.optional(description, ''),
      format: v.optional(format, 'json'),
      events: v.optional(events, []),
      forms: v.optional(formsOf(forms), []),
    },
    say('type'),
  )

/** What changes an endpoint; what is left out stays. */
export const changedEndpoint = (place: Place, forms: readonly string[]) =>
  v.strictObject(
    {
      url: v.exactOptional(urlAt(place)),
      description: v.exactOptional(description),
      format: v.exactOptional(format),
      events: v.exactOptional(events),
      forms: v.exactOptional(formsOf(forms)),
      state: v.exactOptional(state),
    },
    say('type'),
  )

/** Which events to send again: those after a sequence number, or since a moment; `undelivered` spares the delivered. */
export const replayedRange = v.strictObject(
  {
    after: v.optional(
      v.pipe(v.number(say('after')), v.safeInteger(say('after')), v.minValue(0, say('after'))),
      0,
    ),
    since: v.optional(
      v.pipe(
        v.string(say('since')),
        v.isoTimestamp(say('since')),
        v.transform((text) => Date.parse(text)),
        v.number(say('since')),
      ),
      '1970-01-01T00:00:00Z',
    ),
    undelivered: v.optional(v.boolean(say('type')), false),
  },
  say('type'),
)

export type NewEndpoint = v.InferOutput<ReturnType<typeof newEndpoint>>
export type ChangedEndpoint = v.InferOutput<ReturnType<typeof changedEndpoint>>
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
