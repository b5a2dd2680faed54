import type { Control } from './control.ts'

/** V4 API and web service, V5 File handling. */
export const service: readonly Control[] = [
  {
    id: '4.1.1',
    level: 1,
    asks: 'Every answer says what it is, with its character set.',
    control: 'JSON, problem+json and HTML are answered with their type and UTF-8.',
    tests: [['api/openapi.test.ts', 'tells every JSON route there is, and no other']],
  },
  {
    id: '4.1.4',
    level: 3,
    asks: 'Verbs that are not meant are refused.',
    control: 'A verb that the table of routes does not have answers nothing (src/access/table.ts).',
    tests: [
      ['access/matrix.test.ts', 'an outsider gets what is public and nothing else, and changes nothing'],
    ],
  },
  {
    id: '5.2.2',
    level: 1,
    asks: 'A file is what it says it is.',
    control: 'Its first bytes decide, not its name (src/file/kind.ts).',
    tests: [['page/minutes/publishing.test.ts', 'is refused by its content, whatever its name']],
  },
]
