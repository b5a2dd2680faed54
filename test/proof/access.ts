import type { Control } from './control.ts'

const table = 'access/table.test.ts'
const matrix = 'access/matrix.test.ts'

/** V6 Authentication, V7 Session management, V8 Authorization: what is left of them without passwords. */
export const access: readonly Control[] = [
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
