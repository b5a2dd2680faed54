import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { projectSheet } from '../support/samples.ts'
import { ask, send } from '../support/worker.ts'
import { post, visit } from './minutes/meeting.ts'

const path = '/coordination/fiches'
const open = async (query = '') => (await ask(path + query)).text()

async function sheet(changes: object = {}): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const answers = { ...projectSheet, ...changes }
  return (await send('POST', '/api/v1/forms/fiche-projet/records', { id, answers })).json()
}

const statusOf = ({ id }: { id: string }) =>
  env.DB.prepare('SELECT status FROM records WHERE id = ?').bind(id).first<string>('status')

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due')
})

describe('the list of all records', () => {
  test('counts them by form and status, each count a link to its records', async () => {
    await sheet()
    await sheet()
    await send('POST', '/api/v1/forms/terme/records', {
      id: crypto.randomUUID(),
      answers: { terme: 'Transit' },
    })
    const page = await open()
    expect(page).toContain(
      '<a href="/coordination/fiches?form=fiche-projet&amp;statut=recue">Projets – Reçue (2)</a>',
    )
    expect(page).toContain('Lexique – Proposé (1)')
    const filtered = await open('?form=fiche-projet&statut=recue')
    expect(filtered).toContain('FP-0001')
    expect(filtered).not.toContain('Transit')
  })

  test('finds what is written in any answer, whatever the case, and opens what is named by its reference', async () => {
    await sheet({ projet_titre: 'Insertion à Thiès', contact_nom: 'Chargée du suivi (exemple)' })
    await sheet({ projet_titre: 'Accueil à Matam' })
    const found = await open('?q=insertion')
    expect(found).toContain('Insertion à Thiès')
    expect(found).not.toContain('Accueil à Matam')
    expect(await open('?q=chargée du suivi')).toContain('Insertion à Thiès')
    expect(await open('?q=%25')).toContain('Aucune fiche.')
    const named = await ask(`${path}?q=fp-0002`)
    expect([named.status, named.headers.get('location')]).toEqual([303, `${path}/FP-0002`])
  })

  test('keeps what was asked in the address, and ignores what is nothing there is', async () => {
    for (let n = 0; n < 51; n++) await sheet({ projet_titre: `Projet ${n}` })
    const page = await open('?form=fiche-projet&statut=recue')
    expect(page).toContain('href="/coordination/fiches?form=fiche-projet&amp;statut=recue&amp;depuis=50"')
    expect((await open('?form=fiche-projet&statut=recue&depuis=50')).match(/name="fiche"/g)).toHaveLength(1)
    expect((await ask(`${path}?form=rien&statut=rien&depuis=x`)).status).toBe(200)
  })

  test('moves the chosen records on together, with one note, and names those that cannot be', async () => {
    const first = await sheet()
    const second = await sheet()
    const third = await sheet()
    await send('POST', `/api/v1/records/${third.id}/transitions`, { to: 'archivee', note: '' })
    const answer = await post(`${path}?form=fiche-projet&statut=recue`, [
      ['fiche', first.reference],
      ['fiche', second.reference],
      ['fiche', third.reference],
      ['note', 'Relues ensemble'],
      ['to', 'validee'],
    ])
    expect(await Promise.all([first, second, third].map(statusOf))).toEqual([
      'validee',
      'validee',
      'archivee',
    ])
    const page = await (await ask(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('Fiches passées à «\u00a0Validée\u00a0»\u00a0: 2.')
    expect(page).toContain(`<a href="${path}/${third.reference}">${third.reference}</a>`)
    const note = await env.DB.prepare(
      "SELECT count(*) AS n FROM events WHERE type = 'record.transitioned' AND detail ->> '$.note' = 'Relues ensemble'",
    ).first<number>('n')
    expect(note).toBe(2)
  })

  test('is the coordinators’, to read and to act', async () => {
    await sheet()
    expect((await visit(path)).status).toBe(401)
    expect((await visit(`${path}?form=fiche-projet&statut=recue`, [['to', 'validee']])).status).toBe(401)
    expect((await post(`${path}?form=fiche-projet&statut=recue`, [['to', 'rien']])).status).toBe(422)
    expect((await post(path, [['to', 'validee']])).status).toBe(422)
  })
})
