import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { regions } from '../../forms/lists/regions.ts'
import { readCsv } from '../support/csv-reader.ts'
import { hxlFaults } from './hxl-checker.ts'
import { move, project, record, textOf } from './support.ts'

const refs: string[] = []

beforeAll(async () => {
  for (const changes of [
    { projet_resume: ' Deux  lignes\n\n et des   espaces ', budget: 100, devise: 'XOF' },
    { projet_titre: 'Projet national', couverture: 'national', zones: undefined },
    { projet_titre: 'Projet ailleurs', couverture: 'hors_senegal', zones: undefined, pays: ['ML', 'CI'] },
  ])
    refs.push((await project(changes)).reference)
  await project({ visibilite: 'membres', projet_titre: 'Caché' })
  const tool = { nom: 'Outil', porteur: 'ONG (exemple)', type: 'base', marche: 'Oui', marche_pas: 'Non' }
  await move(
    await record('outil', { ...tool, type: firstCode('types_outil'), maj: '2018-05', propose_par: 'Poste' }),
    ...['verifie', 'publie'],
  )
})

const firstCode = (list: string) => catalogue.lists[list]?.[0]?.code ?? ''

/** The lines by tag, as a program that reads HXL has them. */
async function lines(who: 'public' | 'coordinator', form = 'fiche-projet') {
  const [, tags = [], ...data] = readCsv(await textOf(who, `/exports/${form}.hxl.csv`))
  return data.map((row) => Object.fromEntries(tags.map((tag, column) => [tag, row[column]])))
}

describe('who does what where', () => {
  test('is one line an organisation, project and zone, and one a region for a national project', async () => {
    const all = await lines('public')
    expect(all.map((line) => line['#meta+id+zone'])).toEqual([
      ...[1, 2, 3].map((zone) => `${refs[0]}/${zone}`),
      ...regions.map(({ code }) => `${refs[1]}/${code}`),
      refs[2],
    ])
    expect(all.slice(3, 17).map((line) => line['#adm1+code'])).toEqual(regions.map(({ code }) => code))
  })

  test('has what is aggregated elsewhere: organisation, sector, country and places by name and code', async () => {
    const [line] = await lines('public')
    expect(line).toMatchObject({
      '#org+prog+name': 'Organisation exemple A',
      '#org+prog+acronym': 'OEA',
      '#org+prog+type+code': '22',
      '#org+prog+type+name': 'ONG nationale',
      '#sector+code': 'retour',
      '#status+code': '2',
      '#status+name': 'En cours',
      '#date+start': '2018-03',
      '#country+code': 'SEN',
      '#country+name': 'Sénégal',
      '#adm1+code': 'SN01',
      '#adm1+name': 'Dakar',
      '#adm2+code': 'SN0102',
      '#adm2+name': 'Guédiawaye',
      '#loc+name': 'Guédiawaye',
      '#targeted+ind': '120',
      '#beneficiary+type+code+list': 'retour ; jeunes',
    })
    expect(line?.['#date+updated']).toMatch(/^\d{4}-\d\d-\d\d$/)
    // A program that looks for a country takes the first.
    expect(Object.keys(line ?? {}).find((tag) => tag.startsWith('#country+code'))).toBe('#country+code')
  })

  test('says a number of people once a project, so that the column can be added up', async () => {
    const people = (await lines('public')).map((line) => line['#targeted+ind'])
    expect(people.filter((number) => number !== '')).toEqual(['120', '120', '120'])
    expect(people.slice(0, 3)).toEqual(['120', '', ''])
  })

  test('gives the point that was given, and puts what is abroad in no region of the country', async () => {
    const all = await lines('public')
    expect(all[2]).toMatchObject({ '#geo+lat': '12.891', '#geo+lon': '-14.94', '#adm1+name': 'Kolda' })
    expect(all[17]).toMatchObject({
      '#country+code': '',
      '#adm1+code': '',
      '#country+code+v_iso2+list': 'ML ; CI',
    })
  })
})

describe.each(catalogue.forms.map(({ id }) => id))('the HXL of %s', (form) => {
  test('passes the rules of HXL and of its usual validator', async () => {
    expect(hxlFaults(readCsv(await textOf('coordinator', `/exports/${form}.hxl.csv`)))).toEqual([])
  })
})

test('a form’s own date of update goes before the record’s', async () => {
  const [line] = await lines('public', 'outil')
  expect(line?.['#date+updated']).toBe('2018-05')
  expect(line?.['#date+updated+record']).toMatch(/^\d{4}-\d\d-\d\d$/)
})

describe('the checker itself', () => {
  const headers = ['a', 'b']
  test.each([
    [
      ['#date', '#org'],
      ['hier', 'x'],
    ],
    [
      ['#targeted+ind', '#org'],
      ['120 personnes', 'x'],
    ],
    [
      ['#org+name', '#org+name'],
      ['x', 'y'],
    ],
    [
      ['#org+name+prog', '#org+prog+name'],
      ['x', 'y'],
    ],
    [
      ['#nothing', '#org'],
      ['x', 'y'],
    ],
    [
      ['#Org', '#sector'],
      ['x', 'y'],
    ],
    [
      ['#org', '#sector'],
      [' x', 'y'],
    ],
    [['#org', '#sector'], ['x']],
    [
      ['#description+fr', '#sector'],
      ['x', 'y'],
    ],
  ])('finds what is wrong with %j over %j', (tags, row) => {
    expect(hxlFaults([headers, tags, row])).not.toEqual([])
  })

  test('finds nothing where nothing is', () => {
    expect(hxlFaults([headers, ['#date', '#x_own+code'], ['2018-10', 'y']])).toEqual([])
  })
})
