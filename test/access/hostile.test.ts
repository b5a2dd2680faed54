import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { rules } from '../../src/access/table.ts'
import { everyForm } from '../support/every-form.ts'
import { projectSheet } from '../support/samples.ts'
import { send, submit } from '../support/worker.ts'

const origin = 'http://recueil.test'
const identity = JSON.stringify({
  app_aud: 'recueil-local',
  jwt_claims: { email: 'coordination@recueil.example' },
})

let kept = { id: '', reference: '', editUrl: '' }
beforeAll(async () => {
  kept = await (await submit(crypto.randomUUID())).json()
})

/** What the database holds of records and events: what a refused request must leave as it was. */
async function held(): Promise<string> {
  const tables = await env.DB.batch([
    env.DB.prepare('SELECT id, revision, status, answers FROM records ORDER BY id'),
    env.DB.prepare('SELECT count(*) FROM events'),
    env.DB.prepare('SELECT count(*) FROM endpoints'),
  ])
  return JSON.stringify(tables.map(({ results }) => results))
}

/** Sends bytes as they are, under a coordinator's standing. */
function raw(method: string, path: string, type: string, body: BodyInit): Promise<Response> {
  const request = new Request(new URL(path, origin), { method, body, redirect: 'manual' })
  request.headers.set('content-type', type)
  request.headers.set('origin', origin)
  request.headers.set('MF-Access-Blob', identity)
  return exports.default.fetch(request)
}

const post = '/api/v1/forms/fiche-projet/records'
const json = (text: string | Uint8Array) => raw('POST', post, 'application/json', text)
const answersOf = (text: string) => `{"id":"${crypto.randomUUID()}","answers":${text}}`

/** Strings, since JSON.stringify would not write them. */
const bodies: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  'half of it': '{"id":',
  'a million brackets': `${'['.repeat(1_000_000)}`,
  'a million brackets in the answers': answersOf(
    `{"projet_titre":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  ),
  'a megabyte of text': answersOf(JSON.stringify({ projet_titre: 'a'.repeat(1_000_000) })),
  'ten thousand answers': answersOf(
    JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`champ_${n}`, 'x']))),
  ),
  'ten thousand rows': answersOf(
    JSON.stringify({
      ...projectSheet,
      zones: Array.from({ length: 10_000 }, () => ({ zone_region: 'SN01' })),
    }),
  ),
  '__proto__ beside': `{"id":"${crypto.randomUUID()}","answers":{},"__proto__":{"role":"coordinator"}}`,
  '__proto__ in the answers': answersOf('{"__proto__":{"projet_titre":"x"}}'),
  'constructor in the answers': answersOf('{"constructor":{"prototype":{"x":1}}}'),
  '__proto__ in a row': answersOf(
    JSON.stringify(projectSheet).replace('{"zone_region"', '{"__proto__":{"a":1},"zone_region"'),
  ),
  'bytes that are no text': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  'UTF-16': new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  'half of a character': answersOf('{"projet_titre":"\\ud83d"}'),
  'a null byte': answersOf('{"projet_titre":"a\\u0000b"}'),
  'a text turned round': answersOf('{"projet_titre":"a\\u202eb"}'),
  'numbers without end': answersOf('{"cible_total":1e400}'),
  'a list for all': '[]',
  'a number for all': '5',
  'null for all': 'null',
  'answers that are a text': answersOf('"projet_titre"'),
  'columns of ours': `{"id":"${crypto.randomUUID()}","answers":{},"status":"publiee","number":1,"revision":9}`,
  'an id that is none': JSON.stringify({ id: "x' OR 1=1 --", answers: projectSheet }),
  'an id of another shape': JSON.stringify({ id: { $ne: null }, answers: projectSheet }),
}

describe('a body written to do harm', () => {
  test.each(Object.entries(bodies))('%s is refused, and nothing changes', async (_, body) => {
    const before = await held()
    const { status } = await json(body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await held()).toBe(before)
    expect(({} as Record<string, unknown>).role).toBeUndefined()
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  test('in place of each answer of each form is refused or dropped, and never a failure of ours', async () => {
    const wrong: unknown[] = [
      {},
      [],
      [[]],
      [{}],
      { a: { b: {} } },
      1e308,
      -1,
      true,
      '\u0007',
      'x'.repeat(100_000),
    ]
    const statuses = new Set<number>()
    for (const form of catalogue.forms) {
      const sample = everyForm(kept.reference)[form.id]
      if (sample === undefined) throw new Error(`no sample of ${form.id}`)
      for (const { name } of form.fields)
        for (const value of wrong) {
          const { status } = await send('POST', `/api/v1/forms/${form.id}/records`, {
            id: crypto.randomUUID(),
            answers: { ...sample, [name]: value },
          })
          if (status >= 500) expect([form.id, name, value, status]).toBe('no failure')
          statuses.add(status)
        }
    }
    expect([...statuses].every((status) => [201, 422].includes(status))).toBe(true)
    expect(statuses.has(422)).toBe(true)
  }, 60_000)

  test('of a kind that a route does not take is refused before it is read', async () => {
    const before = await held()
    const body = JSON.stringify({ id: crypto.randomUUID(), answers: projectSheet })
    for (const type of [
      'text/plain',
      'application/csp-report',
      'x',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
    ])
      expect([type, (await raw('POST', post, type, body)).status]).toEqual([type, 415])
    expect(await held()).toBe(before)
  })
})

describe('an address written to do harm', () => {
  const addresses = [
    '/%ff',
    '/%00',
    '/%c0%ae%c0%ae/',
    '/fiches/%2e%2e%2fcoordination',
    '/fiches/..%2f..%2fcoordination?cle=x',
    '//mechant.example',
    '//mechant.example/%2e%2e',
    '/\\mechant.example',
    '/%5cmechant.example',
    '/formulaires/__proto__',
    '/formulaires/constructor',
    '/formulaires/toString',
    '/api/v1/forms/__proto__',
    '/api/v1/forms/constructor/schema',
    '/exports/__proto__.csv',
    '/exports/..%2f..%2fwrangler.toml',
    '/exports/fiche-projet.__proto__',
    '/carte?region=__proto__&theme=constructor',
    '/carte?region=SN01&region=SN02',
    `/recherche?q=${'('.repeat(2000)}`,
    '/recherche?q=%22%20NEAR(',
    '/recherche?q=*',
    `/recherche?q=${encodeURIComponent("' UNION SELECT * FROM endpoints --")}`,
    `/fiches/${"FP-0001' OR '1'='1"}?cle=x`,
    '/fiches/FP-99999999999999999999?cle=x',
    '/fiches/FP-0x1?cle=x',
    '/comptes-rendus/CR-0001/versions/-1',
    '/comptes-rendus/CR-0001/versions/1e9',
    '/comptes-rendus/CR-0001/versions/NaN',
    '/api/v1/records?form=__proto__&after=-1&limit=1e9',
    '/api/v1/records?after=%00',
    '/api/v1/events?after=-9223372036854775809',
    '/api/v1/events?after[]=1',
    '/coordination/fiches?form=__proto__&statut=constructor&page=-1',
    '/plan.ics?%0d%0aSet-Cookie:a=b',
    `/?lang=fr%0d%0aset-cookie:a=b`,
    `/${'a'.repeat(8000)}`,
  ]

  test.each(addresses)('%s is no failure of ours, and leads nowhere else', async (address) => {
    const response = await exports.default.fetch(
      new Request(origin + address, { redirect: 'manual', headers: { 'MF-Access-Blob': identity } }),
    )
    expect(response.status).toBeLessThan(500)
    const location = response.headers.get('location')
    if (location !== null) expect(new URL(location, origin).origin).toBe(origin)
    expect(response.headers.get('set-cookie') ?? '').not.toContain('a=b')
    const text = await response.text()
    expect(
      [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(
        ([, target]) => new URL(target ?? '', `${origin}/page`).host,
      ),
    ).not.toContain('mechant.example')
  })

  test('makes no redirect lead to another site, whatever a form says of where it came from', async () => {
    const targets = [
      '//mechant.example',
      'https://mechant.example',
      '/\\mechant.example',
      'javascript:alert(1)',
    ]
    const routes = rules.filter(({ methods, path }) => methods.includes('POST') && !path.startsWith('/api/'))
    for (const { path } of routes)
      for (const target of targets) {
        const filled = path
          .replace(':reference', kept.reference)
          .replace(':form', 'fiche-projet')
          .replace(':id', kept.id)
        const entries = new URLSearchParams(
          ['action', 'retour', 'next', 'url', 'redirect', 'from', 'page', 'question'].map((name) => [
            name,
            target,
          ]),
        )
        const response = await raw('POST', filled, 'application/x-www-form-urlencoded', entries.toString())
        const location = response.headers.get('location')
        if (location !== null) expect([path, new URL(location, origin).origin]).toEqual([path, origin])
        expect([path, response.status < 500]).toEqual([path, true])
      }
  }, 30_000)
})

describe('an address for webhooks written to reach inside', () => {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '0',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '8.8.8.8',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00::1]',
    '[5f00::1]',
    '[100::1]',
    '[2606:4700::1111]',
    'localhost',
    'localhost.',
    'LOCALHOST',
    'a.localhost',
    'x.local',
    'x.internal',
    'router.home.arpa',
    'x.test',
    'intranet',
    'com',
    '127.0.0.1.nip.io',
    'x.sslip.io',
    'localtest.me',
    'metadata.google.internal',
    'recueil.test',
    'a@127.0.0.1',
    'exemple.org@127.0.0.1',
    'exemple.org:22',
    'exemple.org:25',
    'exemple.org:6379',
    'exemple..org',
    'exemple.org%00.mechant.example',
  ]
  const schemes = [
    'http://exemple.org',
    'ftp://exemple.org',
    'file:///etc/passwd',
    'gopher://exemple.org',
    'data:,x',
    'javascript:alert(1)',
    'blob:x',
    'exemple.org',
    '//exemple.org',
    '',
  ]

  test.each([...hosts.map((host) => `https://${host}/`), ...schemes])('%s is refused', async (url) => {
    const before = await held()
    const response = await send('POST', '/api/v1/endpoints', { url, description: 'Exemple', format: 'json' })
    expect(response.status).toBe(422)
    expect(await held()).toBe(before)
  })

  test('and a public one is taken, so that the refusals mean something', async () => {
    const response = await send('POST', '/api/v1/endpoints', {
      url: 'https://recepteur.exemple.org/crochet',
      description: 'Exemple',
      format: 'json',
    })
    expect(response.status).toBe(201)
  })
})
