import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { findForm } from '../../src/form/index.ts'
import {
  accept,
  erase,
  fillSearch,
  revise,
  type StoredRecord,
  search,
  transition,
} from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { counted } from '../support/counted.ts'
import { projectSheet } from '../support/samples.ts'

const context = contextAt(Date.UTC(2018, 8, 24))

const formOf = (id: string): Form => {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

async function stored(reference: string): Promise<StoredRecord> {
  const record = await findByReference(env.DB, catalogue, reference)
  if (!record) throw new Error(reference)
  return record
}

async function given(form: string, answers: object): Promise<string> {
  const id = crypto.randomUUID()
  return (await accept(context, formOf(form), { id, answers, locale: 'fr' })).receipt.reference
}

async function move(reference: string, ...states: readonly string[]): Promise<void> {
  for (const to of states) {
    const record = await stored(reference)
    await transition(context, formOf(record.form), record, { to, note: '' })
  }
}

const term = (terme: string, definition = 'Un exemple.') => given('terme', { terme, definition })
const references = async (query: string) =>
  (await search(context, query)).found.map(({ reference }) => reference)
const lines = async () =>
  (await env.DB.prepare('SELECT count(*) AS n FROM searchable').first<number>('n')) ?? 0
/** What the index itself finds, whatever became of the record. */
const indexed = async (match: string) =>
  (await env.DB.prepare('SELECT rowid FROM search WHERE search MATCH ?').bind(match).all()).results.length

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM records'),
    env.DB.prepare('DELETE FROM searchable'),
    env.DB.prepare('DELETE FROM search_due'),
  ])
})

describe('the search', () => {
  test('finds what is published, from when it is to when it is not any more', async () => {
    const reference = await term('Diaspora')
    expect(await references('diaspora')).toEqual([])
    expect(await lines()).toBe(0)
    await move(reference, 'adopte')
    expect(await references('diaspora')).toEqual([reference])
    await move(reference, 'propose')
    expect(await references('diaspora')).toEqual([])
    expect(await indexed('diaspora')).toBe(0)
  })

  test('reads French: accents, case, elisions, ligatures and plurals', async () => {
    const reference = await term('L’école des sœurs réfugiées')
    await move(reference, 'adopte')
    for (const query of ['ecole', 'ÉCOLES', 'l’école', "d'école", 'soeur', 'sœurs', 'réfugiée'])
      expect(await references(query), query).toEqual([reference])
    expect(await references('école absente')).toEqual([])
  })

  test('knows a published record as it was last revised', async () => {
    const reference = await term('Transit', 'Traverser un pays.')
    await move(reference, 'adopte')
    const record = await stored(reference)
    const answers = { ...record.answers, definition: 'Franchir une frontière.' }
    await revise(context, formOf('terme'), record, { answers, revision: record.revision })
    expect(await references('frontiere')).toEqual([reference])
    expect(await references('traverser')).toEqual([])
    expect(await indexed('traverser')).toBe(0)
  })

  test('forgets what is erased in the same batch', async () => {
    const reference = await term('Passeur')
    await move(reference, 'adopte')
    await erase(context, formOf('terme'), await stored(reference))
    expect(await references('passeur')).toEqual([])
    expect(await lines()).toBe(0)
    expect(await indexed('passeur')).toBe(0)
  })

  test('puts a word of the title first', async () => {
    const inText = await term('Visa', 'Qui demande un asile sans asile ni asile.')
    const inTitle = await term('Asile', 'Protection.')
    await move(inText, 'adopte')
    await move(inTitle, 'adopte')
    expect(await references('asile')).toEqual([inTitle, inText])
  })

  test('never has a question that the public does not see', async () => {
    const reference = await given('outil', {
      nom: 'Carte exemple',
      porteur: 'ONG Exemple (exemple)',
      type: 'carte_en_ligne',
      marche: 'La légende.',
      marche_pas: 'Le fond.',
      propose_par: 'Personne Exemple',
    })
    await move(reference, 'verifie', 'publie')
    expect(await references('légende')).toEqual([reference])
    expect(await references('personne')).toEqual([])
    expect(await indexed('personne')).toBe(0)
  })

  test('has nothing of a published sheet that its author shows to members', async () => {
    const [open, withheld] = await Promise.all([
      given('fiche-projet', { ...projectSheet, projet_titre: 'Projet Tamarin', visibilite: 'public' }),
      given('fiche-projet', { ...projectSheet, projet_titre: 'Projet Tamarin', visibilite: 'membres' }),
    ])
    await move(open, 'validee', 'publiee')
    await move(withheld, 'validee', 'publiee')
    expect(await references('tamarin')).toEqual([open])
    expect(await lines()).toBe(1)
    const record = await stored(open)
    const answers = { ...record.answers, visibilite: 'membres' }
    await revise(context, formOf('fiche-projet'), record, { answers, revision: record.revision })
    expect(await references('tamarin')).toEqual([])
    expect(await lines()).toBe(0)
  })

  test('trusts the record and not the index', async () => {
    const reference = await term('Rempart')
    await move(reference, 'adopte')
    const { id } = await stored(reference)
    await env.DB.prepare("UPDATE searchable SET text = 'un secret gardé' WHERE record = ?").bind(id).run()
    expect(await indexed('secret')).toBe(1)
    expect(await references('secret')).toEqual([])
    await env.DB.prepare("UPDATE records SET status = 'propose' WHERE id = ?").bind(id).run()
    expect(await references('rempart')).toEqual([])
  })

  test('finds what mentions a published record by its name, also when the name changes', async () => {
    const organisation = await given('organisation', {
      nom: 'Baobab (exemple)',
      type: '22',
      reseaux: ['pfongue'],
    })
    const project = await given('fiche-projet', {
      ...projectSheet,
      org_nom: organisation,
      visibilite: 'public',
    })
    await move(project, 'validee', 'publiee')
    await publish(organisation)
    await fillSearch(context)
    expect(await references('baobab')).toContain(project)
    const record = await stored(organisation)
    const answers = { ...record.answers, nom: 'Fromager (exemple)' }
    await revise(context, formOf('organisation'), record, { answers, revision: record.revision })
    expect(await references('baobab')).toEqual([])
    await fillSearch(context)
    expect(await references('fromager')).toEqual([organisation, project])
  })

  test('takes any text for words and nothing else', async () => {
    await move(await term('Syntaxe'), 'adopte')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^[a-z"*():^+\- ]{0,20}$/),
          fc.constantFrom('NEAR(a b)', 'title:x', '"', 'a AND', 'NOT', '{title}: a', '\u0000', '\ud800'),
        ),
        async (query) => {
          await expect(search(context, query)).resolves.toBeDefined()
        },
      ),
      { numRuns: 80 },
    )
  }, 30_000)
})

async function publish(reference: string): Promise<void> {
  const record = await stored(reference)
  if (!formOf('organisation').publication?.states.includes(record.status)) await move(reference, 'active')
}

describe('what the search costs', () => {
  test('is nothing when a record that is not public is accepted', async () => {
    const { db, cost } = counted(env.DB)
    const id = crypto.randomUUID()
    await accept({ ...context, db }, formOf('fiche-projet'), { id, answers: projectSheet, locale: 'fr' })
    expect(cost).toMatchObject({ batches: 1, queries: 0 })
    expect(cost.rowsWritten).toBeLessThanOrEqual(8)
    expect(await lines()).toBe(0)
  })
})

describe('records from before there was a search', () => {
  beforeEach(async () => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) await move(await term(`Terme ${name}`), 'adopte')
    await term('Terme Delta')
    await env.DB.batch([
      env.DB.prepare('DELETE FROM searchable'),
      env.DB.prepare('INSERT INTO search_due SELECT id FROM records'),
    ])
  })

  test('are found once they were looked at, however often that is done', async () => {
    expect(await references('terme')).toEqual([])
    expect(await fillSearch(context)).toBe(4)
    expect((await references('terme')).length).toBe(3)
    expect(await fillSearch(context)).toBe(0)
    await env.DB.prepare('INSERT INTO search_due SELECT id FROM records').run()
    await fillSearch(context)
    expect((await references('terme')).length).toBe(3)
    expect(await lines()).toBe(3)
  })

  test('are looked at in few queries, and stay due when they change meanwhile', async () => {
    const { db, cost } = counted(env.DB)
    const changing = new Proxy(db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name)
        return async (statements: D1PreparedStatement[]) => {
          await env.DB.prepare('UPDATE records SET revision = revision + 1 WHERE number = 1').run()
          return target.batch(statements)
        }
      },
    })
    await fillSearch({ ...context, db: changing })
    expect(cost.queries + 3 * cost.batches).toBeLessThanOrEqual(6)
    expect((await references('terme')).length).toBe(2)
    await fillSearch(context)
    expect((await references('terme')).length).toBe(3)
  })
})
