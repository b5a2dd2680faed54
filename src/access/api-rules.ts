import { both, get, post, type Rule } from './rule.ts'

/** What programs call. */
export const apiRules: readonly Rule[] = [
  { methods: get, path: '/health', by: 'anyone', gives: 'that the Worker reaches its database' },
  { methods: get, path: '/openapi.json', by: 'anyone', gives: 'the API' },
  { methods: get, path: '/api/v1/forms', by: 'anyone', gives: 'the forms' },
  { methods: get, path: '/api/v1/forms/:form', by: 'anyone', gives: 'a form’s definition' },
  { methods: get, path: '/api/v1/forms/:form/schema', by: 'anyone', gives: 'its JSON Schema' },
  { methods: post, path: '/api/v1/forms/:form/records', by: 'form', gives: 'a receipt for what is sent' },
  { methods: get, path: '/api/v1/records', by: 'coordinator', gives: 'records' },
  {
    methods: ['GET', 'PATCH', 'DELETE'],
    path: '/api/v1/records/:id',
    by: 'coordinator',
    gives: 'one record',
  },
  { methods: post, path: '/api/v1/records/:id/transitions', by: 'coordinator', gives: 'its next state' },
  {
    methods: get,
    path: '/api/v1/campaigns/:reference/invitations',
    by: 'coordinator',
    gives: 'links and addresses',
  },
  { methods: get, path: '/api/v1/events', by: 'coordinator', gives: 'what happened' },
  { methods: get, path: '/api/v1/audit', by: 'coordinator', gives: 'whether that was changed' },
  { methods: both, path: '/api/v1/endpoints', by: 'coordinator', gives: 'webhook endpoints' },
  {
    methods: ['GET', 'PATCH', 'DELETE'],
    path: '/api/v1/endpoints/:id',
    by: 'coordinator',
    gives: 'one of them',
  },
  { methods: post, path: '/api/v1/endpoints/:id/rotate', by: 'coordinator', gives: 'its new secret' },
  { methods: post, path: '/api/v1/endpoints/:id/test', by: 'coordinator', gives: 'a delivery' },
  { methods: post, path: '/api/v1/endpoints/:id/replay', by: 'coordinator', gives: 'deliveries again' },
  { methods: get, path: '/api/v1/endpoints/:id/deliveries', by: 'coordinator', gives: 'its log' },
  { methods: post, path: '/api/v1/deliveries/:id/replay', by: 'coordinator', gives: 'a delivery again' },
  {
    methods: post,
    path: '/api/v1/deliveries/:id/settle',
    by: 'coordinator',
    gives: 'settles one that is held',
  },
  { methods: both, path: '/api/v1/sync', by: 'coordinator', gives: 'how the sheet is doing; a pass' },
  { methods: get, path: '/api/v1/sync/apps-script', by: 'coordinator', gives: 'the settings of the script' },
  { methods: post, path: '/api/v1/sync/hint', by: 'signed', gives: 'that a hint was taken' },
]
