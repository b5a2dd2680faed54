import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ficheProjet } from '../../forms/fiche-projet.ts'
import { catalogue } from '../../forms/index.ts'
import { countOrganisations, sumOf } from '../../src/map/figures.ts'
import { isMapped } from '../../src/map/places.ts'
import { tally } from '../../src/map/tally.ts'
import type { StoredRecord } from '../../src/record/record.ts'

const form = ficheProjet
if (!isMapped(form)) throw new Error('project sheets are on the map')
const { lists } = catalogue
const codes = (list: string) => (lists[list] ?? []).map(({ code }) => code)
const regions = codes('regions')

const record = (answers: StoredRecord['answers'], number = 1): StoredRecord => ({
  id: crypto.randomUUID(),
  form: form.id,
  number,
  reference: `FP-${number}`,
  status: 'publiee',
  revision: 1,
  answers,
  coordination: { note: '', assignee: '' },
  locale: 'fr',
  createdAt: 0,
  updatedAt: 0,
  erasedAt: null,
})

const zone = fc
  .constantFrom(...(lists.departements ?? []))
  .chain(({ code, attributes }) =>
    fc.constantFrom(
      { zone_region: attributes.region as string },
      { zone_region: attributes.region as string, zone_departement: code },
    ),
  )
const theme = fc.constantFrom(...codes('themes'))
const answers = fc.oneof(
  fc.record({
    couverture: fc.constant('zones'),
    zones: fc.array(zone, { minLength: 1, maxLength: 6 }),
    theme_principal: theme,
    themes_secondaires: fc.array(theme, { maxLength: 3 }),
  }),
  fc.record({ couverture: fc.constantFrom('national', 'hors_senegal'), theme_principal: theme }),
)
const records = fc.array(answers, { maxLength: 25 }).map((all) => all.map((one, at) => record(one, at + 1)))

/** Counted the other way round: from each record to its places. */
function recount(all: readonly StoredRecord[], name: 'zone_region' | 'zone_departement') {
  const counts = new Map<string, number>()
  for (const { answers: given } of all) {
    const rows = (given.zones ?? []) as readonly Record<string, string>[]
    const national = given.couverture === 'national' && name === 'zone_region'
    const places = new Set(national ? regions : rows.flatMap((row) => row[name] ?? []))
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

describe('what is counted on the map', () => {
  test('is each record once in each of its places, however many rows name it', () => {
    fc.assert(
      fc.property(records, records, (shown, withheld) => {
        const found = tally(form, lists, { records: shown, withheld }, {})
        const both = recount([...shown, ...withheld], 'zone_region')
        expect(found.regions.map(({ code, count }) => [code, count])).toEqual(
          regions.map((code) => [code, both.get(code) ?? 0]),
        )
        expect(found.departments).toEqual(new Map([...recount(shown, 'zone_departement')].sort()))
        const abroad = [...shown, ...withheld].filter(
          ({ answers: given }) => given.couverture === 'hors_senegal',
        )
        expect(found.elsewhere.count).toBe(abroad.length)
      }),
    )
  })

  test('adds up to the records with their places', () => {
    fc.assert(
      fc.property(records, records, (shown, withheld) => {
        const { regions: found } = tally(form, lists, { records: shown, withheld }, {})
        const sum = found.reduce((total, { count }) => total + count, 0)
        const counts = recount([...shown, ...withheld], 'zone_region').values()
        expect(sum).toBe([...counts].reduce((total, count) => total + count, 0))
        for (const { count, withheld: hidden, records: here } of found)
          expect(count).toBe(hidden + here.length)
      }),
    )
  })

  test('of a question is what answers it, and nothing of what is withheld', () => {
    fc.assert(
      fc.property(records, records, theme, (shown, withheld, code) => {
        const found = tally(form, lists, { records: shown, withheld }, { theme: code })
        const passing = shown.filter(({ answers: { theme_principal, themes_secondaires } }) =>
          [theme_principal, ...((themes_secondaires ?? []) as readonly string[])].includes(code),
        )
        expect(found.records).toEqual(passing)
        expect(found.withheld).toBe(0)
        expect(found.regions.every((region) => region.withheld === 0)).toBe(true)
        expect(found).toEqual(tally(form, lists, { records: shown, withheld: [] }, { theme: code }))
      }),
    )
  })
})

describe('the figures of a region', () => {
  const names = new Map([['organisation.nom', new Map([['OR-0001', 'Association (exemple)']])]])

  test('count an organisation once, in the directory or as typed', () => {
    const of = (...given: string[]) => given.map((org_nom) => record({ org_nom }))
    expect(countOrganisations(form, names, of('OR-0001', 'association  (Exemple)', 'Autre (exemple)'))).toBe(
      2,
    )
    expect(countOrganisations(form, names, of())).toBe(0)
  })

  test('add up people, unless so few that it could tell who', () => {
    const field = form.fields.find(({ name }) => name === 'cible_total')
    if (field === undefined) throw new Error('there is no such field')
    const of = (...given: (number | undefined)[]) =>
      given.map((cible_total) => record(cible_total === undefined ? {} : { cible_total }))
    expect(sumOf(field, of(5, undefined, 120))).toBe(125)
    expect(sumOf(field, of(4))).toBeNull()
    expect(sumOf(field, of(undefined))).toBeNull()
  })
})
