import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { ask, send, submit } from '../support/worker.ts'

type View = { status: string; revision: number; answers: Record<string, unknown>; reference: string }

async function submitted(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = crypto.randomUUID()
  expect((await submit(id, changes)).status).toBe(201)
  return id
}

describe('a revision', () => {
  test('replaces the answers, counts up and tells what changed', async () => {
    const id = await submitted()
    const answers = {
      ...projectSheet,
      projet_titre: 'Titre corrigé',
      contact_nom: 'Autre fonction (exemple)',
    }
    const response = await send('PATCH', `/api/v1/records/${id}`, { answers }, { 'if-match': '"1"' })
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe('"2"')
    expect(await response.json<View>()).toMatchObject({
      revision: 2,
      answers: { projet_titre: 'Titre corrigé' },
    })
    const event = await env.DB.prepare(
      "SELECT payload FROM events WHERE record = ? AND type = 'record.revised'",
    )
      .bind(id)
      .first<string>('payload')
    expect(JSON.parse(event ?? '')).toMatchObject({
      type: 'record.revised',
      data: { changed: ['projet_titre'] },
    })
  })

  test('that changes nothing makes no revision', async () => {
    const id = await submitted()
    const record = await (await ask(`/api/v1/records/${id}`)).json<View>()
    const response = await send(
      'PATCH',
      `/api/v1/records/${id}`,
      { answers: record.answers },
      { 'if-match': '1' },
    )
    expect((await response.json<View>()).revision).toBe(1)
  })

  test('of a stale revision is refused with the record as it stands', async () => {
    const id = await submitted()
    const revise = (titre: string) =>
      send(
        'PATCH',
        `/api/v1/records/${id}`,
        { answers: { ...projectSheet, projet_titre: titre } },
        { 'if-match': '1' },
      )
    const responses = await Promise.all([revise('Un'), revise('Deux')])
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 412])
    const refused = responses.find(({ status }) => status === 412)
    expect(await refused?.json()).toMatchObject({ record: { id, revision: 2 } })
  })

  test('must say which revision it changes', async () => {
    const id = await submitted()
    expect((await send('PATCH', `/api/v1/records/${id}`, { answers: projectSheet })).status).toBe(428)
  })
})

describe('a transition', () => {
  test('moves the record, and its event says from where to where', async () => {
    const id = await submitted()
    const response = await send('POST', `/api/v1/records/${id}/transitions`, {
      to: 'a_verifier',
      note: 'À relire',
    })
    expect(await response.json<View>()).toMatchObject({ status: 'a_verifier', revision: 2 })
    const payload = await env.DB.prepare(
      "SELECT payload FROM events WHERE record = ? AND type = 'record.transitioned'",
    )
      .bind(id)
      .first<string>('payload')
    expect(JSON.parse(payload ?? '')).toMatchObject({
      data: { transition: { from: 'recue', to: 'a_verifier' } },
    })
  })

  test('that the workflow does not know is refused with the record as it stands', async () => {
    const id = await submitted()
    const response = await send('POST', `/api/v1/records/${id}/transitions`, { to: 'publiee' })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ record: { status: 'recue' } })
  })

  test('made twice at once happens once', async () => {
    const id = await submitted()
    const move = () => send('POST', `/api/v1/records/${id}/transitions`, { to: 'validee' })
    const responses = await Promise.all([move(), move()])
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('erasure', () => {
  test('takes the content out of the record and its history, and the number stays taken', async () => {
    const id = await submitted({ projet_titre: 'Titre à effacer' })
    expect((await ask(`/api/v1/records/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/api/v1/records/${id}`)).status).toBe(410)
    const { results } = await env.DB.prepare('SELECT * FROM events WHERE record = ?').bind(id).all()
    const record = await env.DB.prepare('SELECT * FROM records WHERE id = ?').bind(id).first()
    expect(JSON.stringify([results, record])).not.toContain('Titre à effacer')
    expect((await submit(id)).status).toBe(410)
  })
})

describe('the list of records', () => {
  test('is read page by page without missing or repeating one', async () => {
    for (let count = 0; count < 5; count++) await submitted()
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${next}`
      const page: { records: View[]; next: string | null } = await (
        await ask(`/api/v1/records?form=fiche-projet&limit=2${after}`)
      ).json()
      seen.push(...page.records.map(({ reference }) => reference))
      next = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(5)
  })

  test('can be narrowed to a status', async () => {
    const id = await submitted()
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'archivee' })
    const { records } = await (await ask('/api/v1/records?status=archivee')).json<{ records: View[] }>()
    expect(records.length).toBeGreaterThan(0)
    expect(new Set(records.map(({ status }) => status))).toEqual(new Set(['archivee']))
  })
})

describe('events', () => {
  test('are read in order from any point on', async () => {
    await submitted()
    const all = await (await ask('/api/v1/events?after=0&limit=500')).json<{
      events: { seq: number; type: string }[]
    }>()
    const middle = all.events.at(-2)?.seq ?? 0
    const rest = await (await ask(`/api/v1/events?after=${middle}`)).json<{ events: { seq: number }[] }>()
    expect(rest.events.map(({ seq }) => seq)).toEqual(
      all.events.map(({ seq }) => seq).filter((seq) => seq > middle),
    )
  })

  test('carry no personal data', async () => {
    const id = await submitted({ contact_courriel: 'a-taire@exemple.org' })
    const payload = await env.DB.prepare('SELECT payload FROM events WHERE record = ?')
      .bind(id)
      .first<string>('payload')
    expect(payload).toContain('Organisation exemple A')
    expect(payload).not.toContain('a-taire@exemple.org')
  })
})

describe('what is asked wrongly is refused rather than guessed', () => {
  test('an erasure or a move of a revision that is no more', async () => {
    const id = await submitted()
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'a_verifier' }, { 'if-match': '1' })
    const stale = { 'if-match': '"1"' }
    expect((await ask(`/api/v1/records/${id}`, { method: 'DELETE', headers: stale })).status).toBe(412)
    expect((await send('POST', `/api/v1/records/${id}/transitions`, { to: 'validee' }, stale)).status).toBe(
      412,
    )
    expect((await ask(`/api/v1/records/${id}`)).status).toBe(200)
    expect(
      (await ask(`/api/v1/records/${id}`, { method: 'DELETE', headers: { 'if-match': '2' } })).status,
    ).toBe(204)
  })

  test.each([
    '/records?after=nope',
    '/records?after=ZZ-0001',
    '/records?status=nope',
    '/events?after=abc',
    '/events?after=1.5',
  ])('GET %s', async (path) => {
    expect((await ask(`/api/v1${path}`)).status).toBe(422)
  })

  test('records of a form there is not', async () => {
    expect((await ask('/api/v1/records?form=nope')).status).toBe(404)
  })

  test.each(['a\u0000b', 'a\ud800', 'a\u202eb'])(
    'a note that holds what a text may not: %j',
    async (note) => {
      const id = await submitted()
      const response = await send('POST', `/api/v1/records/${id}/transitions`, { to: 'a_verifier', note })
      expect(response.status).toBe(422)
    },
  )
})
