import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { action } from '../../forms/action.ts'
import { document } from '../../forms/document.ts'
import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { accept, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { member as anyone, contextFor, coordinator, open } from './example.ts'

const member = { ...anyone, catalogue }
const coordination = { ...coordinator, catalogue }
const context = contextFor(coordination)

async function given(form: Form, answers: object): Promise<string> {
  const id = crypto.randomUUID()
  return (await accept(context, form, { id, answers, locale: 'fr' })).receipt.reference
}

async function published(answers: object): Promise<string> {
  const reference = await given(document, answers)
  const record = await findByReference(env.DB, catalogue, reference)
  if (record) await transition(context, document, record, { to: 'publie', note: '' })
  return reference
}

const item = (nom: string, ordre: number) =>
  given(action, {
    type: 'rencontre_thematique',
    nom,
    description: 'Un exemple.',
    acteurs: ['Organisation exemple A'],
    date: '2018-09',
    ordre,
    criteres: [{ critere: 'Un critère.' }],
  })

const law = { type: 'texte_juridique' }
const titlesIn = (text: string) =>
  [...text.matchAll(/<li id="DO-\d+">(?:<strong>|<a [^>]*>)([^<]*)</g)].map(([, title]) => title)

describe('the library', () => {
  let [first, second] = ['', '']
  beforeAll(async () => {
    first = await item('Première rencontre', 1)
    second = await item('Seconde rencontre', 2)
    await published({
      titre: 'Étude A',
      type: 'etude',
      date: '2018-05',
      source: 'Source <i>',
      themes: ['retour'],
      actions: [{ action_id: first }],
      url: 'https://exemple.org/etude',
    })
    await published({ ...law, niveau: 'international', titre: 'Pacte', date: '2018-12-10' })
    await published({
      ...law,
      niveau: 'national',
      titre: 'Loi',
      date: '2005-05',
      actions: [{ action_id: first }],
    })
    await published({ ...law, niveau: 'cedeao', titre: 'Accord', themes: ['retour'] })
    await given(document, { titre: 'Proposé seulement', type: 'guide', actions: [{ action_id: second }] })
  })

  test('has legal texts level by level, then the others by kind', async () => {
    const { status, text } = await open(member, '/bibliotheque')
    expect(status).toBe(200)
    expect(titlesIn(text)).toEqual(['Loi', 'Accord', 'Pacte', 'Étude A'])
    expect([...text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'National',
      'CEDEAO',
      'International',
      'Étude',
    ])
    expect(text).toContain('Source &lt;i&gt;')
    expect(text).toContain('<a href="https://exemple.org/etude" rel="nofollow">Étude A</a>')
    expect(text).toContain(`href="/plan#${first}">Première rencontre</a>`)
  })

  test('is sorted as asked: what has no date comes last, and an order there is not changes nothing', async () => {
    const sorted = async (order: string) => titlesIn((await open(member, `/bibliotheque?tri=${order}`)).text)
    expect((await open(member, '/bibliotheque?tri=date')).text).toContain(
      '<p>Étude · Source &lt;i&gt; · mai 2018</p>',
    )
    expect(await sorted('date')).toEqual(['Pacte', 'Étude A', 'Loi', 'Accord'])
    expect(await sorted('titre')).toEqual(['Accord', 'Étude A', 'Loi', 'Pacte'])
    expect(await sorted('rien')).toEqual(['Loi', 'Accord', 'Pacte', 'Étude A'])
  })

  test('is filtered by item of the plan and by theme, and says when nothing is left', async () => {
    const one = await open(member, `/bibliotheque?action=${first}&tri=titre`)
    expect(titlesIn(one.text)).toEqual(['Étude A', 'Loi'])
    expect(one.text).toContain('<p role="status">2 documents</p>')
    expect(one.text).toMatch(new RegExp(`<option value="${first}" selected[^>]*>Première rencontre<`))
    expect(titlesIn((await open(member, `/bibliotheque?action=${first}&theme=retour`)).text)).toEqual([
      'Étude A',
    ])
    const none = await open(member, '/bibliotheque?theme=enfants')
    expect(titlesIn(none.text)).toEqual([])
    expect(none.text).toContain('Aucun document publié ne correspond')
  })

  test('keeps what is not published from everyone but coordinators, in every corner', async () => {
    for (const path of ['/bibliotheque', `/bibliotheque?action=${second}`, '/plan'])
      expect((await open(member, path)).text).not.toContain('Proposé seulement')
    expect((await open(member, '/bibliotheque')).text).not.toContain('Seconde rencontre')
    const { text } = await open(coordination, `/bibliotheque?action=${second}`)
    expect(titlesIn(text)).toEqual(['Proposé seulement'])
    expect(text).toContain('<span class="tag">Proposé</span>')
  })

  test('is reached from the plan’s items that it has documents for', async () => {
    const seen = (text: string) =>
      [...text.matchAll(/href="\/bibliotheque\?action=([^"]+)">([^<]+)</g)].map(([, one, n]) => [one, n])
    expect(seen((await open(member, '/plan')).text)).toEqual([[first, '2 documents']])
    expect(seen((await open(coordination, '/plan')).text)).toEqual([
      [first, '2 documents'],
      [second, '1 document'],
    ])
  })
})
