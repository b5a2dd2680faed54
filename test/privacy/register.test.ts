import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { personalFields, registerOf } from '../../src/privacy/index.ts'
import { unset } from '../../src/record/settings.ts'

const settings = { ...unset, controller: 'Association Exemple', contact: 'a@exemple.org', receipt: 'EX-1' }
const register = (given = settings) => registerOf({ catalogue, settings: given, date: '24 septembre 2018' })
const lines = (given = settings) =>
  register(given).blocks.map((block) => {
    if (block.type === 'paragraph') return `${block.label ?? ''}: ${block.text}`
    return block.type === 'heading' ? block.text : JSON.stringify(block)
  })
/** The lines of a treatment, found by its purpose. */
const treatment = (purpose: string) => {
  const at = lines().findIndex((line) => line.includes(purpose))
  return lines()
    .slice(at - 1, at + 8)
    .join('\n')
}

describe('the register of treatments', () => {
  test('has every purpose of every form, with every field once', () => {
    const text = lines().join('\n')
    expect(lines().filter((line) => line.startsWith('Finalité'))).toHaveLength(
      catalogue.forms.flatMap(({ purposes }) => purposes).length +
        catalogue.forms.filter(({ minutes }) => minutes !== null).length,
    )
    for (const form of catalogue.forms)
      for (const { field } of personalFields(form)) expect(text).toContain(`${field.label.fr} (`)
  })

  test('says of a treatment its ground, persons, data, recipients, publication, transfers and retention', () => {
    const text = treatment('joindre l’auteur d’une fiche').replace(/[\u00a0\u202f]/g, ' ')
    for (const part of [
      'Base légale: consentement de la personne (loi n° 2008-12, article 33',
      'Personnes concernées: personnes à contacter des projets',
      'Adresse électronique (coordonnées)',
      'Destinataires: la coordination du groupe, les membres du groupe',
      'Publication: aucune',
      'Cloudflare (société des États-Unis), le site',
      'Google (société des États-Unis), la feuille de calcul',
      'Durée de conservation: Gardé 36 mois',
    ])
      expect(text).toContain(part)
  })

  test('names Google for what the sheet shows alone', () => {
    const text = treatment('envoyer les comptes-rendus à qui')
    expect(text).toContain('Cloudflare')
    expect(text).not.toContain('Google')
  })

  test('has the comments of those who read minutes before they are published', () => {
    const text = treatment('dire qui fait une remarque')
    for (const part of [
      'relecture',
      'Prénom et nom (identité), organisation',
      'Publication: aucune',
      'Gardé 120',
    ])
      expect(text).toContain(part)
  })

  test('says what is kept of those who coordinate, hold a link or ask for a page', () => {
    const text = lines()
      .join('\n')
      .replace(/[\u00a0\u202f]/g, ' ')
    for (const part of [
      'l’adresse électronique de qui coordonne',
      'le nom de qui tient un lien personnel pour l’écrire',
      'chaque adresse IP',
    ])
      expect(text).toContain(part)
  })

  test('says that an agreement is taken back by the link it was given with', () => {
    const line = lines().find((one) => one.includes('Retrait d’un accord')) ?? ''
    expect(line.replace(/[\u00a0\u202f]/g, ' ')).toContain(
      'Retrait d’un accord : par le lien de l’accusé de réception',
    )
  })

  test('marks what is not set, so that it is seen', () => {
    expect(lines(unset).filter((line) => line.includes('À COMPLÉTER'))).toHaveLength(3)
    expect(lines().join()).not.toContain('À COMPLÉTER')
  })

  test('is for what is set now: other periods are other words', () => {
    expect(lines({ ...settings, retention: { veille: 7 } }).join()).toContain('Gardé 7 mois')
  })
})
