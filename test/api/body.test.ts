import { exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'

const origin = 'http://recueil.test'
const path = '/api/v1/forms/fiche-projet/records'

type Problem = { readonly type: string; readonly status: number }

/** Sends a body as it is, as somebody who is not signed in; what answers is a problem. */
async function refusal(
  body: BodyInit,
  at = path,
  type = 'application/json',
): Promise<readonly [number, string]> {
  const init = { method: 'POST', headers: { origin, 'content-type': type }, body }
  const response = await exports.default.fetch(origin + at, init)
  const problem = (await response.json()) as Problem
  return [problem.status, problem.type.split('/').at(-1) ?? '']
}

/** A body of unknown length, in pieces, that would go on to `bytes` if it were read to its end. */
function chunked(bytes: number, piece = ' '.repeat(64 * 1024)): { body: ReadableStream; sent: () => number } {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= bytes) return controller.close()
      controller.enqueue(new TextEncoder().encode(piece))
      sent += piece.length
    },
  })
  return { body, sent: () => sent }
}

describe('a hostile body is refused as a problem, never a fault of ours:', () => {
  test.each([
    ['a million open brackets', '['.repeat(1_000_000), 413],
    ['half a megabyte of brackets, closed', '['.repeat(250_000) + ']'.repeat(250_000), 400],
    ['objects in objects', `${'{"a":'.repeat(80_000)}1${'}'.repeat(80_000)}`, 400],
    ['answers one level too deep', `{"id":"x","answers":${'['.repeat(20)}${']'.repeat(20)}}`, 400],
    ['a text that never ends', `{"id":"${'\\"'.repeat(250_000)}`, 400],
    ['texts that never end', `${'"\\'.repeat(250_000)}`, 400],
    ['nothing', '', 400],
    ['half a surrogate', '{"id":"\\ud800","answers":{}}', 422],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ['a prototype', '{"id":"x","answers":{"__proto__":{"a":1}}}', 422],
    ['a prototype beside', '{"id":"x","answers":{},"__proto__":{"a":1}}', 422],
    ['a number of a thousand digits', `{"id":"x","answers":{"cible_total":${'9'.repeat(1000)}}}`, 422],
    ['a list', '[]', 422],
  ])('%s', async (_, body, status) => {
    const [answered] = await refusal(body)
    expect(answered).toBe(status)
  })

  test('deep brackets in a text are a text', async () => {
    const [status, code] = await refusal(
      JSON.stringify({ id: 'x', answers: { projet_titre: '[{'.repeat(100) } }),
    )
    expect([status, code]).toEqual([422, 'invalid'])
  })

  test('a body in pieces whose length nobody said is not read beyond its limit', async () => {
    const { body, sent } = chunked(50_000_000)
    expect(await refusal(body)).toEqual([413, 'too-large'])
    expect(sent()).toBeLessThan(2_000_000)
  })

  test('a body that is longer than its limit by one byte is refused, and one that is not is read', async () => {
    const start = '{"id":"x","answers":{"projet_titre":"'
    const end = '"}}'
    const filled = (bytes: number) => start + 'a'.repeat(bytes - start.length - end.length) + end
    expect((await refusal(filled(512 * 1024)))[0]).toBe(422)
    expect((await refusal(filled(512 * 1024 + 1)))[0]).toBe(413)
  })
})

describe('the page of a form', () => {
  const send = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
    exports.default.fetch(`${origin}/formulaires/terme`, {
      method: 'POST',
      headers: { origin, 'content-type': type },
      body,
    })

  test.each([
    ['a megabyte in pieces', () => chunked(5_000_000, 'a'.repeat(64 * 1024)).body, 413],
    ['ten thousand controls', () => 'a=b&'.repeat(10_000), 413],
    ['bytes that are no UTF-8', () => 'terme=%ff', 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await send(body())).status).toBe(status)
  })

  test('refuses parts that never end, and files without end', async () => {
    const open = '--x\r\ncontent-disposition: form-data; name="terme"\r\n\r\n'
    expect((await send(open.repeat(1000), 'multipart/form-data; boundary=x')).status).toBe(400)
    expect((await send(open, 'multipart/form-data')).status).toBe(400)
  })
})
