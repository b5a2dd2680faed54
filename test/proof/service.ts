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
    id: '4.1.2',
    level: 2,
    asks: 'Pages alone lead from http to https.',
    control: 'The API refuses it, so that a program’s mistake is noticed (src/access/encrypted.ts).',
    tests: [['access/encrypted.test.ts', 'nothing that is sent is taken, and no program is answered']],
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
    tests: [['page/minutes/laid-out.test.ts', 'is refused by its content, whatever its name']],
  },
  {
    id: '5.2.1',
    level: 1,
    asks: 'A file has a most in size.',
    control: 'Ten megabytes, told before and after it is read (src/file).',
    tests: [['page/minutes/laid-out.test.ts', 'is refused by its content, whatever its name']],
  },
  {
    id: '5.3.1',
    level: 1,
    asks: 'What was uploaded is never run.',
    control:
      'Files are in R2 under random names and are answered as downloads, in a sandbox, without a type that runs.',
    tests: [
      ['browser/hostile/uploads.test.ts', 'runs nowhere when it is %s'],
      [
        'page/minutes/laid-out.test.ts',
        'is the reference of its version once that is published, and only then fetched by others',
      ],
    ],
  },
  {
    id: '5.2.3',
    level: 2,
    asks: 'An archive cannot be more than it seems.',
    control:
      'Photos alone are unpacked, no further than 20 MB in all nor than the archive says; one with something before or behind is refused (src/archive/unzip.ts, src/file).',
    tests: [
      [
        'file/places.test.ts',
        'with photos that are more than they seem is refused before they fill the memory',
      ],
      ['file/places.test.ts', 'with files that lie over each other is none'],
      ['file/kind.test.ts', 'judged at once and without a fault, however it is damaged'],
      ['file/kind.test.ts', '%s'],
    ],
  },
  {
    id: '5.4.1',
    level: 2,
    asks: 'The name of a file is ours.',
    control: 'A download is called by its record and version, not by what was sent.',
    tests: [
      [
        'page/minutes/laid-out.test.ts',
        'is the reference of its version once that is published, and only then fetched by others',
      ],
    ],
  },
]
