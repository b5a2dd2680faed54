import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { editLinkOf, opensByEditLink } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { ask, type ReceiptBody, send, submit } from '../support/worker.ts'
import { visit } from './minutes/meeting.ts'

const day = 24 * 3600 * 1000
const origin = 'http://recueil.test'

async function received() {
  const id = crypto.randomUUID()
  const { editUrl, reference } = (await (await submit(id)).json()) as ReceiptBody
  return { id, reference, link: editUrl.replace(origin, '') }
}

const consolePage = async (reference: string) => (await ask(`/coordination/fiches/${reference}`)).text()
const shownLink = (page: string) =>
  /id="page-correction" value="http:\/\/recueil\.test([^"]+)"/.exec(page)?.[1] ?? null

/** What the coordinator presses on the record's page, as it stands on that page. */
function press(reference: string, page: string, action: 'renew' | 'revoke'): Promise<Response> {
  const generation = /name="generation" value="(\d+)"/.exec(page)?.[1] ?? ''
  return ask(`/coordination/fiches/${reference}/lien`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ action, generation }),
  })
}

const eventsOf = async (id: string, type: string) => {
  const { results } = await env.DB.prepare('SELECT payload, detail FROM events WHERE record = ? AND type = ?')
    .bind(id, type)
    .all<{ payload: string; detail: string }>()
  return results
}

describe('the edit link of a record, for a coordinator', () => {
  test('is shown again in the console as it was given', async () => {
    const { reference, link } = await received()
    expect(shownLink(await consolePage(reference))).toBe(link)
  })

  test('renewed, opens by the new one alone, and is told in the history without a key', async () => {
    const { id, reference, link } = await received()
    const response = await press(reference, await consolePage(reference), 'renew')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/coordination/fiches/${reference}`,
    ])
    const page = await consolePage(reference)
    const fresh = shownLink(page) ?? ''
    expect(fresh).not.toBe(link)
    expect([(await visit(link)).status, (await visit(fresh)).status]).toEqual([404, 200])
    expect(page).toContain('Lien de correction\u00a0: renouvelé')
    const told = await eventsOf(id, 'link.renewed')
    expect(told).toHaveLength(1)
    for (const given of [link, fresh]) expect(JSON.stringify(told)).not.toContain(given.split('cle=')[1])
  })

  test('renewed by two presses of the same page is renewed once', async () => {
    const { id, reference } = await received()
    const page = await consolePage(reference)
    await Promise.all([press(reference, page, 'renew'), press(reference, page, 'renew')])
    const fresh = shownLink(await consolePage(reference)) ?? ''
    expect((await visit(fresh)).status).toBe(200)
    expect(await eventsOf(id, 'link.renewed')).toHaveLength(1)
  })

  test('ended, opens nothing and is shown no more, until it is renewed', async () => {
    const { id, reference, link } = await received()
    expect((await press(reference, await consolePage(reference), 'revoke')).status).toBe(303)
    const page = await consolePage(reference)
    expect([(await visit(link)).status, shownLink(page)]).toEqual([404, null])
    expect(page).toContain('Ce lien a été annulé le')
    expect(await eventsOf(id, 'link.revoked')).toHaveLength(1)
    await press(reference, page, 'renew')
    const fresh = shownLink(await consolePage(reference)) ?? ''
    expect([(await visit(link)).status, (await visit(fresh)).status]).toEqual([404, 200])
    await press(reference, await consolePage(reference), 'revoke')
    expect((await visit(fresh)).status).toBe(404)
  })

  test('does not come back with a repeated submission, which is answered word for word as before', async () => {
    const { id, reference, link } = await received()
    await press(reference, await consolePage(reference), 'renew')
    const again = (await (await submit(id)).json()) as ReceiptBody
    expect(again.editUrl).toBe(origin + link)
    expect((await visit(link)).status).toBe(404)
  })

  test('is nobody else’s to renew', async () => {
    const { reference, link } = await received()
    const entries = [
      ['action', 'revoke'],
      ['generation', '1'],
    ] as const
    expect((await visit(`/coordination/fiches/${reference}/lien`, entries)).status).toBe(401)
    expect((await visit(link)).status).toBe(200)
  })

  test('refused for what is no action, and for a generation that is no number', async () => {
    const { reference } = await received()
    for (const generation of ['', 'x', '0', '-1', '1.5']) {
      const response = await ask(`/coordination/fiches/${reference}/lien`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ action: 'renew', generation }),
      })
      expect([generation, response.status]).toEqual([generation, 422])
    }
  })
})

describe('an edit link', () => {
  test('lives for two years after the record’s last change, or after it was renewed', async () => {
    const { id, reference, link } = await received()
    const key = new URL(link, origin).searchParams.get('cle') ?? ''
    const record = await findByReference(env.DB, catalogue, reference)
    if (!record) throw new Error(reference)
    const opensAfter = async (days: number, presented = key) =>
      opensByEditLink(contextAt(record.updatedAt + days * day), record, presented)
    expect(await opensAfter(729)).toBe(true)
    expect(await opensAfter(730)).toBe(false)
    await press(reference, await consolePage(reference), 'renew')
    const renewedAt = record.updatedAt + 100 * day
    await env.DB.prepare('UPDATE edit_links SET renewed_at = ? WHERE record = ?').bind(renewedAt, id).run()
    const fresh = new URL(shownLink(await consolePage(reference)) ?? '', origin).searchParams.get('cle') ?? ''
    expect([await opensAfter(829, fresh), await opensAfter(830, fresh), await opensAfter(1)]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('made under another secret still opens, and is not shown as another', async () => {
    const { reference, link } = await received()
    const record = await findByReference(env.DB, catalogue, reference)
    if (!record) throw new Error(reference)
    const context = contextAt(record.updatedAt, { secret: 'another secret, long enough to be one too' })
    const key = new URL(link, origin).searchParams.get('cle') ?? ''
    expect(await opensByEditLink(context, record, key)).toBe(true)
    expect((await editLinkOf(context, record)).state).toBe('lost')
  })

  test('that expired says how to get another, in the words of one that never was', async () => {
    const { id, reference, link } = await received()
    await env.DB.prepare('UPDATE records SET updated_at = ? WHERE id = ?')
      .bind(Date.now() - 731 * day, id)
      .run()
    const expired = await visit(link)
    const text = await expired.text()
    expect(expired.status).toBe(404)
    expect(text).toContain('demandez-en un autre à la coordination')
    const never = await (await visit(link.replace(reference, 'FP-9999'))).text()
    expect(text.replaceAll(reference, 'FP-9999')).toBe(never)
    expect(await consolePage(reference)).toContain('Ce lien a expiré le')
  })

  test('still corrects after a renewal, whoever is told by a webhook reads no key', async () => {
    const { reference } = await received()
    await press(reference, await consolePage(reference), 'renew')
    const feed = await (await send('GET', '/api/v1/events?after=0', undefined)).text()
    expect(feed).toContain('"link.renewed"')
    expect(feed).not.toContain('cle=')
  })
})
