import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'

const list = (id: string) => catalogue.lists[id] ?? []
const slug = (label: string) =>
  label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ ’']/g, '_')

describe('the choice lists', () => {
  test('hold 14 regions and 46 departments, each in one of the regions', () => {
    const regions = list('regions').map((region) => region.code)
    expect(regions).toHaveLength(14)
    const departments = list('departements')
    expect(departments).toHaveLength(46)
    for (const department of departments) {
      expect(regions).toContain(department.attributes.region)
      expect(department.code.startsWith(department.attributes.region ?? '?')).toBe(true)
    }
    const counts = regions.map(
      (region) => departments.filter((department) => department.attributes.region === region).length,
    )
    expect(counts).toEqual([5, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3])
  })

  test('hold the 249 countries of ISO 3166-1', () => {
    const codes = list('pays').map((country) => country.code)
    expect(new Set(codes).size).toBe(249)
    expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
    expect(list('pays').find((country) => country.code === 'MR')?.label).toEqual({
      fr: 'Mauritanie',
      en: 'Mauritania',
    })
  })

  test('hold the 14 themes, each with its sector code', () => {
    expect(list('themes')).toHaveLength(14)
    expect(list('themes').every((theme) => /^\d{5}( \d{5})*$/.test(theme.attributes.iati ?? ''))).toBe(true)
  })

  test.each([
    'types_action',
    'participations',
    'types_outil',
    'couts',
    'acces',
    'donnees_ouvertes',
    'recommandations',
    'modes_decision',
    'statuts_suite',
    'evaluations',
  ])('%s: a code is its French label, in lower case, without accents or spaces', (id) => {
    expect(list(id).length).toBeGreaterThan(1)
    expect(list(id).map((choice) => choice.code)).toEqual(list(id).map((choice) => slug(choice.label.fr)))
  })
})
