import type { Control } from './control.ts'

/** V14 Data protection. */
export const data: readonly Control[] = [
  {
    id: '14.1.1',
    level: 2,
    asks: 'Data are classed by what they tell.',
    control:
      'Each field that asks something of a person has its class, purpose, publication and period (src/form/definition/personal.ts, decision 024).',
    tests: [['privacy/register.test.ts', 'has every purpose of every form, with every field once']],
  },
  {
    id: '14.1.2',
    level: 2,
    asks: 'Each class has its rules.',
    control:
      'From the class come the notice, the sheet’s columns, webhooks, public views and the register (src/privacy).',
    tests: [['privacy/notice.test.ts', 'says why each personal field is asked and which must be given']],
  },
  {
    id: '14.2.1',
    level: 1,
    asks: 'Nothing sensitive is in an address.',
    control: 'The key of a link leaves it with the first page; the desk’s search is a POST (decision 021).',
    tests: [
      [
        'browser/held-key.test.ts',
        'is gone from the address and from the history at once, and the page can be loaded again',
      ],
      [
        'browser/persons.test.ts',
        'is, on a phone and without a script: the database, the sheet and what the mirror remembers name her no more',
      ],
    ],
  },
  {
    id: '14.2.4',
    level: 2,
    asks: 'The rules of a class are kept to.',
    control: 'Contacts stay out of the sheet, webhooks and public pages; consent bounds what is published.',
    tests: [
      ['access/restricted.test.ts', 'reads nothing that is not for everyone, wherever they look'],
      ['page/consent.test.ts', 'is withdrawn from the record’s own link, once it was said what that does'],
    ],
  },
  {
    id: '14.2.2',
    level: 2,
    asks: 'Nothing sensitive stays in a cache on the way.',
    control: 'no-store unless an answer is for everyone (src/access/headers.ts).',
    tests: [['access/headers.test.ts', 'of %s, whoever asks and however']],
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
    id: '14.2.8',
    level: 3,
    asks: 'What uploaded files say beside their content is removed.',
    control:
      'EXIF, XMP and IPTC of photos are blanked before a file is kept; what is signed and says where is refused (src/file/places.ts, decision 028).',
    tests: [
      ['page/minutes/photos.test.ts', 'do not say where they were taken, in a PDF'],
      ['page/minutes/photos.test.ts', 'do not, in a Word document (compressed: %s)'],
      [
        'browser/hostile/uploads.test.ts',
        'shows its photos as before, turned as they were held, and says no more where they were taken',
      ],
    ],
  },
  {
    id: '14.3.2',
    level: 2,
    asks: 'Browsers do not keep what is sensitive.',
    control: 'no-store on every page that a key or an identity opens.',
    tests: [['access/headers.test.ts', 'of %s, whoever asks and however']],
  },
  {
    id: '14.2.7',
    level: 3,
    asks: 'What is over is deleted.',
    control:
      'Periods by purpose; the cron erases what is due once a coordinator began it (src/record/retention.ts).',
    tests: [
      [
        'record/retention.test.ts',
        'contacts of an attendance list go from everywhere, and the rest of the record stays',
      ],
      ['record/retention.test.ts', 'is listed and nothing of it is done, until a coordinator begins it'],
    ],
  },
]
