import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { personalFields } from '../../src/privacy/index.ts'
import type { Settings } from '../../src/record/settings.ts'
import { coordinator, member, now, open } from './example.ts'

const here = { ...member, catalogue }
const settle = (settings: Partial<Settings>) =>
  env.DB.prepare("INSERT INTO settings (id, revision, value, updated_at, updated_by) VALUES (1, 1, ?, ?, '')")
    .bind(JSON.stringify(settings), now)
    .run()
const all = {
  controller: 'Association Exemple, Dakar',
  contact: 'donnees@exemple.org',
  receipt: 'CDP-0000-EXEMPLE',
}

beforeEach(() =>
  env.DB.prepare('DELETE FROM settings')
    .run()
    .then(() => undefined),
)

describe('the notice on a form', () => {
  test('says at once what for, and folded who answers, how long and which rights', async () => {
    await settle(all)
    const { text } = await open(here, '/formulaires/presence')
    const [shown = '', folded = ''] = text.slice(text.indexOf('<section class="data"')).split('<details>')
    expect(shown).toContain('Vos données servent à tenir la liste de présence')
    for (const value of Object.values(all)) expect(folded).toContain(value)
    expect(folded).toContain('Gardé 12 mois')
    expect(folded).toContain('Cloudflare')
  })

  test('is on every form that asks personal data, and on no other', async () => {
    for (const form of catalogue.forms) {
      const { text } = await open({ ...coordinator, catalogue }, `/formulaires/${form.id}`)
      expect([form.id, text.includes('<section class="data"')]).toEqual([
        form.id,
        personalFields(form).length > 0,
      ])
    }
  })

  test('is in English too', async () => {
    expect((await open({ ...here, locale: 'en' }, '/formulaires/presence')).text).toContain(
      'Your data are used to keep the attendance list',
    )
  })

  test('tells the coordinator, and nobody else, what is not set', async () => {
    await settle({ ...all, receipt: '' })
    const remark = 'les réglages du groupe ne donnent pas\u00a0: le récépissé de la CDP.'
    for (const path of ['/formulaires/presence', '/vos-donnees']) {
      const { text } = await open({ ...coordinator, catalogue }, path)
      expect(text).toMatch(new RegExp(`${remark}[^<]*<a href="/coordination/reglages">`))
      expect((await open(here, path)).text).not.toContain('ne donnent pas')
    }
    await env.DB.prepare('DELETE FROM settings').run()
    await settle(all)
    expect((await open({ ...coordinator, catalogue }, '/formulaires/presence')).text).not.toContain(
      'ne donnent pas',
    )
  })
})

test('the page about personal data says of every form what its notice says', async () => {
  await settle({ ...all, retention: { presence: 84 } })
  const { text } = await open(here, '/vos-donnees')
  for (const value of Object.values(all)) expect(text).toContain(value)
  expect(text).toContain('Gardé 84 mois')
  expect(text).toContain('les initiales seules')
  for (const form of catalogue.forms)
    for (const { field } of personalFields(form))
      expect(text).toContain(field.label.fr.replaceAll('&', '&amp;'))
})

test('the page about personal data says what is kept beside the records, and for how long', async () => {
  const { text } = await open(here, '/vos-donnees')
  for (const said of [
    'effacé 30\u00a0jours après',
    'preuve d’un accord',
    '(R2)',
    '30\u00a0jours au plus, 7 avec',
  ])
    expect(text).toContain(said)
  const english = await open({ ...here, locale: 'en' }, '/vos-donnees')
  for (const said of ['deleted 30 days later', 'proof of a consent', '(R2)', '30 days at most, 7 on'])
    expect(english.text).toContain(said)
})
