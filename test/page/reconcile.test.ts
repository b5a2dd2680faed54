import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptied } from '../support/emptied.ts'
import { meetingAnswers, projectSheet } from '../support/samples.ts'
import { ask, send } from '../support/worker.ts'
import { post, visit } from './minutes/meeting.ts'

const path = '/coordination/rapprochements'

async function accepted(form: string, answers: object): Promise<{ id: string; reference: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  expect([response.status, await response.clone().text()][0]).toBe(201)
  return response.json()
}

type Body = { status: string; revision: number; answers: Record<string, unknown> }
const present = async ({ id }: { id: string }) => (await ask(`/api/v1/records/${id}`)).json<Body>()
const page = async () => (await ask(path)).text()
const sheetOf = (org_nom: string, projet_titre = 'Projet exemple') =>
  accepted('fiche-projet', { ...projectSheet, org_nom, projet_titre })

beforeEach(async () => {
  await emptied('records', 'events', 'sheet_due')
})

describe('names that the directory does not have', () => {
  test('are shown with whose they may be, by acronym, other name or likeness', async () => {
    await accepted('organisation', { nom: 'Terres Exemple', sigle: 'TEX', alias: ['Terre d’Exemple'] })
    await accepted('organisation', { nom: 'Village Exemplaire' })
    await sheetOf('tex')
    await sheetOf('Vilage exemplaire')
    await sheetOf('Tout à fait autre')
    const shown = await page()
    expect(shown).toContain('C’est Terres Exemple')
    expect(shown).toContain('C’est Village Exemplaire')
    expect(shown).toContain('value="Tout à fait autre"/><details>')
  })

  test('linked to a member by a click, every record refers to it, and the name is one of its names', async () => {
    const member = await accepted('organisation', { nom: 'Terres Exemple', sigle: 'TEX' })
    const sheet = await sheetOf('Terre d’exemple')
    const attendance = await accepted('presence', {
      action_id: (await accepted('action', meetingAnswers)).reference,
      prenom_nom: 'Participante exemple',
      organisation: 'Terre d’exemple',
      mode: 'sur_place',
      liste_diffusion: 'non',
    })
    const done = await post(path, [
      ['name', 'Terre d’exemple'],
      ['action', `link:${member.reference}`],
    ])
    expect(done.headers.get('location')).toBe(`${path}?fait=1&reste=0`)
    expect((await present(sheet)).answers.org_nom).toBe(member.reference)
    expect((await present(attendance)).answers.organisation).toBe(member.reference)
    expect((await present(member)).answers.alias).toEqual(['Terre d’exemple'])
    const { detail } = (await env.DB.prepare(
      "SELECT detail FROM events WHERE type = 'record.revised' AND record = ?",
    )
      .bind(sheet.id)
      .first<{ detail: string }>()) ?? { detail: '{}' }
    expect(JSON.parse(detail).before.answers.org_nom).toBe('Terre d’exemple')
    expect(await page()).toContain('Toutes les organisations citées sont dans l’annuaire.')
  })

  test('many records are linked a few a click, and the page says how many are left', async () => {
    const member = await accepted('organisation', { nom: 'Terres Exemple' })
    for (let n = 1; n <= 9; n++) await sheetOf('Terre exemple', `Projet ${n}`)
    const click = () =>
      post(path, [
        ['name', 'Terre exemple'],
        ['action', `link:${member.reference}`],
      ])
    const first = (await click()).headers.get('location') ?? ''
    expect(first).toBe(`${path}?fait=1&reste=1`)
    expect(await (await ask(first)).text()).toContain('Fiches encore à relier')
    expect((await click()).headers.get('location')).toBe(`${path}?fait=1&reste=0`)
  })

  test('a record that no longer meets its form’s rules keeps none of the others back, and is named', async () => {
    const member = await accepted('organisation', { nom: 'Terres Exemple' })
    const broken = await sheetOf('Terre exemple', 'Premier')
    const sound = await sheetOf('Terre exemple', 'Second')
    await env.DB.prepare("UPDATE records SET answers = json_remove(answers, '$.org_type') WHERE id = ?")
      .bind(broken.id)
      .run()
    const done = await post(path, [
      ['name', 'Terre exemple'],
      ['action', `link:${member.reference}`],
    ])
    expect((await present(sound)).answers.org_nom).toBe(member.reference)
    const shown = await (await ask(done.headers.get('location') ?? '')).text()
    expect(shown).toContain(`<a href="/coordination/fiches/${broken.reference}">${broken.reference}</a>`)
  })

  test('a name that no record gives, and a member that is none, are refused; so is whoever is no coordinator', async () => {
    const member = await accepted('organisation', { nom: 'Terres Exemple' })
    const sheet = await sheetOf('Terre exemple')
    const entries = (name: string, reference: string) =>
      [
        ['name', name],
        ['action', `link:${reference}`],
      ] as const
    expect((await post(path, entries('Personne', member.reference))).status).toBe(422)
    expect((await post(path, entries('Terre exemple', sheet.reference))).status).toBe(422)
    expect((await visit(path)).status).toBe(401)
    expect((await visit(path, entries('Terre exemple', member.reference))).status).toBe(401)
    expect((await present(sheet)).answers.org_nom).toBe('Terre exemple')
  })
})

describe('members that are there twice', () => {
  test('united, the one kept has the records and the names of the other, which is retired with a note', async () => {
    const kept = await accepted('organisation', { nom: 'Terres Exemple', sigle: 'TEX' })
    const left = await accepted('organisation', { nom: 'TEX', alias: ['Terre d’Ex'] })
    const sheet = await sheetOf(left.reference)
    expect(await page()).toContain('Terres Exemple et TEX')
    const asked = [
      ['other', left.reference],
      ['action', `unite:${kept.reference}`],
    ] as const
    expect((await post(path, asked)).status).toBe(422)
    expect((await present(left)).status).toBe('active')
    await post(path, [...asked, ['confirm', 'yes']])
    expect((await present(sheet)).answers.org_nom).toBe(kept.reference)
    expect((await present(kept)).answers.alias).toEqual(['Terre d’Ex'])
    expect((await present(left)).status).toBe('inactive')
    const moved = await env.DB.prepare(
      "SELECT detail ->> '$.note' AS note FROM events WHERE type = 'record.transitioned' AND record = ?",
    )
      .bind(left.id)
      .first<string>('note')
    expect(moved).toBe(`= ${kept.reference}`)
    expect(await page()).toContain('Aucun doublon apparent')
  })

  test('asked for twice they are united once, and the one kept is not retired by an old page', async () => {
    const kept = await accepted('organisation', { nom: 'Terres Exemple' })
    const left = await accepted('organisation', { nom: 'Terre Exemple' })
    const unite = (into: { reference: string }, from: { reference: string }) =>
      post(path, [
        ['other', from.reference],
        ['action', `unite:${into.reference}`],
        ['confirm', 'yes'],
      ])
    expect((await unite(kept, left)).status).toBe(303)
    expect((await unite(kept, left)).status).toBe(303)
    expect((await unite(left, kept)).status).toBe(422)
    expect([(await present(kept)).status, (await present(left)).status]).toEqual(['active', 'inactive'])
  })
})
