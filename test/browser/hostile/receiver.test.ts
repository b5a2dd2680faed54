import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyForm } from '../../support/every-form.ts'
import { type Started, startRecueil, until } from '../recueil.ts'
import { openSink, type Sink } from '../sink.ts'
import { askApi } from './door.ts'

type Delivery = { readonly attempts: readonly { readonly status: number | null }[] }

describe('a receiver of webhooks', () => {
  let recueil: Started
  let elsewhere: Sink
  let redirecting: Server
  const asked: string[] = []

  beforeAll(async () => {
    ;[recueil, elsewhere] = await Promise.all([startRecueil(9028), openSink()])
    redirecting = createServer((request, response) => {
      asked.push(request.method ?? '')
      response.writeHead(asked.length % 2 === 0 ? 307 : 302, { location: elsewhere.url }).end()
    })
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    redirecting?.close()
    await elsewhere?.close()
    await recueil?.kill()
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
