import type { Control } from './control.ts'

const table = 'access/table.test.ts'
const matrix = 'access/matrix.test.ts'

/** V6 Authentication, V7 Session management, V8 Authorization: what is left of them without passwords. */
export const access: readonly Control[] = [
  {
    id: '6.3.1',
    level: 1,
    asks: 'Keys cannot be tried one after the other.',
    control:
      'Wrong keys are counted by address; after twenty a minute nothing more is tried (src/access/limit.ts).',
    tests: [
      ['access/rates.test.ts', 'is not found twenty times a minute; who goes on guessing is told to stop'],
    ],
  },
  {
    id: '6.4.1',
    level: 1,
    asks: 'What opens at first is random and expires.',
    control:
      '192 bits, derived under a secret; edit links live two years after the last change, others for months (src/record/link.ts).',
    tests: [
      [
        'page/edit-link.test.ts',
        'lives for two years after the record’s last change, or after it was renewed',
      ],
    ],
  },
  {
    id: '6.5.2',
    level: 2,
    asks: 'Keys are kept as digests.',
    control: 'SHA-256 of 192 bits (src/record/key.ts).',
    tests: [
      [
        'browser/hostile/dump.test.ts',
        'no key, secret or erased person is in the database, the mirror, the sheet or the output',
      ],
    ],
  },
  {
    id: '6.5.3',
    level: 2,
    asks: 'Keys are made by a secure generator.',
    control: 'HMAC-SHA256 under RECUEIL_SECRET, which has 32 characters at least (src/record/key.ts).',
    tests: [['page/edit-link.test.ts', 'made under another secret still opens, and is not shown as another']],
  },
  {
    id: '6.6.3',
    level: 2,
    asks: 'Guessing at a link is slowed down.',
    control: 'By address and by link (src/access/rates.ts).',
    tests: [
      [
        'access/rates.test.ts',
        'takes twenty corrections a minute, wherever they come from, and then keeps what was typed',
      ],
    ],
  },
  {
    id: '6.8.2',
    level: 2,
    asks: 'An identity is believed of nobody but its provider.',
    control:
      'Cloudflare Access verifies it before the Worker runs; the local stand-in opens nothing on a public name (src/access/local.ts).',
    tests: [
      ['access/local.test.ts', 'opens nothing on %s, and the log says why'],
      ['access/local.test.ts', 'is told from a real one by its audience'],
    ],
  },
  {
    id: '7.2.1',
    level: 1,
    asks: 'It is the server that verifies what is held.',
    control: 'The key is looked up by its digest with every request.',
    tests: [['page/held-key.test.ts', 'is not kept when it opens nothing']],
  },
  {
    id: '7.4.1',
    level: 1,
    asks: 'What ended opens nothing.',
    control: 'Renewed and revoked links are dead in the next request (src/record/edit-link.ts).',
    tests: [['page/edit-link.test.ts', 'ended, opens nothing and is shown no more, until it is renewed']],
  },
  {
    id: '7.5.2',
    level: 2,
    asks: 'Whoever coordinates sees what is open, and ends it.',
    control:
      'Links and their ends are on the pages of records, meetings and campaigns, and together on /coordination/personnes.',
    tests: [
      [
        'page/edit-link.test.ts',
        'renewed, opens by the new one alone, and is told in the history without a key',
      ],
    ],
  },
  {
    id: '7.6.2',
    level: 2,
    asks: 'Nothing is consumed by opening a link.',
    control: 'GET writes nothing; a button does (decision 021).',
    tests: [
      [
        'page/held-key.test.ts',
        'and whoever has an edit link may have it opened by a mail scanner: nothing is written',
      ],
    ],
  },
  {
    id: '8.1.1',
    level: 1,
    asks: 'Who may do what is written down.',
    control: 'One table of every route and who may call it (src/access/table.ts).',
    tests: [[table, 'has every route once, and no other']],
  },
  {
    id: '8.1.2',
    level: 2,
    asks: 'Who may see which field is written down.',
    control: 'Each field says who sees it and who may change it (src/form/definition/field.ts).',
    tests: [['form/show.test.ts', 'everyone sees what is public, members more, coordinators all']],
  },
  {
    id: '8.2.1',
    level: 1,
    asks: 'Functions are for those allowed to use them.',
    control: 'The table decides before the route does (src/access/enforce.ts).',
    tests: [
      [table, '%s %s is for coordinators alone'],
      [table, '%s %s is for whom the form is for'],
    ],
  },
  {
    id: '8.2.2',
    level: 1,
    asks: 'Records are for those allowed to see them (IDOR).',
    control: 'A record opens by its own key or to coordinators; a wrong key and no record look alike.',
    tests: [
      [matrix, 'the key of one record opens that one and no other'],
      [matrix, 'an outsider gets what is public and nothing else, and changes nothing'],
    ],
  },
  {
    id: '8.2.3',
    level: 2,
    asks: 'Fields are for those allowed to see them, by state.',
    control: 'What everyone sees is made in one place (src/record/published.ts).',
    tests: [
      ['access/restricted.test.ts', 'reads nothing that is not for everyone, wherever they look'],
      ['page/record.test.ts', 'leaves alone what only the sheet may change'],
    ],
  },
  {
    id: '8.3.1',
    level: 1,
    asks: 'It is the server that decides.',
    control: 'Nothing the browser says of itself is read: identity comes from Cloudflare Access.',
    tests: [['access/access.test.ts', 'may no more than anyone, and is told so']],
  },
  {
    id: '8.3.2',
    level: 3,
    asks: 'A change of rights works at once.',
    control: 'Rights are read with each request; a link that was replaced is dead in the next.',
    tests: [
      [
        'page/minutes/writing.test.ts',
        'loses the link when somebody else is designated, and when it is replaced',
      ],
    ],
  },
  {
    id: '8.3.3',
    level: 3,
    asks: 'Rights are those of who began it, also where the server acts.',
    control:
      'The sheet acts as the coordinator through src/record; a key acts as its holder (src/page/route/opened.ts).',
    tests: [
      [
        'dev/mirror/two-way.test.ts',
        'in a status cell is a transition, made by the sheet, whatever case and accents',
      ],
    ],
  },
]
