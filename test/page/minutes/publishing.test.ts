import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { publishedMinutes } from '../../../src/page/minutes/published.ts'
import { erase, transition } from '../../../src/record/index.ts'
import { endpointsDue } from '../../../src/store/deliveries.ts'
import { eventsAfter } from '../../../src/store/events.ts'
import { allRecords } from '../../../src/store/records.ts'
import { createEndpoint } from '../../../src/webhook/manage.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import { now, post, stored, visit } from './meeting.ts'
import { correct, form, moveAlong, publish, sentMinutes } from './sent.ts'

let meeting: string
let minutes: string

beforeEach(async () => {
  ;({ meeting, minutes } = await sentMinutes())
})

const announced = async () =>
  (await eventsAfter(env.DB, 0, 1000))
    .filter(({ type }) => type === 'minutes.published')
    .map(({ payload }) => JSON.parse(payload).data)
    .filter(({ record }) => record.reference === minutes)

describe('publishing', () => {
  test('makes a version that everyone may read, with those who consent, and announces it once', async () => {
    expect((await visit(`/comptes-rendus/${minutes}`)).status).toBe(404)
    await publish(minutes)
    const page = await (await visit(`/comptes-rendus/${minutes}`)).text()
    expect(page).toContain('Ce qui fut dit.')
    expect(page).toContain('Participante exemple')
    expect(page).not.toContain('Personne discrète')
    expect(page).toContain('Version 1')
    expect(await (await visit('/comptes-rendus')).text()).toContain(`/comptes-rendus/${minutes}`)
    const [one, ...others] = await announced()
    expect(others).toEqual([])
    expect(one).toMatchObject({
      version: 1,
      notice: {
        subject: '[GT MIGRATION] Compte-rendu du 24/09/2018 publié',
        url: `https://recueil.example/comptes-rendus/${minutes}`,
      },
    })
    expect(one.notice.text).toContain(one.notice.url)
  })

  test('cut off before its commit leaves nothing behind, and after it the announcement is owed', async () => {
    const { endpoint } = await createEndpoint(contextAt(now), {
      url: 'https://receveur.example/',
      description: '',
      format: 'json',
      events: ['minutes.published'],
      forms: [],
    })
    await moveAlong(minutes, 'mise_en_page', 'relecture', 'valide')
    const record = await stored(minutes)
    const cut = new Proxy(env.DB, {
      get: (db, name) =>
        name === 'batch' ? () => Promise.reject(new Error('cut off')) : Reflect.get(db, name).bind(db),
    })
    const publishOn = (db: D1Database) =>
      transition(contextAt(now, { db }), form('compte-rendu'), record, { to: 'publie', note: '' })
    await expect(publishOn(cut)).rejects.toThrow('cut off')
    expect((await visit(`/comptes-rendus/${minutes}`)).status).toBe(404)
    expect(await announced()).toEqual([])
    // Nobody is woken after this commit, as if the Worker ended right there: what is owed is in D1.
    await publishOn(env.DB)
    expect((await visit(`/comptes-rendus/${minutes}`)).status).toBe(200)
    expect(await announced()).toHaveLength(1)
    expect(await endpointsDue(env.DB, now)).toEqual([endpoint.id])
    await env.DB.prepare('DELETE FROM endpoints').run()
    await env.DB.prepare('DELETE FROM deliveries').run()
  })

  test('leads from each minutes to those of the meetings before and after, and to a feed', async () => {
    await publish(minutes)
    const references = (await publishedMinutes(contextAt(now))).map(({ reference }) => reference)
    const at = references.indexOf(minutes)
    const page = await (await visit(`/comptes-rendus/${minutes}`)).text()
    expect(at).toBeGreaterThan(0)
    expect(page).toContain(`<a rel="prev" href="/comptes-rendus/${references[at - 1]}">`)
    const before = await (await visit(`/comptes-rendus/${references[at - 1]}`)).text()
    expect(before).toContain(`<a rel="next" href="/comptes-rendus/${minutes}">`)
    const feed = await visit('/comptes-rendus.atom')
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await feed.text()
    expect(xml.match(/<entry>/g)).toHaveLength(references.length)
    expect(xml).toContain(
      `<link rel="alternate" type="text/html" href="http://recueil.test/comptes-rendus/${minutes}"/>`,
    )
    const snippet = await (await ask('/coordination/extrait')).text()
    expect(snippet).toContain(`&lt;a href=&quot;http://recueil.test/comptes-rendus/${minutes}&quot;&gt;`)
  })

  test('shows the coordinator what may have reached the list, to settle or to send again', async () => {
    const { endpoint } = await createEndpoint(contextAt(now), {
      url: 'https://listes.example/3.1/queues/in',
      description: 'Liste du groupe',
      format: 'mailman3',
      settings: {
        listId: 'migration.listes.example',
        to: 'migration@listes.example',
        from: 'r@recueil.example',
      },
      credentials: { user: 'restadmin', password: 'un mot de passe' },
      events: ['minutes.published'],
      forms: [],
    })
    await publish(minutes)
    const hold = () =>
      env.DB.prepare("UPDATE deliveries SET state = 'held', next_attempt_at = NULL WHERE endpoint = ?")
        .bind(endpoint.id)
        .run()
    const state = () =>
      env.DB.prepare('SELECT state FROM deliveries WHERE endpoint = ?').bind(endpoint.id).first('state')
    const page = async () => (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    expect(await page()).toContain('Liste du groupe')
    await hold()
    const event = /name="event" value="(\d+)"/.exec(await page())?.[1] ?? ''
    const decide = (action: string) =>
      post(`/coordination/comptes-rendus/${minutes}/envois`, [
        ['endpoint', endpoint.id],
        ['event', event],
        ['action', action],
      ])
    expect((await decide('replay')).status).toBe(303)
    expect(await state()).toBe('waiting')
    await hold()
    expect((await decide('settle')).status).toBe(303)
    expect(await state()).toBe('delivered')
    expect((await decide('nothing')).status).toBe(422)
    expect(
      (await visit(`/coordination/comptes-rendus/${minutes}/envois`, [['action', 'settle']])).status,
    ).toBe(401)
    await env.DB.prepare('DELETE FROM endpoints').run()
  })

  test('of two at once one wins and the other is told the present state', async () => {
    await moveAlong(minutes, 'mise_en_page', 'relecture', 'valide')
    const { revision } = await stored(minutes)
    const both = await Promise.all(
      [1, 2].map(() =>
        post(`/coordination/fiches/${minutes}/statut`, [
          ['to', 'publie'],
          [`vu:${minutes}`, String(revision)],
          ['relu', '1'],
        ]),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 412])
    expect(await both.find(({ status }) => status === 412)?.text()).toContain('Publié et diffusé')
    expect(await announced()).toHaveLength(1)
  })

  test('a correction is version 2: the first stays as it was, and what changed can be read', async () => {
    await publish(minutes)
    await moveAlong(minutes, 'mise_en_page')
    await correct(minutes, { contexte: 'Un exemple corrigé.' })
    expect(await (await visit(`/comptes-rendus/${minutes}`)).text()).not.toContain('corrigé')
    await moveAlong(minutes, 'relecture', 'valide', 'publie')
    expect(await (await visit(`/comptes-rendus/${minutes}`)).text()).toContain('Un exemple corrigé.')
    const old = await (await visit(`/comptes-rendus/${minutes}/versions/1`)).text()
    expect(old).not.toContain('Un exemple corrigé.')
    expect(old).toContain('Cette version a été corrigée depuis.')
    const changes = await (await visit(`/comptes-rendus/${minutes}/versions/2/differences`)).text()
    expect(changes).toMatch(/<ins><span class="hidden">Ajouté\u00a0: <\/span>[^<]*corrigé/)
    expect((await announced()).map(({ notice }) => notice.subject)).toEqual([
      '[GT MIGRATION] Compte-rendu du 24/09/2018 publié',
      '[GT MIGRATION] Compte-rendu du 24/09/2018 : version 2 publiée',
    ])
    await expect(env.DB.prepare("UPDATE versions SET content = '{}'").run()).rejects.toThrow('frozen')
    await expect(env.DB.prepare('DELETE FROM versions').run()).rejects.toThrow('kept')
  })

  test('names nobody any more who withdraws, in old versions neither', async () => {
    await publish(minutes)
    const [attendee] = (await allRecords(env.DB, form('presence'))).filter(
      ({ answers }) => answers.action_id === meeting,
    )
    if (!attendee) throw new Error('nobody')
    await erase(contextAt(now), form('presence'), attendee)
    const page = await (await visit(`/comptes-rendus/${minutes}`)).text()
    expect(page).not.toContain('Participante exemple')
    expect(page).toContain('Participant exemple')
  })

  test('erased minutes are gone in every version, with their links and comments', async () => {
    await publish(minutes)
    await erase(contextAt(now), form('compte-rendu'), await stored(minutes))
    for (const address of ['', '/versions/1', '.docx'])
      expect((await visit(`/comptes-rendus/${minutes}${address}`)).status).toBe(404)
    const left = await env.DB.prepare(
      `SELECT (SELECT count(*) FROM links l JOIN records r ON r.id = l.record WHERE r.erased_at IS NOT NULL)
         + (SELECT count(*) FROM versions v JOIN records r ON r.id = v.record
            WHERE r.erased_at IS NOT NULL AND v.content <> '') AS count`,
    ).first('count')
    expect(left).toBe(0)
  })
})
