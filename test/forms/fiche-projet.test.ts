import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Field } from '../../src/form/definition/index.ts'
import { checkTransition, findForm, offeredChoices, readAnswers, settle } from '../../src/form/index.ts'
import { refusedBy } from './refused.ts'

const form = findForm(catalogue, 'fiche-projet')
if (form === undefined) throw new Error('no form "fiche-projet"')
const now = Date.UTC(2019, 2, 1)

/** What the group's collection form asks, in its order. */
const asked =
  `org_nom org_sigle org_type org_reseaux contact_nom contact_fonction contact_courriel contact_tel
  contact_public projet_titre projet_code projet_resume projet_statut date_debut date_fin projet_url theme_principal
  themes_secondaires types_activite etapes crit_diaspora crit_parcours crit_messages crit_revenus crit_risque_depart
  publics cible_total cible_femmes cible_enfants atteint_total atteint_femmes atteint_enfants chiffres_au couverture
  zones zone_region zone_departement zone_localite zone_coord zone_statut pays partenaires bailleurs budget devise
  outils besoins visibilite consentement`.split(/\s+/)

const complete = {
  org_nom: 'Organisation exemple A',
  org_type: '22',
  org_reseaux: ['pfongue'],
  contact_nom: 'Personne exemple',
  contact_courriel: 'contact@exemple.org',
  contact_public: 'non',
  projet_titre: 'Projet exemple',
  projet_resume: 'Un projet pour l’exemple.',
  projet_statut: '2',
  date_debut: '2018-03',
  theme_principal: 'retour',
  types_activite: ['causerie'],
  etapes: ['retour'],
  publics: ['retour'],
  couverture: 'national',
  visibilite: 'public',
  consentement: true,
}

const settleWith = (changes: Record<string, unknown>) => {
  const read = readAnswers(form, { ...complete, ...changes })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return settle(form, catalogue.lists, read.answers, { now })
}
const refused = (changes: Record<string, unknown>) => refusedBy(form, { ...complete, ...changes }, now)

const names = (fields: readonly Field[]): readonly string[] =>
  fields.flatMap((field) => [field.name, ...names(field.fields)])

describe('the project form', () => {
  test('asks the 49 questions of the collection form, and what "other" means', () => {
    expect(asked).toHaveLength(49)
    const companions = ['theme_autre', 'activite_autre', 'public_autre']
    expect(names(form.fields).filter((name) => !companions.includes(name))).toEqual(asked)
    expect(names(form.fields)).toEqual(expect.arrayContaining(companions))
  })

  test('has seven sections, none of them empty', () => {
    expect(form.sections).toHaveLength(7)
    for (const section of form.sections) {
      expect(form.fields.some((field) => field.section === section.id)).toBe(true)
    }
  })

  test('accepts its required answers alone', () => {
    expect(refused({})).toEqual([])
  })

  test('misses each required answer that is left out', () => {
    expect([...refusedBy(form, {}, now)].sort()).toEqual(
      Object.keys(complete)
        .map((name) => `/${name}`)
        .sort(),
    )
  })

  test('does not count more women or children than people', () => {
    expect(refused({ cible_total: 10, cible_femmes: 10, cible_enfants: 0 })).toEqual([])
    expect(refused({ cible_total: 10, cible_femmes: 11 })).toEqual(['/cible_femmes'])
    expect(refused({ cible_total: 9, cible_enfants: 10 })).toEqual(['/cible_enfants'])
    expect(refused({ cible_femmes: 11 })).toEqual([])
    const reached = { atteint_total: 5, chiffres_au: '2019-02-28' }
    expect(refused({ ...reached, atteint_femmes: 6, atteint_enfants: 6 })).toEqual([
      '/atteint_femmes',
      '/atteint_enfants',
    ])
  })

  test('wants the date of the figures once people were reached, and not in the future', () => {
    expect(refused({ atteint_total: 5 })).toEqual(['/chiffres_au'])
    expect(refused({ atteint_total: 0 })).toEqual(['/chiffres_au'])
    expect(refused({ atteint_total: 5, chiffres_au: '2019-03-01' })).toEqual([])
    expect(refused({ atteint_total: 5, chiffres_au: '2019-03-02' })).toEqual(['/chiffres_au'])
  })

  test('warns, without refusing, when more than twice the target was reached', () => {
    const twice = settleWith({ cible_total: 100, atteint_total: 200, chiffres_au: '2019-01-01' })
    expect(twice.warnings).toEqual([])
    const more = settleWith({ cible_total: 100, atteint_total: 201, chiffres_au: '2019-01-01' })
    expect(more.issues).toEqual([])
    expect(more.warnings.map((warning) => warning.pointer)).toEqual(['/atteint_total'])
  })

  test('ends no earlier than it begins, to the month, between 2000 and 2040', () => {
    expect(refused({ date_debut: '2018-03-15', date_fin: '2018-03' })).toEqual([])
    expect(refused({ date_debut: '2018-03', date_fin: '2018-02' })).toEqual(['/date_fin'])
    expect(refused({ date_debut: '1999-12' })).toEqual(['/date_debut'])
    expect(refused({ date_debut: '2000-01', date_fin: '2040-12' })).toEqual([])
    expect(refused({ date_fin: '2041-01' })).toEqual(['/date_fin'])
  })

  test('takes four other themes at most, none of them the main one', () => {
    expect(refused({ themes_secondaires: ['enfants', 'traite', 'diaspora', 'accueil'] })).toEqual([])
    expect(refused({ themes_secondaires: ['retour'] })).toEqual(['/themes_secondaires'])
    const five = ['enfants', 'traite', 'diaspora', 'accueil', 'recherche']
    expect(refused({ themes_secondaires: five })).toEqual(['/themes_secondaires'])
  })

  test('lets "none of these networks" go with no other', () => {
    expect(refused({ org_reseaux: ['aucun'] })).toEqual([])
    expect(refused({ org_reseaux: ['aucun', 'gt'] })).toEqual(['/org_reseaux'])
  })

  test('asks about training only when the project trains, and drops the answer otherwise', () => {
    expect(settleWith({ crit_revenus: 'oui' }).answers).not.toHaveProperty('crit_revenus')
    const training = { themes_secondaires: ['formation_emploi'], crit_revenus: 'oui' }
    expect(settleWith(training).answers).toHaveProperty('crit_revenus', 'oui')
    expect(settleWith({ crit_messages: 'oui' }).answers).not.toHaveProperty('crit_messages')
    const awareness = { theme_principal: 'sensibilisation', crit_messages: 'oui' }
    expect(settleWith(awareness).answers).toHaveProperty('crit_messages', 'oui')
  })

  test('keeps what "other" means only beside "other"', () => {
    const said = { theme_autre: 'Sport', activite_autre: 'Théâtre', public_autre: 'Pêcheurs' }
    expect(settleWith(said).answers).toEqual(complete)
    const others = { theme_principal: 'autre', types_activite: ['autre'], publics: ['retour', 'autre'] }
    expect(settleWith({ ...said, ...others }).answers).toMatchObject(said)
  })

  test('wants a currency beside a budget', () => {
    expect(refused({ budget: 1_500_000 })).toEqual(['/devise'])
    expect(refused({ budget: 1_500_000, devise: 'XOF' })).toEqual([])
  })

  describe('its areas', () => {
    const dakar = { zone_region: 'SN01' }

    test('are wanted when the project covers areas, and dropped when it does not', () => {
      expect(refused({ couverture: 'zones' })).toEqual(['/zones'])
      expect(refused({ couverture: 'zones', zones: [dakar] })).toEqual([])
      expect(settleWith({ zones: [dakar] }).answers).not.toHaveProperty('zones')
    })

    test('offer the departments of their region alone', () => {
      const departement = form.fields
        .find((field) => field.name === 'zones')
        ?.fields.find((field) => field.name === 'zone_departement')
      if (departement === undefined) throw new Error('no field "zone_departement"')
      const { answers } = settleWith({ couverture: 'zones', zones: [dakar] })
      const row = { repeat: 'zones', index: 0 }
      const offered = offeredChoices(departement, catalogue.lists, { form, answers, row, now })
      expect(offered.map((choice) => choice.label.fr)).toEqual([
        'Dakar',
        'Guédiawaye',
        'Pikine',
        'Rufisque',
        'Keur Massar',
      ])
    })

    test('refuse a department of another region', () => {
      const wrong = { zone_region: 'SN13', zone_departement: 'SN0103' }
      expect(refused({ couverture: 'zones', zones: [dakar, wrong] })).toEqual(['/zones/1/zone_departement'])
    })

    test('are each given once', () => {
      const pikine = { zone_region: 'SN01', zone_departement: 'SN0103' }
      expect(refused({ couverture: 'zones', zones: [dakar, pikine] })).toEqual([])
      expect(refused({ couverture: 'zones', zones: [pikine, pikine] })).toHaveLength(1)
    })

    test('are placed inside Senegal, to three decimals', () => {
      const at = (lat: number, lon: number) => ({
        couverture: 'zones',
        zones: [{ ...dakar, zone_coord: { lat, lon } }],
      })
      expect(settleWith(at(14.716_77, -17.467_69)).answers.zones).toEqual([
        { ...dakar, zone_coord: { lat: 14.717, lon: -17.468 } },
      ])
      expect(refused(at(48.8, 2.3))).toEqual(['/zones/0/zone_coord'])
    })
  })

  test('is published by a coordinator alone, once validated', () => {
    const { answers } = settleWith({})
    expect(checkTransition(form, answers, 'validee', 'publiee', 'coordinator', now).ok).toBe(true)
    expect(checkTransition(form, answers, 'validee', 'publiee', 'anyone', now).ok).toBe(false)
    expect(checkTransition(form, answers, 'recue', 'publiee', 'coordinator', now).ok).toBe(false)
    const { consentement: _, ...withoutConsent } = answers
    expect(checkTransition(form, withoutConsent, 'validee', 'publiee', 'coordinator', now).ok).toBe(false)
  })
})
