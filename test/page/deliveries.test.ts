import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask, send } from '../support/worker.ts'
import { delivered, forgetAll, made, mailman, page, path, stateOf } from './endpoint.ts'
import { post } from './minutes/meeting.ts'

beforeEach(forgetAll)

describe('the log', () => {
  test('is by state, the filter kept in the address of the next page', async () => {
    const { endpoint, here } = await made()
    const failed: number[] = []
    for (let n = 0; n < 21; n++) failed.push(await delivered(endpoint.id, 'failed'))
    const fine = await delivered(endpoint.id, 'delivered')
    const text = await page(`${here}?etat=failed`)
    expect(text).not.toContain(`/envois/${fine}"`)
    expect(text.match(/<a href="[^"]+\/envois\/\d+">/g)).toHaveLength(20)
    expect(text).toContain(`href="${here}?etat=failed&amp;avant=${failed[1]}#page-journal"`)
    expect(await page(`${here}?etat=failed&avant=${failed[1]}`)).toContain(`/envois/${failed[0]}"`)
    expect((await ask(`${here}?etat=rien&avant=x`)).status).toBe(200)
    expect(await page(path)).toContain('Échecs\u00a0: 21.')
  })

  test('replays a delivery, settles one that is held, and asks before people get a message twice', async () => {
    const { endpoint, here } = await made(mailman)
    const held = await delivered(endpoint.id, 'delivered')
    await env.DB.prepare(
      "INSERT INTO deliveries (endpoint, event, state, attempts) SELECT ?1, ?2, 'held', 1 ON CONFLICT DO UPDATE SET state = 'held'",
    )
      .bind(endpoint.id, held)
      .run()
    expect(await page(path)).toContain('À décider\u00a0: 1.')
    expect((await post(`${here}/envois/${held}`, [['action', 'settle']])).status).toBe(303)
    expect(await stateOf(endpoint.id, held)).toBe('delivered')
    expect((await post(`${here}/envois/${held}`, [['action', 'replay']])).status).toBe(422)
    expect(await stateOf(endpoint.id, held)).toBe('delivered')
    const sure = [
      ['action', 'replay'],
      ['confirm', 'yes'],
    ] as const
    expect((await post(`${here}/envois/${held}`, sure)).status).toBe(303)
    expect(await stateOf(endpoint.id, held)).not.toBe('delivered')
    expect((await post(`${here}/envois/${held}`, [['action', 'nothing']])).status).toBe(422)
    expect((await post(`${here}/envois/999999`, [['action', 'settle']])).status).toBe(404)
    expect((await ask(`${here}/envois/x`)).status).toBe(404)
  })

  test('replays what happened on some days, both included, and what was delivered only if asked', async () => {
    const { endpoint, here } = await made()
    const before = await delivered(endpoint.id, 'failed', Date.UTC(2018, 8, 23, 23, 59))
    const first = await delivered(endpoint.id, 'failed', Date.UTC(2018, 8, 24))
    const fine = await delivered(endpoint.id, 'delivered', Date.UTC(2018, 8, 24, 12))
    const last = await delivered(endpoint.id, 'failed', Date.UTC(2018, 8, 25, 23, 59))
    const after = await delivered(endpoint.id, 'failed', Date.UTC(2018, 8, 26))
    const days = [
      ['action', 'range'],
      ['confirm', 'yes'],
      ['since', '24/09/2018'],
      ['until', '25/09/2018'],
    ] as const
    const answer = await post(here, [...days, ['undelivered', 'yes']])
    expect(answer.headers.get('location')).toBe(`${here}?renvoyes=2`)
    const settled = () =>
      Promise.all([before, first, fine, last, after].map((seq) => stateOf(endpoint.id, seq)))
    const isAgain = (states: readonly (string | null)[]) =>
      states.map((state) => state !== 'failed' && state !== 'delivered')
    expect(isAgain(await settled())).toEqual([false, true, false, true, false])
    expect((await post(here, days)).headers.get('location')).toBe(`${here}?renvoyes=3`)
    expect(await page(`${here}?renvoyes=3`)).toContain('Événements renvoyés\u00a0: 3.')
    expect(
      (
        await post(
          here,
          days.filter(([name]) => name !== 'confirm'),
        )
      ).status,
    ).toBe(422)
    for (const [since, until] of [
      ['', ''],
      ['demain', '25/09/2018'],
      ['26/09/2018', '25/09/2018'],
      ['31/02/2018', '25/09/2018'],
    ] as const)
      expect((await post(here, [...days.slice(0, 2), ['since', since], ['until', until]])).status).toBe(422)
  })

  test('goes on with a range that is longer than one click sends', async () => {
    const { here } = await made()
    const text = await page(`${here}?renvoyes=500&suite=812&du=2018-09-24&au=2018-09-25&sauf=oui`)
    expect(text).toContain('Il en reste.')
    const sent = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    )
    expect(sent).toEqual([
      ['since', '2018-09-24'],
      ['until', '2018-09-25'],
      ['after', '812'],
      ['confirm', 'yes'],
      ['undelivered', 'yes'],
    ])
  })

  test('shows what an endpoint got of a record, with the way to it', async () => {
    const { endpoint, here } = await made()
    const { reference } = await (
      await send('POST', '/api/v1/forms/terme/records', {
        id: crypto.randomUUID(),
        answers: { terme: 'Transit' },
      })
    ).json<{ reference: string }>()
    const { event } = (await env.DB.prepare('SELECT event FROM deliveries WHERE endpoint = ?')
      .bind(endpoint.id)
      .first<{ event: number }>()) ?? { event: 0 }
    expect(await page(`${here}/envois/${event}`)).toContain(
      `<a href="/coordination/fiches/${reference}">${reference}</a>`,
    )
  })
})
