import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { browser, hiddenIn, leadsTo } from '../support/jar.ts'
import { openedAwhile } from '../support/opened.ts'
import { type ReceiptBody, send, submit } from '../support/worker.ts'
import { visit } from './minutes/meeting.ts'

const origin = 'http://recueil.test'

async function received(): Promise<{ link: string; path: string; key: string; id: string }> {
  const { editUrl, id } = (await (await submit(crypto.randomUUID())).json()) as ReceiptBody
  const { pathname, search, searchParams } = new URL(editUrl)
  return { link: pathname + search, path: pathname, key: searchParams.get('cle') ?? '', id }
}

/** All that the database holds. */
async function everything(): Promise<unknown> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE '%search%'",
  ).all<{ name: string }>()
  const contents = await env.DB.batch(tables.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}"`)))
  return tables.map(({ name }, at) => [name, contents[at]?.results])
}

const withKeyIn = (text: string) => leadsTo(text).filter((address) => address.includes('cle='))
const term = [
  ['id', ''],
  ['terme', 'Transhumance'],
  ['definition', 'Un mot d’exemple.'],
] as const

describe('the key of an edit link', () => {
  test('is given to the browser for that record’s pages alone, out of reach of scripts, for a week', async () => {
    const { link, path, key } = await received()
    const response = await visit(link)
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([
      `cle=${key}; Max-Age=604800; Path=${path}; HttpOnly; SameSite=Lax`,
    ])
    const secure = await exports.default.fetch(`https://recueil.test${link}`)
    expect(secure.headers.getSetCookie()).toEqual([
      `__Secure-cle=${key}; Max-Age=604800; Path=${path}; HttpOnly; Secure; SameSite=Lax`,
    ])
  })

  test('is not kept when it opens nothing', async () => {
    const { path } = await received()
    const response = await visit(`${path}?cle=${'x'.repeat(32)}`)
    expect([response.status, response.headers.getSetCookie()]).toEqual([404, []])
  })

  test('leaves the address with the first step on, without scripts too', async () => {
    const { link, path, key } = await received()
    const { open, send: post } = browser()
    const first = await open(link)
    expect([first.address, first.status]).toEqual([link, 200])
    const [, onward = ''] = /<a href="([^"]+)" lang="en"/.exec(first.text) ?? []
    const next = await open(onward.replaceAll('&amp;', '&'))
    expect([next.address, next.status]).toEqual([`${path}?lang=en`, 200])
    expect(withKeyIn(next.text)).toEqual([])
    const refused = await post(path, [...hiddenIn(next.text), ['action', 'send']])
    expect([refused.address, refused.status]).toEqual([path, 422])
    expect(withKeyIn(refused.text)).toEqual([])
    expect(hiddenIn(refused.text)).toContainEqual(['cle', key])
  })

  test.each([
    ['in lower case', (path: string) => path.toLowerCase()],
    ['with a zero too many', (path: string) => path.replace('-', '-0')],
    ['with the line end that a mail put into it', (path: string) => `${path}%0A`],
  ])('goes on from a reference written %s to that record’s own address', async (_, written) => {
    const { link, path, key } = await received()
    const { open, send: post } = browser()
    const first = await open(link.replace(path, written(path)))
    expect([first.address, first.status]).toEqual([link, 200])
    const saved = await post(path, [
      ['revision', '1'],
      ['cle', key],
      ['action', 'send'],
    ])
    expect([saved.address, saved.status]).toEqual([path, 422])
    expect((await open(`${path}/recu`)).status).toBe(200)
  })

  test('leaves the address with the form of the first page, which says where it is sent', async () => {
    const { link, path } = await received()
    const { open } = browser()
    const { text } = await open(link)
    expect(text).toContain(`<form method="post" action="${path}"`)
    expect(leadsTo(text)).toContain(`${path}#page-erreurs`)
    expect(leadsTo(text).filter((address) => address.startsWith('#zones'))).toEqual([])
  })

  test('is asked for again by nothing that only the cookie opens, unless it says that our page sends it', async () => {
    const { path, key } = await received()
    const post = (headers: Record<string, string>) =>
      exports.default.fetch(
        new Request(origin + path, {
          method: 'POST',
          headers: { cookie: `cle=${key}`, ...headers },
          body: new URLSearchParams({ action: 'send' }),
        }),
      )
    expect((await post({})).status).toBe(404)
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    // It names no revision.
    expect((await post({ origin })).status).toBe(412)
  })

  test('stays in the form and in the address for a browser that takes no cookie', async () => {
    const { link, path, key } = await received()
    const hidden = hiddenIn(await (await visit(link)).text())
    expect(hidden).toContainEqual(['cle', key])
    const saved = await visit(path, [...hidden, ['action', 'send']])
    // An empty sheet is refused, and comes back with its key.
    expect([saved.status, hiddenIn(await saved.text()).some(([name]) => name === 'cle')]).toEqual([422, true])
  })

  test('of several records open at once opens each its own', async () => {
    const { open } = browser()
    const [one, other] = [await received(), await received()]
    await open(one.link)
    await open(other.link)
    for (const { path } of [one, other])
      expect([path, (await open(path)).text.includes(`<h1>${path.slice('/fiches/'.length)} `)]).toEqual([
        path,
        true,
      ])
    const third = await received()
    expect((await open(third.path)).status).toBe(404)
  })

  test('in the address counts before the one that is held', async () => {
    const { open } = browser()
    const { link, path } = await received()
    await open(link)
    expect((await open(`${path}?cle=${'x'.repeat(32)}`)).status).toBe(404)
    expect((await open(path)).status).toBe(200)
  })
})

describe('whoever sends a form', () => {
  test('sees the receipt at an address without the key, and the whole link on it', async () => {
    const { send: post, open } = browser()
    const entries = term.map(([name, text]) => [name, name === 'id' ? crypto.randomUUID() : text] as const)
    const receipt = await post('/formulaires/terme', await openedAwhile('/formulaires/terme', entries))
    expect([receipt.status, receipt.text]).toEqual([200, expect.stringContaining('<h1>Fiche reçue</h1>')])
    expect(receipt.address).toMatch(/^\/fiches\/[A-Z]+-\d+\/recu$/)
    expect(withKeyIn(receipt.text).filter((address) => address.startsWith('/'))).toEqual([])
    const [, link = ''] = /value="http:\/\/recueil\.test(\/fiches\/[^"]+)"/.exec(receipt.text) ?? []
    expect(link).toMatch(/\?cle=[\w-]{32}$/)
    expect((await visit(link)).status).toBe(200)
    expect((await open(receipt.address.replace('/recu', ''))).status).toBe(200)
  })
})

describe('a member that a campaign asks', () => {
  let link = ''
  let campaign = ''
  beforeAll(async () => {
    const post = async (form: string, answers: object) =>
      (await (
        await send('POST', `/api/v1/forms/${form}/records`, { id: crypto.randomUUID(), answers })
      ).json()) as ReceiptBody
    await post('organisation', { nom: 'ONG A (exemple)', reseaux: ['pfongue'] })
    const { id, reference } = await post('campagne', {
      titre: 'Campagne d’exemple',
      formulaire: 'fiche-projet',
      reseaux: ['pfongue'],
      cloture: new Date(Date.now() + 9e8).toISOString().slice(0, 10),
      message: 'Merci.',
    })
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'ouverte' })
    const { invitations } = (await (
      await send('GET', `/api/v1/campaigns/${reference}/invitations`, undefined)
    ).json()) as { invitations: readonly { link: string }[] }
    const { pathname, search } = new URL(invitations[0]?.link ?? '', origin)
    link = pathname + search
    campaign = reference
  })

  test('goes on to an empty sheet that is its own, without the key in any address', async () => {
    const { open, send: post } = browser()
    const first = await open(link)
    expect(first.status).toBe(200)
    const sheet = await post(`/campagnes/${campaign}`, [...hiddenIn(first.text), ['action', 'new']])
    expect([sheet.address, sheet.status]).toEqual([`/formulaires/fiche-projet?campagne=${campaign}`, 200])
    expect(sheet.text).toContain('ONG A (exemple)')
    expect(withKeyIn(sheet.text)).toEqual([])
    const thanked = await post(`/campagnes/${campaign}`, [['action', 'nothing']])
    expect(thanked.address).toBe(`/campagnes/${campaign}?fait=1`)
  })

  test('and whoever has an edit link may have it opened by a mail scanner: nothing is written', async () => {
    const { link: edit } = await received()
    const before = await everything()
    for (const address of [link, edit, edit.replace('?', '/recu?')])
      for (const method of ['GET', 'HEAD'])
        expect((await exports.default.fetch(new Request(origin + address, { method }))).status).toBe(200)
    expect(await everything()).toEqual(before)
  })

  test('leaves the plain form empty for whoever shares its phone', async () => {
    const { open, send: post } = browser()
    const first = await open(link)
    await post(`/campagnes/${campaign}`, [...hiddenIn(first.text), ['action', 'new']])
    const plain = await open('/formulaires/fiche-projet')
    expect(hiddenIn(plain.text).some(([name]) => name === 'cle')).toBe(false)
    expect(plain.text).not.toMatch(/value="[^"]*ONG A \(exemple\)"[^>]*name="org_nom"/)
  })
})
