import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { outil } from '../../forms/outil.ts'
import { terme } from '../../forms/terme.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { accept, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { member as anyone, contextFor, coordinator, open } from './example.ts'

const member = { ...anyone, catalogue }
const context = contextFor({ ...coordinator, catalogue })

async function published(form: Form, answers: object, ...states: readonly string[]): Promise<string> {
  const id = crypto.randomUUID()
  const { reference } = (await accept(context, form, { id, answers, locale: 'fr' })).receipt
  for (const to of states) {
    const record = await findByReference(env.DB, catalogue, reference)
    if (record) await transition(context, form, record, { to, note: '' })
  }
  return reference
}

const tool = {
  nom: 'Carte <des> acteurs',
  porteur: 'ONG Baobab (exemple)',
  type: 'carte_en_ligne',
  marche: 'Sa légende & son <script>alert(1)</script> fond.',
  marche_pas: 'Le reste.',
  propose_par: 'Personne Exemple',
}

beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM records'), env.DB.prepare('DELETE FROM searchable')])
})

describe('the search page', () => {
  test('marks what was found in texts that are escaped, with the way to it', async () => {
    const reference = await published(outil, tool, 'verifie', 'publie')
    const { status, text } = await open(member, '/recherche?q=LEGENDES+acteur')
    expect(status).toBe(200)
    expect(text).toContain(`href="/consulter/${reference}">Carte &lt;des&gt; <mark>acteurs</mark></a>`)
    expect(text).toContain('Sa <mark>légende</mark> &amp; son &lt;script&gt;')
    expect(text).toContain('<p role="status">1 résultat')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('Personne')
  })

  test('says when there is nothing, and when there is no word', async () => {
    expect((await open(member, '/recherche?q=%3Cb%3E')).text).toContain(
      'Rien de publié ne contient «\u00a0&lt;b&gt;\u00a0»',
    )
    expect((await open(member, '/recherche?q=…')).text).toContain('Écrivez au moins un mot')
    expect((await open(member, '/recherche')).text).toContain('Un ou plusieurs mots')
  })

  test('finds for coordinators what everyone finds', async () => {
    await published(terme, { terme: 'Brouillon', definition: 'Exemple.' })
    const { text } = await open({ ...coordinator, catalogue }, '/recherche?q=brouillon')
    expect(text).toContain('Rien de publié')
  })

  test('answers whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (query) => {
        const { status } = await open(member, `/recherche?${new URLSearchParams({ q: query })}`)
        expect(status).toBe(200)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['/', '/lexique', '/bibliotheque'])('is offered by %s', async (path) => {
    const { text } = await open(member, path)
    expect(text).toMatch(/<search><form action="\/recherche"[^>]*>.*<input type="search"[^>]* name="q"/)
  })
})

describe('the page of a published record', () => {
  test('shows everyone its public answers', async () => {
    const reference = await published(outil, tool, 'verifie', 'publie')
    const { status, text } = await open(member, `/consulter/${reference}`)
    expect(status).toBe(200)
    expect(text).toContain('<h1>Carte &lt;des&gt; acteurs</h1>')
    expect(text).toContain('ONG Baobab (exemple)')
    expect(text).not.toContain('Personne Exemple')
  })

  test('shows of a name what its form publishes: the initials', async () => {
    const reference = await published(outil, tool, 'verifie', 'publie')
    expect((await open(member, `/consulter/${reference}`)).text).toMatch(/Proposé par[\s\S]{0,60}P\. E\./)
    const file = (await open(member, '/exports/outil.csv')).text
    expect(file).toContain('P. E.')
    expect(file).not.toContain('Personne Exemple')
  })

  test('is listed with the others once it is published', async () => {
    const reference = await published(outil, tool, 'verifie', 'publie')
    await published(outil, { ...tool, nom: 'Pas encore' }, 'verifie')
    await published(terme, { terme: 'Exil' }, 'adopte')
    const { text } = await open(member, '/consulter')
    expect(text).toContain(`<a href="/consulter/${reference}">Carte &lt;des&gt; acteurs</a>`)
    expect(text).not.toContain('Pas encore')
    expect(text).not.toContain('Exil')
  })

  test('is not there while it is not published, even for coordinators', async () => {
    const reference = await published(outil, tool, 'verifie')
    expect((await open(member, `/consulter/${reference}`)).status).toBe(404)
    expect((await open({ ...coordinator, catalogue }, `/consulter/${reference}`)).status).toBe(404)
    expect((await open(member, '/consulter/RIEN')).status).toBe(404)
  })

  test('is elsewhere for a record whose form has a page of its own', async () => {
    const reference = await published(terme, { terme: 'Exil' }, 'adopte')
    const { status, headers } = await open(member, `/consulter/${reference}`)
    expect(status).toBe(302)
    expect(headers.get('location')).toBe(`/lexique#${reference}`)
  })
})
