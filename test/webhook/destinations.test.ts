import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { dropGuards } from '../support/emptied.ts'
import { readMail } from '../support/mail-reader.ts'
import { ask } from './asker.ts'
import * as mail from './mail-support.ts'
import * as support from './support.ts'

const { accepted, addList, addMailbox, announce, credentials, injected, mailman, queue, settings } = mail
const { addEndpoint, deliveriesOf, runUntilQuiet, sink } = support
const { from, to } = settings
const list = { format: 'mailman3', url: queue, settings, credentials }
const mailbox = { format: 'email', settings: { from, to } }

beforeEach(support.forgetEndpoints)

describe('a Mailman list', () => {
  test('is made and shown without its password, and has no secret to sign with', async () => {
    const made = await ask('POST', '/endpoints', list)
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^ep_/),
        url: queue,
        events: [],
        forms: [],
        format: 'mailman3',
        settings,
        description: '',
        state: 'enabled',
        disabledReason: null,
        createdAt: '2018-10-24T09:30:00.000Z',
      },
    ])
    const path = `/endpoints/${made.body.id}`
    expect((await ask('GET', path)).body).toEqual(made.body)
    const rotated = await ask('POST', `${path}/rotate`)
    expect([rotated.status, rotated.body.errors[0].message]).toEqual([
      422,
      'Une liste de diffusion n’a pas de secret de signature à renouveler.',
    ])
  })

  test('gets a message as Mailman takes it, with the password given last', async () => {
    const { body: made } = await ask('POST', '/endpoints', list)
    const password = 'un autre : ~'
    const changes = {
      settings: { ...settings, to: 'autre@listes.example' },
      credentials: { user: 'b', password },
    }
    const changed = await ask('PATCH', `/endpoints/${made.id}`, changes)
    expect(changed.body).toEqual({ ...made, settings: changes.settings })
    const event = await announce()
    const server = mailman(accepted)
    await runUntilQuiet(server, made.id)
    const [look, post, ...more] = server.received
    expect(more).toEqual([])
    expect([look?.url, look?.request.method, post?.url]).toEqual([queue, 'GET', queue])
    for (const { headers, request } of server.received) {
      expect(headers.get('authorization')).toBe(`Basic ${Buffer.from(`b:${password}`).toString('base64')}`)
      expect(request.redirect).toBe('manual')
    }
    expect(post?.headers.get('content-type')).toBe('application/x-www-form-urlencoded')
    const form = Object.fromEntries(new URLSearchParams(post?.body))
    expect(Object.keys(form)).toEqual(['list_id', 'text'])
    expect(form.list_id).toBe(settings.listId)
    const { headers, parts } = readMail(form.text ?? '')
    expect(headers).toMatchObject({
      to: 'autre@listes.example',
      subject: mail.notice.subject,
      'message-id': `<${event.id}@recueil.example>`,
    })
    expect(parts[0]?.text).toContain(mail.notice.url)
  })

  test('keeps its password where nobody reads it: not in D1, in an answer, in the log or in an event', async () => {
    const { body: made } = await ask('POST', '/endpoints', list)
    await ask('POST', `/endpoints/${made.id}/test`)
    await runUntilQuiet(
      mailman(() => Promise.reject(new Error('lost'))),
      made.id,
    )
    const shown = [
      made,
      (await ask('GET', '/endpoints')).body,
      (await ask('GET', `/endpoints/${made.id}/deliveries`)).body,
    ]
    const { results: tables } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>()
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['endpoints', 'attempts', 'events']),
    )
    for (const { name } of tables) shown.push((await env.DB.prepare(`SELECT * FROM ${name}`).all()).results)
    const dump = JSON.stringify(shown)
    expect(dump).toContain(made.id)
    expect(dump).not.toContain(credentials.password)
    expect(dump).not.toContain(Buffer.from(credentials.password).toString('base64').slice(0, 20))
    expect(dump).not.toContain('"user"')
  })

  test('is sent nothing when its password does not open, or was copied from another list', async () => {
    const [one, other] = [await addList(), await addList()]
    await env.DB.prepare(
      'UPDATE endpoints SET credentials = (SELECT credentials FROM endpoints WHERE id = ?2) WHERE id = ?1',
    )
      .bind(one.id, other.id)
      .run()
    await announce()
    const server = mailman(accepted)
    await runUntilQuiet(server, one.id)
    expect(server.received).toEqual([])
    expect(await deliveriesOf(one.id)).toMatchObject([{ state: 'failed' }])
  })

  test('does not take its password to another server', async () => {
    const { body: made } = await ask('POST', '/endpoints', list)
    const path = `/endpoints/${made.id}`
    const url = 'https://ailleurs.example/3.1/queues/in'
    const refused = await ask('PATCH', path, { url })
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/credentials',
          message: 'L’adresse mène à un autre serveur\u00a0: redonnez le nom et le mot de passe.',
        },
      ],
    ])
    expect((await ask('PATCH', path, { url, credentials })).body.url).toBe(url)
    const samePlace = 'https://ailleurs.example/3.2/queues/in'
    expect((await ask('PATCH', path, { url: samePlace })).body.url).toBe(samePlace)
  })

  test.each([
    [{ url: 'https://listes.example/' }, ['/url']],
    [{ url: `${queue}?a` }, ['/url']],
    [{ url: 'https://a:b@listes.example/3.1/queues/in' }, ['/url']],
    [{ url: undefined, credentials: undefined, settings: undefined }, ['/url', '/settings', '/credentials']],
    [{ settings: { ...settings, listId: 'migration' } }, ['/settings/listId']],
    [{ settings: { ...settings, listId: 'a.b\r\nc' } }, ['/settings/listId']],
    [{ settings: { ...settings, other: 1 } }, ['/settings/other']],
    [
      { settings: { from: 'Recueil <a@b.example>', to: 'é@b.example' } },
      ['/settings/from', '/settings/to', '/settings/listId'],
    ],
    [{ settings: { ...settings, to: 'a@b.example\r\nBcc: c@d.example' } }, ['/settings/to']],
    [{ settings: { ...settings, to: 'a@b' } }, ['/settings/to']],
    [{ settings: { ...settings, to: 'a..b@c.example' } }, ['/settings/to']],
    [{ settings: { ...settings, to: `${'a'.repeat(65)}@c.example` } }, ['/settings/to']],
    [{ credentials: { user: 'a:b', password: '' } }, ['/credentials/user', '/credentials/password']],
    [{ credentials: { user: 'a', password: 'b\r\nx: y' } }, ['/credentials/password']],
    [{ credentials: { user: 'a', password: 'mot secret à cacher' } }, ['/credentials/password']],
  ])('is refused with a pointer and a sentence for each fault: %j', async (fault, pointers) => {
    const { status, body } = await ask('POST', '/endpoints', { ...list, ...fault })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
    for (const { message } of body.errors) expect(message).not.toBe('Cette valeur n’a pas la forme attendue.')
  })
})

describe('a list reached by mail', () => {
  test('is made, shown and moved to another address', async () => {
    const { status, body: made } = await ask('POST', '/endpoints', mailbox)
    expect([status, made]).toEqual([
      201,
      expect.objectContaining({ format: 'email', url: `mailto:${to}`, settings: { from, to } }),
    ])
    expect(made).not.toHaveProperty('secret')
    const moved = { from, to: 'autre@listes.example' }
    const changed = await ask('PATCH', `/endpoints/${made.id}`, {
      settings: moved,
      description: 'Liste exemple',
    })
    expect(changed.body).toEqual({
      ...made,
      settings: moved,
      url: 'mailto:autre@listes.example',
      description: 'Liste exemple',
    })
  })

  test('is refused where there is no mail service, with what is missing', async () => {
    const { status, body } = await ask('POST', '/endpoints', mailbox, {}, { EMAIL: undefined })
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          pointer: '/format',
          message:
            'Cette installation n’envoie pas de courriels\u00a0: la liaison EMAIL manque (voir docs/deploy.md).',
        },
      ],
    ])
  })

  test.each([
    [{ url: 'https://listes.example/' }, ['/url']],
    [{ credentials }, ['/credentials']],
    [{ settings: { from } }, ['/settings/to']],
    [{ settings }, ['/settings/listId']],
  ])('is refused what it does not take: %j', async (fault, pointers) => {
    const { status, body } = await ask('POST', '/endpoints', { ...mailbox, ...fault })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
  })
})

test.each([
  ['json', { url: 'https://liste.example/' }],
  ['mailman3', list],
  ['email', mailbox],
])('an endpoint keeps its format: %s', async (format, input) => {
  const { body: made } = await ask('POST', '/endpoints', input)
  expect((await ask('PATCH', `/endpoints/${made.id}`, { format })).status).toBe(200)
  const other = format === 'json' ? 'mailman3' : 'json'
  const { status, body } = await ask('PATCH', `/endpoints/${made.id}`, { format: other })
  expect([status, body.errors]).toEqual([
    422,
    [{ pointer: '/format', message: 'Une destination garde son format\u00a0: créez-en une autre.' }],
  ])
})

describe('a list of people', () => {
  test('is owed what has something to tell them, and nothing else', async () => {
    const [people, program] = [await addList(), await addEndpoint()]
    await announce(null)
    const { seq } = await announce()
    expect((await deliveriesOf(people.id)).map(({ event }) => event)).toEqual([seq])
    expect(await deliveriesOf(program.endpoint.id)).toHaveLength(2)
    const replayed = await ask('POST', `/endpoints/${people.id}/replay`, { after: seq - 2 })
    expect(replayed.body.replayed).toBe(1)
  })

  test('is not told what was erased before it could be', async () => {
    const people = await addList()
    const { seq } = await announce()
    await dropGuards()
    await env.DB.prepare("UPDATE events SET payload = json_remove(payload, '$.data.notice') WHERE seq = ?")
      .bind(seq)
      .run()
    const server = mailman(accepted)
    await runUntilQuiet(server, people.id)
    expect(server.received).toEqual([])
    expect(await deliveriesOf(people.id)).toMatchObject([{ state: 'cancelled', attempts: 0 }])
  })

  test('is tested with a sentence to read', async () => {
    const people = await addList()
    expect((await ask('POST', `/endpoints/${people.id}/test`)).status).toBe(202)
    const server = mailman(accepted)
    await runUntilQuiet(server, people.id)
    const [post, ...more] = injected(server)
    expect(more).toEqual([])
    const { headers, parts } = readMail(new URLSearchParams(post?.body).get('text') ?? '')
    expect(headers.subject).toBe('[GT MIGRATION] Message d’essai')
    expect(parts[0]?.text).toContain('Il n’y a rien à faire.')
  })

  test('takes what its filters let through', async () => {
    const mailboxMade = await addMailbox()
    await ask('PATCH', `/endpoints/${mailboxMade.id}`, { events: ['meeting.changed'] })
    await announce()
    expect(await deliveriesOf(mailboxMade.id)).toEqual([])
    const sent: string[] = []
    const service = sink(accepted, {
      sendEmail: async (_from, _to, message) => {
        sent.push(message)
        return ''
      },
    })
    await ask('POST', `/endpoints/${mailboxMade.id}/test`)
    await runUntilQuiet(service, mailboxMade.id)
    expect(sent).toHaveLength(1)
  })
})
