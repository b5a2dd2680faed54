import type { Control } from './control.ts'

const address = 'webhook/address.test.ts'

/** V11 Cryptography, V12 Secure communication, V13 Configuration. */
export const secrets: readonly Control[] = [
  {
    id: '11.3.2',
    level: 1,
    asks: 'Approved ciphers and modes.',
    control: 'AES-GCM seals what has to be read again (src/webhook/secret.ts).',
    tests: [
      [
        'webhook/signature.test.ts',
        'opens with the master secret and the endpoint it was sealed with, and no other',
      ],
    ],
  },
  {
    id: '11.3.3',
    level: 2,
    asks: 'What is encrypted cannot be changed unseen.',
    control: 'AES-GCM with the endpoint’s id beside: moved to another it does not open.',
    tests: [
      [
        'webhook/signature.test.ts',
        'opens with the master secret and the endpoint it was sealed with, and no other',
      ],
      [
        'webhook/destinations.test.ts',
        'is sent nothing when its password does not open, or was copied from another list',
      ],
    ],
  },
  {
    id: '11.3.4',
    level: 3,
    asks: 'No nonce is used twice.',
    control: 'A random one for each sealing.',
    tests: [['webhook/signature.test.ts', 'is never sealed twice alike, nor with a weak master secret']],
  },
  {
    id: '11.4.1',
    level: 1,
    asks: 'Approved hashes and signatures.',
    control: 'SHA-256 and HMAC-SHA256, as Standard Webhooks has them.',
    tests: [['webhook/signature.test.ts', 'is that of the vector all Standard Webhooks libraries share']],
  },
  {
    id: '11.5.1',
    level: 2,
    asks: 'What must not be guessed has 128 bits at least.',
    control: 'Keys have 192, secrets 256; an id alone opens nothing.',
    tests: [
      ['webhook/signature.test.ts', 'is whsec_ and 32 bytes, never twice the same'],
      [
        'api/hint.test.ts',
        'a secret is 256 bits in hexadecimal, the same each time, and another for another spreadsheet',
      ],
    ],
  },
  {
    id: '12.2.1',
    level: 1,
    asks: 'Nothing comes in without encryption.',
    control: 'On a public name nothing is answered over http (src/access/encrypted.ts).',
    tests: [['access/encrypted.test.ts', '%s leads to the same over https, and sets no cookie']],
  },
  {
    id: '12.3.1',
    level: 2,
    asks: 'What goes out is encrypted.',
    control: 'Webhooks go to https alone; Google and Mailman are asked over https.',
    tests: [[address, 'that is not https: %s']],
  },
  {
    id: '13.2.4',
    level: 2,
    asks: 'The server asks only those it is meant to.',
    control: 'Google’s address is configured; webhooks go where a coordinator says, of public names.',
    tests: [[address, 'that names no public server: %s']],
  },
  {
    id: '13.2.5',
    level: 2,
    asks: 'And nobody else on the way.',
    control: 'Redirects are not followed (src/webhook/send.ts).',
    tests: [[address, 'that is Recueil itself: %s']],
  },
  {
    id: '13.2.2',
    level: 2,
    asks: 'Programs have the least rights they need.',
    control:
      'A service token is what COORDINATORS says, and sends no form of a page (src/access/cross-site.ts).',
    tests: [['access/cross-site.test.ts', 'sends no page’s form without saying where it comes from']],
  },
  {
    id: '13.4.2',
    level: 2,
    asks: 'Nothing of the workshop runs in production.',
    control:
      'The deployment stops at the example’s values; LOCAL and the local identity stop the site (dev/check-deploy.ts).',
    tests: [
      ['dev/check-deploy.test.ts', 'is stopped as the repository comes, until it is filled in'],
      ['access/local.test.ts', 'left on stops the whole site on %s'],
    ],
  },
  {
    id: '13.3.1',
    level: 2,
    asks: 'Secrets are kept apart from code and data.',
    control: 'Worker secrets; in D1 digests or sealed values alone.',
    tests: [
      ['webhook/faults.test.ts', 'secrets are not in D1 in clear'],
      [
        'webhook/destinations.test.ts',
        'keeps its password where nobody reads it: not in D1, in an answer, in the log or in an event',
      ],
    ],
  },
]
