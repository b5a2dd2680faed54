import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressScript } from '../../src/page/assets.ts'
import { openingName, trapName } from '../../src/spam/doubt.ts'
import { consentsOf } from '../../src/store/consents.ts'
import worker from '../../src/worker.ts'
import { ask, type ReceiptBody, send } from '../support/worker.ts'
import { confirmedMeeting, post, visit } from './minutes/meeting.ts'
import { type Entry, here, location, opened, origin, sendRaw, term, textOf, written } from './sent-term.ts'

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM doubtful').run()
})

describe('what is doubtful', () => {
  const doubtful = async (id = crypto.randomUUID()) => {
    const response = await sendRaw([...term(id, [[trapName, 'https://spam.example']]), await opened(60_000)])
    expect(response.status).toBe(303)
    return { id, receipt: location(response) }
  }
  const release = (...ids: string[]) =>
    post(here, [['action', 'release'], ...ids.map((id) => ['envoi', id] as const)])
  const act = (action: string, id: string) =>
    post(here, [
      ['action', action],
      ['envoi', id],
    ])

  test('waits, and leaves nothing anywhere but in the quarantine', async () => {
    const before = await written()
    await doubtful()
    expect(await written()).toEqual({ ...before, doubtful: 1 })
  })

  test.each<[string, () => Promise<Entry[]>, string]>([
    ['without an opening', async () => [], 'manque ou est fausse'],
    ['with a forged opening', async () => [[openingName, `abc.${'A'.repeat(32)}`]], 'manque ou est fausse'],
    ['in half a second', async () => [await opened(500)], 'moins de trois secondes'],
    ['with the trap filled in', async () => [await opened(60_000), [trapName, 'x']], 'champ invisible'],
  ])('%s is kept with its reason', async (_, further, reason) => {
    const response = await sendRaw([...term(crypto.randomUUID()), ...(await further())])
    expect(location(response)).toMatch(/^\/envois\//)
    expect(await (await ask(here)).text()).toContain(reason)
  })

  test('is told to the person as it is, with what they wrote and nothing of a reference', async () => {
    const { receipt } = await doubtful()
    const page = await visit(receipt)
    const text = await page.text()
    expect(page.status).toBe(202)
    expect(text).toContain('Reçu, en attente de vérification')
    expect(text).toContain('Une définition exemple.')
    expect(text).not.toMatch(/LX-\d/)
    expect(text).toContain(addressScript.path)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
  })

  test('opens for whoever has its key alone', async () => {
    const { id, receipt } = await doubtful()
    expect((await visit(`/envois/${id}`)).status).toBe(404)
    expect((await visit(receipt.replace(/.$/, '~'))).status).toBe(404)
    const other = await doubtful()
    expect((await visit(receipt.replace(id, other.id))).status).toBe(404)
    expect((await visit(here)).status).toBe(401)
  })

  test('sent again is answered the same, and is one; with other answers it is refused', async () => {
    const { id, receipt } = await doubtful()
    expect((await doubtful(id)).receipt).toBe(receipt)
    expect(location(await sendRaw([...term(id), await opened(60_000)]))).toBe(receipt)
    expect((await written()).doubtful).toBe(1)
    const changed = term(id).map(
      ([name, text]): Entry => [name, name === 'definition' ? 'Autre chose' : text],
    )
    const other = await sendRaw([...changed, await opened(60_000)])
    expect(other.status).toBe(409)
    expect(await other.text()).toContain('Autre chose')
  })

  test('that is a record already, since it was sent twice, gets its receipt again', async () => {
    const id = crypto.randomUUID()
    const first = location(await sendRaw([...term(id), await opened(60_000)]))
    expect(first).toContain('/recu?')
    expect(location(await sendRaw(term(id)))).toBe(first)
    expect((await written()).doubtful).toBe(0)
  })

  test('is checked by every rule before it is kept', async () => {
    const response = await sendRaw([
      ['id', crypto.randomUUID()],
      ['terme', ''],
    ])
    expect(response.status).toBe(422)
    expect((await written()).doubtful).toBe(0)
  })

  test('is counted on the console', async () => {
    await doubtful()
    await doubtful()
    expect(await (await ask('/coordination')).text()).toContain('Envois à vérifier\u00a0: 2')
  })

  test('becomes a record when it is released: with a reference, for the sheet, announced, and found by its person', async () => {
    const endpoint = await env.DB.prepare(
      `INSERT INTO endpoints (id, url, description, format, settings, events, forms, secrets, state, created_at)
       VALUES ('ep_spam', 'https://example.org/', '', 'json', '{}', '[]', '[]', '[]', 'enabled', 0)`,
    ).run()
    expect(endpoint.success).toBe(true)
    const { id, receipt } = await doubtful()
    const before = await written()
    expect(location(await release(id))).toContain('faits=1')
    const after = await written()
    expect(after).toMatchObject({
      records: (before.records ?? 0) + 1,
      events: (before.events ?? 0) + 1,
      sheet_due: (before.sheet_due ?? 0) + 1,
      deliveries: (before.deliveries ?? 0) + 1,
      doubtful: 0,
    })
    const record = (await (await ask(`/api/v1/records/${id}`)).json()) as ReceiptBody
    expect(record.reference).toMatch(/^LX-\d+$/)
    const found = await visit(receipt)
    expect(found.status).toBe(303)
    const real = await visit(location(found))
    expect(real.status).toBe(200)
    expect(await real.text()).toContain(record.reference)
    await env.DB.prepare("DELETE FROM endpoints WHERE id = 'ep_spam'").run()
  })

  test('released by two coordinators at once, or again after a cut, is one record', async () => {
    const { id } = await doubtful()
    const line = await env.DB.prepare('SELECT * FROM doubtful WHERE id = ?').bind(id).first()
    const before = await written()
    await Promise.all([release(id), release(id)])
    // A cut after the record was made and before the line was forgotten.
    await env.DB.prepare(
      'INSERT INTO doubtful (id, form, answers, digest, locale, reasons, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
      .bind(id, line?.form, line?.answers, line?.digest, line?.locale, line?.reasons, line?.at)
      .run()
    expect(location(await release(id))).toContain('faits=1')
    const after = await written()
    expect(after.records).toBe((before.records ?? 0) + 1)
    expect(after.events).toBe((before.events ?? 0) + 1)
    expect(after.doubtful).toBe(0)
  })

  test('that a rule stands against by now stays, and the coordinator is told why', async () => {
    const { id } = await doubtful()
    await env.DB.prepare("UPDATE doubtful SET answers = json_set(answers, '$.terme', '')").run()
    const response = await release(id)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('ne peut pas devenir une fiche')
    expect((await written()).doubtful).toBe(1)
  })

  test('does not open a record of other making that comes to have its id', async () => {
    const { id, receipt } = await doubtful()
    const key = new URL(receipt, origin).searchParams.get('cle') ?? ''
    const answers = { terme: 'Terme de la coordination', definition: 'Une autre définition.' }
    const made = await send('POST', '/api/v1/forms/terme/records', { id, answers })
    const { reference } = (await made.json()) as ReceiptBody
    expect((await visit(`/fiches/${reference}?cle=${key}`)).status).toBe(404)
    const waiting = await visit(receipt)
    expect([waiting.status, (await waiting.text()).includes(reference)]).toEqual([202, false])
  })

  test('once released leads on only while the edit link of its record opens it', async () => {
    const { id, receipt } = await doubtful()
    await release(id)
    const { reference } = (await (await ask(`/api/v1/records/${id}`)).json()) as ReceiptBody
    await post(`/coordination/fiches/${reference}/lien`, [
      ['action', 'renew'],
      ['generation', '1'],
    ])
    const ended = await visit(receipt)
    expect([ended.status, ended.headers.getSetCookie()]).toEqual([404, []])
    expect(await ended.text()).not.toContain(reference)
  })

  test('once released keeps its consent as the person’s own, from when they sent it', async () => {
    const meeting = await confirmedMeeting()
    const id = crypto.randomUUID()
    await sendRaw(
      [
        ['id', id],
        ['action_id', meeting],
        ['prenom_nom', 'Awa Exemplaire'],
        ['organisation', 'ONG Exemple A'],
        ['mode', 'sur_place'],
        ['liste_diffusion', 'non'],
        ['consentement', 'true'],
        [trapName, 'x'],
      ],
      '/formulaires/presence',
    )
    const sentAt = Date.now() - 3_600_000
    await env.DB.prepare('UPDATE doubtful SET at = ? WHERE id = ?').bind(sentAt, id).run()
    expect(location(await release(id))).toContain('faits=1')
    expect(await consentsOf(env.DB, [id])).toMatchObject([
      { givenBy: 'member', source: 'page', givenAt: sentAt },
    ])
  })

  test('is set aside only once confirmed, can be taken back, and is released then', async () => {
    const { id, receipt } = await doubtful()
    const asked = await act('reject', id)
    expect(asked.status).toBe(200)
    expect(await asked.text()).toContain('Écarter ces envois')
    expect((await visit(receipt)).status).toBe(202)
    await act('rejectSurely', id)
    expect(await textOf(receipt)).toContain('Envoi écarté')
    expect(await (await ask(here)).text()).toContain('À vérifier (0)')
    expect(await (await ask(`${here}?etat=ecartes`)).text()).toContain(id)
    await act('restore', id)
    expect((await visit(receipt)).status).toBe(202)
    expect(location(await release(id))).toContain('faits=1')
  })

  test('set aside by one coordinator is not released by another, whose page is older', async () => {
    const { id } = await doubtful()
    const before = await written()
    await act('rejectSurely', id)
    expect(location(await release(id))).toContain('faits=0')
    expect(await written()).toEqual(before)
    expect(await (await ask(`${here}?etat=ecartes`)).text()).toContain(id)
  })

  test('is deleted thirty days after it was set aside, and never while it waits', async () => {
    const { id } = await doubtful()
    const waiting = await doubtful()
    await act('rejectSurely', id)
    const cron = async (days: number) => {
      const scheduledTime = new Date(Date.now() + days * 86_400_000)
      const context = createExecutionContext()
      await worker.scheduled(createScheduledController({ scheduledTime, cron: '* * * * *' }), env, context)
      await waitOnExecutionContext(context)
    }
    await cron(29.9)
    expect((await written()).doubtful).toBe(2)
    await cron(30.1)
    expect(await env.DB.prepare('SELECT id FROM doubtful').all()).toMatchObject({
      results: [{ id: waiting.id }],
    })
  })

  test('is refused, what was typed kept, when a thousand of its form wait already', async () => {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
       INSERT INTO doubtful (id, form, answers, digest, locale, reasons, at) SELECT 'x' || i, 'terme', '{}', '', 'fr', '[]', 0 FROM n`,
    ).run()
    const response = await sendRaw(term(crypto.randomUUID()))
    expect(response.status).toBe(429)
    expect(await response.text()).toContain('Une définition exemple.')
    expect((await written()).doubtful).toBe(1000)
  })
})
