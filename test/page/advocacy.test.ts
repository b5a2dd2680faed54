import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { action } from '../../forms/action.ts'
import { catalogue } from '../../forms/index.ts'
import { plaidoyer } from '../../forms/plaidoyer.ts'
import { checkCatalogue } from '../../src/form/check-catalogue.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { defineCatalogue } from '../../src/form/index.ts'
import { accept, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { member as anyone, contextFor, coordinator, open, send } from './example.ts'

const member = { ...anyone, catalogue }
const coordination = { ...coordinator, catalogue }
const context = contextFor(coordination)

async function given(form: Form, answers: object, ...states: readonly string[]): Promise<string> {
  const id = crypto.randomUUID()
  const { reference } = (await accept(context, form, { id, answers, locale: 'fr' })).receipt
  for (const to of states) {
    const record = await findByReference(env.DB, catalogue, reference)
    if (record) await transition(context, form, record, { to, note: '' })
  }
  return reference
}

const meeting = (ordre: number, type: string, criteres: readonly object[]) =>
  given(action, {
    type,
    nom: `Rencontre ${ordre}`,
    description: 'Un exemple.',
    acteurs: ['Organisation exemple A'],
    date: '2018-09',
    ordre,
    criteres,
  })

/** The part of the page that is about a theme. */
const themeOf = (text: string, code: string): string =>
  text.slice(text.indexOf(`<section aria-labelledby="theme-${code}"`)).split('</section>')[0] ?? ''

describe('the pleadings', () => {
  let [published, drafted] = ['', '']
  beforeAll(async () => {
    await meeting(5, 'rencontre_thematique', [
      { critere: 'Les enfants <b>sont</b> vus', evaluation: 'atteint', preuve: 'Un rapport' },
      { critere: 'Second critère' },
    ])
    await meeting(5, 'atelier_cartographie', [{ critere: 'Un atelier n’est pas une rencontre' }])
    published = await given(
      plaidoyer,
      {
        titre: 'Pour les enfants',
        theme: 'enfants',
        message: 'Les protéger.',
        cible: 'Le ministère (exemple)',
        porteurs: ['ONG Baobab (exemple)'],
        echeance: '2019-06',
      },
      'en_redaction',
      'valide',
    )
    drafted = await given(plaidoyer, { titre: 'Encore en chantier', theme: 'diaspora' })
  })

  test('are by theme, with how far each is, what it says, to whom, by whom and by when', async () => {
    const { status, text } = await open(member, '/plaidoyers')
    const theme = themeOf(text, 'enfants')
    expect(status).toBe(200)
    expect(theme).toContain(`<article id="${published}"`)
    expect(theme).toMatch(/<li class="past">À élaborer<\/li><li class="past">En rédaction<\/li>/)
    expect(theme).toContain('<li aria-current="step">Validé</li><li>Porté</li>')
    for (const part of ['Les protéger.', 'Le ministère (exemple)', 'ONG Baobab (exemple)', 'juin 2019'])
      expect(theme).toContain(part)
  })

  test('come with the criteria of the meetings on their theme, and of no other series', async () => {
    const { text } = await open(member, '/plaidoyers')
    const theme = themeOf(text, 'enfants')
    expect(theme).toContain('Ce que les rencontres doivent apporter (2)')
    expect(theme).toContain('Les enfants &lt;b&gt;sont&lt;/b&gt; vus')
    expect(theme).toContain('<span class="tag met">Atteint</span>')
    expect(theme).toContain('Un rapport')
    expect(text).not.toContain('Un atelier n’est pas une rencontre')
  })

  test('say of a theme without anything that there is nothing, in one line', async () => {
    const { text } = await open(member, '/plaidoyers')
    expect(themeOf(text, 'autre')).toMatch(/<\/h2><p>Rien pour l’instant sur ce thème\.<\/p>$/)
  })

  test('are everyone’s once published; coordinators see all, move them on and open the record', async () => {
    const seen = (await open(member, '/plaidoyers')).text
    expect(seen).not.toContain('Encore en chantier')
    expect(seen).not.toContain('/coordination/')
    const theme = themeOf((await open(coordination, '/plaidoyers')).text, 'diaspora')
    expect(theme).toContain('Encore en chantier')
    expect(theme).toContain(`action="/coordination/fiches/${drafted}/statut"`)
    expect(theme).toMatch(/<button type="submit" name="to" value="en_redaction"/)
    const moved = await send(coordination, `/coordination/fiches/${drafted}/statut`, [['to', 'en_redaction']])
    expect(moved.status).toBe(303)
    expect(themeOf((await open(coordination, '/plaidoyers')).text, 'diaspora')).toContain(
      '<li aria-current="step">En rédaction</li>',
    )
  })
})

test('a plan without criteria, a series or an attribute there is not is refused', () => {
  const wrong = (plan: object) => () =>
    checkCatalogue(
      defineCatalogue(
        catalogue.forms.map((form) => {
          const { advocacy } = form
          return advocacy?.plan
            ? { ...form, advocacy: { ...advocacy, plan: { ...advocacy.plan, ...plan } } }
            : form
        }),
        catalogue.lists,
      ),
    )
  expect(wrong({ form: 'terme' })).toThrow(/advocacy.plan names "terme", which is no plan/)
  expect(wrong({ series: 'rien' })).toThrow(/the series "rien"/)
  expect(wrong({ attribute: 'rien' })).toThrow(/the attribute "rien"/)
  expect(wrong({})).not.toThrow()
})
