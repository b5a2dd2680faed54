import { beforeAll, describe, expect, test } from 'vitest'
import { departements } from '../../forms/lists/departements.ts'
import { regions } from '../../forms/lists/regions.ts'
import { geojsonFaults } from '../support/geojson-faults.ts'
import { project, textOf } from './support.ts'

type Feature = {
  readonly type: string
  readonly id: string
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null
  readonly properties: Readonly<Record<string, unknown>>
}
type Collection = { readonly type: string; readonly features: readonly Feature[] }

let all: Collection
let refs: readonly string[]

beforeAll(async () => {
  refs = [
    (
      await project({
        zones: [
          { zone_region: 'SN07', zone_coord: { lat: 12.8912, lon: -14.9401 } },
          { zone_region: 'SN01', zone_departement: 'SN0102' },
          { zone_region: 'SN14' },
        ],
      })
    ).reference,
    (await project({ couverture: 'national', zones: undefined })).reference,
    (await project({ couverture: 'hors_senegal', zones: undefined, pays: ['ML'] })).reference,
  ]
  await project({ visibilite: 'coordination' })
  all = JSON.parse(await textOf('public', '/exports/fiche-projet.geojson'))
})

const place = (list: typeof regions, code: string) => {
  const { lat, lon } = list.find((choice) => choice.code === code)?.attributes ?? {}
  return [Number(lon), Number(lat)]
}

describe('a GeoJSON file', () => {
  test('is valid by the published schema of RFC 7946, which tells what is not', () => {
    expect(geojsonFaults(all)).toEqual([])
    const [feature] = all.features
    for (const spoilt of [
      { ...feature, geometry: { type: 'Point', coordinates: [-14.94] } },
      { ...feature, geometry: { type: 'Point', coordinates: { lat: 12.891, lon: -14.94 } } },
      { ...feature, geometry: undefined },
      { ...feature, properties: 'none' },
      { ...feature, id: {} },
    ])
      expect(geojsonFaults({ ...all, features: [spoilt] })).not.toEqual([])
  })

  test('says what no schema can: longitude first, each feature its own id, nothing beside the standard', () => {
    expect(Object.keys(all)).toEqual(['type', 'features'])
    for (const feature of all.features) {
      expect(Object.keys(feature).sort()).toEqual(['geometry', 'id', 'properties', 'type'])
      if (feature.geometry === null) continue
      expect(Object.keys(feature.geometry).sort()).toEqual(['coordinates', 'type'])
      const [lon = 999, lat = 999, ...rest] = feature.geometry.coordinates
      expect(rest).toEqual([])
      // In Senegal the longitude is negative, the latitude positive.
      expect(lon).toBeGreaterThan(-17.6)
      expect(lon).toBeLessThan(-11.3)
      expect(lat).toBeGreaterThan(12.2)
      expect(lat).toBeLessThan(16.8)
    }
    const ids = all.features.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('puts each zone where it is, or says how near it is', () => {
    const [given, department, region] = all.features
    expect(given).toMatchObject({
      id: `${refs[0]}/1`,
      geometry: { coordinates: [-14.94, 12.891] },
      properties: { precision: 'point' },
    })
    expect(department).toMatchObject({
      geometry: { coordinates: place(departements, 'SN0102') },
      properties: {
        precision: 'departement',
        zone_departement: 'SN0102',
        zone_departement_libelle: 'Guédiawaye',
      },
    })
    expect(region).toMatchObject({
      geometry: { coordinates: place(regions, 'SN14') },
      properties: { precision: 'region', id: refs[0], cible_total: 120, theme_principal: 'retour' },
    })
  })

  test('has no point for what is about the whole country, or none of it', () => {
    expect(all.features.slice(3)).toMatchObject([
      { id: refs[1], geometry: null, properties: { precision: 'pays' } },
      { id: refs[2], geometry: null, properties: { precision: null, pays: 'ML' } },
    ])
    expect(all.features).toHaveLength(5)
  })

  test('gives the same ids again after other records came', async () => {
    await project()
    const later: Collection = JSON.parse(await textOf('public', '/exports/fiche-projet.geojson'))
    expect(later.features.slice(0, 5)).toEqual(all.features)
  })
})
