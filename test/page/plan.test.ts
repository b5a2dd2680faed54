import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { accept } from '../../src/record/index.ts'
import { contextFor, coordinator, member, open, step } from './example.ts'

const plan = (answers: Record<string, unknown>) =>
  accept(contextFor(coordinator), step, { id: crypto.randomUUID(), answers, locale: 'fr' })

await plan({ serie: 'un', nom: 'Deuxième <i>', date: '2018-10', ordre: 2, qui: ['OIM', 'Enda'] })
await plan({ serie: 'un', nom: 'Première', date: '2018-09-24', heure: '14:30', ordre: 1, place: 'Dakar' })
await plan({ serie: 'deux', nom: 'Autre', date: '2018-08', ordre: 1, qui: ['OIM'], place: 'Thiès' })

describe('the plan', () => {
  test('has a table a series, with questions above the columns they hold', async () => {
    const { text } = await open(member, '/plan')
    expect(text).toContain('<caption>Première série</caption>')
    expect(text).toContain('<caption>Deux</caption>')
    expect(text).toMatch(
      /<th scope="colgroup"[^>]* colspan="2">Quoi<\/th><th scope="colgroup"[^>]* colspan="1">Quand \?</,
    )
    expect(text).toMatch(/<th scope="col"[^>]*>Nom<\/th><th scope="col"[^>]*>Qui vient</)
  })

  test('orders its rows and writes dates out with their order, as the minutes do', async () => {
    const { text } = await open(member, '/plan')
    expect(text).toContain('24 septembre 2018 (1)')
    expect(text).toContain('Octobre 2018 (2)')
    expect(text.indexOf('Première</span>')).toBeLessThan(text.indexOf('Deuxième'))
  })

  test('lists several items as a list and escapes what people wrote', async () => {
    const { text } = await open(member, '/plan')
    expect(text).toContain('<ul><li>OIM</li><li>Enda</li></ul>')
    expect(text).toContain('Deuxième &lt;i&gt;')
  })

  test('calls an undefined place by its name, and counts them', async () => {
    const { text } = await open(member, '/plan')
    expect(text).toMatch(/data-label="Zones"[^>]*><span class="cell">À définir</)
    expect(text).toContain('Zones\u00a0: 1 «\u00a0À définir\u00a0»')
  })

  test('is in English for who asks', async () => {
    const { text } = await open({ ...member, locale: 'en' }, '/plan')
    expect(text).toContain('24 September 2018 (1)')
  })
})

describe('the home page', () => {
  test('announces the meetings to come, a month without a day included, and not those past', async () => {
    const { text } = await open(member, '/')
    expect(text).toContain('<strong>Première</strong>')
    expect(text).toMatch(/24 septembre 2018, 14\u00a0h\u00a030 – Dakar/)
    expect(text).toContain('Octobre 2018')
    expect(text).not.toContain('<strong>Autre</strong>')
  })

  test('says when no meeting is planned', async () => {
    const { text } = await open({ ...member, catalogue: { ...catalogue, forms: [] } }, '/')
    expect(text).toContain('Aucune rencontre à venir')
    expect(text).toContain('href="/plan"')
  })

  test('counts what is published, and offers a member only what a member may send', async () => {
    const { text } = await open(member, '/')
    expect(text).toMatch(/<dt>Étape<\/dt><dd>3<\/dd>/)
    expect(text).not.toContain('/formulaires/etape')
    expect((await open(coordinator, '/')).text).toContain('/formulaires/etape')
  })
})
