import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { erase } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import {
  contextFor,
  coordinator,
  type Entries,
  exampleCatalogue,
  goodVisit,
  member,
  open,
  send,
  visit,
} from './example.ts'

/** A visit just received: its private page. */
async function received(): Promise<{ path: string; reference: string }> {
  const response = await send(member, '/formulaires/visite', [['id', crypto.randomUUID()], ...goodVisit])
  const path = (response.headers.get('location') ?? '').replace('/recu', '')
  return { path, reference: /VI-\d+/.exec(path)?.[0] ?? '' }
}

const stored = (reference: string) => findByReference(env.DB, exampleCatalogue, reference)
const changed = (place: string, revision: number): Entries => [
  ...goodVisit.filter(([name]) => name !== 'lieu'),
  ['lieu', place],
  ['revision', String(revision)],
]

describe('the private page of a record', () => {
  test('shows where it stands and its answers, ready to be corrected', async () => {
    const { path, reference } = await received()
    const { status, text, headers } = await open(member, path)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(text).toContain(`<h1>${reference} – Visite</h1>`)
    expect(text).toContain('<span class="tag">Reçue</span>')
    expect(text).toMatch(/id="lieu"[^>]*value="Pikine"/)
    expect(text).toMatch(/id="personnes"[^>]*value="1\u202f500"/)
    expect(text).toMatch(/<option value="SN0102" selected/)
    expect(text).toContain('name="revision" value="1"')
  })

  test('does not open with a wrong key, without one, or for a reference of nothing: all look alike', async () => {
    const { path, reference } = await received()
    const wrong = [
      `/fiches/${reference}`,
      `/fiches/${reference}?cle=${'x'.repeat(32)}`,
      '/fiches/VI-9999?cle=a',
      '/fiches/nul',
    ]
    const answers = await Promise.all(wrong.map((one) => open(member, one)))
    const shapes = answers.map(({ status, text }) => [status, text.replace(/href="[^"]*lang=en[^"]*"/, '')])
    expect(shapes.map(([status]) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(shapes.map(([, text]) => text)).size).toBe(1)
    expect((await send(member, `/fiches/${reference}`, changed('Thiès', 1))).status).toBe(404)
    expect((await open(member, path.replace('?', '/recu?').replace(/.$/, '~'))).status).toBe(404)
  })

  test('opens for a coordinator without the key, and gives no key away', async () => {
    const { reference } = await received()
    const { status, text } = await open(coordinator, `/fiches/${reference}`)
    expect(status).toBe(200)
    expect(text).not.toContain('cle=')
  })

  test('says so when the record was erased', async () => {
    const { path, reference } = await received()
    const record = await stored(reference)
    if (!record) throw new Error('the record is there')
    await erase(contextFor(coordinator), visit, record)
    const { status, text } = await open(member, path)
    expect([404, 410]).toContain(status)
    expect(text).not.toContain('Pikine')
  })
})

describe('a correction', () => {
  test('is kept and shown', async () => {
    const { path, reference } = await received()
    const response = await send(member, path, changed('Thiès', 1))
    expect(response.status).toBe(303)
    const after = await open(member, response.headers.get('location') ?? '')
    expect(after.text).toMatch(/id="lieu"[^>]*value="Thiès"/)
    expect(after.text).toContain('Vos corrections sont enregistrées.')
    expect((await stored(reference))?.answers.lieu).toBe('Thiès')
    expect((await stored(reference))?.revision).toBe(2)
  })

  test('of the state alone is told as that', async () => {
    const { reference } = await received()
    const response = await send(coordinator, `/coordination/fiches/${reference}/statut`, [['to', 'publiee']])
    expect(response.status).toBe(303)
    const after = await open(coordinator, response.headers.get('location') ?? '')
    expect(after.text).toContain('La fiche est maintenant à l’état «\u00a0Publiée\u00a0».')
    expect(after.text).not.toContain('Vos corrections sont enregistrées.')
  })

  test('leaves alone what only the sheet may change', async () => {
    const entries: Entries = [['id', crypto.randomUUID()], ...goodVisit, ['suivi', 'Appelé']]
    const response = await send(member, '/formulaires/visite', entries)
    const path = (response.headers.get('location') ?? '').replace('/recu', '')
    const { text } = await open(member, path)
    expect(text).toContain('<output id="suivi" aria-labelledby="suivi:label">Appelé</output>')
    await send(member, path, [...changed('Thiès', 1), ['suivi', 'Autre chose']])
    const record = await stored(/VI-\d+/.exec(path)?.[0] ?? '')
    expect(record?.answers).toMatchObject({ lieu: 'Thiès', suivi: 'Appelé' })
  })

  test('with a fault comes back as typed and changes nothing', async () => {
    const { path, reference } = await received()
    const response = await send(member, path, [...changed('Thiès', 1), ['jour', '31/02/2018']])
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(/id="jour"[^>]*value="31\/02\/2018"/)
    expect((await stored(reference))?.answers.lieu).toBe('Pikine')
  })

  test('made too late shows what is recorded now beside what was typed, and can then be saved', async () => {
    const { path, reference } = await received()
    await send(member, path, changed('Thiès', 1))
    const late = await send(member, path, changed('Mbour', 1))
    const text = await late.text()
    expect(late.status).toBe(412)
    expect(text).toMatch(/data-label="Enregistré maintenant"[^>]*>Thiès</)
    expect(text).toMatch(/data-label="Vous avez écrit"[^>]*>Mbour</)
    expect(text).toMatch(/id="lieu"[^>]*value="Mbour"/)
    expect(text).toContain('name="revision" value="2"')
    expect((await send(member, path, changed('Mbour', 2))).status).toBe(303)
    expect((await stored(reference))?.answers.lieu).toBe('Mbour')
  })

  test('made too late with a text that is no number shows that text as typed', async () => {
    const { path } = await received()
    await send(member, path, changed('Thiès', 1))
    const text = await (await send(member, path, [...changed('Mbour', 1), ['cout', 'beaucoup']])).text()
    expect(text).toMatch(/data-label="Vous avez écrit"[^>]*>beaucoup</)
  })
})
