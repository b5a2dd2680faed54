import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeCursor } from '../../src/audit/cursor.ts'
import { verifiedAtOnce } from '../../src/audit/index.ts'
import { dailyHeads } from '../../src/store/daily-heads.ts'
import { freshSalt } from '../../src/store/events.ts'
import { accepted, now, sealAll, sealedLog } from '../audit/support.ts'
import { dropGuards } from '../support/emptied.ts'
import { ask } from '../support/worker.ts'

const path = '/coordination/journal'
const text = async (response: Response) => (await response.text()).replaceAll('\u00a0', ' ')
const page = async (query = '') => text(await ask(path + query))

/** A click, and the redirections that it leads through. */
async function follow(query: string): Promise<{ readonly text: string; readonly hops: number }> {
  let response = await ask(path + query)
  let hops = 0
  for (; response.status === 303; hops++) response = await ask(response.headers.get('location') ?? '')
  return { text: await text(response), hops }
}

async function change(seq: number): Promise<void> {
  await dropGuards()
  await env.DB.prepare('UPDATE events SET detail = \'{"x":1}\' WHERE seq = ?').bind(seq).run()
}

async function many(count: number): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO events (id, type, at, actor, payload, detail, salt)
     SELECT 'evt_' || value, 'endpoint.test', ?1, '{}', '{}', '{}', ${freshSalt} FROM json_each(?2)`,
  )
    .bind(now, JSON.stringify(Array.from({ length: count }, (_, number) => number)))
    .run()
  await sealAll()
}

beforeEach(sealedLog)

describe('the page of the log', () => {
  test('says how much there is and verifies nothing unasked', async () => {
    await change(4)
    await accepted()
    const shown = await page()
    expect(shown).toContain('Vérifier tout le journal')
    expect(shown).toMatch(/Événements<\/dt><dd>6</)
    expect(shown).toMatch(/Pas encore scellés<\/dt><dd>1</)
    expect(shown).toMatch(/Dont le contenu a été effacé<\/dt><dd>3</)
    expect(shown).not.toContain('a été changé')
  })

  test('says that nothing was changed when nothing was', async () => {
    expect(await page('?suite=')).toContain('Rien n’a été changé : les 5 événements scellés')
  })

  test('names what was changed', async () => {
    await change(4)
    const shown = await page('?suite=')
    expect(shown).toContain('Événement 4 : son contenu n’est plus celui qui a été scellé.')
    expect(shown).not.toContain('Rien n’a été changé')
  })

  test('verifies a long log in several requests, and remembers on the way what it found', async () => {
    await many(2 * verifiedAtOnce)
    expect(await follow('?suite=')).toMatchObject({
      hops: 2,
      text: expect.stringContaining('les 205 événements'),
    })
    await change(4)
    const first = await follow('?suite=')
    expect(first).toMatchObject({ hops: 0, text: expect.stringContaining('Événement 4') })
    const [, next = ''] = /href="[^"?]*(\?suite=[^"]+)"/.exec(first.text) ?? []
    const rest = await follow(next)
    expect(rest.text).toContain(`Anomalies trouvées avant l’événement ${2 * verifiedAtOnce + 1} : 1`)
    expect(rest.text).not.toContain('Rien n’a été changé')
  }, 30_000)

  test('takes nobody’s word for what was verified before', async () => {
    const [noted] = await dailyHeads(env.DB, 1)
    if (!noted) throw new Error('no head was noted')
    const cursor = { point: noted, faults: 0, begun: 0 }
    const ours = await writeCursor(env.RECUEIL_SECRET, cursor)
    expect((await ask(`${path}?suite=${ours}`)).status).toBe(200)
    expect((await ask(`${path}?suite=${await writeCursor('x'.repeat(40), cursor)}`)).status).toBe(404)
    expect((await ask(`${path}?suite=${ours.replace('.0.', '.9.')}`)).status).toBe(404)
    expect((await ask(`${path}?suite=abc`)).status).toBe(404)
  })

  test('compares a head as somebody pastes it', async () => {
    const [noted] = await dailyHeads(env.DB, 1)
    const compare = (seq: string, head: string) =>
      page(`?numero=${seq}&empreinte=${encodeURIComponent(head)}`)
    const head = noted?.head ?? ''
    expect(await compare(`Événement ${noted?.seq}`, ` ${head.toUpperCase()}\n`)).toContain(
      'est bien celle-là',
    )
    expect(await compare('4', head)).toContain('est une autre')
    expect(await compare('99', head)).toContain('Aucun événement')
    expect(await compare('4', 'abc')).toContain('Recopiez')
    expect(await page()).toContain(head)
  })
})

describe('the API', () => {
  const audit = async (query = '') => (await ask(`/api/v1/audit${query}`)).json<Record<string, unknown>>()

  test('tells the same', async () => {
    const [noted] = await dailyHeads(env.DB, 1)
    expect(await audit(`?seq=5&head=${noted?.head}`)).toEqual({
      verifiedThrough: 5,
      sealedThrough: 5,
      head: noted?.head,
      sealedAt: '2018-09-24T10:00:00.000Z',
      events: 5,
      waiting: 0,
      blanked: 3,
      faults: [],
      noted: { seq: 5, is: 'same' },
      next: null,
    })
    await change(4)
    expect(await audit()).toMatchObject({ faults: [{ seq: 4, kind: 'changed' }], noted: null })
  })

  test('goes on where it stopped', async () => {
    await many(verifiedAtOnce)
    const first = await audit()
    expect(first).toMatchObject({ verifiedThrough: verifiedAtOnce, next: expect.any(String) })
    expect(await audit(`?after=${first.next}`)).toMatchObject({
      verifiedThrough: 105,
      faults: [],
      next: null,
    })
  })

  test.each(['?after=5', '?seq=5', '?head=abc', '?seq=5&head=abc'])('refuses %s', async (query) => {
    expect((await ask(`/api/v1/audit${query}`)).status).toBe(422)
  })
})
