import type { Control } from './control.ts'

/** V14 Data protection. */
export const data: readonly Control[] = [
  {
    id: '14.2.2',
    level: 2,
    asks: 'Nothing sensitive stays in a cache on the way.',
    control: 'no-store unless an answer is for everyone (src/access/headers.ts).',
    tests: [['access/access.test.ts', '%s carries the protective headers']],
  },
  {
    id: '14.2.3',
    level: 2,
    asks: 'Nothing sensitive goes to third parties.',
    control: 'Pages ask nothing of another site; webhooks leave personal fields out (decision 002).',
    tests: [
      ['browser/pages.test.ts', 'asks nothing of anyone else'],
      ['api/records.test.ts', 'carry no personal data'],
    ],
  },
  {
    id: '14.2.6',
    level: 3,
    asks: 'No more is given than is needed.',
    control:
      'Exports and pages give the public fields of public records; numbers that tell who are withheld.',
    tests: [
      ['export/files.test.ts', 'nor is a number of people that could tell who they are'],
      ['access/restricted.test.ts', 'reads nothing that is not for everyone, wherever they look'],
    ],
  },
  {
    id: '14.3.2',
    level: 2,
    asks: 'Browsers do not keep what is sensitive.',
    control: 'no-store on every page that a key or an identity opens.',
    tests: [['access/access.test.ts', '%s carries the protective headers']],
  },
]
