import type { Control } from './control.ts'

/** V16 Security logging and error handling. */
export const logging: readonly Control[] = [
  {
    id: '16.2.1',
    level: 2,
    asks: 'The log says when, where, who and what.',
    control: 'Every change is an event: time, record, role, door, what changed (src/record/event.ts).',
    tests: [
      [
        'page/history.test.ts',
        'tells the coordinator when, who by which door, and what changed from what to what',
      ],
    ],
  },
  {
    id: '16.2.5',
    level: 2,
    asks: 'No secret is in a log.',
    control:
      'Keys and secrets are in no event; the Worker logs failures alone; the platform keeps no query string (wrangler.toml).',
    tests: [
      ['dev/check-deploy.test.ts', 'is stopped by %s'],
      [
        'browser/hostile/dump.test.ts',
        'no key, secret or erased person is in the database, the mirror, the sheet or the output',
      ],
      ['record/campaign.test.ts', 'tells of nobody’s link in an event, nor of anybody’s address'],
      [
        'webhook/destinations.test.ts',
        'keeps its password where nobody reads it: not in D1, in an answer, in the log or in an event',
      ],
    ],
  },
  {
    id: '16.3.3',
    level: 2,
    asks: 'What breaks a rule of the work is in the log.',
    control: 'What the sheet was refused is an event with both values (src/sheet/remark.ts).',
    tests: [
      [
        'dev/mirror/two-way.test.ts',
        'as a status that cannot follow is put back, with the reason, and kept in the log',
      ],
    ],
  },
  {
    id: '16.3.2',
    level: 2,
    asks: 'Refusals of access can be told.',
    control:
      'They answer 401, 403, 404 and 429, which Cloudflare counts; limits say so to whoever meets them.',
    tests: [['access/rates.test.ts', 'is refused through the API as a problem that says when to come back']],
  },
  {
    id: '16.4.1',
    level: 2,
    asks: 'Nothing written becomes another entry.',
    control: 'Entries are JSON in a table, not lines.',
    tests: [['browser/hostile/texts.test.ts', 'are kept as they were written, all of them']],
  },
  {
    id: '16.4.2',
    level: 2,
    asks: 'Nobody changes the log unseen.',
    control:
      'Events are chained, triggers refuse changes, the head of each day is in the sheet (src/audit, decision 020).',
    tests: [
      ['audit/tampering.test.ts', 'changes one byte of any column, and the first bad entry is named'],
      ['audit/tampering.test.ts', 'cuts the end off, and the head that was noted is missed'],
      ['audit/seal.test.ts', 'leaves the chain whole, says how many events lost content, and explains each'],
    ],
  },
  {
    id: '16.5.1',
    level: 2,
    asks: 'An error tells no more than its reader needs.',
    control: 'One catalogue of refusals (src/problem.ts); the rest is “something went wrong”.',
    tests: [['access/hostile.test.ts', '%s is no failure of ours, and leads nowhere else']],
  },
  {
    id: '16.5.2',
    level: 2,
    asks: 'The service goes on when what it leans on fails.',
    control: 'Sheet and webhooks have schedules of their own; a submission waits for neither (decision 001).',
    tests: [
      [
        'webhook/faults.test.ts',
        'that never answers is given up when time runs out, and left alone for a minute',
      ],
      ['browser/power-cut.test.ts', 'shows the row by itself once it is started again'],
    ],
  },
  {
    id: '16.5.3',
    level: 2,
    asks: 'When something fails, nothing opens.',
    control: 'A route without a rule is answered by nobody; a batch that fails writes nothing.',
    tests: [
      ['access/table.test.ts', 'has every route once, and no other'],
      ['record/accept.test.ts', 'leaves nothing behind when the database fails in the middle'],
    ],
  },
  {
    id: '16.5.4',
    level: 3,
    asks: 'A last resort answers what nothing else did.',
    control: 'respondTo (src/app.ts) answers when not even a page can be made.',
    tests: [['access/headers.test.ts', 'of what fails before anything is known of the request']],
  },
]
