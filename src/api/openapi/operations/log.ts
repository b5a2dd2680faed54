import { type Operation, usual } from './operation.ts'

/** What happened, and whether that was changed. */
export const logOperations: readonly Operation[] = [
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
]
