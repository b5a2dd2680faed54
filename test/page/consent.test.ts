import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { consentsOf } from '../../src/store/consents.ts'
import { projectSheet } from '../support/samples.ts'
import { ask, type ReceiptBody, send } from '../support/worker.ts'
import { confirmedMeeting, stored, visit } from './minutes/meeting.ts'

const text = async (response: Promise<Response>) => (await response).text()

async function accepted(form: string, answers: object): Promise<ReceiptBody & { readonly path: string }> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  const receipt = (await response.json()) as ReceiptBody
  const { pathname, search } = new URL(receipt.editUrl, 'http://recueil.test')
  return { ...receipt, path: pathname + search }
}

const attended = (meeting: string, more: object = {}) =>
  accepted('presence', {
    action_id: meeting,
    prenom_nom: 'Awa Exemplaire',
    organisation: 'ONG Exemple A',
    mode: 'sur_place',
    liste_diffusion: 'non',
    consentement: true,
    ...more,
  })

describe('a consent', () => {
  let meeting: string
  beforeEach(async () => {
    meeting = await confirmedMeeting()
  })

  test('is kept with what it is for, what was read, who gave it by which door, and when', async () => {
    const { id } = await attended(meeting)
    const [consent, ...others] = await consentsOf(env.DB, [id])
    expect(others).toEqual([])
    expect(consent).toMatchObject({
      field: 'consentement',
      purposes: ['presence'],
      givenBy: 'coordinator',
      source: 'api',
      withdrawnAt: null,
    })
    const read = await env.DB.prepare('SELECT text FROM wordings WHERE digest = ?')
      .bind(consent?.wording ?? '')
      .first<string>('text')
    expect(read).toContain('J’accepte que mon nom et mon organisation figurent')
    expect(read).toContain('tenir la liste de présence')
  })

  test('of the same words has the same digest by the page and by the API', async () => {
    const { id } = await attended(meeting)
    const page = await visit('/formulaires/presence', [
      ['id', crypto.randomUUID()],
      ['action_id', meeting],
      ['prenom_nom', 'Moussa Exemplaire'],
      ['organisation', 'ONG Exemple A'],
      ['mode', 'sur_place'],
      ['liste_diffusion', 'non'],
      ['consentement', 'true'],
    ])
    expect(page.status).toBe(303)
    const { results } = await env.DB.prepare(
      'SELECT DISTINCT wording, given_by FROM consents ORDER BY given_by',
    ).all<{ wording: string; given_by: string }>()
    const own = (await consentsOf(env.DB, [id]))[0]?.wording
    expect(results.filter(({ given_by }) => given_by === 'member').map(({ wording }) => wording)).toEqual([
      own,
    ])
  })

  test('is not ticked by an address that asks for it', async () => {
    const page = await text(
      visit(`/formulaires/presence?action_id=${meeting}&consentement=true&mode=a_distance`),
    )
    const inputs = [...page.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
    const ticked = inputs.filter((tag) => /\bchecked\b/.test(tag))
    expect(ticked.some((tag) => tag.includes('name="consentement"'))).toBe(false)
    expect(ticked.some((tag) => tag.includes('value="a_distance"'))).toBe(true)
  })

  test('that was not given leaves nothing', async () => {
    const { id } = await attended(meeting, { consentement: undefined })
    expect(await consentsOf(env.DB, [id])).toEqual([])
  })

  test('is withdrawn from the record’s own link, once it was said what that does', async () => {
    const { id, path, reference } = await attended(meeting)
    expect(await text(visit(path))).toContain('Retirer mon accord')
    const asked = await text(visit(path, [['action', 'withdraw:consentement']]))
    expect(asked).toContain('Prénom et nom')
    expect((await stored(reference)).answers.consentement).toBe(true)
    const done = await visit(path, [['action', 'withdrawn:consentement']])
    expect(done.status).toBe(303)
    expect(await text(visit(done.headers.get('location') ?? ''))).toContain('Votre accord est retiré.')
    const { answers } = await stored(reference)
    expect(answers.consentement).toBeUndefined()
    expect(answers.prenom_nom).toBe('Awa Exemplaire')
    expect((await consentsOf(env.DB, [id]))[0]?.withdrawnAt).toBeGreaterThan(0)
    expect(await text(ask(`/coordination/fiches/${reference}`))).toContain('Accord retiré')
    // Taking it back again changes nothing; giving it again is another consent.
    await visit(path, [['action', 'withdrawn:consentement']])
    const { revision } = await stored(reference)
    expect(revision).toBe(2)
    const body = { answers: { ...answers, consentement: true } }
    await send('PATCH', `/api/v1/records/${id}`, body, { 'if-match': String(revision) })
    expect((await consentsOf(env.DB, [id])).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([
      false,
      true,
    ])
  })

  test('is nobody’s to withdraw without the link, and what is no consent is none', async () => {
    const { path, reference } = await attended(meeting)
    expect(
      (await visit(`/fiches/${reference}?cle=faux`, [['action', 'withdrawn:consentement']])).status,
    ).toBe(404)
    expect((await visit(path, [['action', 'withdrawn:prenom_nom']])).status).toBe(422)
    expect((await stored(reference)).answers.consentement).toBe(true)
  })
})

describe('a consent to one’s address being kept', () => {
  test('takes the address and its past with it, and leaves the rest of the record for coordinators to correct', async () => {
    const { id, path, reference } = await accepted('fiche-projet', {
      ...projectSheet,
      contact_nom: 'Awa Exemplaire',
    })
    await visit(path, [['action', 'withdrawn:consentement']])
    const { answers, revision } = await stored(reference)
    expect(answers).toMatchObject({
      contact_nom: 'Personne effacée',
      projet_titre: projectSheet.projet_titre,
    })
    expect(answers.contact_tel).toBeUndefined()
    const { results } = await env.DB.prepare('SELECT payload, detail FROM events WHERE record = ?')
      .bind(id)
      .all()
    expect(JSON.stringify(results)).not.toContain('Exemplaire')
    expect(JSON.stringify(results)).not.toContain(projectSheet.contact_courriel)
    const corrected = await send(
      'PATCH',
      `/api/v1/records/${id}`,
      { answers: { ...answers, projet_titre: 'Titre corrigé' } },
      { 'if-match': String(revision) },
    )
    expect(corrected.status).toBe(200)
    // Its member is asked for it again.
    const entries = [
      ['revision', String(revision + 1)],
      ['projet_titre', 'Autre titre'],
    ] as const
    expect((await visit(path, entries)).status).toBe(422)
  })
})

test('the register of consents is taken away as a table, by coordinators alone', async () => {
  const { reference } = await attended(await confirmedMeeting())
  const path = '/coordination/personnes-concernees/accords.csv'
  const csv = await text(ask(path))
  expect(csv.split('\r\n').find((line) => line.startsWith(reference))).toContain('Être nommé')
  expect(csv).not.toContain('Awa Exemplaire')
  expect((await visit(path)).status).toBe(401)
})

test('a consent of which no proof was kept is in the register too, with nothing of when and what was read', async () => {
  const { id, reference } = await attended(await confirmedMeeting())
  await env.DB.prepare('DELETE FROM consents WHERE record = ?').bind(id).run()
  const csv = await text(ask('/coordination/personnes-concernees/accords.csv'))
  const lines = csv.split('\r\n').filter((line) => line.startsWith(reference))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('Être nommé')
  expect(lines[0]).toMatch(/,,,,,,,$/)
})
