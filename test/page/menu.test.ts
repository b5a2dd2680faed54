import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ruleOf } from '../../src/access/table.ts'
import { app } from '../../src/app.ts'
import { consoleMenu } from '../../src/page/console/places.ts'
import { watched } from '../support/watched.ts'
import { ask } from '../support/worker.ts'

const text = async (path: string) => (await ask(path)).text()
const menuOf = (html: string) => /<nav class="console"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
const marked = (html: string) =>
  [...menuOf(html).matchAll(/<a href="([^"]+)" aria-current="page"/g)].map(([, path]) => path)

describe('the menu of the console', () => {
  test('is on every page of the console and leads only where there is a page', async () => {
    const places = consoleMenu().flatMap((group) => group.places)
    expect(places.length).toBeGreaterThan(5)
    for (const { path } of places) {
      expect([path, ruleOf('GET', path)?.by]).toEqual([path, 'coordinator'])
      expect([path, new Set(marked(await text(path)))]).toEqual([path, new Set([path])])
    }
  })

  test('marks the list that a record was opened from', async () => {
    expect(marked(await text('/coordination/fiches/PA-0001'))).toContain('/coordination/fiches')
    expect(marked(await text('/coordination/fiches?lang=en'))).toContain('/coordination/fiches')
  })

  test('is nowhere else', async () => {
    for (const path of ['/', '/plan', '/coordinations']) expect(menuOf(await text(path))).toBe('')
  })
})

describe('what the menu counts', () => {
  /** What is asked of the database to know which meetings have no minutes. */
  const isCount = (sql: string) => sql.includes('json_each(?) wanted')

  /** The front door as a coordinator, over a database of which every statement is seen. */
  async function visit(path: string, see: (sql: string) => void) {
    const identity = { email: 'coordination@recueil.example' }
    const access = { aud: 'recueil-local', getIdentity: async () => identity }
    const context = Object.assign(createExecutionContext(), { access }) as ExecutionContext
    const request = new Request(`http://recueil.test${path}`)
    const response = await app.fetch(request, { ...env, DB: watched(env.DB, see) }, context)
    await waitOnExecutionContext(context)
    return { status: response.status, text: await response.text() }
  }

  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('is asked once a page, before what the page itself asks', async () => {
    for (const path of ['/coordination', '/coordination/journal']) {
      const sent: string[] = []
      await visit(path, (sql) => sent.push(sql))
      const asked = sent.filter(isCount)
      expect([path, asked.length]).toEqual([path, 1])
      expect(sent.slice(0, 3)).toContain(asked[0])
    }
  })

  test('is left out when it cannot be counted, and what went wrong is in the log', async () => {
    const fault = new Error('broken')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = await visit('/coordination/journal', (sql) => {
      if (isCount(sql)) throw fault
    })
    expect(page.status).toBe(200)
    expect(marked(page.text)).toContain('/coordination/journal')
    expect(said.mock.calls).toEqual([[fault]])
  })
})
