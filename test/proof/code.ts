import type { Control } from './control.ts'

const doors = 'access/hostile.test.ts'

/** V15 Secure coding and architecture. */
export const code: readonly Control[] = [
  {
    id: '15.2.2',
    level: 2,
    asks: 'Costly work cannot be used to stop the service.',
    control:
      'Bodies, depth, rows and lengths have a most; patterns are linear; the mirror works beside requests.',
    tests: [
      [doors, '%s is refused, and nothing changes'],
      ['form/read.test.ts', 'a huge array costs one issue'],
    ],
  },
  {
    id: '15.3.1',
    level: 1,
    asks: 'An answer has only the fields it needs.',
    control: 'visibleAnswers chooses them (src/form/visibility.ts).',
    tests: [
      ['export/files.test.ts', 'is not in %s, and there for the coordinator where it is about its form'],
    ],
  },
  {
    id: '15.3.2',
    level: 2,
    asks: 'The server follows no redirect unless it is meant to.',
    control: 'redirect: manual; a redirect is a failure (src/webhook/send.ts).',
    tests: [
      [
        'browser/hostile/other-site.test.ts',
        'that redirects is not followed: the other address is asked nothing',
      ],
    ],
  },
  {
    id: '15.3.3',
    level: 2,
    asks: 'Nobody sets what is not theirs to set (mass assignment).',
    control: 'Unknown keys are refused; status, revision and number are never read from a body.',
    tests: [[doors, '%s is refused, and nothing changes']],
  },
  {
    id: '15.3.5',
    level: 2,
    asks: 'Types are certain before values are compared.',
    control: 'valibot reads what comes in; TypeScript is strict.',
    tests: [
      [doors, 'in place of each answer of each form is refused or dropped, and never a failure of ours'],
    ],
  },
  {
    id: '15.3.6',
    level: 2,
    asks: 'No prototype is changed by what is sent.',
    control: 'Names of fields are checked; answers are read by name.',
    tests: [
      ['form/read.test.ts', 'nothing it holds reaches the prototype of objects'],
      ['api/accept.test.ts', 'cannot smuggle a prototype'],
    ],
  },
  {
    id: '15.3.7',
    level: 2,
    asks: 'A parameter sent twice confuses nothing.',
    control: 'The first is read, by every route alike.',
    tests: [[doors, '%s is no failure of ours, and leads nowhere else']],
  },
  {
    id: '15.4.2',
    level: 3,
    asks: 'Between a check and its use nothing changes.',
    control: 'The statement that writes checks again: revision, number, erasure (src/store/write-record.ts).',
    tests: [
      ['record/change.test.ts', 'goes through though the record changed since it was read'],
      [
        'fault/simulation.test.ts',
        'whatever members, coordinator, Google and platform do, nothing is lost, doubled or misplaced',
      ],
    ],
  },
]
