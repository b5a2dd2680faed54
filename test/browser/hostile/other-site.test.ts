import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyForm } from '../../support/every-form.ts'
import { openBrowser } from '../browser.ts'
import { type Started, startRecueil, until } from '../recueil.ts'
import { openSink, type Sink } from '../sink.ts'
import { askApi } from './door.ts'

let recueil: Started
let browser: Browser
beforeAll(async () => {
  ;[recueil, browser] = await Promise.all([startRecueil(9024), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await recueil?.kill()
})

/**
 * A coordinator, whom Recueil knows wherever the browser comes from, opens a page of another site. Locally everyone is
 * the coordinator, so that whatever gets through would be done.
 */
describe('a page of another site', () => {
  let other: Server
  let elsewhere = ''

  beforeAll(async () => {
    other = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Autre site</title>'),
    )
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    // Another host, not another port alone: then the request is cross-site, as from any page of the web.
    elsewhere = `http://localhost:${(other.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    other?.close()
  })

  const state = async () =>
    JSON.stringify([
      (await askApi(recueil, 'GET', '/api/v1/records?limit=100')).body,
      (await askApi(recueil, 'GET', '/api/v1/endpoints')).body,
    ])

  const terme = { id: crypto.randomUUID(), answers: everyForm('').terme }
  const forms = [
    ['application/x-www-form-urlencoded', '/formulaires/terme'],
    ['multipart/form-data', '/formulaires/terme'],
    ['text/plain', '/formulaires/terme'],
    ['application/x-www-form-urlencoded', '/coordination/feuille'],
    ['application/x-www-form-urlencoded', '/coordination/fiches'],
    ['text/plain', '/api/v1/forms/terme/records'],
    ['text/plain', '/api/v1/sync'],
  ] as const

  test.each(forms)('changes nothing by a form of %s to %s', async (enctype, path) => {
    const before = await state()
    const page = await browser.newPage()
    await page.goto(elsewhere)
    const answered = page.waitForResponse(recueil.url + path)
    await page.evaluate(`(() => {
      const form = Object.assign(document.createElement('form'), {
        method: 'post', action: ${JSON.stringify(recueil.url + path)}, enctype: ${JSON.stringify(enctype)},
      })
      const add = (name, value) => form.append(Object.assign(document.createElement('input'), { name, value }))
      add('id', ${JSON.stringify(terme.id)}); add('terme', 'Terme d’ailleurs'); add('action', 'send')
      document.body.append(form)
      HTMLFormElement.prototype.submit.call(form)
    })()`)
    expect([403, 415]).toContain((await answered).status())
    expect(await state()).toBe(before)
    await page.close()
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json',
    'application/csp-report',
    'x',
  ])('changes nothing by a script that sends %s', async (type) => {
    const before = await state()
    const page = await browser.newPage()
    await page.goto(elsewhere)
    for (const mode of ['no-cors', 'cors'])
      for (const path of ['/api/v1/forms/terme/records', '/api/v1/endpoints', '/api/v1/sync'])
        await page.evaluate(
          `fetch(${JSON.stringify(recueil.url + path)}, { method: 'POST', mode: ${JSON.stringify(mode)}, credentials: 'include',
              body: new Blob([${JSON.stringify(JSON.stringify(terme))}], { type: ${JSON.stringify(type)} }) }).then((r) => r.type, () => 'refused')`,
        )
    await page.evaluate(
      `navigator.sendBeacon(${JSON.stringify(`${recueil.url}/api/v1/forms/terme/records`)}, new Blob([${JSON.stringify(JSON.stringify(terme))}], { type: ${JSON.stringify(type)} }))`,
    )
    expect(await state()).toBe(before)
    await page.close()
  })

  test('reads nothing and shows nothing of ours in a frame', async () => {
    const page = await browser.newPage()
    await page.goto(elsewhere)
    const read = await page.evaluate(
      `fetch(${JSON.stringify(`${recueil.url}/api/v1/records`)}, { credentials: 'include' }).then((r) => r.text(), () => 'refused')`,
    )
    expect(read).toBe('refused')
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(`${recueil.url}/coordination`)} }))`,
    )
    const refused = await page.waitForEvent('console', (message) => /frame/i.test(message.text()))
    expect(refused.text()).toContain('frame-ancestors')
    await page.evaluate(`void (window.opened = open(${JSON.stringify(`${recueil.url}/coordination`)}))`)
    await expect.poll(() => page.evaluate('window.opened.closed')).toBe(true)
    await page.close()
  })

  test('what it could not do, a form of our own does: the refusals mean something', async () => {
    const response = await fetch(`${recueil.url}/api/v1/forms/terme/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(terme),
    })
    expect(response.status).toBe(201)
  })
})

type Delivery = { readonly attempts: readonly { readonly status: number | null }[] }

describe('a receiver of webhooks', () => {
  let elsewhere: Sink
  let redirecting: Server
  const asked: string[] = []

  beforeAll(async () => {
    elsewhere = await openSink()
    redirecting = createServer((request, response) => {
      asked.push(request.method ?? '')
      response.writeHead(asked.length % 2 === 0 ? 307 : 302, { location: elsewhere.url }).end()
    })
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    redirecting?.close()
    await elsewhere?.close()
  })

  test('that redirects is not followed: the other address is asked nothing', async () => {
    const url = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/`
    const endpoint = await askApi(recueil, 'POST', '/api/v1/endpoints', { url, format: 'json' })
    expect(endpoint.status).toBe(201)
    for (let sent = 0; sent < 2; sent++) {
      const terme = { id: crypto.randomUUID(), answers: everyForm('').terme }
      expect((await askApi(recueil, 'POST', '/api/v1/forms/terme/records', terme)).status).toBe(201)
    }
    const log = async () =>
      (await askApi(recueil, 'GET', `/api/v1/endpoints/${endpoint.body.id}/deliveries`)).body
        .deliveries as readonly Delivery[]
    await until(async () => {
      const statuses = (await log()).flatMap(({ attempts }) => attempts.map(({ status }) => status))
      return statuses.includes(302) && statuses.includes(307)
    })
    expect(elsewhere.received).toEqual([])
  })
})
