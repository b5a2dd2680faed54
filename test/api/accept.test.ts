import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { projectSheet } from '../support/samples.ts'
import { ask, type ReceiptBody, send, submit } from '../support/worker.ts'

const countOf = (sql: string, id: string) => env.DB.prepare(sql).bind(id).first<number>('n')

describe('a submission', () => {
  test('is accepted with a reference and a private edit link', async () => {
    const id = crypto.randomUUID()
    const response = await submit(id)
    expect(response.status).toBe(201)
    const receipt = await response.json<ReceiptBody>()
    expect(receipt).toMatchObject({ id, form: 'fiche-projet', status: 'recue', revision: 1 })
    expect(receipt.reference).toMatch(/^FP-\d{4}$/)
    const key = new URL(receipt.editUrl).searchParams.get('cle') ?? ''
    expect(Uint8Array.fromBase64(key, { alphabet: 'base64url' }).length * 8).toBeGreaterThanOrEqual(128)
    const row = await env.DB.prepare('SELECT * FROM records WHERE id = ?').bind(id).first()
    expect(JSON.stringify(row)).not.toContain(key)
  })

  test('sent again gives the same receipt, word for word, and makes nothing new', async () => {
    const id = crypto.randomUUID()
    const first = await (await submit(id)).text()
    const again = await submit(id)
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first)
    expect(await countOf('SELECT count(*) AS n FROM events WHERE record = ?', id)).toBe(1)
  })

  test('sent twenty times at once gives one record, one event, one receipt', async () => {
    const id = crypto.randomUUID()
    const responses = await Promise.all(Array.from({ length: 20 }, () => submit(id)))
    const bodies = new Set(await Promise.all(responses.map((response) => response.text())))
    expect(bodies.size).toBe(1)
    expect(responses.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
    expect(await countOf('SELECT count(*) AS n FROM records WHERE id = ?', id)).toBe(1)
    expect(await countOf('SELECT count(*) AS n FROM events WHERE record = ?', id)).toBe(1)
  })

  test('with other answers under the same id is refused and changes nothing', async () => {
    const id = crypto.randomUUID()
    await submit(id)
    const other = await submit(id, { projet_titre: 'Autre titre' })
    expect(other.status).toBe(409)
    expect(other.headers.get('content-type')).toContain('application/problem+json')
    const record = await (await ask(`/api/v1/records/${id}`)).json<{ answers: { projet_titre: string } }>()
    expect(record.answers.projet_titre).toBe(projectSheet.projet_titre)
  })

  test('still gives its receipt after the record was revised', async () => {
    const id = crypto.randomUUID()
    const first = await (await submit(id)).text()
    const answers = { ...projectSheet, projet_titre: 'Titre corrigé' }
    expect((await send('PATCH', `/api/v1/records/${id}`, { answers }, { 'if-match': '1' })).status).toBe(200)
    expect(await (await submit(id)).text()).toBe(first)
  })

  test('is refused with a pointer and a sentence for each fault', async () => {
    const response = await submit(crypto.randomUUID(), {
      cible_femmes: 500,
      zones: [{ zone_region: 'SN01', zone_departement: 'SN0701' }],
      inconnu: 1,
    })
    expect(response.status).toBe(422)
    const unknown = await response.json<{ errors: { pointer: string; message: string }[] }>()
    expect(unknown.errors.map(({ pointer }) => pointer)).toContain('/inconnu')
    const rules = await submit(crypto.randomUUID(), {
      cible_femmes: 500,
      zones: [{ zone_region: 'SN01', zone_departement: 'SN0701' }],
    })
    const { errors } = await rules.json<{ errors: { pointer: string; message: string }[] }>()
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/cible_femmes',
      '/zones/0/zone_departement',
    ])
    for (const { message } of errors) expect(message.length).toBeGreaterThan(10)
  })

  test('is refused in English to who asks in English', async () => {
    const body = { id: crypto.randomUUID(), answers: {} }
    const french = await (await send('POST', '/api/v1/forms/fiche-projet/records', body)).json<{
      title: string
    }>()
    const english = await (
      await send('POST', '/api/v1/forms/fiche-projet/records', body, { 'accept-language': 'en-GB,en;q=0.8' })
    ).json<{ title: string }>()
    expect(french.title).toBe('Certaines réponses sont à corriger.')
    expect(english.title).toBe('Some answers need correcting.')
  })

  test('needs a UUID', async () => {
    const response = await send('POST', '/api/v1/forms/fiche-projet/records', {
      id: 'un',
      answers: projectSheet,
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/id' }] })
  })

  test('of a form that does not exist is not found', async () => {
    const response = await send('POST', '/api/v1/forms/rien/records', {
      id: crypto.randomUUID(),
      answers: {},
    })
    expect(response.status).toBe(404)
  })

  test.each([
    ['is not JSON', '{', 'application/json', 400],
    ['is nested too deep', `{"id":"x","answers":${'['.repeat(200_000)}`, 'application/json', 400],
    ['is not JSON by its type', 'id,1', 'text/csv', 415],
    ['is too large', JSON.stringify({ id: 'x', answers: 'x'.repeat(600_000) }), 'application/json', 413],
  ])('whose body %s is refused', async (_, body, type, status) => {
    const response = await ask('/api/v1/forms/fiche-projet/records', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('is never damaged in silence: bytes that are not UTF-8 are refused, and another charset', async () => {
    const latin1 = Uint8Array.from(`{"id":"${crypto.randomUUID()}","answers":{"terme":"Noël"}}`, (letter) =>
      letter.charCodeAt(0),
    )
    const post = (type: string) =>
      ask('/api/v1/forms/terme/records', { method: 'POST', headers: { 'content-type': type }, body: latin1 })
    expect((await post('application/json')).status).toBe(400)
    expect((await post('application/json; charset=iso-8859-1')).status).toBe(415)
    const page = await ask('/formulaires/terme', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: 'terme=No%EBl',
    })
    expect(page.status).toBe(400)
  })

  test('cannot smuggle a prototype', async () => {
    const text = `{"id":"${crypto.randomUUID()}","answers":{"__proto__":{"polluted":true},"org_nom":"x"}}`
    const response = await ask('/api/v1/forms/fiche-projet/records', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    })
    expect(response.status).toBe(422)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('references', () => {
  test('are gapless within a form, whatever comes in at once and is refused in between', async () => {
    const sent = Array.from({ length: 30 }, (_, index) =>
      submit(crypto.randomUUID(), index % 3 === 0 ? { cible_femmes: 500 } : {}),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(20)
    const { results } = await env.DB.prepare(
      "SELECT number FROM records WHERE form = 'fiche-projet' ORDER BY number",
    ).all<{ number: number }>()
    expect(results.map(({ number }) => number)).toEqual(results.map((_, index) => index + 1))
  })

  test('must name what exists', async () => {
    const answers = {
      action_id: 'PA-9999',
      prenom_nom: 'Participante exemple',
      organisation: 'Organisation exemple A',
      mode: 'sur_place',
      liste_diffusion: 'non',
      consentement: true,
    }
    const response = await send('POST', '/api/v1/forms/presence/records', {
      id: crypto.randomUUID(),
      answers,
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/action_id' }] })
  })
})

describe('a file', () => {
  test('that was never received cannot be named', async () => {
    const pieces = [{ id: crypto.randomUUID(), name: 'annexe.pdf', type: 'application/pdf', size: 1000 }]
    const body = { id: crypto.randomUUID(), answers: { pieces } }
    const response = await send('POST', '/api/v1/forms/compte-rendu/records', body)
    const { errors } = await response.json<{ errors: { pointer: string }[] }>()
    expect(errors.map(({ pointer }) => pointer)).toContain('/pieces')
  })
})
