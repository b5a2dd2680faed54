import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../../src/app.ts'
import { afterWorkingDays } from '../../../src/calendar/working-days.ts'
import { ask } from '../../support/worker.ts'
import { personalLinks, post, stored, visit } from './meeting.ts'
import { moveAlong, sentMinutes } from './sent.ts'

let meeting: string
let minutes: string

beforeEach(async () => {
  ;({ meeting, minutes } = await sentMinutes())
})

describe('the review', () => {
  /** Opened now, as by the button: a link made in 2018 would be over. */
  const reviewLink = async () => {
    await moveAlong(minutes, 'mise_en_page')
    await post(`/coordination/fiches/${minutes}/statut`, [['to', 'relecture']])
    return shownLink()
  }
  const shownLink = async () => {
    const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    return (/value="http:\/\/recueil\.test([^"]+relecture[^"]+)"/.exec(page)?.[1] ?? '').replaceAll(
      '&amp;',
      '&',
    )
  }
  const remark = (id: string, text: string) =>
    [
      ['id', id],
      ['name', 'Participante exemple'],
      ['organisation', 'ONG Exemple A'],
      ['text', text],
    ] as const

  test('keeps what somebody typed when too much is sent by its link at once', async () => {
    const request = new Request(`http://recueil.test${await reviewLink()}`, {
      method: 'POST',
      headers: { 'cf-connecting-ip': '192.0.2.1' },
      body: new URLSearchParams(remark(crypto.randomUUID(), 'Une longue remarque.').map(([a, b]) => [a, b])),
    })
    const counter = { limit: async () => ({ success: false }) }
    const response = await app.fetch(request, { ...env, LINK_RATE: counter }, createExecutionContext())
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.text()).toContain('Une longue remarque.</textarea>')
  })

  test('lets those present read and comment by a link, for five working days', async () => {
    const link = await reviewLink()
    const page = await (await visit(link)).text()
    expect(page).toContain('Ce qui fut dit.')
    expect(page).toMatch(/Jusqu’au \d+ \S+ \d{4}/)
    expect(page).toContain('Vos données servent à dire qui fait une remarque')
    expect(page).toContain('à qui le lien de relecture a été envoyé')
    const id = crypto.randomUUID()
    expect((await visit(link, remark(id, 'Il manque un point.'))).status).toBe(303)
    await visit(link, remark(id, 'Il manque un point.'))
    const shown = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
    expect(shown.split('Il manque un point.')).toHaveLength(2)
    const refused = await visit(link, remark(crypto.randomUUID(), ''))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Participante exemple"')
  })

  test('keeps another comment written on a page that was gone back to, and never thanks for one it did not keep', async () => {
    const link = await reviewLink()
    const id = crypto.randomUUID()
    await visit(link, remark(id, 'Il manque un point.'))
    expect((await visit(link, remark(id, 'Et une décision.'))).status).toBe(303)
    const shown = await (await visit(link)).text()
    for (const text of ['Il manque un point.', 'Et une décision.']) expect(shown).toContain(text)
    const { id: record } = await stored(minutes)
    await env.DB.prepare(
      `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 500)
       INSERT INTO comments (id, record, revision, at, name, organisation, text)
       SELECT ?1 || n, ?1, 1, 1, 'Exemple', 'Exemple', 'Trop.' FROM n`,
    )
      .bind(record)
      .run()
    const refused = await visit(link, remark(crypto.randomUUID(), 'Une de trop.'))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<p class="cell">Une de trop.</p>')
  })

  test('ends with the fifth working day after it was opened', () => {
    const end = (day: string) => new Date(afterWorkingDays(Date.parse(day), 5) - 1).toISOString().slice(0, 10)
    expect(end('2018-09-24T12:00Z')).toBe('2018-10-01')
    expect(end('2018-09-28T23:59Z')).toBe('2018-10-05')
    expect(end('2018-09-29')).toBe('2018-10-05')
  })

  test('is shared by a link that the coordinator renews and ends, each told in the history', async () => {
    const link = await reviewLink()
    const address = `/coordination/comptes-rendus/${minutes}`
    const press = (action: string) => post(`${address}/relecture`, [['action', action]])
    expect(await (await ask(address)).text()).toContain('Valable jusqu’au')
    await press('renew')
    const fresh = await shownLink()
    expect([(await visit(link)).status, (await visit(fresh)).status]).toEqual([404, 200])
    await press('revoke')
    expect((await visit(fresh)).status).toBe(404)
    expect(await (await ask(address)).text()).toContain('Lien annulé ou expiré.')
    expect((await press('revoke')).status).toBe(422)
    await press('renew')
    expect((await visit(await shownLink())).status).toBe(200)
    const history = await (await ask(`/coordination/fiches/${minutes}`)).text()
    expect(history.match(/Lien de relecture\u00a0: renouvelé/g)).toHaveLength(2)
    expect(history.match(/Lien de relecture\u00a0: annulé/g)).toHaveLength(1)
  })

  test('opens to nobody without its link, nor by a note-taker’s, and ends with the approval', async () => {
    const link = await reviewLink()
    const address = `/comptes-rendus/${minutes}/relecture`
    const [writer = ''] = await personalLinks(meeting)
    const wrong = [
      address,
      `${address}?cle=x`,
      `${address}?${writer.split('?')[1]}`,
      link.replace(minutes, 'CR-9999'),
    ]
    for (const one of wrong) expect((await visit(one)).status).toBe(404)
    const fiche = link.replace(`/comptes-rendus/${minutes}/relecture`, `/fiches/${minutes}`)
    expect((await visit(fiche)).status).toBe(404)
    await moveAlong(minutes, 'valide')
    expect(await (await visit(link)).text()).toContain('La relecture est terminée.')
    const late = await visit(link, remark(crypto.randomUUID(), 'Trop tard.'))
    expect(late.status).toBe(403)
    // Not kept, and given back.
    expect(await late.text()).toContain('<p class="cell">Trop tard.</p>')
    expect(await (await visit(link)).text()).not.toContain('Trop tard.')
  })
})
