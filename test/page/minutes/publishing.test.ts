import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { app } from '../../../src/app.ts'
import { afterWorkingDays } from '../../../src/calendar/working-days.ts'
import { findForm } from '../../../src/form/index.ts'
import { publishedMinutes } from '../../../src/page/minutes/published.ts'
import { carryVersions, erase, revise, transition } from '../../../src/record/index.ts'
import { endpointsDue } from '../../../src/store/deliveries.ts'
import { eventsAfter } from '../../../src/store/events.ts'
import { allRecords } from '../../../src/store/records.ts'
import { recordsToCarry } from '../../../src/store/versions.ts'
import { createEndpoint } from '../../../src/webhook/manage.ts'
import worker from '../../../src/worker.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import {
  attend,
  confirmedMeeting,
  move,
  now,
  personalLinks,
  post,
  stored,
  visit,
  written,
} from './meeting.ts'

let meeting: string
let minutes: string

/** Minutes that are written and sent, of a meeting that was held by three people of whom two consent. */
beforeEach(async () => {
  meeting = await confirmedMeeting()
  await attend(meeting, 'Participante exemple', true)
  await attend(meeting, 'Participant exemple', true)
  await attend(meeting, 'Personne discrète', false)
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', 'Rapporteuse exemple'],
  ])
  const [link = ''] = await personalLinks(meeting)
  minutes = /CR-\d+/.exec(link)?.[0] ?? ''
  await visit(link, [
    ['revision', '1'],
    ['action', 'move:envoye'],
    ['action_id', meeting],
    ...written,
    ['apport_plaidoyer', 'Un premier élément.\n\nUn second élément.'],
    ['theme_plaidoyer', 'retour'],
    ['apport_cartographie', 'Une étude à reprendre.'],
  ])
  await move(meeting, 'tenue')
})

const path = (...states: readonly string[]) =>
  states.reduce<Promise<unknown>>((before, to) => before.then(() => move(minutes, to)), Promise.resolve())
const publish = () => path('mise_en_page', 'relecture', 'valide', 'publie')
const form = (id: string) => {
  const found = findForm(catalogue, id)
  if (!found) throw new Error(id)
  return found
}
const correct = async (changes: Readonly<Record<string, unknown>>) => {
  const record = await stored(minutes)
  return revise(contextAt(now + 1), form('compte-rendu'), record, {
    answers: { ...record.answers, ...changes },
    revision: record.revision,
  })
}
const system = { role: 'system', name: '', source: 'system' } as const
/** As many runs as it takes, those of other tests' minutes included. */
async function carry(): Promise<void> {
  while ((await recordsToCarry(env.DB, 1)).length > 0) await carryVersions(contextAt(now, { actor: system }))
}
const announced = async () =>
  (await eventsAfter(env.DB, 0, 1000))
    .filter(({ type }) => type === 'minutes.published')
    .map(({ payload }) => JSON.parse(payload).data)
    .filter(({ record }) => record.reference === minutes)

describe('publishing', () => {
  test('makes a version that everyone may read, with those who consent, and announces it once', async () => {
    expect((await visit(`/comptes-rendus/${minutes}`)).status).toBe(404)
    await publish()
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
    await path('mise_en_page', 'relecture', 'valide')
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
    await publish()
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
    await publish()
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
    await path('mise_en_page', 'relecture', 'valide')
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
    await publish()
    await path('mise_en_page')
    await correct({ contexte: 'Un exemple corrigé.' })
    expect(await (await visit(`/comptes-rendus/${minutes}`)).text()).not.toContain('corrigé')
    await path('relecture', 'valide', 'publie')
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
    await publish()
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
    await publish()
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

describe('what published minutes bring', () => {
  const elements = async () => {
    const all = await allRecords(env.DB, form('plaidoyer'))
    return all
      .flatMap(
        ({ answers }) => (answers.elements ?? []) as { element_texte: string; element_source: string }[],
      )
      .filter(({ element_source }) => element_source === minutes)
      .map(({ element_texte }) => element_texte)
  }

  test('is in the advocacy, the library and the plan within a minute, once, however often it is carried', async () => {
    await publish()
    await worker.scheduled(createScheduledController({ scheduledTime: now }), env, createExecutionContext())
    await carry()
    await env.DB.prepare('UPDATE versions SET carried_at = NULL').run()
    await carry()
    expect(await elements()).toEqual(['Un premier élément.', 'Un second élément.'])
    const sources = (await allRecords(env.DB, form('document'))).filter(({ answers }) =>
      String(answers.source).includes(minutes),
    )
    expect(sources).toMatchObject([
      { answers: { type: 'source_carte', resume: 'Une étude à reprendre.', date: '2018-09-24' } },
    ])
    expect((await stored(meeting)).status).toBe('cr_publie')
  })

  test('follows a correction, except what the coordinator changed there since', async () => {
    await publish()
    await carry()
    await path('mise_en_page')
    await correct({ apport_plaidoyer: 'Un premier élément.\n\nUn troisième.' })
    await path('relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Un premier élément.', 'Un troisième.'])
    const [target] = (await allRecords(env.DB, form('plaidoyer'))).filter(({ answers }) =>
      JSON.stringify(answers).includes(minutes),
    )
    if (!target) throw new Error('nothing was carried')
    const rewritten = [{ element_texte: 'Réécrit.', element_source: minutes }]
    await revise(contextAt(now), form('plaidoyer'), target, {
      answers: { ...target.answers, elements: rewritten },
      revision: target.revision,
    })
    await path('mise_en_page')
    await correct({ apport_plaidoyer: 'Tout autre chose.' })
    await path('relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Réécrit.'])
  })

  test('is what the newest of two corrections says that came within one minute', async () => {
    await publish()
    await carry()
    for (const said of ['Deuxième version.', 'Troisième version.']) {
      await path('mise_en_page')
      await correct({ apport_plaidoyer: said })
      await path('relecture', 'valide', 'publie')
    }
    await carry()
    expect(await elements()).toEqual(['Troisième version.'])
  })

  test('follows the correction that came while it was being carried', async () => {
    await publish()
    await carry()
    // Carried, and cut off before that was noted.
    await env.DB.prepare('UPDATE versions SET carried_at = NULL').run()
    await path('mise_en_page')
    await correct({ apport_plaidoyer: 'Deuxième version.' })
    await path('relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Deuxième version.'])
  })
})

describe('the review', () => {
  /** Opened now, as by the button: a link made in 2018 would be over. */
  const reviewLink = async () => {
    await path('mise_en_page')
    await post(`/coordination/fiches/${minutes}/statut`, [['to', 'relecture']])
    return shownLink()
  }
  const shownLink = async () => {
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    return (/value="http:\/\/recueil\.test([^"]+relecture[^"]+)"/.exec(page)?.[1] ?? '').replaceAll(
      '&amp;',
      '&',
    )
  }
  const remark = (id: string, text: string) =>
    [
      ['id', id],
      ['name', 'Participante exemple'],
      ['organisation', 'ONG Exemple A'],
      ['text', text],
    ] as const

  test('keeps what somebody typed when too much is sent by its link at once', async () => {
    const request = new Request(`http://recueil.test${await reviewLink()}`, {
      method: 'POST',
      headers: { 'cf-connecting-ip': '192.0.2.1' },
      body: new URLSearchParams(remark(crypto.randomUUID(), 'Une longue remarque.').map(([a, b]) => [a, b])),
    })
    const counter = { limit: async () => ({ success: false }) }
    const response = await app.fetch(request, { ...env, LINK_RATE: counter }, createExecutionContext())
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.text()).toContain('Une longue remarque.</textarea>')
  })

  test('lets those present read and comment by a link, for five working days', async () => {
    const link = await reviewLink()
    const page = await (await visit(link)).text()
    expect(page).toContain('Ce qui fut dit.')
    expect(page).toMatch(/Jusqu’au \d+ \S+ \d{4}/)
    expect(page).toContain('Vos données servent à dire qui fait une remarque')
    expect(page).toContain('à qui le lien de relecture a été envoyé')
    const id = crypto.randomUUID()
    expect((await visit(link, remark(id, 'Il manque un point.'))).status).toBe(303)
    await visit(link, remark(id, 'Il manque un point.'))
    const shown = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    expect(shown.split('Il manque un point.')).toHaveLength(2)
    const refused = await visit(link, remark(crypto.randomUUID(), ''))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Participante exemple"')
  })

  test('keeps another comment written on a page that was gone back to, and never thanks for one it did not keep', async () => {
    const link = await reviewLink()
    const id = crypto.randomUUID()
    await visit(link, remark(id, 'Il manque un point.'))
    expect((await visit(link, remark(id, 'Et une décision.'))).status).toBe(303)
    const shown = await (await visit(link)).text()
    for (const text of ['Il manque un point.', 'Et une décision.']) expect(shown).toContain(text)
    const { id: record } = await stored(minutes)
    await env.DB.prepare(
      `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 500)
       INSERT INTO comments (id, record, revision, at, name, organisation, text)
       SELECT ?1 || n, ?1, 1, 1, 'Exemple', 'Exemple', 'Trop.' FROM n`,
    )
      .bind(record)
      .run()
    const refused = await visit(link, remark(crypto.randomUUID(), 'Une de trop.'))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<p class="cell">Une de trop.</p>')
  })

  test('ends with the fifth working day after it was opened', () => {
    const end = (day: string) => new Date(afterWorkingDays(Date.parse(day), 5) - 1).toISOString().slice(0, 10)
    expect(end('2018-09-24T12:00Z')).toBe('2018-10-01')
    expect(end('2018-09-28T23:59Z')).toBe('2018-10-05')
    expect(end('2018-09-29')).toBe('2018-10-05')
  })

  test('is shared by a link that the coordinator renews and ends, each told in the history', async () => {
    const link = await reviewLink()
    const address = `/coordination/comptes-rendus/${minutes}`
    const press = (action: string) => post(`${address}/relecture`, [['action', action]])
    expect(await (await ask(address)).text()).toContain('Valable jusqu’au')
    await press('renew')
    const fresh = await shownLink()
    expect([(await visit(link)).status, (await visit(fresh)).status]).toEqual([404, 200])
    await press('revoke')
    expect((await visit(fresh)).status).toBe(404)
    expect(await (await ask(address)).text()).toContain('Lien annulé ou expiré.')
    expect((await press('revoke')).status).toBe(422)
    await press('renew')
    expect((await visit(await shownLink())).status).toBe(200)
    const history = await (await ask(`/coordination/fiches/${minutes}`)).text()
    expect(history.match(/Lien de relecture\u00a0: renouvelé/g)).toHaveLength(2)
    expect(history.match(/Lien de relecture\u00a0: annulé/g)).toHaveLength(1)
  })

  test('opens to nobody without its link, nor by a note-taker’s, and ends with the approval', async () => {
    const link = await reviewLink()
    const address = `/comptes-rendus/${minutes}/relecture`
    const [writer = ''] = await personalLinks(meeting)
    const wrong = [
      address,
      `${address}?cle=x`,
      `${address}?${writer.split('?')[1]}`,
      link.replace(minutes, 'CR-9999'),
    ]
    for (const one of wrong) expect((await visit(one)).status).toBe(404)
    const fiche = link.replace(`/comptes-rendus/${minutes}/relecture`, `/fiches/${minutes}`)
    expect((await visit(fiche)).status).toBe(404)
    await path('valide')
    expect(await (await visit(link)).text()).toContain('La relecture est terminée.')
    const late = await visit(link, remark(crypto.randomUUID(), 'Trop tard.'))
    expect(late.status).toBe(403)
    // Not kept, and given back.
    expect(await late.text()).toContain('<p class="cell">Trop tard.</p>')
    expect(await (await visit(link)).text()).not.toContain('Trop tard.')
  })
})

describe('the document that the coordinator laid out', () => {
  const upload = (bytes: Uint8Array, name = 'cr.pdf') => {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(bytes)], name))
    return ask(`/coordination/comptes-rendus/${minutes}/fichier`, {
      method: 'POST',
      headers: { origin: 'http://recueil.test' },
      body,
    })
  }
  const pdf = new TextEncoder().encode('%PDF-1.7\n%example')

  test('is the reference of its version once that is published, and only then fetched by others', async () => {
    await path('mise_en_page')
    expect((await upload(pdf)).status).toBe(303)
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    const [address = ''] = /\/comptes-rendus\/CR-\d+\/fichiers\/[0-9a-f-]+/.exec(page) ?? []
    expect((await ask(`/coordination${address}`)).status).toBe(200)
    expect((await visit(address)).status).toBe(404)
    await path('relecture', 'valide', 'publie')
    const download = await visit(address)
    expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${minutes}-v1.pdf"`)
    expect(download.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    )
    expect(download.headers.get('content-type')).toBe('application/pdf')
    expect(download.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(pdf)
    expect(await (await visit(`/comptes-rendus/${minutes}`)).text()).toContain(`href="${address}"`)
  })

  test('has neither the name it came with nor one that can be guessed, even when it says that it is a page', async () => {
    await path('mise_en_page')
    const hostile = new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>')
    expect((await upload(hostile, '../"><script>alert(1)</script>.html')).status).toBe(303)
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    expect(page).not.toContain('alert(1)')
    const [address = ''] = /\/coordination\/comptes-rendus\/CR-\d+\/fichiers\/[0-9a-f-]{36}/.exec(page) ?? []
    const { headers } = await ask(address)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${minutes}-v1.pdf"`)
    expect(headers.get('content-type')).toBe('application/pdf')
  })

  test('is refused by its content, whatever its name', async () => {
    await path('mise_en_page')
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    const refused = await upload(page, 'cr.pdf')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('ni un PDF ni un document Word')
    expect((await upload(new Uint8Array())).status).toBe(422)
    expect((await upload(new Uint8Array(11_000_000))).status).toBe(413)
  })

  test('is deleted with the minutes when they are erased', async () => {
    await path('mise_en_page')
    await upload(pdf)
    const { id } = await stored(minutes)
    await erase(contextAt(now), form('compte-rendu'), await stored(minutes))
    await worker.scheduled(createScheduledController({ scheduledTime: now }), env, createExecutionContext())
    const left = await env.DB.prepare('SELECT count(*) AS count FROM files WHERE record = ?')
      .bind(id)
      .first('count')
    expect(left).toBe(0)
  })
})
