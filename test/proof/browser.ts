import type { Control } from './control.ts'

const headerTests = 'access/headers.test.ts'
const otherSite = 'browser/hostile/other-site.test.ts'
const headers = 'of %s, whoever asks and however'

/** V3 Web frontend security. */
export const browser: readonly Control[] = [
  {
    id: '3.2.1',
    level: 1,
    asks: 'Nothing is shown as what it is not.',
    control: 'nosniff everywhere; what was uploaded is a download in a sandbox (src/file).',
    tests: [
      [headerTests, headers],
      [
        'page/minutes/laid-out.test.ts',
        'is the reference of its version once that is published, and only then fetched by others',
      ],
    ],
  },
  {
    id: '3.2.2',
    level: 1,
    asks: 'Text is shown as text.',
    control: 'JSX escapes; no raw HTML is put into a page.',
    tests: [['browser/hostile/texts.test.ts', 'run nowhere, are reported nowhere and lead nowhere']],
  },
  {
    id: '3.3.1',
    level: 1,
    asks: 'Cookies are for encrypted connections alone.',
    control:
      'Secure, and the __Secure- prefix, wherever the site is asked for over https (src/page/route/held-key.ts).',
    tests: [
      [
        'page/held-key.test.ts',
        'is given to the browser for that record’s pages alone, out of reach of scripts, for a week',
      ],
    ],
  },
  {
    id: '3.3.2',
    level: 2,
    asks: 'Cookies do not come along with what another site sends.',
    control:
      'SameSite Lax; of what changes something the cookie counts only where the request says that it comes from our own page (decision 021).',
    tests: [
      [
        'page/held-key.test.ts',
        'is asked for again by nothing that only the cookie opens, unless it says that our page sends it',
      ],
    ],
  },
  {
    id: '3.3.4',
    level: 2,
    asks: 'Scripts do not read what only the server needs.',
    control: 'HttpOnly, for the path of the one page.',
    tests: [
      [
        'page/held-key.test.ts',
        'is given to the browser for that record’s pages alone, out of reach of scripts, for a week',
      ],
    ],
  },
  {
    id: '3.4.1',
    level: 1,
    asks: 'HSTS of a year at least.',
    control: 'Two years, subdomains included (src/access/headers.ts).',
    tests: [[headerTests, headers]],
  },
  {
    id: '3.4.2',
    level: 1,
    asks: 'No other origin may read what is answered.',
    control: 'No CORS header is ever sent.',
    tests: [[otherSite, 'reads nothing and shows nothing of ours in a frame']],
  },
  {
    id: '3.4.3',
    level: 2,
    asks: 'A content security policy.',
    control:
      'Nothing inline, nothing from elsewhere, no base, no object; scripts by a nonce of each answer, or none (src/access/headers.ts).',
    tests: [
      [headerTests, headers],
      ['page/form.test.ts', 'carries no inline style and no script but data'],
      [
        'browser/hostile/texts.test.ts',
        'the watch sees what it is to see: without our protection a script runs, with it the policy reports',
      ],
    ],
  },
  {
    id: '3.4.4',
    level: 2,
    asks: 'X-Content-Type-Options: nosniff.',
    control: 'On every answer (src/access/headers.ts).',
    tests: [[headerTests, headers]],
  },
  {
    id: '3.4.5',
    level: 2,
    asks: 'A referrer policy keeps addresses from other sites.',
    control: 'same-origin, on every answer.',
    tests: [[headerTests, headers]],
  },
  {
    id: '3.4.6',
    level: 2,
    asks: 'No other site shows ours in a frame.',
    control: 'frame-ancestors none.',
    tests: [[otherSite, 'reads nothing and shows nothing of ours in a frame']],
  },
  {
    id: '3.4.8',
    level: 3,
    asks: 'No other window holds ours.',
    control: 'Cross-Origin-Opener-Policy: same-origin.',
    tests: [[otherSite, 'reads nothing and shows nothing of ours in a frame']],
  },
  {
    id: '3.5.1',
    level: 1,
    asks: 'Requests that another site forges are refused.',
    control: 'Sec-Fetch-Site and Origin must both be ours, whatever is sent (src/access/cross-site.ts).',
    tests: [
      ['access/cross-site.test.ts', '%s'],
      [otherSite, 'changes nothing by a form of %s to %s'],
    ],
  },
  {
    id: '3.5.2',
    level: 1,
    asks: 'Where a preflight is relied on, nothing gets round it.',
    control: 'None is relied on: a request is judged by where it comes from.',
    tests: [[otherSite, 'changes nothing by a script that sends %s']],
  },
  {
    id: '3.5.3',
    level: 1,
    asks: 'Nothing changes by GET.',
    control: 'Routes that change something take POST, PATCH or DELETE alone (src/access/table.ts).',
    tests: [
      ['access/matrix.test.ts', 'an outsider gets what is public and nothing else, and changes nothing'],
    ],
  },
  {
    id: '3.7.2',
    level: 2,
    asks: 'No redirect leads to a site that somebody named.',
    control: 'Redirects are paths of ours; nothing sent says where to.',
    tests: [
      [
        'access/hostile.test.ts',
        'makes no redirect lead to another site, whatever a form says of where it came from',
      ],
    ],
  },
]
