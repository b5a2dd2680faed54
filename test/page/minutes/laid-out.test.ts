import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { erase } from '../../../src/record/index.ts'
import worker from '../../../src/worker.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import { now, stored, visit } from './meeting.ts'
import { form, moveAlong, sentMinutes } from './sent.ts'

let minutes: string

beforeEach(async () => {
  ;({ minutes } = await sentMinutes())
})

describe('the document that the coordinator laid out', () => {
  const upload = (bytes: Uint8Array, name = 'cr.pdf') => {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(bytes)], name))
    return ask(`/coordination/comptes-rendus/${minutes}/fichier`, {
      method: 'POST',
      headers: { origin: 'http://recueil.test' },
      body,
    })
  }
  const pdf = new TextEncoder().encode('%PDF-1.7\n%example')

  test('is the reference of its version once that is published, and only then fetched by others', async () => {
    await moveAlong(minutes, 'mise_en_page')
    expect((await upload(pdf)).status).toBe(303)
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    const [address = ''] = /\/comptes-rendus\/CR-\d+\/fichiers\/[0-9a-f-]+/.exec(page) ?? []
    expect((await ask(`/coordination${address}`)).status).toBe(200)
    expect((await visit(address)).status).toBe(404)
    await moveAlong(minutes, 'relecture', 'valide', 'publie')
    const download = await visit(address)
    expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${minutes}-v1.pdf"`)
    expect(download.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    )
    expect(download.headers.get('content-type')).toBe('application/pdf')
    expect(download.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(pdf)
    expect(await (await visit(`/comptes-rendus/${minutes}`)).text()).toContain(`href="${address}"`)
  })

  test('has neither the name it came with nor one that can be guessed, even when it says that it is a page', async () => {
    await moveAlong(minutes, 'mise_en_page')
    const hostile = new TextEncoder().encode('%PDF-1.7\n<script>alert(1)</script>')
    expect((await upload(hostile, '../"><script>alert(1)</script>.html')).status).toBe(303)
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    expect(page).not.toContain('alert(1)')
    const [address = ''] = /\/coordination\/comptes-rendus\/CR-\d+\/fichiers\/[0-9a-f-]{36}/.exec(page) ?? []
    const { headers } = await ask(address)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${minutes}-v1.pdf"`)
    expect(headers.get('content-type')).toBe('application/pdf')
  })

  test('is refused by its content, whatever its name', async () => {
    await moveAlong(minutes, 'mise_en_page')
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    const refused = await upload(page, 'cr.pdf')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('ni un PDF ni un document Word')
    expect((await upload(new Uint8Array())).status).toBe(422)
    expect((await upload(new Uint8Array(11_000_000))).status).toBe(413)
  })

  test('is deleted with the minutes when they are erased', async () => {
    await moveAlong(minutes, 'mise_en_page')
    await upload(pdf)
    const { id } = await stored(minutes)
    await erase(contextAt(now), form('compte-rendu'), await stored(minutes))
    await worker.scheduled(createScheduledController({ scheduledTime: now }), env, createExecutionContext())
    const left = await env.DB.prepare('SELECT count(*) AS count FROM files WHERE record = ?')
      .bind(id)
      .first('count')
    expect(left).toBe(0)
  })
})
