/** A route as the OpenAPI document tells it: what it does, who may call it, what goes in and out. */
export type Operation = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly by: 'anyone' | 'coordinator'
  readonly query: readonly string[]
  /** Headers that must be there, each with what it says. */
  readonly headers: Readonly<Record<string, string>>
  /** Name of a schema under components, or null when there is no body. */
  readonly body: string | null
  /** Whether it does something without its body too. */
  readonly isBodyOptional: boolean
  readonly answers: Readonly<Record<string, string | null>>
  /** Refusals beyond those that every operation of its kind has. */
  readonly problems: readonly number[]
  /** Of what it answers when all is well. */
  readonly type: string
}

const usual = {
  by: 'coordinator',
  query: [],
  headers: {},
  body: null,
  isBodyOptional: false,
  problems: [],
  type: 'application/json',
} as const

/** Every JSON route but the submissions, of which there is one a form. */
export const operations: readonly Operation[] = [
  {
    ...usual,
    method: 'get',
    path: '/forms',
    id: 'listForms',
    by: 'anyone',
    summary: 'The forms.',
    answers: { 200: 'Forms' },
  },
  {
    ...usual,
    method: 'get',
    path: '/forms/{form}',
    id: 'getForm',
    by: 'anyone',
    summary: 'A form’s definition: sections, fields, choices, expressions, workflow.',
    answers: { 200: 'Definition' },
    problems: [404],
  },
  {
    ...usual,
    method: 'get',
    path: '/forms/{form}/schema',
    id: 'getFormSchema',
    by: 'anyone',
    summary: 'The JSON Schema of a form’s answers.',
    type: 'application/schema+json',
    answers: { 200: 'Definition' },
    problems: [404],
  },
  {
    ...usual,
    method: 'get',
    path: '/records',
    id: 'listRecords',
    summary: 'Records, by form and number.',
    query: ['form', 'status', 'after', 'limit'],
    answers: { 200: 'Records' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'get',
    path: '/records/{id}',
    id: 'getRecord',
    summary: 'One record.',
    answers: { 200: 'Record' },
    problems: [404, 410],
  },
  {
    ...usual,
    method: 'patch',
    path: '/records/{id}',
    id: 'reviseRecord',
    summary: 'Replaces a record’s answers, whole.',
    headers: { 'If-Match': 'The revision being changed.' },
    body: 'Revision',
    answers: { 200: 'Record' },
    problems: [404, 410, 412, 422, 428],
  },
  {
    ...usual,
    method: 'delete',
    path: '/records/{id}',
    id: 'eraseRecord',
    summary: 'Erases a record’s content for good.',
    answers: { 204: null },
    problems: [404, 410],
  },
  {
    ...usual,
    method: 'post',
    path: '/records/{id}/transitions',
    id: 'transitionRecord',
    summary: 'Moves a record to another state of its workflow.',
    body: 'Move',
    answers: { 200: 'Record' },
    problems: [404, 409, 410, 422],
  },
  {
    ...usual,
    method: 'get',
    path: '/campaigns/{reference}/invitations',
    id: 'listInvitations',
    summary: 'Who was asked in a campaign, with the addresses and the personal link of each.',
    answers: { 200: 'Invitations' },
    problems: [404],
  },
  {
    ...usual,
    method: 'get',
    path: '/events',
    id: 'listEvents',
    summary: 'What happened, in order.',
    query: ['after', 'limit'],
    answers: { 200: 'Events' },
  },
  {
    ...usual,
    method: 'get',
    path: '/audit',
    id: 'verifyLog',
    summary:
      'Verifies the next 100 events at most: whether they are as they were sealed. `seq` and `head` compare a head that was noted elsewhere.',
    query: ['after', 'seq', 'head'],
    answers: { 200: 'Audit' },
    problems: [422],
  },
  {
    ...usual,
    method: 'get',
    path: '/endpoints',
    id: 'listEndpoints',
    summary: 'Where webhooks go.',
    answers: { 200: 'Endpoints' },
  },
  {
    ...usual,
    method: 'post',
    path: '/endpoints',
    id: 'createEndpoint',
    summary: 'Adds an endpoint; a webhook’s secret is shown this once, a list’s credentials never.',
    body: 'NewEndpoint',
    answers: { 201: 'Endpoint' },
    problems: [],
  },
  {
    ...usual,
    method: 'get',
    path: '/endpoints/{id}',
    id: 'getEndpoint',
    summary: 'One endpoint.',
    answers: { 200: 'Endpoint' },
    problems: [404],
  },
  {
    ...usual,
    method: 'patch',
    path: '/endpoints/{id}',
    id: 'changeEndpoint',
    summary: 'Changes an endpoint, or enables it again.',
    body: 'EndpointChange',
    answers: { 200: 'Endpoint' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'delete',
    path: '/endpoints/{id}',
    id: 'deleteEndpoint',
    summary: 'Removes an endpoint and what it still had to get.',
    answers: { 204: null },
    problems: [404],
  },
  {
    ...usual,
    method: 'post',
    path: '/endpoints/{id}/rotate',
    id: 'rotateEndpoint',
    summary: 'Gives a new secret; the old one signs too for 24 hours.',
    answers: { 200: 'Endpoint' },
    problems: [404],
  },
  {
    ...usual,
    method: 'get',
    path: '/endpoints/{id}/deliveries',
    id: 'listDeliveries',
    summary: 'What was sent there, each with its attempts.',
    query: ['after', 'state', 'limit'],
    answers: { 200: 'Deliveries' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'post',
    path: '/endpoints/{id}/replay',
    id: 'replayRange',
    summary: 'Sends again what was sent there from a point on: same ids, same bytes.',
    body: 'Range',
    answers: { 202: 'Replayed' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'post',
    path: '/endpoints/{id}/test',
    id: 'testEndpoint',
    summary: 'Sends a test event there.',
    answers: { 202: 'Delivery' },
    problems: [404],
  },
  {
    ...usual,
    method: 'post',
    path: '/deliveries/{id}/replay',
    id: 'replayDelivery',
    summary: 'Sends a delivery again: same id, same bytes.',
    answers: { 202: 'Delivery' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'post',
    path: '/deliveries/{id}/settle',
    id: 'settleDelivery',
    summary: 'Takes a held delivery for delivered, without sending it again.',
    answers: { 200: 'Delivery' },
    problems: [404, 422],
  },
  {
    ...usual,
    method: 'get',
    path: '/sync',
    id: 'getSync',
    summary: 'How the sheet stands.',
    answers: { 200: 'Sync' },
  },
  {
    ...usual,
    method: 'post',
    path: '/sync',
    id: 'runSync',
    summary:
      'Runs a pass of the sheet now; before it, puts rows that were taken out back, or takes their removal as meant.',
    body: 'SyncOrder',
    isBodyOptional: true,
    answers: { 200: 'Sync' },
  },
  {
    ...usual,
    method: 'get',
    path: '/sync/apps-script',
    id: 'getHintSettings',
    summary: 'What the sheet’s Apps Script needs to send hints: an address and a secret.',
    answers: { 200: 'HintSettings' },
    problems: [404],
  },
  {
    ...usual,
    method: 'post',
    path: '/sync/hint',
    id: 'hintSync',
    by: 'anyone',
    summary: 'Says that the sheet was edited, so that it is read at once. Signed; the body says nothing.',
    headers: {
      'X-Recueil-Timestamp': 'Seconds since 1970, at most 5 minutes from the server’s clock.',
      'X-Recueil-Signature':
        '`v1=` and the hexadecimal HMAC-SHA-256, under the secret, of the timestamp, a full stop and the body.',
    },
    answers: { 202: 'HintTaken' },
    problems: [401, 413, 429],
  },
]
