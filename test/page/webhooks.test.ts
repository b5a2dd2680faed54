import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { listEndpoints } from '../../src/store/endpoints.ts'
import { isMail } from '../../src/webhook/index.ts'
import { openKeys } from '../../src/webhook/keys.ts'
import { ask } from '../support/worker.ts'
import * as support from '../webhook/support.ts'
import { delivered, forgetAll, made, mailman, page, path, present, stateOf, webhook } from './endpoint.ts'
import { post, visit } from './minutes/meeting.ts'

beforeEach(forgetAll)

describe('a new endpoint', () => {
  test('shows its secret in the answer to its making, which no cache keeps, and nowhere else', async () => {
    const { answer, text, here } = await made()
    const secret = /value="(whsec_[^"]+)"/.exec(text)?.[1] ?? ''
    expect(answer.status).toBe(200)
    expect(secret).not.toBe('')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const where of [path, here, `${here}/modifier`]) expect(await page(where)).not.toContain('whsec_')
  })

  test('sent twice, as by a double click, is one, and both answers show its secret', async () => {
    const [, id = ''] = /name="id" value="(ep_[0-9a-f]{20})"/.exec(await page(`${path}/nouveau`)) ?? []
    const sent = [...webhook, ['id', id]] as const
    const answers = await Promise.all([post(path, sent), post(path, sent)])
    const secrets = await Promise.all(
      answers.map(async (answer) => /value="(whsec_[^"]+)"/.exec(await answer.text())?.[1]),
    )
    expect((await listEndpoints(env.DB)).map((endpoint) => endpoint.id)).toEqual([id])
    expect(secrets[0]).toMatch(/^whsec_/)
    expect(secrets[1]).toBe(secrets[0])
  })

  test('is not shown its secret again by whoever sends the form a minute later', async () => {
    const sent = [...webhook, ['id', 'ep_0123456789abcdef0123']] as const
    await post(path, sent)
    await env.DB.prepare('UPDATE endpoints SET created_at = created_at - 60000').run()
    const again = await post(path, sent)
    expect([again.status, again.headers.get('location')]).toEqual([
      303,
      `${path}/ep_0123456789abcdef0123?fait=save`,
    ])
  })

  test('of an id that another form made up is given one of its own', async () => {
    await made([...webhook, ['id', 'ep_1']])
    expect((await listEndpoints(env.DB))[0]?.id).toMatch(/^ep_[0-9a-f]{20}$/)
  })

  test('is listed by its name and server, its address shown nowhere', async () => {
    const { here } = await made()
    for (const where of [path, here, `${here}/modifier`]) {
      const text = await page(where)
      expect(text).toContain('liste.example.org')
      expect(text).not.toContain('a-secret-in-the-path')
    }
    expect(await page(path)).toContain(`<a href="${here}">Liste exemple</a>`)
  })

  test('asks for the events and forms whose boxes are ticked', async () => {
    const { endpoint } = await made([
      ...webhook.filter(([name]) => name !== 'events' && name !== 'forms'),
      ['events', 'some'],
      ['event', 'minutes.published'],
      ['event', 'sheet.conflict'],
      ['forms', 'some'],
      ['form', 'compte-rendu'],
    ])
    expect([endpoint.events, endpoint.forms]).toEqual([
      ['minutes.published', 'sheet.conflict'],
      ['compte-rendu'],
    ])
  })

  test('offers each event by words of its own', async () => {
    const offered = await page(`${path}/nouveau`)
    const [, part = ''] = /(name="event"[\s\S]*?)<\/fieldset>/.exec(offered) ?? []
    const labels = [...part.matchAll(/<label[^>]*>(.*?)<code/gs)].map(([, label = '']) =>
      label.replaceAll(/<[^>]+>/g, '').trim(),
    )
    expect(labels).toContain('Comptes rendus – Action à mener pour le …')
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('may be a list in Mailman, its password kept as typed and shown nowhere', async () => {
    const { endpoint, answer, here } = await made(mailman)
    expect(answer.headers.get('location')).toBe(`${here}?fait=save`)
    expect(isMail(endpoint)).toBe(true)
    const { credentials } = await openKeys(env.RECUEIL_SECRET, endpoint, 0)
    expect(credentials).toEqual({ user: 'restadmin', password: ' a password ' })
    expect(await page(`${here}/modifier`)).not.toMatch(/restadmin|a password/)
  })

  const without = (name: string) => webhook.filter(([key]) => key !== name)
  test.each([
    ['an address of a private network', [...without('url'), ['url', 'https://10.0.0.1/']], 'page-url'],
    [
      'an event type that does not exist',
      [...without('events'), ['events', 'some'], ['event', 'x.y']],
      'page-events',
    ],
    ['no event at all', [...without('events'), ['events', 'some']], 'page-events'],
    ['boxes ticked and all events', [...webhook, ['event', 'minutes.published']], 'page-events'],
    ['no form at all', [...without('forms'), ['forms', 'some']], 'page-forms'],
    ['a list without credentials', mailman.filter(([name]) => name !== 'password'), 'page-password'],
  ] as const)('with %s is refused at its place, what was typed kept', async (_, entries, control) => {
    const answer = await post(path, entries)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(`<a href="#${control}">`)
    expect(text).toContain(`id="${control}-erreur"`)
    expect(await listEndpoints(env.DB)).toEqual([])
    if (entries.some(([name]) => name === 'description')) expect(text).toContain('value="Liste exemple"')
  })

  test('escapes what it is called', async () => {
    const { here } = await made([...without('description'), ['description', '"><script>alert(1)</script>']])
    for (const where of [path, here, `${here}/modifier`])
      expect(await page(where)).not.toContain('<script>alert')
  })
})

describe('an endpoint’s page', () => {
  test('changes it; an address and credentials that are left empty stay', async () => {
    const { endpoint, here } = await made(mailman)
    const kept = mailman.filter(([name]) => !['url', 'user', 'password', 'to'].includes(name))
    const answer = await post(`${here}/modifier`, [...kept, ['to', 'autre@listes.example.org']])
    expect(answer.status).toBe(303)
    const changed = await present()
    expect(changed).toEqual({
      ...endpoint,
      settings: { ...endpoint.settings, to: 'autre@listes.example.org' },
    })
  })

  test('forgets events that can never happen, and says so', async () => {
    const { endpoint, here } = await made()
    await env.DB.prepare(`UPDATE endpoints SET events = '["minutes.publised"]'`).run()
    const text = await page(`${here}/modifier`)
    expect(text).toContain('minutes.publised')
    const unchanged = [...webhook.filter(([name]) => name !== 'events'), ['events', 'some'] as const]
    expect((await post(`${here}/modifier`, unchanged)).status).toBe(422)
    expect((await post(`${here}/modifier`, webhook)).status).toBe(303)
    expect((await present())?.events).toEqual(endpoint.events)
  })

  test('renews its secret, shown once with the date until which the old one signs', async () => {
    const { endpoint, here } = await made()
    const unconfirmed = await post(here, [['action', 'rotate']])
    expect(unconfirmed.status).toBe(422)
    expect(await present()).toEqual(endpoint)
    const text = await (
      await post(here, [
        ['action', 'rotate'],
        ['confirm', 'yes'],
      ])
    ).text()
    expect(text).toMatch(/value="whsec_[^"]+"/)
    expect(text).toContain('L’ancien signe encore, à côté du nouveau, jusqu’au ')
    expect((await present())?.secrets).toHaveLength(2)
    expect(await page(here)).not.toContain('whsec_')
  })

  test('disables it once confirmed, and enables it again', async () => {
    const { endpoint, here } = await made()
    const waiting = (await support.addEvent()).seq
    expect((await post(here, [['action', 'disable']])).status).toBe(422)
    expect(
      (
        await post(here, [
          ['action', 'disable'],
          ['confirm', 'yes'],
        ])
      ).status,
    ).toBe(303)
    expect(await stateOf(endpoint.id, waiting)).toBe('cancelled')
    expect(await page(here)).toContain('Désactivée par la coordination')
    expect((await post(here, [['action', 'test']])).status).toBe(422)
    expect((await post(here, [['action', 'enable']])).status).toBe(303)
    expect((await present())?.state).toBe('enabled')
  })

  test('deletes it once confirmed', async () => {
    const { here } = await made()
    expect((await post(here, [['action', 'delete']])).status).toBe(422)
    const answer = await post(here, [
      ['action', 'delete'],
      ['confirm', 'yes'],
    ])
    expect(answer.headers.get('location')).toBe(`${path}?fait=delete`)
    expect(await listEndpoints(env.DB)).toEqual([])
    expect((await ask(here)).status).toBe(404)
  })

  test('tests it, and shows what came of it when it is known', async () => {
    const { endpoint, here } = await made()
    const answer = await post(here, [['action', 'test']])
    const where = answer.headers.get('location') ?? ''
    expect(where).toMatch(new RegExp(`^${here}/envois/\\d+\\?attente=0$`))
    const going = await ask(where)
    expect(going.headers.get('refresh')).toMatch(/^3; url=.*attente=1$/)
    const text = await going.text()
    expect(text).toContain('<code>endpoint.test</code>')
    expect(text).toContain('&quot;type&quot;: &quot;endpoint.test&quot;')
    const seq = Number(/envois\/(\d+)/.exec(where)?.[1])
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE deliveries SET state = 'delivered', next_attempt_at = NULL WHERE event = ?",
      ).bind(seq),
      env.DB.prepare(
        "INSERT OR REPLACE INTO attempts VALUES (?, ?, 1, 0, 120, 'delivered', 204, NULL, '<b>merci</b>')",
      ).bind(endpoint.id, seq),
    ])
    const known = await ask(where)
    expect(known.headers.get('refresh')).toBeNull()
    const outcome = await known.text()
    expect(outcome).toContain('<strong>réponse 204</strong>, 120\u00a0ms')
    expect(outcome).toContain('&lt;b&gt;merci&lt;/b&gt;')
    expect((await ask(where.replace('attente=0', 'attente=10'))).headers.get('refresh')).toBeNull()
  })
})

describe('the pages of endpoints are the coordinators’', () => {
  test('to read and to act on, and no other site’s', async () => {
    const { endpoint, here } = await made()
    const event = await delivered(endpoint.id, 'held')
    const places = [path, `${path}/nouveau`, here, `${here}/modifier`, `${here}/envois/${event}`]
    for (const where of places) expect((await visit(where)).status).toBe(401)
    const acts = [
      [path, webhook],
      [
        here,
        [
          ['action', 'delete'],
          ['confirm', 'yes'],
        ],
      ],
      [`${here}/modifier`, webhook],
      [`${here}/envois/${event}`, [['action', 'settle']]],
    ] as const
    for (const [where, entries] of acts) {
      expect((await visit(where, entries)).status).toBe(401)
      const body = new URLSearchParams(entries.map(([name, value]) => [name, value]))
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }, {}])
        expect((await ask(where, { method: 'POST', body, headers })).status).toBe(403)
    }
    expect(await present()).toEqual(endpoint)
    expect(await stateOf(endpoint.id, event)).toBe('held')
  })
})
