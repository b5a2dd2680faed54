import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { defineForm, findForm } from '../../src/form/index.ts'
import { missingIn, noticeOf, personalFields, reviewNoticeOf } from '../../src/privacy/index.ts'
import { type Settings, unset } from '../../src/record/settings.ts'
import { field, formInput } from '../form/sample.ts'

const set: Settings = {
  ...unset,
  controller: 'Association Exemple, 1 rue Exemple, Dakar',
  contact: 'donnees@exemple.org',
  receipt: 'CDP-0000-EXEMPLE',
}
const notice = (id: string, settings: Settings = set, locale: 'fr' | 'en' = 'fr') => {
  const form = findForm(catalogue, id)
  const found = form && noticeOf(form, catalogue.group, settings, locale)
  if (!found) throw new Error(`no notice of ${id}`)
  return found
}
const said = (...given: Parameters<typeof notice>) =>
  notice(...given)
    .parts.flatMap(({ texts }) => texts)
    .join('\n')

describe('the notice of a form', () => {
  test('says who answers, whom to write to, and the number of the receipt', () => {
    for (const text of [set.controller, set.contact, set.receipt]) expect(said('presence')).toContain(text)
  })

  test('says why each personal field is asked and which must be given', () => {
    for (const form of catalogue.forms)
      for (const { field: asked } of personalFields(form))
        expect(said(form.id)).toContain(
          `${asked.label.fr} (${asked.required === null ? 'facultatif' : 'obligatoire'})`,
        )
    expect(notice('presence').lead).toBe(
      'Vos données servent à tenir la liste de présence de la rencontre et en rendre compte\u00a0; envoyer les comptes-rendus à qui les demande et joindre les participants après la rencontre.',
    )
  })

  test('says how long, as the coordination set it', () => {
    expect(said('presence')).toContain('Gardé 12 mois après l’envoi, puis effacé.')
    expect(said('presence', { ...set, retention: { 'presence-contact': 6 } })).toContain('Gardé 6 mois')
    expect(said('organisation')).toContain(
      'une fois la fiche dans l’état «\u00a0Inactive\u00a0», puis effacé.',
    )
  })

  test('says what everyone will read of it', () => {
    expect(said('presence')).toContain(
      '«\u00a0Prénom et nom\u00a0» (si vous cochez «\u00a0Être nommé dans la liste de présence\u00a0»)',
    )
    expect(said('outil')).toContain('«\u00a0Proposé par\u00a0» (les initiales seules)')
    expect(said('fiche-projet')).toContain('Rien n’en est publié.')
  })

  test('says who keeps them outside the country: Google too where the sheet shows them', () => {
    expect(said('fiche-projet')).toMatch(/Cloudflare[\s\S]*Google/)
    const unmirrored = defineForm(
      formInput([field('a', 'text', { data: { class: 'contact', purpose: 'reach' } })]),
    )
    const texts = JSON.stringify(noticeOf(unmirrored, null, set, 'fr'))
    expect(texts).toContain('Cloudflare')
    expect(texts).not.toContain('Google')
  })

  test('is none where nothing personal is asked', () => {
    const form = findForm(catalogue, 'terme')
    expect(form && noticeOf(form, catalogue.group, set, 'fr')).toBeNull()
  })

  test('says what is not set yet, and names it', () => {
    expect(said('presence', unset)).toContain('reste à préciser')
    expect(missingIn(unset)).toEqual(['controller', 'contact', 'receipt'])
    expect(missingIn(set)).toEqual([])
  })
})

test('the notice of a review says for how long comments are kept: as long as what ends first of the minutes', () => {
  const texts = (form: string, settings: Settings) => {
    const found = findForm(catalogue, form)
    return JSON.stringify(
      found && reviewNoticeOf({ form: found, group: catalogue.group, settings, locale: 'fr' }),
    )
  }
  expect(texts('compte-rendu', set)).toContain('Gardé 120 mois')
  expect(texts('compte-rendu', { ...set, retention: { 'compte-rendu': 7 } })).toContain('Gardé 7 mois')
  expect(texts('presence', set)).toBe('null')
})
