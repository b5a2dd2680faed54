import { type Operation, usual } from './operation.ts'

/** How the sheet stands, and what is asked of it. */
export const sheetOperations: readonly Operation[] = [
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
