import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../../src/access/table.ts'
import { insertFile } from '../../src/store/files.ts'
import { ask } from '../support/worker.ts'
import { addEndpoint, addEvent, forgetEndpoints, START } from '../webhook/support.ts'
import { confirmedMeeting, move, stored } from './minutes/meeting.ts'

const page = async (path: string) => (await ask(path)).text()
const setState = (state: string) =>
  env.DB.prepare('UPDATE deliveries SET state = ?, next_attempt_at = NULL').bind(state).run()

beforeEach(forgetEndpoints)

describe('the console’s first page', () => {
  const pages = rules.filter(
    ({ by, methods, path }) =>
      by === 'coordinator' && methods.includes('GET') && /^\/coordination\/[^:]+$/.test(path),
  )

  test.each(pages.map(({ path }) => path))('leads to %s, itself or by one page between', async (path) => {
    // A file is led to by the page it is of, by its name or one step up.
    const parents = [path.slice(0, path.lastIndexOf('/')), path.replace(/\.\w+$/, '')]
    const found = await Promise.all(['/coordination', ...parents].map(page))
    expect(found.some((text) => text.includes(`href="${path}"`))).toBe(true)
  })

  test('counts the deliveries that wait for a decision, and the endpoints that fail or are off for it', async () => {
    const { endpoint } = await addEndpoint()
    await addEvent()
    await addEvent()
    await setState('held')
    expect(await page('/coordination')).toContain(
      '<a href="/coordination/webhooks">Envois dont personne ne sait s’ils sont arrivés\u00a0: 2</a>',
    )
    await env.DB.prepare('UPDATE endpoints SET failing_since = ?').bind(START).run()
    expect(await page('/coordination')).toContain('Destinations en échec\u00a0: 1')
    await env.DB.prepare("UPDATE endpoints SET state = 'disabled', disabled_reason = 'gone'").run()
    const off = await page('/coordination')
    expect(off).toContain('Destinations que leurs échecs ont désactivées\u00a0: 1')
    expect(off).not.toContain('Destinations en échec')
    await env.DB.prepare("UPDATE endpoints SET disabled_reason = 'manual'").run()
    expect(await page('/coordination')).not.toContain('Destinations que')
    await env.DB.prepare('DELETE FROM endpoints WHERE id = ?').bind(endpoint.id).run()
    expect(await page('/coordination')).not.toContain('Envois dont personne')
  })
})

describe('the console’s page of a record', () => {
  test('has its deliveries by endpoint, each with the way to its log, unfolded when one is stuck', async () => {
    const { endpoint } = await addEndpoint({ description: 'Liste exemple' })
    const reference = await confirmedMeeting()
    await move(reference, 'tenue')
    await setState('delivered')
    const path = `/coordination/fiches/${reference}`
    const { event } = (await env.DB.prepare('SELECT max(event) AS event FROM deliveries').first<{
      event: number
    }>()) ?? { event: 0 }
    const fine = await page(path)
    expect(fine).toMatch(/<details><summary>Envois de cette fiche \(\d+\)/)
    expect(fine).toContain(
      `<a href="/coordination/webhooks/${endpoint.id}/envois/${event}"><code>record.transitioned</code></a>`,
    )
    expect(fine).toContain(`<a href="/coordination/webhooks/${endpoint.id}">Liste exemple</a>`)
    await setState('failed')
    expect(await page(path)).toMatch(/<details open(="")?><summary>Envois de cette fiche/)
  })

  test('has its files', async () => {
    const reference = await confirmedMeeting()
    const { id: record } = await stored(reference)
    const id = crypto.randomUUID()
    const file = {
      id,
      record,
      version: 1,
      name: 'Ordre du jour.pdf',
      type: 'application/pdf',
      size: 1200,
      at: START,
    }
    await insertFile(env.DB, file)
    expect(await page(`/coordination/fiches/${reference}`)).toContain(
      `<a href="/coordination/comptes-rendus/${reference}/fichiers/${id}">Ordre du jour.pdf</a>`,
    )
  })
})
