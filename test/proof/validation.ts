import type { Control } from './control.ts'

/** V2 Validation and business logic. */
export const validation: readonly Control[] = [
  {
    id: '2.1.1',
    level: 1,
    asks: 'The rules of what may be entered are written down.',
    control:
      'Forms are data; their rules are published as a JSON Schema (src/form/definition, src/form/json-schema.ts).',
    tests: [['form/catalogue.test.ts', '%s']],
  },
  {
    id: '2.1.3',
    level: 2,
    asks: 'Limits of use are written down.',
    control: 'Each limit stands once, beside what it limits; docs/deploy.md lists those a maintainer sets.',
    tests: [['webhook/api.test.ts', 'is the last when there are twenty']],
  },
  {
    id: '2.2.1',
    level: 1,
    asks: 'Input is checked against what is expected of it.',
    control:
      'A schema derived from the form reads every answer; unknown keys are refused (src/form/schema.ts).',
    tests: [
      ['form/read.test.ts', '%s'],
      [
        'access/hostile.test.ts',
        'in place of each answer of each form is refused or dropped, and never a failure of ours',
      ],
    ],
  },
  {
    id: '2.2.2',
    level: 1,
    asks: 'It is checked on the server.',
    control: 'Page, API and sheet all end in src/record, which checks every rule again.',
    tests: [
      ['form/settle.test.ts', 'an irrelevant answer is dropped'],
      [
        'page/form.test.ts',
        'comes back with status 422, "Erreur" in its title and a summary that takes the focus',
      ],
    ],
  },
  {
    id: '2.2.3',
    level: 2,
    asks: 'Values that go together are checked together.',
    control: 'Constraints are expressions over all answers (src/form/rules.ts).',
    tests: [['form/examine.test.ts', 'what cannot be read and what breaks a rule, in the order of the form']],
  },
  {
    id: '2.3.1',
    level: 1,
    asks: 'Steps are taken in their order, none is skipped.',
    control: 'A workflow says which state follows which; anything else is refused (src/form/workflow.ts).',
    tests: [
      ['api/records.test.ts', 'that the workflow does not know is refused with the record as it stands'],
      [
        'dev/mirror/two-way.test.ts',
        'as a status that cannot follow is put back, with the reason, and kept in the log',
      ],
    ],
  },
  {
    id: '2.3.2',
    level: 2,
    asks: 'Limits of the work are enforced.',
    control: 'Counts, lengths and rows have a most; a request has 512 KB at most (src/api/body.ts).',
    tests: [['page/form.test.ts', 'a form of too many controls or too many bytes is refused']],
  },
  {
    id: '2.3.3',
    level: 2,
    asks: 'A change happens as a whole or not at all.',
    control: 'One D1 batch holds record, event, and what is due (src/record/commit.ts, decision 001).',
    tests: [
      ['record/accept.test.ts', 'leaves nothing behind when the database fails in the middle'],
      [
        'page/minutes/publishing.test.ts',
        'cut off before its commit leaves nothing behind, and after it the announcement is owed',
      ],
    ],
  },
  {
    id: '2.3.4',
    level: 2,
    asks: 'Nothing is given twice.',
    control: 'The id made with the form is the primary key; revisions are compared before they are written.',
    tests: [
      ['api/accept.test.ts', 'sent twenty times at once gives one record, one event, one receipt'],
      ['api/records.test.ts', 'made twice at once happens once'],
    ],
  },
  {
    id: '2.3.5',
    level: 3,
    asks: 'What weighs much takes two people.',
    control:
      'Minutes are written by one, reviewed by those present and published by the coordinator (decision 012).',
    tests: [
      ['page/minutes/review.test.ts', 'lets those present read and comment by a link, for five working days'],
    ],
  },
  {
    id: '2.4.1',
    level: 2,
    asks: 'Programs cannot send without end.',
    control:
      'A trap, a signed opening time and, when there is more than people send, a proof of work; what is doubtful waits for a coordinator (src/spam, decision 022). Rates by address, form and link (src/access/rates.ts).',
    tests: [
      [
        'browser/quarantine.test.ts',
        'while a flood of programs goes on, a browser proves its work unasked, and one without JavaScript waits',
      ],
      ['page/quarantine.test.ts', 'waits, and leaves nothing anywhere but in the quarantine'],
      [
        'access/rates.test.ts',
        'takes sixty a minute; the next is told to wait, and what was typed is still there',
      ],
    ],
  },
  {
    id: '2.4.2',
    level: 3,
    asks: 'What a person does takes a person’s time.',
    control: 'A form that was open for less than two and a half seconds waits (src/spam/doubt.ts).',
    tests: [['spam/doubt.test.ts', 'is doubtful for each sign of a program, and says which']],
  },
]
