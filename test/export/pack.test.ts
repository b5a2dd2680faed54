import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { buildPack } from '../../src/export/index.ts'
import { contextAt } from '../support/context.ts'
import { readCsv, readRows } from '../support/csv-reader.ts'
import { ask } from '../support/worker.ts'
import { readSheets } from '../support/xlsx-reader.ts'
import { bytesOf, move, project, record } from './support.ts'

const path = '/exports/paquet-cartographe.zip'
const decode = (bytes: Uint8Array | undefined) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const filesOf = async (who: 'public' | 'coordinator') => {
  const files = unzipSync(await bytesOf(who, path))
  return { names: Object.keys(files), text: (name: string) => decode(files[name]), bytes: files }
}

let reference = ''

beforeAll(async () => {
  ;({ reference } = await project())
  await project({ projet_titre: 'Caché', visibilite: 'coordination' })
})

describe('the cartographer’s pack', () => {
  test('has every form that publishes in its formats, and what explains them', async () => {
    const { names } = await filesOf('public')
    expect(names.slice(0, 5)).toEqual([
      ...['LISEZ-MOI.txt', 'LICENCE.txt', 'donnees.xlsx', 'dictionnaire.csv', 'listes.csv'],
    ])
    const published = catalogue.forms.filter(({ publication }) => publication !== null)
    for (const { id } of published)
      expect(names).toEqual(expect.arrayContaining([`${id}.csv`, `${id}.hxl.csv`, `${id}.json`]))
    expect(names).toContain('fiche-projet.geojson')
    expect(names).toContain('fiche-projet.zones.csv')
    expect(names.filter((name) => name.startsWith('presence') || name.startsWith('commande'))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  test('says in French what is in it, how it is counted and what it may be used for', async () => {
    const { names, text } = await filesOf('public')
    const readMe = text('LISEZ-MOI.txt')
    for (const name of names.slice(1)) expect(readMe).toContain(`- ${name} : `)
    expect(readMe).toContain('1 fiche, et 1 de plus que leurs auteurs ne montrent pas à tous')
    expect(readMe).toContain('http://')
    expect(readMe).not.toMatch(/[^\r]\n/)
    expect(readMe).toContain('fiche-projet.zones.csv : une ligne par ligne')
    expect(text('LICENCE.txt')).toContain('CC BY 4.0')
    expect(text('LICENCE.txt')).toContain('OCHA')
  })

  test('has in its workbook what is in its files', async () => {
    const { names, text, bytes } = await filesOf('public')
    const sheets = readSheets(bytes['donnees.xlsx'] ?? new Uint8Array())
    const tables = names.filter((name) => name.endsWith('.csv') && !name.endsWith('.hxl.csv'))
    expect(sheets).toHaveLength(tables.length)
    const inFiles = tables.map((name) => readCsv(text(name)).map((row) => row.length))
    const inTabs = sheets.map(({ rows }) => rows.map((row) => row.length))
    expect(inTabs.map(String).sort()).toEqual(inFiles.map(String).sort())
  })

  test('has each zone of a record under its reference, with what places it', async () => {
    const { text } = await filesOf('public')
    const zones = readRows(text('fiche-projet.zones.csv'))
    expect(zones).toHaveLength(3)
    expect(zones[1]).toMatchObject({
      ID: reference,
      'N°': '2',
      'Titre du projet': 'Retour et réintégration à Guédiawaye — exemple',
      'Région (code)': 'SN01',
      Région: 'Dakar',
      Département: 'Pikine',
    })
  })

  test('is the same bytes whenever it is made, and others once something changed', async () => {
    const made = (now: number) => buildPack(contextAt(now), 'public')
    const first = await made(Date.UTC(2018, 8, 24))
    expect(await made(Date.UTC(2031, 0, 1))).toEqual(first)
    await project({ projet_titre: 'Encore un' })
    expect(await made(Date.UTC(2018, 8, 24))).not.toEqual(first)
  })

  test('of the coordinator says that it is not to be passed on, and has no licence', async () => {
    const { names, text } = await filesOf('coordinator')
    expect(text('LISEZ-MOI.txt')).toContain('CONFIDENTIEL')
    expect(text('LICENCE.txt')).not.toContain('CC BY')
    expect(text('fiche-projet.csv')).toContain('Caché')
    expect(names).toContain('fiche-projet.json')
    expect((await ask(path)).headers.get('cache-control')).toBe('no-store')
  })

  test('is never made of more for who is no coordinator, whatever is asked of it', async () => {
    const member = contextAt(0, { actor: { role: 'member', name: '', source: 'page' } })
    expect(await buildPack(member, 'coordination')).toEqual(await buildPack(contextAt(0), 'public'))
  })
})

describe('the dictionary', () => {
  test('has a line for each column of each file, and none of what everyone may not see', async () => {
    const { text } = await filesOf('public')
    const lines = readRows(text('dictionnaire.csv'))
    const of = (champ: string) =>
      lines.find((line) => line.formulaire === 'fiche-projet' && line.champ === champ)
    expect(lines.map(({ visibilite }) => visibilite)).not.toContain('members')
    expect(lines.find(({ champ }) => champ === 'propose_par')).toMatchObject({
      visibilite: 'public',
      aide: expect.stringContaining('les initiales seules'),
    })
    expect(of('theme_principal')).toMatchObject({
      libelle_fr: 'Thème principal',
      libelle_en: 'Main theme',
      type: 'select_one',
      liste: 'themes',
      hxl: '#sector+code',
      hxl_libelle: '#sector+name',
      visibilite: 'public',
      obligatoire: 'oui',
    })
    expect(of('zones/zone_departement')).toMatchObject({ liste: 'departements', hxl: '#adm2+code' })
    expect(of('zone')?.aide).toContain('une ligne par région')
    expect(of('contact_courriel')).toBeUndefined()
    const tags = new Set(
      lines
        .filter(({ formulaire }) => formulaire === 'fiche-projet')
        .flatMap(({ hxl = '', hxl_libelle = '' }) => [...hxl.split('|'), hxl_libelle]),
    )
    const [, used = []] = readCsv(text('fiche-projet.hxl.csv'))
    const own = [
      '#meta+id',
      '#meta+id+zone',
      '#meta+status',
      '#date+updated',
      '#country+code',
      '#country+name',
    ]
    expect(used.filter((tag) => !tags.has(tag)).sort()).toEqual(own.sort())
  })

  test('explains every code of its lists, places with their points', async () => {
    const { text } = await filesOf('public')
    const lines = readRows(text('listes.csv'))
    expect(lines.find(({ code }) => code === 'SN0102')).toMatchObject({
      liste: 'departements',
      libelle_fr: 'Guédiawaye',
      region: 'SN01',
      lat: '14.77084',
    })
    const named = new Set(readRows(text('dictionnaire.csv')).map(({ liste }) => liste))
    expect([...new Set(lines.map(({ liste }) => liste))].filter((list) => !named.has(list))).toEqual([])
  })
})

describe('the terms of reference', () => {
  const order = {
    titre: 'Carte du groupe',
    prestataire: 'Cartographe (exemple)',
    echeance: '2019-06',
    cahier_des_charges: 'Faire la carte.',
  }
  const sent = 'termes-de-reference.txt'
  const draft = 'termes-de-reference-brouillon.txt'

  test('are in the pack of everyone once the order is sent, with where it stands, and of the coordinator before', async () => {
    const id = await record('commande', order)
    expect((await filesOf('public')).names).not.toContain(sent)
    const before = await filesOf('coordinator')
    expect(before.text(draft)).toContain('Faire la carte.')
    expect(before.names).not.toContain(sent)

    await move(id, 'envoyee')
    const { names, text } = await filesOf('public')
    expect(text(sent)).toContain('Faire la carte.')
    expect(text(sent)).toContain('CC-0001 : Envoyée')
    expect(text(sent)).toContain('Échéance : juin 2019')
    // To whom it was given is between the two of them.
    expect(text(sent)).not.toContain('Cartographe')
    expect(names).not.toContain(draft)
    expect((await filesOf('coordinator')).text(sent)).toContain('Prestataire : Cartographe (exemple)')
  })

  test('are those of the newest order that was sent; a cancelled one is not', async () => {
    const id = await record('commande', { ...order, titre: 'Mise à jour' })
    await record('commande', { ...order, titre: 'Projet de commande' })
    await move(id, 'envoyee')
    expect((await filesOf('public')).text(sent)).toContain('Titre : Mise à jour')
    await move(id, 'annulee')
    expect((await filesOf('public')).text(sent)).toContain('Titre : Carte du groupe')
  })
})
