import type { Control } from './control.ts'

const texts = 'browser/hostile/texts.test.ts'
const doors = 'access/hostile.test.ts'

/** V1 Encoding and sanitization. */
export const encoding: readonly Control[] = [
  {
    id: '1.1.1',
    level: 2,
    asks: 'Input is decoded once, before it is checked.',
    control:
      'Bodies are decoded as UTF-8, strictly, and read once by the form’s definition (src/api/body.ts).',
    tests: [
      [
        'api/accept.test.ts',
        'is never damaged in silence: bytes that are not UTF-8 are refused, and another charset',
      ],
      [doors, '%s is refused, and nothing changes'],
    ],
  },
  {
    id: '1.1.2',
    level: 2,
    asks: 'Output is encoded last, by what it is put into.',
    control: 'Texts are stored as they were written; JSX escapes on the way out (src/page).',
    tests: [[texts, 'are kept as they were written, all of them']],
  },
  {
    id: '1.2.1',
    level: 1,
    asks: 'Output is encoded for where in HTML it stands.',
    control: 'Hono’s JSX escapes every text and attribute; no page is put together by hand.',
    tests: [[texts, 'run nowhere, are reported nowhere and lead nowhere']],
  },
  {
    id: '1.2.2',
    level: 1,
    asks: 'Addresses are built safely, and only of safe schemes.',
    control:
      'A field of addresses takes http and https alone (src/form/formats.ts); links to anything else are not made.',
    tests: [
      [texts, 'run nowhere, are reported nowhere and lead nowhere'],
      ['form/read.test.ts', '%s refuses %s'],
    ],
  },
  {
    id: '1.2.4',
    level: 1,
    asks: 'Statements take parameters.',
    control: 'Every SQL statement is in src/store and binds its values.',
    tests: [[doors, '%s is no failure of ours, and leads nowhere else']],
  },
  {
    id: '1.2.9',
    level: 2,
    asks: 'Patterns are escaped where text becomes part of one.',
    control: 'The search quotes each word of a question (src/search/words.ts).',
    tests: [['record/search.test.ts', 'takes any text for words and nothing else']],
  },
  {
    id: '1.2.10',
    level: 3,
    asks: 'What is exported to a spreadsheet is no formula.',
    control:
      'The mirror writes typed cells, never a formula; CSV marks what would become one (src/export/csv.ts).',
    tests: [
      [texts, 'are text in the sheet, never a formula'],
      ['export/csv.test.ts', 'makes a formula of no text, parted by %j'],
      ['export/xlsx.test.ts', 'keeps any text as that text, and has no formula'],
    ],
  },
  {
    id: '1.3.2',
    level: 1,
    asks: 'Nothing that was sent is evaluated as code.',
    control: 'Expressions are those of the forms, read by a parser of our own (src/form/expression).',
    tests: [['form/expression/total.test.ts', 'any text at all is an expression or a fault within it']],
  },
  {
    id: '1.3.6',
    level: 2,
    asks: 'Requests of the server go nowhere inside (SSRF).',
    control:
      'Webhooks go to https and public names alone, judged before each sending (src/webhook/address.ts).',
    tests: [
      [doors, '%s is refused'],
      [
        'webhook/faults.test.ts',
        'an address that is no longer allowed is a failure in the log, and nothing is sent',
      ],
    ],
  },
  {
    id: '1.3.11',
    level: 2,
    asks: 'Nothing sent becomes a header of a mail.',
    control: 'Headers are encoded (RFC 2047) and line ends dropped (src/webhook/mail).',
    tests: [
      ['webhook/message.test.ts', 'drops what no text has, and mends a broken character'],
      ['webhook/message.test.ts', 'has no header that somebody put in an invitation’s method'],
    ],
  },
  {
    id: '1.3.12',
    level: 3,
    asks: 'No pattern takes more than linear time.',
    control: 'A form’s patterns run on an automaton of our own (src/form/expression/pattern).',
    tests: [['form/expression/pattern.test.ts', '%s']],
  },
]
