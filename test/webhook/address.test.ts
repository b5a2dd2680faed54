import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress } from '../../src/webhook/address.ts'

const online = { local: false, ownHost: 'recueil.example.org' }
const local = { local: true, ownHost: '127.0.0.1:8787' }
const faultOf = (text: string, place = online) => {
  const address = readAddress(text, place)
  return address.ok ? null : address.fault
}

describe('an address is taken', () => {
  test.each([
    ['https://liste.example.org/hook', 'https://liste.example.org/hook'],
    ['HTTPS://Liste.Example.ORG', 'https://liste.example.org/'],
    ['https://liste.example.org:443/a?b=c', 'https://liste.example.org/a?b=c'],
    ['https://liste.example.org:8443/', 'https://liste.example.org:8443/'],
    ['https://liste.example.org./hook#x', 'https://liste.example.org/hook'],
    ['https://réseau.sn/', 'https://xn--rseau-bsa.sn/'],
    ['https://a.b.xn--p1ai/', 'https://a.b.xn--p1ai/'],
    ['https://localhost.example.org/', 'https://localhost.example.org/'],
    ['https://internal-hooks.example.org/', 'https://internal-hooks.example.org/'],
  ])('%s', (text, url) => {
    expect(readAddress(text, online)).toEqual({ ok: true, url })
  })

  test.each([
    'http://127.0.0.1:9999/hook',
    'http://[::1]:9999/',
    'http://localhost:3000/',
    'http://localhost./',
  ])('%s, on a local installation alone', (text) => {
    expect(readAddress(text, local).ok).toBe(true)
    expect(faultOf(text)).toBe('scheme')
  })
})

describe('an address is refused', () => {
  test.each([
    '',
    'liste.example.org',
    'https://',
    'https://a b/',
    'https://a..b/',
    `https://liste.example.org/${'a'.repeat(2_000)}`,
  ])('that is none: %s', (text) => {
    expect(faultOf(text)).toMatch(/malformed|host/)
  })

  test.each([
    'http://liste.example.org/',
    'ftp://liste.example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:,a',
  ])('that is not https: %s', (text) => {
    expect(faultOf(text)).toBe('scheme')
    expect(faultOf(text, local)).toBe('scheme')
  })

  test.each([
    'https://a@liste.example.org/',
    'https://a:b@liste.example.org/',
    'https://liste.example.org@127.0.0.1/',
  ])('that holds a user: %s', (text) => {
    expect(faultOf(text)).toBe('userinfo')
  })

  test.each([22, 25, 80, 1024, 5432, 8080, 8787, 65_535])('on port %i', (port) => {
    expect(faultOf(`https://liste.example.org:${port}/`)).toBe('port')
  })

  // The addresses are those of Svix's is_allowed_test and of the IANA special-purpose registries.
  test.each([
    ...[
      '127.0.0.1',
      '127.1',
      '0',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '①②⑦.0.0.1',
      '127。0。0。1',
      '0.0.0.0',
    ],
    ...['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '192.0.0.1', '192.0.2.1'],
    ...[
      '192.88.99.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '8.8.8.8',
      '1.1.1.1',
      '[::]',
      '[::1]',
      '[::ffff:7f00:1]',
      '[::ffff:127.0.0.1]',
      '[2001:db8::1]',
      '[3fff::1]',
    ],
    ...[
      '[fe80::1]',
      '[fc00::1]',
      '[2002:7f00:1::]',
      '[64:ff9b::7f00:1]',
      '[64:ff9b:1::1]',
      '[5f00::1]',
      '[100::1]',
    ],
    ...['[2606:4700:4700::1111]', '127.0.0.1.'],
  ])('that is an IP address: %s', (host) => {
    expect(faultOf(`https://${host}/`)).toBe('host')
    expect(faultOf(`http://${host}/`)).toBe('scheme')
  })

  test.each([
    ...[
      'localhost',
      'localhost.',
      'LOCALHOST',
      'a.localhost',
      'imprimante.local',
      'metadata.google.internal',
    ],
    ...[
      'a.test',
      'a.invalid',
      'serveur.lan',
      'nas.home.arpa',
      '1.0.0.127.in-addr.arpa',
      'a.corp',
      'a.intranet',
    ],
    ...[
      'abcdefghijklmnop.onion',
      'a.onion.',
      'sn',
      'serveur',
      '127.0.0.1.nip.io',
      '10-0-0-1.sslip.io',
      'localtest.me',
    ],
    ...['a_b.example.org', '-a.example.org', 'example.123', 'a.xn--', `${'a'.repeat(64)}.org`],
  ])('that names no public server: %s', (host) => {
    expect(faultOf(`https://${host}/`)).toMatch(/host|malformed/)
  })

  test.each([
    ['https://recueil.example.org/api/v1/endpoints', online],
    ['https://RECUEIL.example.org.:8443/', online],
    ['http://127.0.0.1:8787/', local],
    ['http://localhost:8787/', local],
    ['http://[::1]:8787/', local],
  ])('that is Recueil itself: %s', (text, place) => {
    expect(faultOf(text, place)).toBe('own-host')
  })

  test.each([
    'http://127.0.0.2:9999/',
    'http://10.0.0.1/',
    'http://0.0.0.0:9999/',
    'http://liste.example.org/',
  ])('over http on a local installation, elsewhere than this machine: %s', (text) => {
    expect(faultOf(text, local)).toBe('scheme')
  })
})

test('whatever is sent, an address taken is https to a public name, and is taken again as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl({ withFragments: true }),
        fc.ipV4().map((ip) => `https://${ip}`),
      ),
      (text) => {
        const address = readAddress(text, online)
        if (!address.ok) return
        expect(address.url).toMatch(/^https:\/\/([a-z0-9-]+\.)+[a-z][a-z0-9-]*(:8443)?\//)
        expect(readAddress(address.url, online)).toEqual(address)
      },
    ),
  )
})
