import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { findForm, readAnswers, settle } from '../../src/form/index.ts'

const action = findForm(catalogue, 'action')
if (action === undefined) throw new Error('no form "action"')
const seeds = action.seeds
const now = Date.UTC(2018, 6, 24)

/** The column « Les acteurs » as the minutes print it, meeting by meeting. */
const actors = [
  'Ressource OIM Experts bailleurs (DUE)',
  'Ressource OIM / Croix-Rouge Internationale Autorités locales',
  'Migrants de retour (divers profils)',
  "Migrants de retour (divers profils) Acteurs d'accueil au retour des migrants",
  'Village Pilote TdH ChildFund STC SAMU SOCIAL SENEGAL',
  'Porteurs de projets relatifs à la Diaspora',
  'Village Pilote STC TdH',
  'OIM, Chercheurs Ressources membres',
  'OIM Chercheurs Ressources membres',
  'Porteurs de projets relatifs à la formation professionnelles Migrants de retour (divers profils)',
  'Tous les membres du GT Migration',
  'Tous les membres du GT Migration',
  'Tous les membres du GT Migration',
  'Cartographe Tous les membres du GT Migration',
]

const settled = seeds.map((seed) => {
  const read = readAnswers(action, seed.answers)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return settle(action, catalogue.lists, read.answers, { now })
})

describe('the plan of 2018', () => {
  test('is ten thematic meetings and four mapping workshops, in order', () => {
    expect(seeds.map(({ answers }) => `${answers.type} ${answers.ordre}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((order) => `rencontre_thematique ${order}`),
      ...[1, 2, 3, 4].map((order) => `atelier_cartographie ${order}`),
    ])
  })

  test('has fixed ids, each a version 4 UUID of its own', () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(seeds.every((seed) => uuid.test(seed.id))).toBe(true)
    expect(new Set(seeds.map((seed) => seed.id)).size).toBe(14)
  })

  test('is accepted by its form as it stands, and keeps every answer', () => {
    for (const [index, settlement] of settled.entries()) {
      expect(settlement.issues).toEqual([])
      expect(settlement.warnings).toEqual([])
      expect(settlement.answers).toEqual(seeds[index]?.answers)
    }
  })

  test('has 23 criteria of success', () => {
    const criteria = seeds.flatMap(({ answers }) => answers.criteres)
    expect(criteria).toHaveLength(23)
  })

  test('is to be held in Dakar six times, in Pikine once, and leaves seven places open', () => {
    const zones = seeds.map(({ answers }) => answers.zones)
    expect(zones.filter((zone) => zone === undefined)).toHaveLength(7)
    expect(zones.filter((zone) => zone === 'Dakar')).toHaveLength(6)
    expect(zones[2]).toBe('Pikine (Association des migrants de retour)')
  })

  test('has one or two meetings a month from September 2018 to June 2019', () => {
    const months = Map.groupBy(seeds, ({ answers }) => String(answers.date).slice(0, 7))
    const counts = [...months].sort().map(([month, meetings]) => [month, meetings.length])
    expect(counts).toEqual([
      ['2018-09', 1],
      ['2018-10', 2],
      ['2018-11', 1],
      ['2018-12', 2],
      ['2019-01', 1],
      ['2019-02', 2],
      ['2019-03', 1],
      ['2019-04', 2],
      ['2019-05', 1],
      ['2019-06', 1],
    ])
    expect(seeds.map(({ answers }) => answers.date).filter((date) => String(date).length === 10)).toEqual([
      '2018-09-24',
    ])
  })

  test('names the actors word for word', () => {
    const joined = seeds.map(({ answers }) => (answers.acteurs as readonly string[]).join(' '))
    expect(joined).toEqual(actors.map((line) => line.replaceAll(', ', ' ')))
  })
})
