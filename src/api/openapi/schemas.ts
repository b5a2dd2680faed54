import { faultKinds } from '../../audit/index.ts'
import { deliveryStates, formats } from '../../webhook/endpoint.ts'

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' } as const
const time = { type: 'string', format: 'date-time' } as const
const whole = { type: 'integer', minimum: 0 } as const
const maybe = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (name: string): Schema => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } })

/** An object with all of these members; `extra` may be there too. */
const object = (
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
) => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})

const receipt = {
  id: { type: 'string', format: 'uuid' },
  reference: text,
  form: text,
  status: text,
  revision: whole,
}
const event = {
  seq: whole,
  id: text,
  type: text,
  timestamp: time,
  record: maybe(text),
  form: maybe(text),
  revision: maybe(whole),
  data: { type: 'object' },
}
const endpoint = {
  id: text,
  url: { type: 'string', format: 'uri' },
  events: { type: 'array', items: text },
  forms: { type: 'array', items: text },
  format: { enum: formats },
  description: text,
  state: { enum: ['enabled', 'disabled'] },
  disabledReason: maybe(text),
  createdAt: time,
}
const endpointChange = {
  url: endpoint.url,
  events: endpoint.events,
  forms: endpoint.forms,
  description: text,
}
const { url: _, ...withoutUrl } = endpointChange
const closed = (schema: ReturnType<typeof object>) => ({ ...schema, additionalProperties: false })
const mailbox = { type: 'string', format: 'email' } as const
const correspondence = closed(object({ from: mailbox, to: mailbox }))
const mailmanSettings = closed(object({ from: mailbox, to: mailbox, listId: text }))
const credentials = closed(object({ user: text, password: text }))

/** The shapes that do not come from a form's definition. */
export const schemas: Readonly<Record<string, Schema>> = {
  Problem: object(
    { type: { type: 'string', format: 'uri' }, title: text, status: whole },
    { detail: text, errors: { type: 'array', items: object({ pointer: text, message: text }) } },
  ),
  Receipt: object({ ...receipt, editUrl: { type: 'string', format: 'uri' } }),
  Record: object({
    ...receipt,
    answers: { type: 'object' },
    coordination: object({ note: text, assignee: text }),
    createdAt: time,
    updatedAt: time,
  }),
  Records: object({ records: listOf('Record'), next: maybe(text) }),
  Forms: object({
    forms: {
      type: 'array',
      items: object({ id: text, title: text, description: text, submit: text, url: text }),
    },
  }),
  Definition: { type: 'object' },
  Revision: { ...object({ answers: { type: 'object' } }), additionalProperties: false },
  Move: { ...object({ to: text }, { note: text }), additionalProperties: false },
  Invitations: object({
    invitations: {
      type: 'array',
      items: object({
        member: object({ reference: text, name: text, networks: { type: 'array', items: text } }),
        addresses: { type: 'array', items: text },
        link: maybe({ type: 'string', format: 'uri' }),
        state: { enum: ['unopened', 'opened', 'answered', 'again', 'retired'] },
        records: whole,
        invitedAt: time,
        openedAt: maybe(time),
        answeredAt: maybe(time),
      }),
    },
  }),
  Events: object({ events: { type: 'array', items: object(event) }, next: maybe(whole) }),
  NewEndpoint: {
    oneOf: [
      closed(object({ url: endpoint.url }, { ...withoutUrl, format: { const: 'json' } })),
      closed(
        object(
          { url: endpoint.url, format: { const: 'mailman3' }, settings: mailmanSettings, credentials },
          withoutUrl,
        ),
      ),
      closed(object({ format: { const: 'email' }, settings: correspondence }, withoutUrl)),
    ],
  },
  EndpointChange: closed(
    object(
      {},
      {
        ...endpointChange,
        format: endpoint.format,
        state: endpoint.state,
        settings: { anyOf: [correspondence, mailmanSettings] },
        credentials,
      },
    ),
  ),
  Endpoint: object(endpoint, { secret: text, settings: { anyOf: [correspondence, mailmanSettings] } }),
  Endpoints: object({ endpoints: listOf('Endpoint') }),
  Delivery: object({
    id: text,
    state: { enum: deliveryStates },
    attempts: { type: 'array', items: { type: 'object' } },
  }),
  Deliveries: object({ deliveries: listOf('Delivery'), next: maybe(whole) }),
  Range: {
    ...object({}, { after: whole, since: time, until: time, undelivered: { type: 'boolean' } }),
    additionalProperties: false,
  },
  Replayed: object({ replayed: whole, next: maybe(whole) }),
  Audit: object({
    verifiedThrough: { ...whole, description: 'How far this answer went. All before it is `faults`.' },
    sealedThrough: whole,
    head: { ...text, description: 'The head of the chain after that event: SHA-256, hexadecimal.' },
    sealedAt: maybe(time),
    events: whole,
    waiting: { ...whole, description: 'Events that are not sealed yet: the cron does it each minute.' },
    blanked: { ...whole, description: 'Events from which an erasure took content away.' },
    faults: {
      type: 'array',
      description: 'What is wrong between the cursor and `verifiedThrough`, first things first.',
      items: object({ seq: { type: 'integer' }, kind: { enum: [...faultKinds] } }),
    },
    noted: maybe(object({ seq: whole, is: { enum: ['same', 'other', 'unknown'] } })),
    next: { ...maybe(text), description: '`after` of the next request; null at the end.' },
  }),
  Sync: object({
    pending: whole,
    lastPassAt: maybe(time),
    lastError: maybe(text),
    parked: maybe(object({ reason: text, message: text })),
    quarantined: {
      type: 'array',
      items: object({ id: text, revision: whole, reference: text, reason: text }),
    },
    braked: { type: 'array', items: object({ tab: text, title: text, rows: whole, message: text }) },
    withdrawn: {
      type: 'array',
      items: object({
        tab: text,
        row: text,
        record: text,
        at: { ...whole, description: 'Milliseconds since 1970, UTC.' },
      }),
    },
    calls: object({ reads: whole, writes: whole, tokens: whole }),
  }),
  SyncOrder: {
    ...object(
      {},
      {
        restore: { ...object({ tab: text }, { row: text }), additionalProperties: false },
        acceptRemoval: { ...object({ tab: text }), additionalProperties: false },
      },
    ),
    maxProperties: 1,
    additionalProperties: false,
  },
  HintSettings: object({ url: { type: 'string', format: 'uri' }, secret: text }),
  HintTaken: object({}),
}
